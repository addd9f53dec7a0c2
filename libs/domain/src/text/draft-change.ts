import type { Node } from 'prosemirror-model';
import { readDraft } from './draft.read';
import {
  anchorsInDraft,
  canonicalOfDraft,
  strikesInDraft,
  suggestionsInDraft,
  type Strikes,
  type Suggestion,
} from './draft';
import { sameRichText, type RichText } from './rich-text';

/** What somebody may do in a section's shared document. */
export enum WritingMode {
  /** Changes the words themselves. */
  EDIT = 'EDIT',
  /** Adds suggestions and remarks; the words that count stay as they are. */
  SUGGEST = 'SUGGEST',
  READ = 'READ',
}

/** Who changes a draft. */
export interface DraftWriter {
  readonly userId: string;
  readonly officeId: string;
  readonly mode: WritingMode;
}

/** A draft as judged: what counts in it, what is proposed and what is remarked upon. */
export interface DraftReading {
  readonly doc: Node;
  readonly canonical: RichText;
  readonly suggestions: readonly Suggestion[];
  readonly strikes: ReadonlyMap<string, Strikes>;
  readonly anchors: ReadonlyMap<string, string>;
}

/** Why a change is not taken over. */
export enum DraftRefusal {
  /** The writer may only read. */
  READ_ONLY = 'READ_ONLY',
  /** Somebody who may only suggest changed the words that count. */
  NOT_YOUR_WORDS = 'NOT_YOUR_WORDS',
  /** A suggestion in the name of somebody else, or words put into somebody else's suggestion. */
  FORGED = 'FORGED',
  /** Somebody else's suggestion was changed or taken away; it is decided, not deleted. */
  NOT_YOUR_SUGGESTION = 'NOT_YOUR_SUGGESTION',
  /** The place that a thread is about was taken away. */
  ANCHOR_GONE = 'ANCHOR_GONE',
  /** Unknown parts, forbidden links, too long. */
  INVALID = 'INVALID',
  TOO_MANY = 'TOO_MANY',
  /** It builds on changes that the server does not have. */
  INCOMPLETE = 'INCOMPLETE',
  /** Not an update of a shared document. */
  UNREADABLE = 'UNREADABLE',
}

const maxSuggestions = 500;
const maxAnchors = 500;

/** Reads a draft for judging. Refuses INVALID as `canonicalOf` does. */
export function readingOf(json: unknown): DraftReading {
  const doc = readDraft(json);
  return {
    doc,
    canonical: canonicalOfDraft(doc),
    suggestions: suggestionsInDraft(doc),
    strikes: strikesInDraft(doc),
    anchors: anchorsInDraft(doc),
  };
}

/** Whether the letters of `part` occur in `whole` in that order. */
function isTakenFrom(part: string, whole: string): boolean {
  let at = 0;
  for (const letter of part) {
    at = whole.indexOf(letter, at) + letter.length;
    if (at < letter.length) return false;
  }
  return true;
}

/** Suggestions by id, as their authors last left them. */
export type Authored = ReadonlyMap<string, Suggestion>;

interface Change {
  readonly before: DraftReading;
  readonly after: DraftReading;
  readonly writer: DraftWriter;
  readonly authored: Authored;
}

const isBy = ({ userId, officeId }: Suggestion, writer: DraftWriter): boolean =>
  userId === writer.userId && officeId === writer.officeId;

const noStrikes: Strikes = { words: '', wholes: 0 };

/** How many whole blocks more than before the writer strikes out. */
function ownWholes({ before, after, writer }: Change): number {
  const count = ({ suggestions, strikes }: DraftReading) =>
    suggestions
      .filter((suggestion) => isBy(suggestion, writer))
      .reduce((sum, { id }) => sum + (strikes.get(id)?.wholes ?? 0), 0);
  return count(after) - count(before);
}

/**
 * Whether somebody else's suggestion is as it was. A block that two people strike out at the same time holds the later
 * strike alone; the earlier suggestion stands with all else that it proposes.
 */
