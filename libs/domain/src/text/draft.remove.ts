import { Fragment, Slice, type Mark, type Node } from 'prosemirror-model';
import { suggestionsOn, type MarkedSuggestion } from './draft.read';
import { draftSchema } from './draft.schema';

/** Anchors that editors need where a suggestion begins or ends at the edge of a block; no part of any text. */
export const anchor = '\u200B';

interface Span {
  readonly from: number;
  readonly to: number;
  /** Ids of the suggestions that take it out. */
  readonly ids: readonly string[];
}

export type Picks = (suggestion: MarkedSuggestion) => boolean;

/** What is picked of one sort, outermost first, in reading order. */
function spansOf(doc: Node, picks: Picks, isWanted: (node: Node) => boolean): Span[] {
  const spans: Span[] = [];
  doc.descendants((node, pos) => {
    const ids = suggestionsOn(node)
      .filter(picks)
      .map(({ id }) => id);
    if (ids.length === 0 || !isWanted(node)) return true;
    spans.push({ from: pos, to: pos + node.nodeSize, ids });
    return false;
  });
  return spans;
}

function tryReplace(doc: Node, from: number, to: number): Node | null {
  try {
    const changed = doc.replace(from, to, Slice.empty);
    changed.check();
    return changed;
  } catch {
    return null;
  }
}

/** Takes one span out, and the blocks around it that would be left empty. */
function without(doc: Node, from: number, to: number): Node {
  const changed = tryReplace(doc, from, to);
  if (changed) return changed;
  const $from = doc.resolve(from);
  if ($from.depth === 0) return draftSchema.node('doc', null, [draftSchema.node('paragraph')]);
  return without(doc, $from.before(), $from.after());
}

/** A textblock, by the positions of its content, with what is picked in it. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly spans: readonly Span[];
}

function linesOf(doc: Node, picks: Picks): Line[] {
  const spans = spansOf(doc, picks, (node) => node.isInline);
  const lines: Line[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const [start, end] = [pos + 1, pos + 1 + node.content.size];
    lines.push({ start, end, spans: spans.filter(({ from, to }) => from >= start && to <= end) });
    return false;
  });
  return lines;
}

const idsIn = ({ spans }: Line): readonly string[] => spans.flatMap(({ ids }) => ids);

/**
 * A suggestion that lies in two neighbouring blocks reaches over their border: what parted them, or takes the border
 * out. Words of others that came to lie between it and the border change nothing of that.
 */
const isBorderPicked = (left: Line, right: Line): boolean => idsIn(left).some((id) => idsIn(right).includes(id));

const isCovered = ({ from, to }: Span, line: Line): boolean =>
  line.spans.some((span) => span.from <= from && span.to >= to);

/** Whether nothing of a suggestion would be left in a line without what is picked there. */
const isHidden = (line: Line, all: Line, id: string): boolean =>
  all.spans.filter(({ ids }) => ids.includes(id)).every((span) => isCovered(span, line));

interface Edge {
  readonly at: number;
  readonly id: string;
}

/** Where the strike of others on a border would be forgotten with the words beside it; last place first. */
function forgottenEdges(doc: Node, picks: Picks, others: Picks): Edge[] {
  const lines = linesOf(doc, picks);
  const all = linesOf(doc, others);
  return lines
    .flatMap((left, index) => {
      const [right, allLeft, allRight] = [lines[index + 1], all[index], all[index + 1]];
      if (!right || !allLeft || !allRight || isBorderPicked(left, right)) return [];
      const shared = [...new Set(idsIn(allLeft))].filter((id) => idsIn(allRight).includes(id));
      return shared.flatMap((id) => [
        ...(isHidden(left, allLeft, id) ? [{ at: left.end, id }] : []),
        ...(isHidden(right, allRight, id) ? [{ at: right.start, id }] : []),
      ]);
    })
    .toReversed();
}

/**
 * Before words go that `picks` names: the strikes of `others` on the borders beside them get an anchor of their own,
 * so that the border still goes with them.
 */
export function anchorEdges(doc: Node, picks: Picks, others: Picks): Node {
  const marks = new Map<string, Mark>();
  doc.descendants((node) => {
    for (const mark of node.marks) if (mark.type.name === 'deletion') marks.set(String(mark.attrs['id']), mark);
  });
  return forgottenEdges(doc, picks, others).reduce((rest, { at, id }) => {
    const mark = marks.get(id);
    if (!mark) return rest;
    return rest.replace(at, at, new Slice(Fragment.from(draftSchema.text(anchor, [mark])), 0, 0));
  }, doc);
}

/** The draft without everything that `picks` names; blocks that a picked split had parted are joined. */
export function removeSuggested(doc: Node, picks: Picks): Node {
  const withoutBlocks = spansOf(doc, picks, (node) => node.isBlock)
    .toReversed()
    .reduce((rest, { from, to }) => without(rest, from, to), doc);
  const lines = linesOf(withoutBlocks, picks);
  return lines.reduceRight((rest, line, index) => {
    const next = lines[index + 1];
    const joined = next && isBorderPicked(line, next) ? tryReplace(rest, line.end, next.start) : null;
    return line.spans.toReversed().reduce((left, { from, to }) => without(left, from, to), joined ?? rest);
  }, withoutBlocks);
}
