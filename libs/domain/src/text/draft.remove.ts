import { Slice, type Node, type ResolvedPos } from 'prosemirror-model';
import { suggestionsOn, type MarkedSuggestion } from './draft.read';
import { draftSchema } from './draft.schema';

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

const endsBlock = ($pos: ResolvedPos): boolean => $pos.parentOffset === $pos.parent.content.size;

/** A split that was suggested: its words end one block and begin the next, so taking them out joins the two again. */
function isSplit(doc: Node, left: Span, right: Span): boolean {
  if (left.to >= right.from || !left.ids.some((id) => right.ids.includes(id))) return false;
  if (!endsBlock(doc.resolve(left.to)) || doc.resolve(right.from).parentOffset !== 0) return false;
  let isNeighbour = true;
  doc.nodesBetween(left.to, right.from, (node, pos) => {
    if (node.isTextblock && pos >= left.to && pos + node.nodeSize <= right.from) isNeighbour = false;
  });
  return isNeighbour;
}

/** Spans that go in one piece. */
function pieces(doc: Node, spans: readonly Span[]): Span[][] {
  const groups: Span[][] = [];
  for (const span of spans) {
    const before = groups.at(-1)?.at(-1);
    if (before && isSplit(doc, before, span)) groups.at(-1)?.push(span);
    else groups.push([span]);
  }
  return groups;
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

function withoutPiece(doc: Node, spans: readonly Span[]): Node {
  const [first] = spans;
  const last = spans.at(-1);
  const whole = first && last && spans.length > 1 ? tryReplace(doc, first.from, last.to) : null;
  return whole ?? spans.toReversed().reduce((rest, { from, to }) => without(rest, from, to), doc);
}

/** The draft without everything that `picks` names; blocks that a picked split had parted are joined. */
export function removeSuggested(doc: Node, picks: Picks): Node {
  const withoutBlocks = spansOf(doc, picks, (node) => node.isBlock)
    .toReversed()
    .reduce((rest, { from, to }) => without(rest, from, to), doc);
  return pieces(
    withoutBlocks,
    spansOf(withoutBlocks, picks, (node) => node.isInline),
  )
    .toReversed()
    .reduce(withoutPiece, withoutBlocks);
}
