import { Injectable, type OnModuleInit } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { encodeStateAsUpdate, encodeStateVector, type Doc } from 'yjs';
import { DomainError } from '@domain/errors';
import { systemActor } from '@domain/identity/actor';
import { newId } from '@domain/ids';
import { canonicalOf, suggestionsIn } from '@domain/text/draft';
import { rebaseDraft } from '@domain/text/draft-rebase';
import { sameRichText, type RichText } from '@domain/text/rich-text';
import { EntityManager } from 'typeorm';
import type { BulletinSectionEntity } from '../bulletins/bulletin-section.entity';
import { BulletinSections, parseContent } from '../bulletins/bulletin-sections.service';
import { SectionWritings } from '../bulletins/section-writings';
import { Clock } from '../core/clock';
import { RequestContext } from '../core/context';
import { PostgresPubSub } from '../core/pubsub/pubsub.service';
import { Transactions } from '../core/transactions';
import type { Unstored, UnstoredWords } from './draft-guard';
import { SectionAccesses, type FoundSection } from './section-access.service';
import { SectionDraftEntity } from './section-draft.entity';
import { SuggestionDecision } from './suggestion-decision.entity';
import { SuggestionRecords } from './suggestion-records.service';
import { documentOf, draftOf, firstState, writeDraft } from './shared-text';

/** Tells the processes that have it open to merge the stored state of a section's draft. */
export const draftsTopic = 'section-drafts';

export interface DraftNotice {
  readonly sectionId: string;
  /** The process that has it already; null: nobody has. */
  readonly from: string | null;
}

export interface Stored {
  /** What the open document lacks: words of other processes, or the way back to the words that count. */
  readonly missing: Uint8Array;
  /** What is settled now. */
  readonly settled: Unstored;
  /** Words were not taken over, because the bulletin was closed or the right was gone by then. */
  readonly isRefused: boolean;
}

/**
 * The stored side of shared documents. Every change is made under the bulletin's lock and merges with the state in the
 * database, so several processes never lose each other's words; the section's own content follows in the same commit.
 */
@Injectable()
export class SectionDrafts implements OnModuleInit {
  /** This process, among those that store drafts. */
  readonly processId = randomUUID();

  constructor(
    private readonly db: EntityManager,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly accesses: SectionAccesses,
    private readonly sections: BulletinSections,
    private readonly pubsub: PostgresPubSub,
    private readonly writings: SectionWritings,
    private readonly records: SuggestionRecords,
  ) {}

  onModuleInit(): void {
    this.writings.register((ctx, section) => this.rebase(ctx, section));
  }

  /**
   * The state of a section's draft; made of its words when it is opened for the first time, under the lock, so that
   * two openings never double a text. null: there is no such section.
   */
  open(sectionId: string): Promise<Uint8Array | null> {
    return this.transactions.run(this.context(), async (ctx) => {
      const found = await this.accesses.lock(ctx, sectionId);
      if (!found) return null;
      const state = await this.find(ctx, sectionId);
      if (!state) {
        const first = firstState(found.row.content);
        await this.save(ctx, sectionId, documentOf(first), null);
        return first;
      }
      const doc = documentOf(state);
      if (!rebased(doc, found.row)) return state;
      await this.save(ctx, sectionId, doc, null);
      return encodeStateAsUpdate(doc);
    });
  }

  /** The stored state, to merge; null: nothing is stored. */
  read(sectionId: string): Promise<Uint8Array | null> {
    return this.find(this.context(), sectionId);
  }

