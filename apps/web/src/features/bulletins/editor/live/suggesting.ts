import { Extension } from '@tiptap/core';
import type { Mark } from '@tiptap/pm/model';
import { ReplaceStep } from '@tiptap/pm/transform';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap';
import type { UndoManager } from 'yjs';
import { WritingMode } from '@domain/text/draft-change';
import { judge, readingOfDoc } from './guard';
import { anchor, isOwn } from './suggest/origin';
import { suggestTransaction } from './suggest/suggest-transaction';
import type { Writing } from './writing';

/** Changes that come out of the shared document (other people, undo, the server) are never touched again. */
const isFromDocument = (tr: Transaction): boolean => tr.getMeta(ySyncPluginKey) !== undefined;

/** Whether somebody else decided a suggestion of this person with this change. */
function isDecision(tr: Transaction, { suggester }: Writing): boolean {
  const meta = tr.getMeta(ySyncPluginKey) as { readonly isUndoRedoOperation?: boolean } | undefined;
  if (meta === undefined || meta.isUndoRedoOperation === true || !tr.docChanged) return false;
  const left = new Set(readingOfDoc(tr.doc).suggestions.map(({ id }) => id));
  return readingOfDoc(tr.before).suggestions.some((found) => isOwn(found, suggester) && !left.has(found.id));
}

const isStrange = ({ type: { name }, attrs }: Mark, { userId, officeId }: Writing['suggester']): boolean =>
  (name === 'insertion' || name === 'deletion') && (attrs['userId'] !== userId || attrs['officeId'] !== officeId);

/** What is typed into the middle of somebody else's suggestion is no part of it. */
function withoutInherited(tr: Transaction, { suggester }: Writing): Transaction {
  const strange: { from: number; to: number; mark: Mark }[] = [];
  for (const [index, step] of tr.steps.entries()) {
    if (!(step instanceof ReplaceStep) || step.slice.size === 0) continue;
    const mapping = tr.mapping.slice(index + 1);
    step.getMap().forEach((_oldFrom, _oldTo, newFrom, newTo) => {
      const [from, to] = [mapping.map(newFrom, 1), mapping.map(newTo, -1)];
      if (from >= to) return;
      tr.doc.nodesBetween(from, to, (node, pos) => {
        const range = { from: Math.max(from, pos), to: Math.min(to, pos + node.nodeSize) };
        for (const mark of node.isText ? node.marks : []) {
          if (isStrange(mark, suggester)) strange.push({ ...range, mark });
        }
      });
    });
  }
  for (const { from, to, mark } of strange) tr.removeMark(from, to, mark);
  return tr;
}

/** Everything that a person does in the text passes here: as a suggestion or directly, and only if it is theirs to do. */
export const Suggesting = Extension.create<{ writing: Writing }>({
  name: 'suggesting',
  priority: 2000,
  dispatchTransaction({ transaction, next }) {
    const { writing } = this.options;
    if (!transaction.docChanged || isFromDocument(transaction)) {
      next(transaction);
      return;
    }
    const { state } = this.editor;
    const isMove = transaction.getMeta('uiEvent') === 'drop';
    const changed = writing.isSuggesting
      ? suggestTransaction(transaction, state, writing.suggester)
      : isMove
        ? transaction
        : withoutInherited(transaction, writing);
    const refusal = judge(state.doc, changed.doc, writing);
    if (refusal === null) next(changed);
    else {
      writing.refuse(refusal);
      // The browser may have changed the page already: it is drawn anew from what the text is.
      next(state.tr.setMeta('addToHistory', false));
      this.editor.view.updateState(this.editor.view.state);
    }
  },
  /** What was decided can no longer be undone by who may only suggest: it would change the words that count. */
  onTransaction({ editor, transaction }) {
    const { writing } = this.options;
    if (writing.mode !== WritingMode.SUGGEST || !isDecision(transaction, writing)) return;
    const undo = yUndoPluginKey.getState(editor.state) as { readonly undoManager: UndoManager } | undefined;
    undo?.undoManager.clear();
  },
  addKeyboardShortcuts() {
    const skip = (step: 1 | -1) => () => {
      const { selection, doc } = this.editor.state;
      if (!(selection instanceof TextSelection) || !selection.empty) return false;
      const { nodeAfter, nodeBefore } = selection.$from;
      const isAtAnchor = step === 1 ? nodeAfter?.text?.startsWith(anchor) : nodeBefore?.text?.endsWith(anchor);
      if (isAtAnchor === true) {
        this.editor.view.dispatch(this.editor.state.tr.setSelection(TextSelection.create(doc, selection.from + step)));
      }
      // The key itself still moves the caret.
      return false;
    };
    return { ArrowRight: skip(1), ArrowLeft: skip(-1) };
  },
});
