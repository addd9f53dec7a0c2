import { Injectable } from '@nestjs/common';
import type { Section } from '@domain/bulletins/bulletin';
import { BulletinAct, mayOnBulletin } from '@domain/bulletins/bulletin.policy';
import { compareVersions, type SectionComparison } from '@domain/bulletins/compare';
import { DomainError, ErrorCode } from '@domain/errors';
import { isId, newId } from '@domain/ids';
import { authorize } from '@domain/policy';
import { lastAnswer } from '@domain/signoff/signoff';
import type { RequestContext } from '../core/context';
import { Signoffs } from '../core/signoff/signoffs.service';
import { BulletinLoading, bulletinSubject, officeOrder } from './bulletin-loading.service';
import { BulletinRevisionEntity, type RevisionCause } from './bulletin-revision.entity';

const revisionSpanMilliseconds = 10 * 60_000;

const extendSql = `
  with newest as (
    select * from bulletin_revisions where section_id = $1 order by sequence desc limit 1
  ), changed as (
    update bulletin_revisions r set snapshot = $2, hash = $3 from newest n
    where r.id = n.id and n.cause = 'EDIT' and n.author_id = $4 and n.office_id = $5 and n.created_at > $6
      and not exists (select 1 from signatures s where s.subject_type = 'bulletin' and s.subject_id = n.bulletin_id
        and s.section_hashes ->> n.section_id::text = n.hash)
    returning r.id
  )
  select id from changed`;

/** Every wording that a section ever had, and the differences between any two. */
@Injectable()
export class BulletinRevisions {
  constructor(
    private readonly loading: BulletinLoading,
    private readonly signoffs: Signoffs,
  ) {}

  /** Adds a revision; the caller holds the bulletin's lock. */
  async write(
    ctx: RequestContext,
    bulletinId: string,
    section: Section,
    hash: string,
    cause: RevisionCause,
  ): Promise<void> {
    await ctx.db.query(
      `insert into bulletin_revisions (id, bulletin_id, section_id, sequence, snapshot, hash, cause, author_id, office_id, created_at)
       select $1, $2, $3, coalesce(max(sequence), 0) + 1, $4, $5, $6, $7, $8, $9 from bulletin_revisions where section_id = $3`,
      [
        newId(ctx.now),
        bulletinId,
        section.id,
        JSON.stringify(section),
        hash,
        cause,
        ctx.actor.userId,
        ctx.actor.officeId,
        ctx.now,
      ],
    );
  }

  /**
   * Lets the newest revision of a shared draft grow: the same person, for the same office, began it by writing within
   * the last ten minutes, and nobody answered to its words. Says false when a new one must be cut.
   */
  async extend(ctx: RequestContext, section: Section, hash: string): Promise<boolean> {
    const extended: unknown[] = await ctx.db.query(extendSql, [
      section.id,
      JSON.stringify(section),
      hash,
      ctx.actor.userId,
      ctx.actor.officeId,
      new Date(ctx.now.getTime() - revisionSpanMilliseconds),
    ]);
    return extended.flat().length > 0;
  }

  /** One revision of this bulletin. Refuses NOT_FOUND. */
  async find(ctx: RequestContext, bulletinId: string, revisionId: string): Promise<BulletinRevisionEntity> {
    const where = { id: revisionId, bulletinId };
    const revision = isId(revisionId) ? await ctx.db.findOne(BulletinRevisionEntity, { where }) : null;
    if (!revision) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['revisionId'] });
    return revision;
  }

  /** Two revisions of one section, word by word. Refuses: NOT_FOUND, FORBIDDEN, INVALID (of different sections). */
  async compare(ctx: RequestContext, bulletinId: string, fromId: string, toId: string): Promise<SectionComparison> {
    const locked = await this.loading.readVisible(ctx, bulletinId);
    authorize(mayOnBulletin(ctx.actor, BulletinAct.VIEW_WORK, locked.facts));
    const [from, to] = [await this.find(ctx, bulletinId, fromId), await this.find(ctx, bulletinId, toId)];
    const [comparison] = compareVersions([from.snapshot], [to.snapshot]);
    if (from.sectionId !== to.sectionId || !comparison) {
      throw new DomainError(ErrorCode.INVALID, { path: ['toId'], message: 'the revisions are of different sections' });
    }
    return comparison;
  }

  /**
   * What changed since the office acted for answered: its last signed words against the present ones, section by
   * section. Sections that the office does not sign are left out. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE (no answer yet).
   */
  async sinceSignature(ctx: RequestContext, bulletinId: string): Promise<SectionComparison[]> {
    const locked = await this.loading.readVisible(ctx, bulletinId);
    authorize(mayOnBulletin(ctx.actor, BulletinAct.VIEW_WORK, locked.facts));
    const answers = await this.signoffs.list(ctx, bulletinSubject(bulletinId));
    const answer = lastAnswer(ctx.actor.officeId ?? '', answers);
    if (!answer)
      throw new DomainError(ErrorCode.WRONG_STATE, { path: ['id'], message: 'the office has not answered yet' });
    const isLead = ctx.actor.officeId === locked.bulletin.leadOfficeId;
    const present = (await this.loading.sections(ctx, locked)).filter(
      ({ id, officeId }) =>
        Object.hasOwn(answer.sectionHashes, id) || isLead || officeId === null || officeId === ctx.actor.officeId,
    );
    return compareVersions(
      await this.signedSections(ctx, bulletinId, answer.sectionHashes),
      present,
      officeOrder(locked),
    );
  }

  private async signedSections(
    ctx: RequestContext,
    bulletinId: string,
    hashes: Readonly<Record<string, string>>,
  ): Promise<Section[]> {
    const revisions: { snapshot: Section }[] = await ctx.db.query(
      `select distinct on (r.section_id) r.snapshot from bulletin_revisions r
       join jsonb_each_text($2::jsonb) signed on signed.key = r.section_id::text and signed.value = r.hash
       where r.bulletin_id = $1 order by r.section_id, r.sequence desc`,
      [bulletinId, JSON.stringify(hashes)],
    );
    return revisions.map(({ snapshot }) => snapshot);
  }
}
