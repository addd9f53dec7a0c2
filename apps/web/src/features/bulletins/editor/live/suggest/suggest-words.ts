/** Suggestions on running text: words struck out, words put in, paragraphs split or joined. */
import type { Node, ResolvedPos, Slice } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { SuggestionKind } from '@domain/text/draft.schema';
import { suggestionsOn, type SuggestionOrigin } from '@domain/text/draft.read';
import {
  allOf,
  anchor,
  anchorNode,
  isInOwnBlock,
  isOwn,
  isOwnInsertion,
  originOf,
  suggest,
  suggestionOf,
  type Suggester,
} from './origin';
import { plainSlice } from './plain-slice';

interface Range {
  readonly from: number;
  readonly to: number;
}

/** A textblock that a range touches; positions of its content. */
interface Touched {
  readonly start: number;
  readonly end: number;
}

function touchedBlocks(doc: Node, { from, to }: Range): Touched[] {
  const blocks: Touched[] = [];
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true;
    const block = { start: pos + 1, end: pos + 1 + node.content.size };
    if (block.start <= to && block.end >= from) blocks.push(block);
    return false;
  });
  return blocks;
}

interface Piece extends Range {
  readonly node: Node;
  readonly pos: number;
}

function inlinePieces(doc: Node, { from, to }: Range): Piece[] {
  const pieces: Piece[] = [];
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isInline) return true;
    const piece = { node, pos, from: Math.max(pos, from), to: Math.min(pos + node.nodeSize, to) };
    if (piece.from < piece.to) pieces.push(piece);
    return false;
  });
  return pieces;
}

/** Whether two neighbouring blocks were parted by a suggestion of the same person, which may take it back for real. */
function isOwnSplit(doc: Node, left: Touched, right: Touched, suggester: Suggester): boolean {
  const before = doc.resolve(left.end).nodeBefore;
  const after = doc.resolve(right.start).nodeAfter;
  const isSame =
    suggestionOf(before, SuggestionKind.INSERTION)?.id === suggestionOf(after, SuggestionKind.INSERTION)?.id;
  const isWhole = isInOwnBlock(doc.resolve(left.start), suggester) && isInOwnBlock(doc.resolve(right.start), suggester);
  return isWhole || (isSame && isOwnInsertion(before, suggester) && isOwnInsertion(after, suggester));
}

/** Strikes words out; what the same person had put in goes for real, what others put in stays theirs. */
function strikeWords(tr: Transaction, range: Range, origin: SuggestionOrigin, suggester: Suggester): void {
  for (const piece of inlinePieces(tr.doc, range).toReversed()) {
    const { node, pos, from, to } = piece;
    if (isOwnInsertion(node, suggester) || isInOwnBlock(tr.doc.resolve(from), suggester)) tr.delete(from, to);
    else if (hasRoom(node, suggester)) suggest(tr, node, pos, { from, to }, SuggestionKind.DELETION, origin);
  }
}

/** Words may be struck out by several people; breaks have room for one suggestion. */
const hasRoom = (node: Node, suggester: Suggester): boolean =>
  suggestionsOn(node).every(
    (found) => node.isText && found.kind === SuggestionKind.DELETION && !isOwn(found, suggester),
  );

const carries = (node: Node | null, kind: SuggestionKind, id: string): boolean =>
  allOf(node, kind).some((found) => found.id === id);

/** Lets a suggestion reach the end of one block and the beginning of the next, so that both are seen to belong together. */
function bridge(tr: Transaction, left: number, right: number, kind: SuggestionKind, origin: SuggestionOrigin) {
  if (!carries(tr.doc.resolve(right).nodeAfter, kind, origin.id)) tr.insert(right, anchorNode(tr, kind, origin));
  if (!carries(tr.doc.resolve(left).nodeBefore, kind, origin.id)) tr.insert(left, anchorNode(tr, kind, origin));
}

function endsWithAnchor(node: Node | null, suggester: Suggester): boolean {
  return isOwnInsertion(node, suggester) && node?.text?.endsWith(anchor) === true;
}

function startsWithAnchor(node: Node | null, suggester: Suggester): boolean {
  return isOwnInsertion(node, suggester) && node?.text?.startsWith(anchor) === true;
}

/** Takes back a split of one's own. */
function join(tr: Transaction, left: number, right: number, suggester: Suggester): void {
  const from = endsWithAnchor(tr.doc.resolve(left).nodeBefore, suggester) ? left - 1 : left;
  const to = startsWithAnchor(tr.doc.resolve(right).nodeAfter, suggester) ? right + 1 : right;
  tr.delete(from, to);
}

/** A deletion of nothing but the anchor at a block's start means the border before it. */
export function withBorder(doc: Node, range: Range, suggester: Suggester): Range {
  const $from = doc.resolve(range.from);
  const isAnchor = doc.textBetween(range.from, range.to) === anchor && range.to - range.from === 1;
  if (!isAnchor || $from.parentOffset !== 0 || !isOwnInsertion($from.nodeAfter, suggester)) return range;
  const left = touchedBlocks(doc, { from: 0, to: $from.before() - 1 }).at(-1);
  return left ? { from: left.end, to: range.to } : range;
}

