import { EditorContent, useEditor, type Editor } from '@tiptap/react';
import { useDeferredValue, useEffect, useState, useSyncExternalStore } from 'react';
import { WritingMode, type DraftReading } from '@domain/text/draft-change';
import { plainText } from '@domain/text/rich-text';
import { catalogue, sentenceOf } from '../../../../lib/messages';
import { useRoom } from '../editor-room';
import page from '../page.module.css';
import { RichTextView } from '../rich-text-view';
import type { SectionEditorProps } from '../edited-section';
import { TextCounter } from '../text-counter';
import { activeOf } from './active-section';
import { goToMarked, type EditorActs } from './editor-acts';
import { extensionsFor } from './extensions';
import { LinkDialog } from './link-dialog';
import { Margin } from './margin';
import { refusalWords } from './refusal-words';
import type { LineView } from './section-line';
import { useReading } from './use-reading';
import css from './section-text.module.css';

const m = catalogue(
  {
    placeholder: 'Yazmaya başlayın…',
    suggestHint: 'Öneri modu: yazdıklarınız öneri olarak eklenir; metnin sahibi birim kabul eder ya da reddeder.',
  },
  {
    placeholder: 'Start writing…',
    suggestHint: 'Suggesting: what you write is proposed; the owning office accepts or rejects it.',
  },
);

interface SectionTextProps extends SectionEditorProps {
  readonly line: LineView;
  readonly acts: EditorActs;
}

/** The text itself with what stands in its margin. */
export function SectionText(props: SectionTextProps) {
  const { line, acts, section, label } = props;
  const editor = useEditor({
    extensions: extensionsFor({
      doc: line.doc,
      awareness: line.provider.awareness,
      acts,
      placeholder: m.placeholder(),
    }),
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        class: `${page.page} ${page.writable} ${css.text}`,
        'data-kind': section.kind,
        'aria-label': label,
        'aria-multiline': 'true',
        lang: 'tr',
        spellcheck: 'true',
      },
    },
  });
  return editor === null ? null : <BoundText {...props} editor={editor} />;
}

function BoundText(props: SectionTextProps & { readonly editor: Editor }) {
  const { editor, acts, view, section, bulletinId } = props;
  const { mode, isSuggesting, refusal } = useSyncExternalStore(acts.writing.subscribe, acts.writing.look);
  const [activeId, setActiveId] = useState<string | null>(null);
  const reading = useReading(editor);
  useBinding(editor, acts, setActiveId);
  const isWritable = view === 'draft' && mode !== WritingMode.READ;
  useEffect(() => {
    editor.setEditable(isWritable, false);
  }, [editor, isWritable]);
  if (view === 'clean') return <RichTextView text={reading.canonical} kind={section.kind} />;
  return (
    <div className={css.frame}>
      <div className={css.split}>
        <div className={css.paper}>
          {isWritable && isSuggesting ? <p className={css.hint}>{m.suggestHint()}</p> : null}
          <EditorContent editor={editor} />
          {isWritable ? <LiveCounter kind={section.kind} reading={reading} /> : null}
          <div role="status" className={css.refusal}>
            {refusal === null ? null : sentenceOf(refusalWords, refusal)}
          </div>
        </div>
        <Margin
          editor={editor}
          acts={acts}
          reading={reading}
          mode={mode}
          bulletinId={bulletinId}
          sectionId={section.id}
          activeId={activeId}
          onActive={setActiveId}
        />
      </div>
      <LinkDialog acts={acts} />
    </div>
  );
}

/** Counts a little behind the typing. */
function LiveCounter({ kind, reading }: { readonly kind: string; readonly reading: DraftReading }) {
  const { canonical } = useDeferredValue(reading);
  return (
    <p className={css.count}>
      <TextCounter kind={kind} text={plainText(canonical)} />
    </p>
  );
}

/** Ties the editor to the page: the toolbar serves it, places in it can be gone to, its words choose their card. */
function useBinding(editor: Editor, acts: EditorActs, onActive: (id: string | null) => void) {
  const room = useRoom();
  useEffect(() => {
    const active = activeOf(room);
    acts.bind(editor);
    const focus = () => active.set({ editor, acts });
    const choose = () => onActive(markedAt(editor));
    editor.on('focus', focus);
    editor.on('selectionUpdate', choose);
    const stopFinding = room.addFinder((id) => goToMarked(editor, id));
    return () => {
      editor.off('focus', focus);
      editor.off('selectionUpdate', choose);
      stopFinding();
      active.drop(editor);
    };
  }, [room, editor, acts, onActive]);
}

/** The suggestion or thread that the caret stands in. */
function markedAt(editor: Editor): string | null {
  const { $from } = editor.state.selection;
  const nodes = [$from.nodeBefore, $from.nodeAfter];
  for (const node of nodes) {
    const mark = node?.marks.find(({ type }) => ['insertion', 'deletion', 'comment'].includes(type.name));
    if (mark) return String(mark.attrs['id']);
  }
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const id: unknown = $from.node(depth).attrs['suggestionId'];
    if (typeof id === 'string') return id;
  }
  return null;
}
