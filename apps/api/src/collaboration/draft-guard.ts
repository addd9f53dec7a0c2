import { applyUpdate, encodeStateAsUpdate, getState, parseUpdateMeta, type Doc } from 'yjs';
import { DomainError } from '@domain/errors';
import type { Actor } from '@domain/identity/actor';
import { DraftRefusal, judgeChange, readingOf, type DraftReading, type DraftWriter } from '@domain/text/draft-change';
import { sameRichText, type RichText } from '@domain/text/rich-text';
import { documentOf, draftOf } from './shared-text';

/** Words that somebody changed and that are not stored yet. */
export interface UnstoredWords {
  readonly actor: Actor;
  readonly sessionId: string | null;
  readonly words: RichText;
}

/**
 * Judges every update of one open document before it is applied, on a copy that follows the document. It also keeps
 * who changed the words since they were last stored, in order, so that each person's edit is stored as theirs.
 */
export class DraftGuard {
  private copy: Doc;
  private reading: DraftReading;
  private words: RichText;
  private unstored: readonly UnstoredWords[] = [];

  constructor(private readonly document: Doc) {
    this.copy = documentOf(encodeStateAsUpdate(document));
    this.reading = readingOf(draftOf(this.copy));
    this.words = this.reading.canonical;
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
  follow(update: Uint8Array, by: Omit<UnstoredWords, 'words'> | null): void {
    if (this.changes(update)) this.reading = this.readCopy();
    const { canonical } = this.reading;
    if (sameRichText(canonical, this.words)) return;
    this.words = canonical;
    if (!by) return;
    const last = this.unstored.at(-1);
    const isSame = last?.actor.userId === by.actor.userId && last?.actor.officeId === by.actor.officeId;
    this.unstored = [...(isSame ? this.unstored.slice(0, -1) : this.unstored), { ...by, words: canonical }];
  }

  /** What is to be stored now, oldest first. */
  pending(): readonly UnstoredWords[] {
    return this.unstored;
  }

  /** These are stored; what came meanwhile stays. */
  settle(stored: readonly UnstoredWords[]): void {
    this.unstored = this.unstored.filter((entry) => !stored.includes(entry));
  }

  destroy(): void {
    this.copy.destroy();
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
      const refusal = judgeChange(this.reading, after, writer);
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