/** A border between two blocks that a suggestion reaches over. */
export interface Bridge {
  readonly left: number;
  readonly right: number;
  readonly kind: SuggestionKind;
  readonly origin: SuggestionOrigin;
}

/** The bridges in a range and at its outer borders. */
export function bridgesAround(doc: Node, { from, to }: Range): Bridge[] {
  const wide = { from: Math.max(0, from - reach), to: Math.min(doc.content.size, to + reach) };
  const blocks = touchedBlocks(doc, wide);
  return blocks.slice(1).flatMap(({ start }, index) => {
    const left = blocks[index]?.end ?? start;
    return kinds.flatMap((kind) =>
      allOf(doc.resolve(left).nodeBefore, kind)
        .filter(({ id }) => carries(doc.resolve(start).nodeAfter, kind, id))
        .map((origin) => ({ left, right: start, kind, origin })),
    );
  });
}

const kinds = [SuggestionKind.INSERTION, SuggestionKind.DELETION] as const;

/** A border is at most that far from the words beside it: two nested blocks that end, two that begin. */
const reach = 20;

/** Builds up again what a change beside them left of bridges; those that went with their border stay away. */
export function keepBridges(tr: Transaction, bridges: readonly Bridge[], first: number): void {
  for (const { left, right, kind, origin } of bridges.toReversed()) {
    const mapping = tr.mapping.slice(first);
    const [end, start] = [tr.doc.resolve(mapping.map(left, 1)), tr.doc.resolve(mapping.map(right, -1))];
    const isBorder = end.parent.isTextblock && start.parent.isTextblock && !end.sameParent(start);
    if (isBorder && end.pos < start.pos) bridge(tr, end.end(), start.start(), kind, originOf(origin));
  }
}

/** Suggests to leave a range out. */
export function suggestDeletion(tr: Transaction, range: Range, origin: SuggestionOrigin, suggester: Suggester): void {
  const first = tr.steps.length;
  const blocks = touchedBlocks(tr.doc, range);
  const borders = blocks.slice(1).map((right, index) => ({ left: blocks[index] ?? right, right }));
  const own = borders.map(({ left, right }) => isOwnSplit(tr.doc, left, right, suggester));
  strikeWords(tr, range, origin, suggester);
  for (const [index, { left, right }] of [...borders.entries()].toReversed()) {
    const mapping = tr.mapping.slice(first);
    const [leftEnd, rightStart] = [mapping.map(left.end, -1), mapping.map(right.start, -1)];
    if (own[index] === true) join(tr, leftEnd, rightStart, suggester);
    else bridge(tr, leftEnd, rightStart, SuggestionKind.DELETION, origin);
  }
}

/** Words are not put into the middle of what is struck out, but after it. */
function afterStruck($pos: ResolvedPos): number {
  const before = allOf($pos.nodeBefore, SuggestionKind.DELETION);
  if (!before.some(({ id }) => carries($pos.nodeAfter, SuggestionKind.DELETION, id))) return $pos.pos;
  let pos = $pos.pos;
  for (
    let node = $pos.nodeAfter;
    node && suggestionOf(node, SuggestionKind.DELETION);
    node = $pos.doc.resolve(pos).nodeAfter
  ) {
    pos += node.nodeSize;
  }
  return pos;
}

function markInserted(tr: Transaction, range: Range, origin: SuggestionOrigin): void {
  const found: { node: Node; pos: number }[] = [];
  tr.doc.nodesBetween(range.from, range.to, (node, pos) => {
    const isWhole = node.isInline || (pos >= range.from && pos + node.nodeSize <= range.to);
    if (isWhole) found.push({ node, pos });
    return !isWhole;
  });
  for (const { node, pos } of found) suggest(tr, node, pos, range, SuggestionKind.INSERTION, origin);
}

/** Suggests to put content in; gives back where it ends. */
export function suggestInsertion(
  tr: Transaction,
  at: number,
  slice: Slice,
  origin: SuggestionOrigin,
  suggester: Suggester,
): number {
  const from = afterStruck(tr.doc.resolve(at));
  const isFree = isInOwnBlock(tr.doc.resolve(from), suggester);
  const first = tr.steps.length;
  tr.replace(from, from, plainSlice(slice));
  const to = tr.mapping.slice(first).map(from, 1);
  if (isFree) return to;
  markInserted(tr, { from, to }, origin);
  const [left, right] = [tr.doc.resolve(from), tr.doc.resolve(to)];
  if (!left.parent.isTextblock || !right.parent.isTextblock || left.sameParent(right)) return to;
  const second = tr.steps.length;
  bridge(tr, left.end(), right.start(), SuggestionKind.INSERTION, origin);
  return tr.mapping.slice(second).map(to, 1);
}
