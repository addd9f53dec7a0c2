import type { Mark, Node } from 'prosemirror-model';
import { DomainError, ErrorCode } from '../errors';
import { parseRichText, type RichText } from './rich-text';
import { readDraft, suggestionsOn, type MarkedSuggestion, type SuggestionOrigin } from './draft.read';
import { anchor, anchorEdges, removeSuggested } from './draft.remove';
import { draftSchema, SuggestionKind } from './draft.schema';

/** ProseMirror JSON of `draftSchema`, as the shared document gives it. */
export interface DraftJson {
  readonly type: 'doc';
  readonly content?: readonly unknown[];
}

/** An open suggestion as cards show it. */
export interface Suggestion extends SuggestionOrigin {
  /** Words that would come in; a line break stands for a new block or a hard break. */
  readonly inserted: string;
  /** Words that would go out. */
  readonly deleted: string;
}

const isInsertion = ({ kind }: MarkedSuggestion): boolean => kind === SuggestionKind.INSERTION;

/** The text of a node without suggestions, remarks and anchors, as JSON of a finished text. */
function plainJson(node: Node): unknown {
  if (node.isText) {
    const isSuggested = suggestionsOn(node).length > 0;
    const text = isSuggested ? node.text?.replaceAll(anchor, '') : node.text;
    const marks = node.marks.flatMap(({ type, attrs }) =>
      type.name === 'link' ? [{ type: 'link', attrs }] : isLasting(type.name) ? [{ type: type.name }] : [],
    );
    return { type: 'text', text, marks };
  }
  return { type: node.type.name, content: node.content.content.map(plainJson) };
}

const isLasting = (mark: string): boolean => mark === 'bold' || mark === 'italic';

/** `canonicalOf` of a draft that has been read. */
export function canonicalOfDraft(doc: Node): RichText {
  return parseRichText(plainJson(removeSuggested(doc, isInsertion)));
}

/**
 * The words that count: the draft as if every open suggestion were rejected, without remarks, in canonical form.
 * It is what is hashed, signed and released (ADR 12). Refuses INVALID as `readDraft` and `parseRichText` do.
 */
export function canonicalOf(json: unknown): RichText {
  return canonicalOfDraft(readDraft(json));
}

/** What every part of a draft is: read in order, with the blocks and words that suggestions put in or take out. */
interface Part {
  readonly text: string;
  readonly insertedBy: SuggestionOrigin | null;
  readonly deletedBy: readonly SuggestionOrigin[];
  readonly anchorIds: readonly string[];
}

function partsOf(doc: Node): Part[] {
  const parts: Part[] = [];
  const walk = (node: Node, inherited: Omit<Part, 'text' | 'anchorIds'>): void => {
    const on = suggestionsOn(node);
    const insertedBy = on.find(isInsertion) ?? inherited.insertedBy;
    const deletedBy = [...inherited.deletedBy, ...on.filter((suggestion) => !isInsertion(suggestion))];
    const context = { insertedBy, deletedBy };
    const anchorIds = node.marks.filter(({ type }) => type.name === 'comment').map(({ attrs }) => String(attrs['id']));
    if (node.isText) parts.push({ ...context, anchorIds, text: (node.text ?? '').replaceAll(anchor, '') });
    else if (node.isLeaf || (node.isBlock && on.length > 0)) parts.push({ ...context, anchorIds, text: '\n' });
    node.forEach((child) => walk(child, context));
  };
  walk(doc, { insertedBy: null, deletedBy: [] });
  return parts;
}

function twoOrigins(): DomainError {
  return new DomainError(ErrorCode.INVALID, { message: 'reading a draft: one suggestion of two authors' });
}

/** `suggestionsIn` of a draft that has been read. Refuses INVALID when one id stands for two authors. */
export function suggestionsInDraft(doc: Node): Suggestion[] {
  const found = new Map<string, Suggestion>();
  const add = (
    { id, userId, officeId, at }: SuggestionOrigin,
    more: Pick<Suggestion, 'inserted' | 'deleted'>,
  ): void => {
    const known = found.get(id) ?? { id, userId, officeId, at, inserted: '', deleted: '' };
    if (known.userId !== userId || known.officeId !== officeId || known.at !== at) throw twoOrigins();
    found.set(id, { ...known, inserted: known.inserted + more.inserted, deleted: known.deleted + more.deleted });
  };
  for (const { text, insertedBy, deletedBy } of partsOf(doc)) {
    if (insertedBy) add(insertedBy, { inserted: text, deleted: '' });
    // Words that are not in the text yet cannot be taken out of it.
    for (const origin of deletedBy) add(origin, { inserted: '', deleted: insertedBy ? '' : text });
  }
  return [...found.values()];
}

