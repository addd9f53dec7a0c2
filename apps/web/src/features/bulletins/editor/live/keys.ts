import { Extension } from '@tiptap/core';
import type { EditorActs } from './editor-acts';
import { isOneLine } from './writing';

/** Word's own keys. None with Ctrl+Alt: that is AltGr on Turkish keyboards. */
export const Keys = Extension.create<{ kind: string; acts: EditorActs | null }>({
  name: 'keys',
  priority: 1500,
  addOptions: () => ({ kind: '', acts: null }),
  addKeyboardShortcuts() {
    const { editor } = this;
    const { kind, acts } = this.options;
    const isLine = isOneLine(kind);
    const whereFormatted = (run: () => boolean) => () => isLine || run();
    return {
      'Mod-b': whereFormatted(() => editor.commands.toggleMark('bold')),
      'Mod-i': whereFormatted(() => editor.commands.toggleMark('italic')),
      // Without a selection Ctrl+K stays the palette's.
      'Mod-k': () => !isLine && !editor.state.selection.empty && acts?.askLink() === true,
      'Mod-Shift-e': () => acts?.toggleSuggesting() ?? false,
      'Mod-Shift-y': () => acts?.askComment() ?? false,
      'Mod-s': () => acts?.confirmSaved() ?? false,
      F7: () => acts?.nextFinding() ?? false,
      Enter: () => isLine || editor.commands.splitListItem('listItem'),
      'Shift-Enter': () => isLine || editor.commands.insertContent({ type: 'hardBreak' }),
      Tab: () => editor.commands.sinkListItem('listItem'),
      'Shift-Tab': () => editor.commands.liftListItem('listItem'),
      Backspace: () => {
        const { empty, $from } = editor.state.selection;
        const isAtStart =
          empty && $from.parentOffset === 0 && $from.depth > 1 && $from.node(-1).type.name === 'listItem';
        return isAtStart && $from.index(-1) === 0 && $from.index(-2) === 0 && editor.commands.liftListItem('listItem');
      },
    };
  },
});
