import { Injectable } from '@nestjs/common';
import type { Section } from '@domain/bulletins/bulletin';
import { BulletinAct, mayOnBulletin } from '@domain/bulletins/bulletin.policy';
import { DomainError, ErrorCode } from '@domain/errors';
import { authorize } from '@domain/policy';
import { inPageOrder } from '@domain/bulletins/section-hash';
import { lastAnswer } from '@domain/signoff/signoff';
import { BulletinEditions } from '../bulletins/bulletin-editions.service';
import { activePartners, BulletinLoading, bulletinSubject, officeOrder } from '../bulletins/bulletin-loading.service';
import type { RequestContext } from '../core/context';
import { Signoffs } from '../core/signoff/signoffs.service';
import { charterRules } from '../offices/charter-in-force';
import type { BulletinOutlookType, EmbargoLiftType, OutlookSectionType } from './outlook.type';

interface OfficeRow {
  id: string;
  code: string;
  name: string;
}

/** What an act would bring about, shown before somebody decides on it. */
@Injectable()
export class Outlook {
  constructor(
    private readonly loading: BulletinLoading,
    private readonly editions: BulletinEditions,
    private readonly signoffs: Signoffs,
  ) {}

  /** The lists that it goes to, by name. Refuses: NOT_FOUND, FORBIDDEN. */
  async lists(ctx: RequestContext, bulletinId: string): Promise<{ id: string; name: string }[]> {
    const { facts } = await this.loading.readVisible(ctx, bulletinId);
    authorize(mayOnBulletin(ctx.actor, BulletinAct.VIEW_WORK, facts));
    return ctx.db.query(
      `select l.id, l.name from bulletin_lists b join media_lists l on l.id = b.list_id
       where b.bulletin_id = $1 order by l.name, l.id`,
      [bulletinId],
    );
  }

  /** The edition as it would be if the office acted for stepped out. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  async withoutOffice(ctx: RequestContext, bulletinId: string): Promise<BulletinOutlookType> {
    const locked = await this.loading.readVisible(ctx, bulletinId);
    authorize(mayOnBulletin(ctx.actor, BulletinAct.DECLINE, locked.facts));
    const { leadOfficeId } = locked.bulletin;
    const partners = activePartners(locked).map(({ officeId }) => officeId);
    const staying = [leadOfficeId, ...partners.filter((id) => id !== ctx.actor.officeId)];
    const sections = await this.loading.sections(ctx, locked);
    const edition = await this.editions.derive(ctx, locked, sections, staying, ctx.now);
    return {
      headline: edition.headline,
      dateline: edition.dateline,
      offices: edition.offices.map(({ id, code, name }) => ({ id, code, name })),
      sections: edition.sections.map((section) => ({ ...section, content: JSON.stringify(section.content) })),
      fileNames: edition.files.map(({ fileName }) => fileName),
      tags: [...edition.tags],
    };
  }

  /**
   * The words that the office acted for last answered to, in page order; empty when it has not answered yet.
   * Refuses: NOT_FOUND, FORBIDDEN.
   */
  async signed(ctx: RequestContext, bulletinId: string): Promise<OutlookSectionType[]> {
    const locked = await this.loading.readVisible(ctx, bulletinId);
    authorize(mayOnBulletin(ctx.actor, BulletinAct.VIEW_WORK, locked.facts));
    const answer = lastAnswer(ctx.actor.officeId ?? '', await this.signoffs.list(ctx, bulletinSubject(bulletinId)));
    if (!answer) return [];
    const revisions: { snapshot: Section }[] = await ctx.db.query(
      `select distinct on (r.section_id) r.snapshot from bulletin_revisions r
       join jsonb_each_text($2::jsonb) signed on signed.key = r.section_id::text and signed.value = r.hash
       where r.bulletin_id = $1 order by r.section_id, r.sequence desc`,
      [bulletinId, JSON.stringify(answer.sectionHashes)],
    );
    const sections = inPageOrder(
      revisions.map(({ snapshot }) => snapshot),
      officeOrder(locked),
    );
    return sections.map(({ id, kind, officeId, speaker, content }) => ({
      id,
      kind,
      officeId,
      speaker,
      content: JSON.stringify(content),
    }));
  }

  /** How the early end of the embargo stands. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE (there is no embargo). */
  async embargoLift(ctx: RequestContext, bulletinId: string): Promise<EmbargoLiftType> {
    const locked = await this.loading.readVisible(ctx, bulletinId);
    authorize(mayOnBulletin(ctx.actor, BulletinAct.VIEW_WORK, locked.facts));
    const { bulletin } = locked;
    if (!bulletin.embargoAt) throw new DomainError(ErrorCode.WRONG_STATE, { path: ['id'] });
    const agreed: OfficeRow[] = await ctx.db.query(
      `select o.id, o.code, o.name from embargo_lift_consents c join offices o on o.id = c.office_id
       where c.bulletin_id = $1 order by c.given_at, o.id`,
      [bulletinId],
    );
    const partners = activePartners(locked).map(({ officeId }) => officeId);
    const { earlyLift } = await charterRules(ctx, bulletin.charterId);
    const partnersAgreed = agreed.filter(({ id }) => partners.includes(id)).length;
    return {
      agreed,
      needsLead: !agreed.some(({ id }) => id === bulletin.leadOfficeId),
      partnersNeeded: Math.max(0, Math.min(earlyLift.partners, partners.length) - partnersAgreed),
    };
  }
}
