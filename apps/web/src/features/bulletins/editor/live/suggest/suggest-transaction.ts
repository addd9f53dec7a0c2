import { Slice, type Node } from '@tiptap/pm/model';
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { AddMarkStep, RemoveMarkStep, ReplaceStep } from '@tiptap/pm/transform';
import type { SuggestionOrigin } from '@domain/text/draft.read';
import { isInOwnBlock, isOwnInsertion, newOrigin, originAt, type Suggester } from './origin';
import { ownReading } from './plain-slice';
import { suggestBlocks } from './suggest-blocks';
import { bridgesAround, keepBridges, suggestDeletion, suggestInsertion, withBorder } from './suggest-words';

interface Change {
  readonly from: number;
  readonly to: number;
  readonly slice: Slice;
}

const formats = new Set(['bold', 'italic', 'link']);

type MarkStep = AddMarkStep | RemoveMarkStep;

const isMarkStep = (step: unknown): step is MarkStep => step instanceof AddMarkStep || step instanceof RemoveMarkStep;

/** The one place where two documents differ. */
function difference(before: Node, after: Node): Change | null {
  const from = before.content.findDiffStart(after.content);
  const end = before.content.findDiffEnd(after.content);
  if (from === null || end === null) return null;
  const overlap = Math.max(0, from - Math.min(end.a, end.b));
  return { from, to: end.a + overlap, slice: after.slice(from, end.b + overlap) };
}

interface FoundChange extends Change {
  /** It is the very step, not reckoned from what came out of several. */
  readonly isExact: boolean;
}

function changeOf({ steps, before, doc }: Transaction): FoundChange | null {
  const [first, second] = steps;
  if (first instanceof ReplaceStep && steps.length === 1) {
    return { from: first.from, to: first.to, slice: first.slice, isExact: true };
  }
  // The selection goes, then something comes in its place.
  const isReplacing = first instanceof ReplaceStep && second instanceof ReplaceStep && steps.length === 2;
  if (isReplacing && first.slice.size === 0 && second.from === first.from && second.to === first.from) {
    return { from: first.from, to: first.to, slice: second.slice, isExact: true };
  }
  const found = difference(before, doc);
  return found && { ...found, isExact: false };
}

const isFlat = ({ content }: Slice): boolean => content.content.every(({ isInline }) => isInline);

/** Whether a change is one of running text; others are suggested block by block. */
function isOfWords(doc: Node, { from, to, slice, isExact }: FoundChange): boolean {
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  if (!$from.parent.inlineContent || !$to.parent.inlineContent) return false;
  if (isFlat(slice)) return isExact || $from.sameParent($to);
  return isExact;
}

/** Where the caret goes after words were struck out: "Sil" moves on, "Geri" moves back. */
function caretAfterDeletion(state: EditorState, { from, to }: Change): number {
  return state.selection.empty && state.selection.from <= from ? to : from;
}

/** Suggests other words for those of a range; gives back where they end, or where the range ended. */
function replaceWords(
  tr: Transaction,
  { from, to, slice }: Change,
  origin: SuggestionOrigin,
  suggester: Suggester,
): number {
  const first = tr.steps.length;
  const bridges = bridgesAround(tr.doc, { from, to });
  if (from < to) suggestDeletion(tr, { from, to }, origin, suggester);
  const at = tr.mapping.slice(first).map(to, -1);
  const end = slice.size > 0 ? suggestInsertion(tr, at, slice, origin, suggester) : at;
  const last = tr.steps.length;
  keepBridges(tr, bridges, first);
  return tr.mapping.slice(last).map(end, -1);
}

function suggestWords(state: EditorState, change: Change, suggester: Suggester): Transaction {
  const tr = state.tr;
  const range = withBorder(tr.doc, change, suggester);
  const origin = originAt(tr.doc, range.from, range.to, suggester);
  const end = replaceWords(tr, { ...range, slice: change.slice }, origin, suggester);
  const isDeletion = change.slice.size === 0;
  const caret = isDeletion ? tr.mapping.map(caretAfterDeletion(state, { ...change, ...range }), -1) : end;
  return tr.setSelection(TextSelection.near(tr.doc.resolve(caret), -1));
}

/** Bold, italic and links are suggested as the same words in another form. */
function suggestFormat(state: EditorState, applied: Transaction, suggester: Suggester): Transaction {
  const steps = applied.steps.filter(isMarkStep);
  const from = Math.min(...steps.map((step) => step.from));
  const to = Math.max(...steps.map((step) => step.to));
  const blocks: Change[] = [];
  state.doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true;
    const [start, end] = [Math.max(from, pos + 1), Math.min(to, pos + 1 + node.content.size)];
    const words = ownReading(applied.doc.slice(start, end).content, suggester);
    if (start < end) blocks.push({ from: start, to: end, slice: new Slice(words, 0, 0) });
    return false;
  });
  const tr = state.tr;
  for (const block of blocks.toReversed()) {
    const end = replaceWords(tr, block, newOrigin(suggester), suggester);
    tr.setSelection(TextSelection.create(tr.doc, end - block.slice.content.size, end));
  }
  return tr;
}

/** Whether everything between two places is the person's own suggestion, which they change as they like. */
function isAllOwn(doc: Node, from: number, to: number, suggester: Suggester): boolean {
  let isOwn = true;
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isInline) return true;
    isOwn &&= isOwnInsertion(node, suggester) || isInOwnBlock(doc.resolve(pos), suggester);
    return false;
  });
  return isOwn;
}

function keepMeta(tr: Transaction, original: Transaction): Transaction {
  for (const key of ['uiEvent', 'paste', 'composition', 'inputType', 'pointer']) {
    const value: unknown = original.getMeta(key);
    if (value !== undefined) tr.setMeta(key, value);
  }
  return original.scrolledIntoView ? tr.scrollIntoView() : tr;
}

/**
 * What a person did, as a suggestion of theirs: the words that count stay as they are. What they had suggested
 * themselves they change directly. Remarks pass as they are.
 */
export function suggestTransaction(original: Transaction, state: EditorState, suggester: Suggester): Transaction {
  if (!original.docChanged) return original;
  if (original.steps.every(isMarkStep)) {
    const steps = original.steps.filter(isMarkStep).filter(({ mark }) => formats.has(mark.type.name));
    const isFree = steps.every((step) => isAllOwn(state.doc, step.from, step.to, suggester));
    return isFree ? original : keepMeta(suggestFormat(state, original, suggester), original);
  }
  const change = changeOf(original);
  if (change === null) return original;
  if (isOfWords(state.doc, change)) {
    return keepMeta(suggestWords(state, change, suggester), original);
  }
  const tr = state.tr;
  suggestBlocks(tr, original.doc, original.selection.from, newOrigin(suggester), suggester);
  return keepMeta(tr, original);
}
