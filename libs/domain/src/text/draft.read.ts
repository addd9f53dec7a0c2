import { Fragment, type Attrs, type Mark, type Node } from 'prosemirror-model';
import { DomainError, ErrorCode } from '../errors';
import { isId } from '../ids';
import { draftSchema, SuggestionKind } from './draft.schema';
import { linkAddress } from './link-address';
import { hasForbiddenCharacters } from './rich-text.parse';

/** Whose suggestion it is. */
export interface SuggestionOrigin {
  /** UUID of the suggestion; words and blocks that share it are decided together. */
  readonly id: string;
  readonly userId: string;
  readonly officeId: string;
  /** When it was begun, as its author's device says (UTC, ISO 8601). */
  readonly at: string;
}

export interface MarkedSuggestion extends SuggestionOrigin {
  readonly kind: SuggestionKind;
}

type Members = Readonly<Record<string, unknown>>;

/** Twice what a finished text may be nested: levels below the document. */
const maxDepth = 16;
const maxNodes = 12_000;

/** UTF-16 code units, suggestions included. */
const maxLength = 300_000;

interface Walk {
  nodes: number;
  codeUnits: number;
}

function invalid(message: string): DomainError {
  return new DomainError(ErrorCode.INVALID, { message: `reading a draft: ${message}` });
}

function membersOf(value: unknown): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid('an object is needed');
  return value as Members;
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw invalid('a list is needed');
  return value as readonly unknown[];
}

const own = (members: Members, key: string): unknown => (Object.hasOwn(members, key) ? members[key] : undefined);

function idOf(value: unknown): string {
  if (typeof value !== 'string' || !isId(value)) throw invalid('a UUID is needed');
  return value;
}

function instantOf(value: unknown): string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/.test(value)) {
    throw invalid('an instant in UTC is needed');
  }
  return value;
}

function readMark(value: unknown): Mark {
  const members = membersOf(value);
  const type = own(members, 'type');
  if (type === 'bold' || type === 'italic') return draftSchema.mark(type);
  const attrs = membersOf(own(members, 'attrs') ?? {});
  if (type === 'link') {
    const href = linkAddress(own(attrs, 'href'));
    if (href === null) throw invalid('only http, https, mailto and tel may be linked to');
    return draftSchema.mark(type, { href });
  }
  if (type === 'comment') return draftSchema.mark(type, { id: idOf(own(attrs, 'id')) });
  if (type !== SuggestionKind.INSERTION && type !== SuggestionKind.DELETION) throw invalid('unknown mark');
  return draftSchema.mark(type, {
    id: idOf(own(attrs, 'id')),
    userId: idOf(own(attrs, 'userId')),
    officeId: idOf(own(attrs, 'officeId')),
    at: instantOf(own(attrs, 'at')),
  });
}

/** Attributes that we know; every other one is dropped, as in a finished text. */
function readAttrs(type: string, value: unknown): Attrs {
  const attrs = membersOf(value ?? {});
  const level = type === 'heading' ? { level: 2 } : {};
  const kind = own(attrs, 'suggestion') ?? null;
  if (kind === null) return level;
  if (kind !== SuggestionKind.INSERTION && kind !== SuggestionKind.DELETION) throw invalid('unknown suggestion');
  return {
    ...level,
    suggestion: kind,
    suggestionId: idOf(own(attrs, 'suggestionId')),
    suggestionUserId: idOf(own(attrs, 'suggestionUserId')),
    suggestionOfficeId: idOf(own(attrs, 'suggestionOfficeId')),
    suggestionAt: instantOf(own(attrs, 'suggestionAt')),
  };
}

function readText(members: Members, walk: Walk): Node | null {
  const text = own(members, 'text');
  if (typeof text !== 'string') throw invalid('a text is needed');
  walk.codeUnits += text.length;
  if (walk.codeUnits > maxLength) throw invalid('the text is too long');
  if (hasForbiddenCharacters(text)) throw invalid('control characters are not allowed');
  const marks = listOf(own(members, 'marks')).map(readMark);
  return text === '' ? null : draftSchema.text(text, withoutStrikesOnProposed(marks));
}

/** Words that are not in the text yet cannot be taken out of it: a strike that grew over them at the same time is not on them. */
function withoutStrikesOnProposed(marks: readonly Mark[]): Mark[] {
  const isProposed = marks.some(({ type }) => type.name === 'insertion');
  return marks.filter(({ type }) => !isProposed || type.name !== 'deletion');
}

function readNode(value: unknown, depth: number, walk: Walk): Node | null {
  walk.nodes += 1;
  if (walk.nodes > maxNodes) throw invalid('the text has too many parts');
  if (depth > maxDepth) throw invalid('the text is nested too deeply');
  const members = membersOf(value);
  const type = own(members, 'type');
  if (type === 'text') return readText(members, walk);
  if (typeof type !== 'string' || type === 'doc' || !Object.hasOwn(draftSchema.nodes, type))
    throw invalid('unknown node');
  const attrs = readAttrs(type, own(members, 'attrs'));
  const content = listOf(own(members, 'content')).map((child) => readNode(child, depth + 1, walk));
  return fitting(type, attrs, present(content));
}

/** What two people's changes left without sense (a list without items) is left out, as every editor leaves it out. */
function fitting(type: string, attrs: Attrs, content: readonly Node[]): Node | null {
  try {
    return draftSchema.node(type, attrs, Fragment.fromArray([...content]));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const present = (nodes: readonly (Node | null)[]): Node[] => nodes.filter((node) => node !== null);

/**
 * Reads a draft from outside. Blocks that do not fit into each other are left out, since that is what concurrent
 * changes may leave behind; an empty document is one empty paragraph. Refuses with INVALID what no editor of ours
 * writes: unknown nodes and marks, forbidden link addresses, suggestions without an author, too many parts.
 */
export function readDraft(json: unknown): Node {
  const members = membersOf(json);
  if (own(members, 'type') !== 'doc') throw invalid('the outermost node must be "doc"');
  const walk: Walk = { nodes: 1, codeUnits: 0 };
  const blocks = present(listOf(own(members, 'content')).map((child) => readNode(child, 1, walk)));
  const fit = blocks.filter((node) => node.isBlock && node.type.name !== 'listItem');
  return draftSchema.node('doc', null, fit.length === 0 ? [draftSchema.node('paragraph')] : fit);
}

/** The suggestion marks and attributes that lie on this very node. */
export function suggestionsOn(node: Node): MarkedSuggestion[] {
  const { suggestion, suggestionId, suggestionUserId, suggestionOfficeId, suggestionAt } = node.attrs;
  const whole = suggestion
    ? [{ kind: suggestion, id: suggestionId, userId: suggestionUserId, officeId: suggestionOfficeId, at: suggestionAt }]
    : [];
  const marked = node.marks.flatMap(({ type, attrs: { id, userId, officeId, at } }) =>
    type.name === 'insertion' || type.name === 'deletion' ? [{ kind: type.name, id, userId, officeId, at }] : [],
  );
  return [...whole, ...marked] as MarkedSuggestion[];
}
