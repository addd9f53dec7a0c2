import type { Attrs, Node, ResolvedPos } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { suggestionsOn, type SuggestionOrigin } from '@domain/text/draft.read';
import { SuggestionKind } from '@domain/text/draft.schema';

/** In whose name suggestions are made, and with which ids and times. */
export interface Suggester {
  readonly userId: string;
  readonly officeId: string;
  /** A new UUID: two people without a network must never share one. */
  readonly newId: () => string;
  /** Now, UTC, ISO 8601. */
  readonly now: () => string;
}

/** A place where a suggestion touches the edge of a block and there is no letter to carry it. */
export const anchor = '\u200B';

type Owner = Pick<Suggester, 'userId' | 'officeId'>;

export const isOwn = (origin: SuggestionOrigin, { userId, officeId }: Owner): boolean =>
  origin.userId === userId && origin.officeId === officeId;

/** Everybody's suggestions of this kind on this very node; of insertions there is at most one. */
export function allOf(node: Node | null | undefined, kind: SuggestionKind): readonly SuggestionOrigin[] {
  return node ? suggestionsOn(node).filter((suggestion) => suggestion.kind === kind) : [];
}

/** The suggestion of this kind that lies on this very node. */
export function suggestionOf(node: Node | null | undefined, kind: SuggestionKind): SuggestionOrigin | null {
  return allOf(node, kind)[0] ?? null;
}

export const isOwnInsertion = (node: Node | null | undefined, owner: Owner): boolean => {
  const origin = suggestionOf(node, SuggestionKind.INSERTION);
  return origin !== null && isOwn(origin, owner);
};

/** Whether the place lies in a block that the same person suggests as a whole: words there need no marks of their own. */
export function isInOwnBlock($pos: ResolvedPos, owner: Owner): boolean {
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    if (isOwnInsertion($pos.node(depth), owner)) return true;
  }
  return false;
}

/** Without its kind. */
export const originOf = ({ id, userId, officeId, at }: SuggestionOrigin): SuggestionOrigin => ({
  id,
  userId,
  officeId,
  at,
});

/** The suggestion that a change grows: the same person's own right beside it, else a new one. */
export function originAt(doc: Node, from: number, to: number, suggester: Suggester): SuggestionOrigin {
  const beside = [doc.resolve(from).nodeBefore, doc.resolve(to).nodeAfter, doc.resolve(from).nodeAfter];
  for (const node of beside) {
    const own = node ? suggestionsOn(node).find((suggestion) => isOwn(suggestion, suggester)) : undefined;
    if (own && node?.isInline) return originOf(own);
  }
  return newOrigin(suggester);
}

export function newOrigin({ userId, officeId, newId, now }: Suggester): SuggestionOrigin {
  return { id: newId(), userId, officeId, at: now() };
}

/** The attributes of a block or break that is suggested. */
export function suggestedAttrs(kind: SuggestionKind | null, origin: SuggestionOrigin | null): Attrs {
  return {
    suggestion: kind,
    suggestionId: origin?.id ?? null,
    suggestionUserId: origin?.userId ?? null,
    suggestionOfficeId: origin?.officeId ?? null,
    suggestionAt: origin?.at ?? null,
  };
}

/** Marks the part of a node between two positions: words by a mark, breaks and blocks by their attributes. */
export function suggest(
  tr: Transaction,
  node: Node,
  pos: number,
  range: { readonly from: number; readonly to: number },
  kind: SuggestionKind,
  origin: SuggestionOrigin,
): void {
  if (node.isText) {
    const mark = tr.doc.type.schema.mark(kind, { ...origin });
    tr.addMark(Math.max(pos, range.from), Math.min(pos + node.nodeSize, range.to), mark);
    return;
  }
  for (const [name, value] of Object.entries(suggestedAttrs(kind, origin))) tr.setNodeAttribute(pos, name, value);
}

/** An anchor that carries a suggestion. */
export function anchorNode(tr: Transaction, kind: SuggestionKind, origin: SuggestionOrigin): Node {
  const { schema } = tr.doc.type;
  return schema.text(anchor, [schema.mark(kind, { ...origin })]);
}
