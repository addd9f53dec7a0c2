import { lazy, Suspense } from 'react';
import { contentOf, type SectionEditorProps } from './edited-section';
import { RichTextView } from './rich-text-view';

export { contentOf, type EditedSection, type SectionEditorProps, type SectionView } from './edited-section';

const LiveSection = lazy(async () => ({ default: (await import('./live/live-section')).LiveSection }));
const LiveToolbar = lazy(async () => ({ default: (await import('./live/toolbar')).Toolbar }));

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
