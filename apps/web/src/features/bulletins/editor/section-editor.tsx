import { lazy, Suspense } from 'react';
import type { RichText } from '@domain/text/rich-text';
import { RichTextView } from './rich-text-view';

/** A section as the page has read it; the words themselves come over the shared document. */
export interface EditedSection {
  readonly id: string;
  /** `SectionKind` of the API. */
  readonly kind: string;
  /** ProseMirror JSON of the canonical text. */
  readonly content: string;
  readonly text: string;
  /** SHA-256 of what is signed, as the server says. */
  readonly hash: string;
  readonly version: number;
  /** `SectionAct`s. EDIT: writes; SUGGEST: suggests and remarks; neither: reads. */
  readonly viewerCan: readonly string[];
}

/**
 * `draft`: writing, suggestions marked · `changes`: what is proposed, marked strongly, with its authors · `clean`: the
 * words that count, as if nothing were proposed · `signed`: `section.content` as it is given, such as a signed version.
 */
export type SectionView = 'draft' | 'changes' | 'clean' | 'signed';

export interface SectionEditorProps {
  readonly bulletinId: string;
  readonly section: EditedSection;
  readonly view: SectionView;
  /** How the section is called on the page; the name of the text field. */
  readonly label: string;
}

const load = () => import('./live/live-section');
const LiveSection = lazy(async () => ({ default: (await load()).LiveSection }));
const LiveToolbar = lazy(async () => ({ default: (await import('./live/toolbar')).Toolbar }));

/** Fetches the editor before it is asked for: on hover, on focus, from the palette. */
export function preloadEditor(): void {
  void load();
}

/** A section's text: to read at once, to write as soon as the editor is there. Below `EditorRoom`. */
export function SectionEditor(props: SectionEditorProps) {
  const still = <RichTextView text={contentOf(props.section.content)} kind={props.section.kind} />;
  if (props.view === 'signed') return still;
  return (
    <Suspense fallback={still}>
      <LiveSection {...props} />
    </Suspense>
  );
}

/** The one toolbar of the page; it serves the section that has the focus. Below `EditorRoom`. */
export function EditorToolbar() {
  return (
    <Suspense fallback={null}>
      <LiveToolbar />
    </Suspense>
  );
}

/** The content that the API gave; it is canonical. */
export function contentOf(content: string): RichText {
  return JSON.parse(content) as RichText;
}
