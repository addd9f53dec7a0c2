import { Injectable } from '@nestjs/common';
import { BulletinAct, mayOnBulletin } from '@domain/bulletins/bulletin.policy';
import { authorize } from '@domain/policy';
import { suggestionsIn, type Suggestion } from '@domain/text/draft';
import { BulletinLoading } from '../bulletins/bulletin-loading.service';
import type { OfficeSummaryType, PersonSummaryType } from '../bulletins/bulletin.type';
import type { RequestContext } from '../core/context';
import { CollaborationServer } from './collaboration.server';
import { SectionDrafts } from './section-drafts.service';
import { documentOf, draftOf } from './shared-text';
import type { BulletinSuggestionType } from './suggestion.type';

/** What is proposed in a section, with the names of its authors: those come from here, never out of the draft. */
@Injectable()
export class SuggestionReading {
  constructor(
    private readonly loading: BulletinLoading,
    private readonly drafts: SectionDrafts,
    private readonly server: CollaborationServer,
  ) {}

  /**
   * Open suggestions of one section, in the order of the text; with `authorIds` only theirs. Words that were typed a
   * moment ago are there already. Refuses: NOT_FOUND, FORBIDDEN for who does not work on the bulletin.
   */
  async open(
    ctx: RequestContext,
    bulletinId: string,
    sectionId: string,
    authorIds: readonly string[] | null,
  ): Promise<BulletinSuggestionType[]> {
    const locked = await this.loading.readVisible(ctx, bulletinId);
    authorize(mayOnBulletin(ctx.actor, BulletinAct.VIEW_WORK, locked.facts), ['id']);
    await this.loading.section(ctx, locked, sectionId);
    await this.server.flush(sectionId);
    const state = await this.drafts.read(sectionId);
    const open = state ? suggestionsIn(draftOf(documentOf(state))) : [];
    return this.named(
      ctx,
      open.filter(({ userId }) => authorIds === null || authorIds.includes(userId)),
    );
  }

  private async named(ctx: RequestContext, suggestions: readonly Suggestion[]): Promise<BulletinSuggestionType[]> {
    if (suggestions.length === 0) return [];
    const people: PersonSummaryType[] = await ctx.db.query('select id, name from users where id = any($1)', [
      [...new Set(suggestions.map(({ userId }) => userId))],
    ]);
    const offices: OfficeSummaryType[] = await ctx.db.query('select id, code, name from offices where id = any($1)', [
      [...new Set(suggestions.map(({ officeId }) => officeId))],
    ]);
    return suggestions.flatMap(({ id, userId, officeId, inserted, deleted, at }) => {
      const author = people.find((person) => person.id === userId);
      const office = offices.find((candidate) => candidate.id === officeId);
      return author && office ? [{ id, author, office, inserted, deleted, suggestedAt: new Date(at) }] : [];
    });
  }
}
