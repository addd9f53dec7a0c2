/** Suggestions on whole blocks: a list made of paragraphs, an "ara başlık", a quotation. */
import { Fragment, type Node } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import { SuggestionKind } from '@domain/text/draft.schema';
import { suggestionsOn, type SuggestionOrigin } from '@domain/text/draft.read';
import { isOwnInsertion, suggest, suggestedAttrs, type Suggester } from './origin';
import { ownReading } from './plain-slice';

interface ChangedBlocks {
  /** How many blocks at the beginning, and at the end, are as they were. */
  readonly head: number;
  readonly tail: number;
}

function changedBlocks(before: Node, after: Node): ChangedBlocks {
  const most = Math.min(before.childCount, after.childCount);
  let head = 0;
  while (head < most && before.child(head).eq(after.child(head))) head += 1;
  let tail = 0;
  while (
    tail < most - head
    && before.child(before.childCount - 1 - tail).eq(after.child(after.childCount - 1 - tail))
  ) {
    tail += 1;
  }
  return { head, tail };
}

const sizeOf = (nodes: readonly Node[]): number => nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0);

/** Strikes a block out as a whole; one's own goes for real, and what is struck out or put in already stays so. */
function strikeBlock(tr: Transaction, pos: number, origin: SuggestionOrigin, suggester: Suggester): void {
  const node = tr.doc.nodeAt(pos);
  if (!node) return;
  if (isOwnInsertion(node, suggester)) {
    tr.delete(pos, pos + node.nodeSize);
    return;
  }
  if (suggestionsOn(node).length === 0) suggest(tr, node, pos, { from: pos, to: pos }, SuggestionKind.DELETION, origin);
}

/** Where the caret stood in the changed blocks: which textblock of them, and how far from its end. */
function caretIn(blocks: readonly Node[], offset: number): { readonly index: number; readonly left: number } {
  let place = { index: 0, left: 0 };
  let index = -1;
  Fragment.fromArray([...blocks]).descendants((node, pos) => {
    if (!node.isTextblock) return true;
    index += 1;
    if (offset > pos && offset <= pos + node.nodeSize) {
      place = { index, left: pos + 1 + node.content.size - offset };
    }
    return false;
  });
  return place;
}

function setCaret(tr: Transaction, from: number, to: number, place: { readonly index: number; readonly left: number }) {
  let index = -1;
  tr.doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true;
    if (pos >= from) index += 1;
    if (index === place.index) {
      const caret = Math.max(pos + 1, pos + 1 + node.content.size - place.left);
      tr.setSelection(TextSelection.create(tr.doc, caret));
      index += 1;
    }
    return false;
  });
}

/** Suggests the blocks of `after` instead of those that they differ from. */
export function suggestBlocks(
  tr: Transaction,
  after: Node,
  caret: number,
  origin: SuggestionOrigin,
  suggester: Suggester,
): void {
  const before = tr.doc;
  const { head, tail } = changedBlocks(before, after);
  const old = before.content.content.slice(head, before.childCount - tail);
  const changed = after.content.content.slice(head, after.childCount - tail);
  const start = sizeOf(before.content.content.slice(0, head));
  const fresh = ownReading(Fragment.fromArray(changed), suggester).content.map((node) =>
    node.type.create({ ...node.attrs, ...suggestedAttrs(SuggestionKind.INSERTION, origin) }, node.content),
  );
  const end = start + sizeOf(old);
  tr.insert(end, fresh);
  for (const index of old.keys().toArray().toReversed()) {
    strikeBlock(tr, start + sizeOf(old.slice(0, index)), origin, suggester);
  }
  const to = tr.mapping.map(end, 1);
  setCaret(tr, to - sizeOf(fresh), to, caretIn(changed, caret - start));
}