function isKept(before: Suggestion, after: Suggestion | undefined, change: Change): boolean {
  if (!after || after.inserted !== before.inserted) return false;
  const had = change.before.strikes.get(before.id) ?? noStrikes;
  const has = change.after.strikes.get(before.id) ?? noStrikes;
  const overtaken = had.wholes - has.wholes;
  return had.words === has.words && overtaken >= 0 && (overtaken === 0 || overtaken <= ownWholes(change));
}

function judgeKnown(before: Suggestion, after: Suggestion | undefined, change: Change): DraftRefusal | null {
  const { writer, authored } = change;
  if (after && (after.userId !== before.userId || after.officeId !== before.officeId || after.at !== before.at)) {
    return DraftRefusal.FORGED;
  }
  if (isBy(before, writer)) return null;
  if (writer.mode !== WritingMode.EDIT) {
    return isKept(before, after, change) ? null : judgeLoss(before, after);
  }
  const original = authored.get(before.id) ?? before;
  return after && !isTakenFrom(after.inserted, original.inserted) ? DraftRefusal.FORGED : null;
}

function judgeLoss(before: Suggestion, after: Suggestion | undefined): DraftRefusal {
  const isForged = after && !isTakenFrom(after.inserted, before.inserted);
  return isForged ? DraftRefusal.FORGED : DraftRefusal.NOT_YOUR_SUGGESTION;
}

/** A suggestion that is new here: the writer's own, or one that an editor took away and brings back. */
function isHonestlyNew(suggestion: Suggestion, { writer, authored }: Change): boolean {
  if (isBy(suggestion, writer)) return true;
  const original = writer.mode === WritingMode.EDIT ? authored.get(suggestion.id) : undefined;
  if (!original) return false;
  const isSame =
    original.userId === suggestion.userId && original.officeId === suggestion.officeId && original.at === suggestion.at;
  return isSame && isTakenFrom(suggestion.inserted, original.inserted);
}

function judgeSuggestions(change: Change): DraftRefusal | null {
  const { before, after } = change;
  const known = new Set(before.suggestions.map(({ id }) => id));
  const present = new Map(after.suggestions.map((suggestion) => [suggestion.id, suggestion]));
  for (const suggestion of before.suggestions) {
    const refusal = judgeKnown(suggestion, present.get(suggestion.id), change);
    if (refusal) return refusal;
  }
  const isForged = after.suggestions.some((found) => !known.has(found.id) && !isHonestlyNew(found, change));
  return isForged ? DraftRefusal.FORGED : null;
}

function judgeAnchors(before: DraftReading, after: DraftReading): DraftRefusal | null {
  const isGone = [...before.anchors].some(([id, words]) => after.anchors.get(id) !== words);
  return isGone ? DraftRefusal.ANCHOR_GONE : null;
}

/**
 * Whether this writer may turn one draft into the other; null: yes. Editors change words and take suggestions and
 * anchors away with them, and may bring back what they took (`authored` knows it); whoever may only suggest leaves the
 * canonical text, other people's suggestions and all anchors untouched. Nobody speaks in somebody else's name.
 */
export function judgeChange(
  before: DraftReading,
  after: DraftReading,
  writer: DraftWriter,
  authored: Authored = new Map(),
): DraftRefusal | null {
  if (writer.mode === WritingMode.READ) return DraftRefusal.READ_ONLY;
  if (after.suggestions.length > maxSuggestions || after.anchors.size > maxAnchors) return DraftRefusal.TOO_MANY;
  const isBound = writer.mode === WritingMode.SUGGEST;
  if (isBound && !sameRichText(before.canonical, after.canonical)) return DraftRefusal.NOT_YOUR_WORDS;
  const refusal = judgeSuggestions({ before, after, writer, authored });
  return refusal ?? (isBound ? judgeAnchors(before, after) : null);
}
