import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { suggestionsOn } from '@domain/text/draft.read';

const key = new PluginKey<string | null>('highlight');

function decorate(state: EditorState): DecorationSet {
  const id = key.getState(state) ?? null;
  if (id === null) return DecorationSet.empty;
  const decorations: Decoration[] = [];
  state.doc.descendants((node, pos) => {
    const isIt =
      suggestionsOn(node).some((suggestion) => suggestion.id === id)
      || node.marks.some(({ type, attrs }) => type.name === 'comment' && attrs['id'] === id);
    if (!isIt) return;
    const place = [pos, pos + node.nodeSize, { class: 'active' }] as const;
    decorations.push(node.isInline ? Decoration.inline(...place) : Decoration.node(...place));
  });
  return DecorationSet.create(state.doc, decorations);
}

/** Shows which words the card in the margin is about that has the focus. */
export const Highlight = Extension.create({
  name: 'highlight',
  addProseMirrorPlugins: () => [
    new Plugin<string | null>({
      key,
      state: {
        init: () => null,
        apply: (tr, before) => {
          const meta = tr.getMeta(key) as string | null | undefined;
          return meta === undefined ? before : meta;
        },
      },
      props: { decorations: decorate },
    }),
  ],
});

export function highlight(editor: Editor, id: string | null): void {
  if (!editor.isDestroyed) editor.view.dispatch(editor.state.tr.setMeta(key, id));
}
