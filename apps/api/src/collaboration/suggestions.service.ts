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
import { Transactions } from '../core/transactions';
import { CollaborationServer } from './collaboration.server';
import { SectionDrafts } from './section-drafts.service';
import { draftOf, writeDraft } from './shared-text';
import { SuggestionDecision, SuggestionDecisionEntity } from './suggestion-decision.entity';
import { SuggestionRecords } from './suggestion-records.service';

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
    private readonly records: SuggestionRecords,
  ) {}

  /**
   * Accepts or rejects suggestions of one section. Whoever edits the section decides; authors take their own back.
   * Deciding again what is decided changes nothing: the first decision stands. What goes along with it is recorded, too.
   * Gives back all decisions on these ids.
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
      const { open, along } = await this.carryOut(ctx, { locked, row }, ids, decision, decided);
      await this.records.recordDecided(ctx, row, open, decision);
      await this.records.recordDecided(ctx, row, along.fulfilled, SuggestionDecision.ACCEPTED);
      await this.records.recordDecided(ctx, row, along.lost, SuggestionDecision.REJECTED);
      return ctx.db.find(SuggestionDecisionEntity, { where, order: { suggestionId: 'ASC' } });
    });
  }

  private async carryOut(
    ctx: RequestContext,
    { locked, row }: Section,
    ids: readonly string[],
    decision: SuggestionDecision,
    decided: readonly SuggestionDecisionEntity[],
  ): Promise<{ open: Suggestion[]; along: GoneAlong }> {
    const open: Suggestion[] = [];
    let along: GoneAlong = { fulfilled: [], lost: [] };
    const words = await this.drafts.change(ctx, row, (doc) => {
      const draft = draftOf(doc);
      const present = suggestionsIn(draft);
      for (const [index, id] of [...new Set(ids)].entries()) {
        const suggestion = present.find((candidate) => candidate.id === id);
        if (suggestion) open.push(suggestion);
        else if (!decided.some(({ suggestionId }) => suggestionId === id)) throw notFound(index);
      }
      for (const suggestion of open) authorizeDecision(ctx, { locked, row }, suggestion, decision);
      if (open.length === 0) return;
      const settle = decision === SuggestionDecision.ACCEPTED ? accept : reject;
      const settled = open.reduce((rest, { id }) => settle(rest, id), draft);
      along = goneAlong(present, open, suggestionsIn(settled), decision);
      writeDraft(doc, settled);
    });
    if (open.length > 0 && decision === SuggestionDecision.ACCEPTED) {
      await this.sections.takeOver(ctx, locked, row, words);
    }
    return { open, along };
  }
}

/** Suggestions that nobody decided and that are gone with the words that others took out. */
interface GoneAlong {
  /** They wanted no more than what happened. */
  readonly fulfilled: readonly Suggestion[];
  /** What they would put in has no place any more. */
  readonly lost: readonly Suggestion[];
}

function goneAlong(
  before: readonly Suggestion[],
  decided: readonly Suggestion[],
  after: readonly Suggestion[],
  decision: SuggestionDecision,
): GoneAlong {
  const known = new Set([...decided, ...after].map(({ id }) => id));
  const gone = before.filter(({ id }) => !known.has(id));
  const isFulfilled = ({ inserted }: Suggestion) => decision === SuggestionDecision.ACCEPTED && inserted === '';
  return { fulfilled: gone.filter(isFulfilled), lost: gone.filter((suggestion) => !isFulfilled(suggestion)) };
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

function notFound(index: number): DomainError {
  return new DomainError(ErrorCode.NOT_FOUND, { path: ['input', 'suggestionIds', String(index)] });
}
