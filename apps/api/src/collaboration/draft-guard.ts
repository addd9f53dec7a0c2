import { applyUpdate, encodeStateAsUpdate, getState, parseUpdateMeta, type Doc } from 'yjs';
import { DomainError } from '@domain/errors';
import type { Actor } from '@domain/identity/actor';
import { DraftRefusal, judgeChange, readingOf, type DraftReading, type DraftWriter } from '@domain/text/draft-change';
import type { Suggestion } from '@domain/text/draft';
import { sameRichText, type RichText } from '@domain/text/rich-text';
import { documentOf, draftOf } from './shared-text';

/** Who changed a document, in which session. */
export interface Author {
  readonly actor: Actor;
  readonly sessionId: string | null;
}

/** Words that somebody changed and that are not stored yet. */
export interface UnstoredWords extends Author {
  readonly words: RichText;
}

/** A suggestion that somebody began, or took out of the text without deciding it. */
export interface TouchedSuggestion extends Author {
  /** As its author last left it. */
  readonly suggestion: Suggestion;
}

/** What happened since a document was last stored, oldest first. */
export interface Unstored {
  readonly words: readonly UnstoredWords[];
  readonly begun: readonly TouchedSuggestion[];
  /** Somebody else's suggestions that went with the words around them. */
  readonly dropped: readonly TouchedSuggestion[];
}

export const nothingUnstored: Unstored = { words: [], begun: [], dropped: [] };

/** So many suggestions that went are remembered, so that they may come back by undoing. */
const maxRemembered = 1_000;

/**
 * Judges every update of one open document before it is applied, on a copy that follows the document. It also keeps
 * who changed the words since they were last stored, in order, so that each person's edit is stored as theirs.
 */
export class DraftGuard {
  private copy: Doc;
  private reading: DraftReading;
  private words: RichText;
  private suggestions: readonly Suggestion[];
  private readonly authored = new Map<string, Suggestion>();
  private unstored: Unstored = nothingUnstored;

  constructor(private readonly document: Doc) {
    this.copy = documentOf(encodeStateAsUpdate(document));
    this.reading = readingOf(draftOf(this.copy));
    this.words = this.reading.canonical;
    this.suggestions = this.reading.suggestions;
    this.remember(null);
  }

  /**
   * Whether the writer may make this update; null: yes. `taken` are the client numbers of others who are there: new
   * words under one of them would be theirs, and would keep their own next words out.
   */
  judge(update: Uint8Array, writer: DraftWriter, taken: ReadonlySet<number>): DraftRefusal | null {
    const refusal = this.tryOnCopy(update, writer, taken);
    if (refusal) this.startCopyAnew();
    return refusal;
  }

  /** Follows the document; `by` is who made the update, null for the server itself. */
  follow(update: Uint8Array, by: Author | null): void {
    if (this.changes(update)) this.reading = this.readCopy();
    this.followWords(by);
    this.followSuggestions(by);
  }

  /** What is to be stored now, oldest first. */
  pending(): Unstored {
    return this.unstored;
  }

  /** These are stored; what came meanwhile stays. */
  settle(stored: Unstored): void {
    const { words, begun, dropped } = this.unstored;
    this.unstored = {
      words: words.filter((entry) => !stored.words.includes(entry)),
      begun: begun.filter((entry) => !stored.begun.includes(entry)),
      dropped: dropped.filter((entry) => !stored.dropped.includes(entry)),
    };
  }

  destroy(): void {
    this.copy.destroy();
  }

  private followWords(by: Author | null): void {
    const { canonical } = this.reading;
    if (sameRichText(canonical, this.words)) return;
    this.words = canonical;
    if (!by) return;
    const { words } = this.unstored;
    const last = words.at(-1);
    const isSame = last?.actor.userId === by.actor.userId && last?.actor.officeId === by.actor.officeId;
    const { actor, sessionId } = by;
    const entry = { actor, sessionId, words: canonical };
    this.unstored = { ...this.unstored, words: [...(isSame ? words.slice(0, -1) : words), entry] };
  }

  private followSuggestions(by: Author | null): void {
    const [before, after] = [this.suggestions, this.reading.suggestions];
    if (before === after) return;
    this.suggestions = after;
    if (by) this.note(by, before, after);
    this.remember(by);
  }

  /** Notes what a person began, and what of others went: their own words people take back as they like. */
  private note({ actor, sessionId }: Author, before: readonly Suggestion[], after: readonly Suggestion[]): void {
    const touched = (suggestion: Suggestion): TouchedSuggestion => ({
      actor,
      sessionId,
      suggestion: this.authored.get(suggestion.id) ?? suggestion,
    });
    const left = new Set(after.map(({ id }) => id));
    const gone = before.filter(({ id, userId }) => !left.has(id) && userId !== actor.userId);
    const begun = after.filter(({ id, userId }) => !this.authored.has(id) && userId === actor.userId);
    this.unstored = {
      ...this.unstored,
      begun: [...this.unstored.begun, ...begun.map(touched)],
      dropped: [...this.unstored.dropped, ...gone.map(touched)],
    };
  }

  /** Keeps suggestions as their authors, or the server, left them. */
  private remember(by: Author | null): void {
    for (const suggestion of this.suggestions) {
      const isTheirs = by === null || suggestion.userId === by.actor.userId;
      if (isTheirs || !this.authored.has(suggestion.id)) this.authored.set(suggestion.id, suggestion);
    }
    for (const id of this.authored.keys()) {
      if (this.authored.size <= maxRemembered) return;
      this.authored.delete(id);
    }
  }

  private tryOnCopy(update: Uint8Array, writer: DraftWriter, taken: ReadonlySet<number>): DraftRefusal | null {
    try {
      for (const [client, clock] of parseUpdateMeta(update).to) {
        if (taken.has(client) && clock > getState(this.copy.store, client)) return DraftRefusal.FORGED;
      }
      if (!this.changes(update)) return null;
      // Parts that wait for others would come alive later, under the rights of whoever sends those.
      const { pendingStructs, pendingDs } = this.copy.store;
      if (pendingStructs !== null || pendingDs !== null) return DraftRefusal.INCOMPLETE;
      const after = readingOf(draftOf(this.copy));
      const refusal = judgeChange(this.reading, after, writer, this.authored);
      if (!refusal) this.reading = after;
      return refusal;
    } catch (error) {
      if (error instanceof DomainError) return DraftRefusal.INVALID;
      return DraftRefusal.UNREADABLE;
    }
  }

  /** Applies the update to the copy; says whether that changed or left waiting anything. */
  private changes(update: Uint8Array): boolean {
    let isChanged = false;
    const note = (): void => {
      isChanged = true;
    };
    this.copy.on('update', note);
    applyUpdate(this.copy, update);
    this.copy.off('update', note);
    const { pendingStructs, pendingDs } = this.copy.store;
    return isChanged || pendingStructs !== null || pendingDs !== null;
  }

  /** What two processes accepted apart may together be more than a text may hold: then the last reading stands. */
  private readCopy(): DraftReading {
    try {
      return readingOf(draftOf(this.copy));
    } catch (error) {
      if (error instanceof DomainError) return this.reading;
      throw error;
    }
  }

  private startCopyAnew(): void {
    this.copy.destroy();
    this.copy = documentOf(encodeStateAsUpdate(this.document));
    this.reading = this.readCopy();
  }
}
