import type { RichText } from '@domain/text/rich-text';

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

/** The content that the API gave; it is canonical. */
export function contentOf(content: string): RichText {
  return JSON.parse(content) as RichText;
}
