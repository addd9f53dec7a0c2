import { Injectable } from '@nestjs/common';
import { mayOnSection, SectionAct } from '@domain/bulletins/section.policy';
import { DomainError, ErrorCode } from '@domain/errors';
import { authorize } from '@domain/policy';
import { accept, reject, suggestionsIn, type Suggestion } from '@domain/text/draft';
import { In } from 'typeorm';
import { BulletinLoading, type LockedBulletin } from '../bulletins/bulletin-loading.service';
import type { BulletinSectionEntity } from '../bulletins/bulletin-section.entity';
import { BulletinSections } from '../bulletins/bulletin-sections.service';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { CollaborationServer } from './collaboration.server';
import { SectionDrafts } from './section-drafts.service';
import { draftOf, writeDraft } from './shared-text';
import { SuggestionDecision, SuggestionDecisionEntity } from './suggestion-decision.entity';

interface Section {
  readonly locked: LockedBulletin;
  readonly row: BulletinSectionEntity;
}

/** Deciding what others proposed. The decision is recorded; the text follows from it, in every open document. */
@Injectable()
export class Suggestions {
  constructor(
    private readonly transactions: Transactions,
    private readonly loading: BulletinLoading,
    private readonly sections: BulletinSections,
    private readonly drafts: SectionDrafts,
    private readonly server: CollaborationServer,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Accepts or rejects suggestions of one section. Whoever edits the section decides; authors take their own back.
   * Deciding again what is decided changes nothing: the first decision stands. Gives back all decisions on these ids.
   * Refuses: NOT_FOUND (bulletin, section, or a suggestion that was never stored), FORBIDDEN, WRONG_STATE, INVALID.
   */
  async decide(
    ctx: RequestContext,
    bulletinId: string,
    sectionId: string,
    ids: readonly string[],
    decision: SuggestionDecision,
  ): Promise<SuggestionDecisionEntity[]> {
    await this.server.flush(sectionId);
    return this.transactions.run(ctx, async (ctx) => {
      const locked = await this.loading.lockVisible(ctx, bulletinId);
      const row = await this.loading.section(ctx, locked, sectionId);
      const where = { sectionId, suggestionId: In([...ids]) };
      const decided = await ctx.db.find(SuggestionDecisionEntity, { where });
      const open = await this.carryOut(ctx, { locked, row }, ids, decision, decided);
      const fresh = open.filter(({ id }) => !decided.some(({ suggestionId }) => suggestionId === id));
      if (fresh.length > 0) {
        await ctx.db.insert(
          SuggestionDecisionEntity,
          fresh.map((suggestion) => decisionOn(ctx, { bulletinId, sectionId }, suggestion, decision)),
        );
      }
      for (const suggestion of open) await this.record(ctx, bulletinId, sectionId, suggestion, decision);
      return ctx.db.find(SuggestionDecisionEntity, { where, order: { suggestionId: 'ASC' } });
    });
  }

  private async carryOut(
    ctx: RequestContext,
    { locked, row }: Section,
    ids: readonly string[],
    decision: SuggestionDecision,
    decided: readonly SuggestionDecisionEntity[],
  ): Promise<Suggestion[]> {
    const open: Suggestion[] = [];
    const words = await this.drafts.change(ctx, row, (doc) => {
      const draft = draftOf(doc);
      const present = suggestionsIn(draft);
      for (const [index, id] of [...new Set(ids)].entries()) {
        const suggestion = present.find((candidate) => candidate.id === id);
        if (suggestion) open.push(suggestion);
        else if (!decided.some(({ suggestionId }) => suggestionId === id)) throw notFound(index);
      }
      for (const suggestion of open) authorizeDecision(ctx, { locked, row }, suggestion, decision);
      const settle = decision === SuggestionDecision.ACCEPTED ? accept : reject;
      if (open.length > 0)
        writeDraft(
          doc,
          open.reduce((rest, { id }) => settle(rest, id), draft),
        );
    });
    if (open.length > 0 && decision === SuggestionDecision.ACCEPTED) {
      await this.sections.takeOver(ctx, locked, row, words);
    }
    return open;
  }

  private record(
    ctx: RequestContext,
    bulletinId: string,
    sectionId: string,
    { id, userId, officeId }: Suggestion,
    decision: SuggestionDecision,
  ): Promise<void> {
    return this.ledger.record(ctx, {
      name: 'bulletin.suggestionDecided',
      subjectType: 'bulletin',
      subjectId: bulletinId,
      data: { sectionId, suggestionId: id, decision, suggestedById: userId, suggestedForId: officeId },
    });
  }
}

function authorizeDecision(
  ctx: RequestContext,
  { locked, row }: Section,
  { userId }: Suggestion,
  decision: SuggestionDecision,
): void {
  const isTakenBack = decision === SuggestionDecision.REJECTED && userId === ctx.actor.userId;
  const act = isTakenBack ? SectionAct.SUGGEST : SectionAct.EDIT;
  authorize(mayOnSection(ctx.actor, act, { bulletin: locked.facts, section: row }), ['sectionId']);
}

function decisionOn(
  ctx: RequestContext,
  { bulletinId, sectionId }: { readonly bulletinId: string; readonly sectionId: string },
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

function notFound(index: number): DomainError {
  return new DomainError(ErrorCode.NOT_FOUND, { path: ['input', 'suggestionIds', String(index)] });
}