/** What a suggestion strikes out. */
export interface Strikes {
  /** Words that carry its mark. */
  readonly words: string;
  /** Blocks and hard breaks that it strikes out as a whole. Such a place has room for one suggestion. */
  readonly wholes: number;
}

/** What each suggestion strikes out, by its id. */
export function strikesInDraft(doc: Node): ReadonlyMap<string, Strikes> {
  const strikes = new Map<string, Strikes>();
  doc.descendants((node) => {
    for (const { id, kind } of suggestionsOn(node)) {
      if (kind !== SuggestionKind.DELETION) continue;
      const { words, wholes } = strikes.get(id) ?? { words: '', wholes: 0 };
      const text = (node.text ?? '').replaceAll(anchor, '');
      strikes.set(id, node.isText ? { words: words + text, wholes } : { words, wholes: wholes + 1 });
    }
  });
  return strikes;
}

/** Every open suggestion, in the order in which it begins in the text. */
export function suggestionsIn(json: unknown): Suggestion[] {
  return suggestionsInDraft(readDraft(json));
}

/** Which words each thread of remarks is anchored on, by `anchorId`, not counting what is only proposed. */
export function anchorsInDraft(doc: Node): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  for (const { text, anchorIds, insertedBy } of partsOf(doc)) {
    for (const id of anchorIds) anchors.set(id, (anchors.get(id) ?? '') + (insertedBy ? '' : text));
  }
  return anchors;
}

/** Lets what carries the suggestion stand as plain text. */
function unmarked(node: Node, id: string): Node {
  const isMine = suggestionsOn(node).some((suggestion) => suggestion.id === id);
  const marks = node.marks.filter((mark) => !isSuggestionMark(mark, id));
  if (node.isText) {
    const text = isMine ? (node.text ?? '').replaceAll(anchor, '') : (node.text ?? '');
    return text === '' ? node.mark(marks) : draftSchema.text(text, marks);
  }
  const attrs = isMine && node.attrs['suggestionId'] === id ? plainAttrs(node) : node.attrs;
  const content = node.content.content.flatMap((child) => (isBareAnchor(child, id) ? [] : [unmarked(child, id)]));
  return node.type.create(attrs, content, marks);
}

const isSuggestionMark = ({ type, attrs }: Mark, id: string): boolean =>
  (type.name === 'insertion' || type.name === 'deletion') && attrs['id'] === id;

/** An anchor of this suggestion alone. */
const isBareAnchor = (node: Node, id: string): boolean =>
  node.isText && node.text?.replaceAll(anchor, '') === '' && isOnlyOn(suggestionsOn(node), id);

const isOnlyOn = (suggestions: readonly MarkedSuggestion[], id: string): boolean =>
  suggestions.length > 0 && suggestions.every((suggestion) => suggestion.id === id);

function plainAttrs(node: Node): Record<string, unknown> {
  return node.type.name === 'heading' ? { level: node.attrs['level'] as number } : {};
}

function decide(json: unknown, id: string, removed: SuggestionKind): DraftJson {
  const picks = (suggestion: MarkedSuggestion): boolean => suggestion.id === id && suggestion.kind === removed;
  const others = ({ id: other, kind }: MarkedSuggestion): boolean => other !== id && kind === SuggestionKind.DELETION;
  const rest = removeSuggested(anchorEdges(readDraft(json), picks, others), picks);
  return unmarked(rest, id).toJSON() as DraftJson;
}

/** The draft with a suggestion carried out; unchanged where there is none of that id. */
export function accept(json: unknown, id: string): DraftJson {
  return decide(json, id, SuggestionKind.DELETION);
}

/** The draft with a suggestion dropped; the canonical text stays as it was. */
export function reject(json: unknown, id: string): DraftJson {
  return decide(json, id, SuggestionKind.INSERTION);
}
