import { Injectable } from '@nestjs/common';
import type { Suggestion } from '@domain/text/draft';
import type { BulletinSectionEntity } from '../bulletins/bulletin-section.entity';
import { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import type { TouchedSuggestion, Unstored } from './draft-guard';
import type { FoundSection } from './section-access.service';
import { SuggestionDecision, SuggestionDecisionEntity } from './suggestion-decision.entity';

type SectionOfBulletin = Pick<BulletinSectionEntity, 'id' | 'bulletinId'>;

/** The owners of words are told of waiting suggestions at most so often for one section. */
const quietMilliseconds = 3_600_000;

const isToldSql = `
  select exists (select 1 from events where subject_type = 'bulletin' and subject_id = $1
    and name = 'bulletin.suggestionsMade' and data ->> 'sectionId' = $2 and at > $3) as "isTold"`;

/** What became of suggestions, on record: who made them, who decided them, and what went with an edit. */
@Injectable()
export class SuggestionRecords {
  constructor(private readonly ledger: Ledger) {}

  /**
   * Records a decision of the person of `ctx` on suggestions that were open until now; one event for each author. A
   * suggestion that came back after a decision (undone, or written on without a network) is decided anew.
   */
  async recordDecided(
    ctx: RequestContext,
    section: SectionOfBulletin,
    suggestions: readonly Suggestion[],
    decision: SuggestionDecision,
  ): Promise<void> {
    if (suggestions.length === 0) return;
    const rows = suggestions.map((suggestion) => decisionOn(ctx, section, suggestion, decision));
    await ctx.db.upsert(SuggestionDecisionEntity, rows, ['sectionId', 'suggestionId']);
    for (const own of byAuthor(suggestions)) {
      await this.ledger.record(ctx, {
        name: 'bulletin.suggestionDecided',
        subjectType: 'bulletin',
        subjectId: section.bulletinId,
        data: {
          sectionId: section.id,
          suggestionIds: own.map(({ id }) => id),
          decision,
          suggestedById: own[0]?.userId,
          suggestedForId: own[0]?.officeId,
        },
      });
    }
  }

  /**
   * Records what happened to suggestions in a document that is stored now, under the bulletin's lock: what an editor took
   * out together with the words around it is rejected by that editor; what was begun is made known once in an hour.
   */
  async recordStored(
    ctx: RequestContext,
    { row }: FoundSection,
    { begun, dropped }: Unstored,
    present: readonly Suggestion[],
  ): Promise<void> {
    const open = new Set(present.map(({ id }) => id));
    for (const { actor, sessionId, suggestion } of onceEach(dropped)) {
      if (open.has(suggestion.id)) continue;
      const as = new RequestContext(actor, ctx.now, ctx.db, ctx.requestId, sessionId);
      await this.recordDecided(as, row, [suggestion], SuggestionDecision.REJECTED);
    }
    const first = begun.find(({ suggestion }) => open.has(suggestion.id));
    if (first && !(await this.isTold(ctx, row))) await this.recordMade(ctx, row, first);
  }

  private async isTold(ctx: RequestContext, { id, bulletinId }: SectionOfBulletin): Promise<boolean> {
    const since = new Date(ctx.now.getTime() - quietMilliseconds);
    const rows: { isTold: boolean }[] = await ctx.db.query(isToldSql, [bulletinId, id, since]);
    return rows[0]?.isTold === true;
  }

  private async recordMade(
    ctx: RequestContext,
    { id, bulletinId, officeId }: BulletinSectionEntity,
    { actor, sessionId }: TouchedSuggestion,
  ): Promise<void> {
    const as = new RequestContext(actor, ctx.now, ctx.db, ctx.requestId, sessionId);
    await this.ledger.record(as, {
      name: 'bulletin.suggestionsMade',
      subjectType: 'bulletin',
      subjectId: bulletinId,
      data: { sectionId: id, ownerId: officeId },
    });
  }
}

/** The last word on each suggestion: it may have gone, come back and gone again. */
function onceEach(dropped: readonly TouchedSuggestion[]): Iterable<TouchedSuggestion> {
  return new Map(dropped.map((touched) => [touched.suggestion.id, touched])).values();
}

function byAuthor(suggestions: readonly Suggestion[]): Suggestion[][] {
  return Map.groupBy(suggestions, ({ userId, officeId }) => `${userId} ${officeId}`)
    .values()
    .toArray();
}

function decisionOn(
  ctx: RequestContext,
  { id: sectionId, bulletinId }: SectionOfBulletin,
  { id, userId, officeId, at, inserted, deleted }: Suggestion,
  decision: SuggestionDecision,
): SuggestionDecisionEntity {
  return {
    sectionId,
    suggestionId: id,
    bulletinId,
    decision,
    inserted,
    deleted,
    suggestedById: userId,
    suggestedForId: officeId,
    suggestedAt: new Date(at),
    decidedById: ctx.actor.userId ?? '',
    decidedForId: ctx.actor.officeId ?? '',
    decidedAt: ctx.now,
  };
}