  /** Stores an open document, and the words that its writers changed, each as an edit of theirs. */
  store(sectionId: string, document: Doc, pendingNow: () => Unstored): Promise<Stored | null> {
    return this.transactions.run(this.context(), async (ctx) => {
      const found = await this.accesses.lock(ctx, sectionId);
      if (!found) return null;
      const state = await this.find(ctx, sectionId);
      // From here to the next await nobody writes: the document, its vector and its writers belong together.
      const vector = encodeStateVector(document);
      const pending = pendingNow();
      const merged = documentOf(encodeStateAsUpdate(document), ...(state ? [state] : []));
      const isTaken = await this.takeOver(ctx, found, pending.words, canonicalOf(draftOf(merged)));
      const isRefused = !isTaken && rebased(merged, found.row);
      await this.save(ctx, sectionId, merged, this.processId);
      await this.records.recordStored(ctx, found, pending, suggestionsIn(draftOf(merged)));
      return { missing: encodeStateAsUpdate(merged, vector), settled: pending, isRefused };
    });
  }

  /** Changes a stored draft under the lock of its bulletin, which the caller holds; gives back the words that count then. */
  async change(ctx: RequestContext, section: BulletinSectionEntity, alter: (doc: Doc) => void): Promise<RichText> {
    const doc = documentOf((await this.find(ctx, section.id)) ?? firstState(section.content));
    alter(doc);
    await this.save(ctx, section.id, doc, null);
    return canonicalOf(draftOf(doc));
  }

  /** Words were written past the draft: it follows, with the suggestions on what stayed the same. */
  private async rebase(ctx: RequestContext, section: BulletinSectionEntity): Promise<void> {
    const state = await this.find(ctx, section.id);
    if (!state) return;
    const doc = documentOf(state);
    const before = suggestionsIn(draftOf(doc));
    if (!rebased(doc, section)) return;
    await this.save(ctx, section.id, doc, null);
    const left = new Set(suggestionsIn(draftOf(doc)).map(({ id }) => id));
    const gone = before.filter(({ id }) => !left.has(id));
    await this.records.recordDecided(ctx, section, gone, SuggestionDecision.REJECTED);
  }

  /** Each writer's words as theirs; the last ones are those of the merged document. */
  private async takeOver(
    ctx: RequestContext,
    { locked, row }: FoundSection,
    pending: readonly UnstoredWords[],
    words: RichText,
  ): Promise<boolean> {
    if (pending.length === 0) return sameRichText(parseContent(words, row.kind), row.content);
    try {
      for (const [index, { actor, sessionId, words: own }] of pending.entries()) {
        const as = new RequestContext(actor, ctx.now, ctx.db, ctx.requestId, sessionId);
        await this.sections.takeOver(as, locked, row, index === pending.length - 1 ? words : own);
      }
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }

  private async find(ctx: RequestContext, sectionId: string): Promise<Uint8Array | null> {
    const row = await ctx.db.findOne(SectionDraftEntity, { where: { sectionId } });
    return row ? new Uint8Array(row.state) : null;
  }

  private async save(ctx: RequestContext, sectionId: string, doc: Doc, from: string | null): Promise<void> {
    const count = suggestionsIn(draftOf(doc)).length;
    await ctx.db.query(
      `insert into section_drafts (section_id, state, updated_at) values ($1, $2, $3)
       on conflict (section_id) do update set state = excluded.state, updated_at = excluded.updated_at`,
      [sectionId, Buffer.from(encodeStateAsUpdate(doc)), ctx.now],
    );
    await ctx.db.query(
      'update bulletin_sections set open_suggestion_count = $2 where id = $1 and open_suggestion_count <> $2',
      [sectionId, count],
    );
    const notice: DraftNotice = { sectionId, from };
    await this.pubsub.publish(draftsTopic, notice, ctx.db);
  }

  private context(): RequestContext {
    const now = this.clock.now();
    return new RequestContext(systemActor, now, this.db, newId(now));
  }
}

/** Brings a document back to the words that count; says whether it had others. */
function rebased(doc: Doc, { kind, content }: BulletinSectionEntity): boolean {
  const draft = draftOf(doc);
  if (sameRichText(parseContent(canonicalOf(draft), kind), content)) return false;
  writeDraft(doc, rebaseDraft(draft, content));
  return true;
}
