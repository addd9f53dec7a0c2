import type { Node } from 'prosemirror-model';
import { readDraft } from './draft.read';
import { anchorsInDraft, canonicalOfDraft, suggestionsInDraft, type Suggestion } from './draft';
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

function judgeKnown(before: Suggestion, after: Suggestion | undefined, writer: DraftWriter): DraftRefusal | null {
  const isOwn = before.userId === writer.userId && before.officeId === writer.officeId;
  if (after && (after.userId !== before.userId || after.officeId !== before.officeId || after.at !== before.at)) {
    return DraftRefusal.FORGED;
  }
  if (isOwn) return null;
  if (after && !isTakenFrom(after.inserted, before.inserted)) return DraftRefusal.FORGED;
  if (writer.mode === WritingMode.EDIT) return null;
  const isKept = after && after.inserted === before.inserted && after.deleted === before.deleted;
  return isKept ? null : DraftRefusal.NOT_YOUR_SUGGESTION;
}

function judgeSuggestions(before: DraftReading, after: DraftReading, writer: DraftWriter): DraftRefusal | null {
  const known = new Map(before.suggestions.map((suggestion) => [suggestion.id, suggestion]));
  const present = new Map(after.suggestions.map((suggestion) => [suggestion.id, suggestion]));
  for (const suggestion of before.suggestions) {
    const refusal = judgeKnown(suggestion, present.get(suggestion.id), writer);
    if (refusal) return refusal;
  }
  const isForged = after.suggestions.some(
    ({ id, userId, officeId }) => !known.has(id) && (userId !== writer.userId || officeId !== writer.officeId),
  );
  return isForged ? DraftRefusal.FORGED : null;
}

function judgeAnchors(before: DraftReading, after: DraftReading): DraftRefusal | null {
  const isGone = [...before.anchors].some(([id, words]) => after.anchors.get(id) !== words);
  return isGone ? DraftRefusal.ANCHOR_GONE : null;
}

/**
 * Whether this writer may turn one draft into the other; null: yes. Editors change words and take suggestions and
 * anchors away with them; whoever may only suggest leaves the canonical text, other people's suggestions and all
 * anchors untouched. Nobody speaks in somebody else's name.
 */
export function judgeChange(before: DraftReading, after: DraftReading, writer: DraftWriter): DraftRefusal | null {
  if (writer.mode === WritingMode.READ) return DraftRefusal.READ_ONLY;
  if (after.suggestions.length > maxSuggestions || after.anchors.size > maxAnchors) return DraftRefusal.TOO_MANY;
  const isBound = writer.mode === WritingMode.SUGGEST;
  if (isBound && !sameRichText(before.canonical, after.canonical)) return DraftRefusal.NOT_YOUR_WORDS;
  return judgeSuggestions(before, after, writer) ?? (isBound ? judgeAnchors(before, after) : null);
}
