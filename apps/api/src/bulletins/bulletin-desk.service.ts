import { Injectable } from '@nestjs/common';
import { BulletinKind, SectionKind } from '@domain/bulletins/bulletin';
import { BulletinAct, mayOnBulletin } from '@domain/bulletins/bulletin.policy';
import { releaseFindings, suggestionFindings, type Finding } from '@domain/bulletins/completeness';
import { DomainError, ErrorCode } from '@domain/errors';
import { hasRoleFrom, mayWrite, Role } from '@domain/identity/actor';
import { isId, newId } from '@domain/ids';
import { authorize } from '@domain/policy';
import { plainText } from '@domain/text/rich-text';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import type { BulletinRevisionType, BulletinTemplateType, SavedFilterType } from './bulletin-desk.type';
import { BulletinLoading, officeOrder } from './bulletin-loading.service';
import type { BulletinRevisionEntity } from './bulletin-revision.entity';
import { BulletinTemplateEntity } from './bulletin-template.entity';
import type { BulletinFilterInput } from './bulletin.inputs';
import { SavedFilterEntity } from './saved-filter.entity';

const maxSavedFilters = 50;

const revisionsSql = `
  select r.id, r.section_id as "sectionId", r.sequence, r.cause, r.hash, r.created_at as "createdAt", r.snapshot,
    json_build_object('id', u.id, 'name', u.name) as author,
    json_build_object('id', o.id, 'code', o.code, 'name', o.name) as office
  from bulletin_revisions r join users u on u.id = r.author_id join offices o on o.id = r.office_id
  where r.bulletin_id = $1 and ($2::uuid is null or r.section_id = $2)
  order by r.created_at desc, r.id desc limit 200`;

/** What stands around the writing: templates, saved filters, revisions to look at, checks before release. */
@Injectable()
export class BulletinDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly loading: BulletinLoading,
    private readonly ledger: Ledger,
  ) {}

  /** The newest 200 revisions, of one section or of all. Refuses: NOT_FOUND, FORBIDDEN. */
  async revisions(ctx: RequestContext, bulletinId: string, sectionId: string | null): Promise<BulletinRevisionType[]> {
    const { facts } = await this.loading.readVisible(ctx, bulletinId);
    authorize(mayOnBulletin(ctx.actor, BulletinAct.VIEW_WORK, facts));
    if (sectionId !== null && !isId(sectionId)) return [];
    const rows: (BulletinRevisionType & Pick<BulletinRevisionEntity, 'snapshot'>)[] = await ctx.db.query(revisionsSql, [
      bulletinId,
      sectionId,
    ]);
    return rows.map(({ snapshot, ...row }) => ({ ...row, kind: snapshot.kind, text: plainText(snapshot.content) }));
  }

  /** Everything that stands in the way of a release now. Refuses: NOT_FOUND, FORBIDDEN. */
  async findings(ctx: RequestContext, bulletinId: string): Promise<Finding[]> {
    const locked = await this.loading.readVisible(ctx, bulletinId);
    authorize(mayOnBulletin(ctx.actor, BulletinAct.VIEW_WORK, locked.facts));
    const open: { id: string; count: number }[] = await ctx.db.query(
      'select id, open_suggestion_count as count from bulletin_sections where bulletin_id = $1 order by position, id',
      [bulletinId],
    );
    return [
      ...releaseFindings(await this.loading.sections(ctx, locked), officeOrder(locked)),
      ...suggestionFindings(open),
    ];
  }

  /** Templates of the acting office, by name. */
  async templates(ctx: RequestContext): Promise<BulletinTemplateType[]> {
    if (!ctx.actor.officeId) return [];
    const rows = await ctx.db
      .createQueryBuilder(BulletinTemplateEntity, 't')
      .where('t.officeId = :officeId', { officeId: ctx.actor.officeId })
      .orderBy('t.name collate "tr-x-icu"')
      .limit(100)
      .getMany();
    return rows.map(presentTemplate);
  }

  /** One template of the acting office, to begin a bulletin from. Refuses NOT_FOUND. */
  async template(ctx: RequestContext, id: string): Promise<BulletinTemplateEntity> {
    const where = { id, officeId: ctx.actor.officeId ?? '' };
    const template = isId(id) && ctx.actor.officeId ? await ctx.db.findOne(BulletinTemplateEntity, { where }) : null;
    if (!template) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['input', 'templateId'] });
    return template;
  }

  /** Keeps shared words and the own paragraph of a bulletin as a template. Refuses: NOT_FOUND, FORBIDDEN, TAKEN. */
  createTemplate(ctx: RequestContext, bulletinId: string, name: string): Promise<BulletinTemplateType> {
    return this.transactions.run(ctx, async (ctx) => {
      const locked = await this.loading.lockVisible(ctx, bulletinId);
      authorize(mayOnBulletin(ctx.actor, BulletinAct.DUPLICATE, locked.facts), ['input', 'bulletinId']);
      const { kind } = locked.bulletin;
      const words = (await this.loading.sections(ctx, locked)).filter(
        (section) =>
          section.kind !== SectionKind.ATTACHMENTS
          && section.kind !== SectionKind.QUOTE
          && (section.officeId === null || section.officeId === ctx.actor.officeId),
      );
      const template = await ctx.db.save(
        ctx.db.create(BulletinTemplateEntity, {
          id: newId(ctx.now),
          officeId: ctx.actor.officeId ?? '',
          name: name.normalize('NFC').trim(),
          kind: kind === BulletinKind.CORRECTION ? BulletinKind.BULLETIN : kind,
          sections: words.map((section) => ({ kind: section.kind, content: section.content })),
          createdById: ctx.actor.userId ?? '',
          createdAt: ctx.now,
        }),
      );
      await this.record(ctx, 'bulletinTemplate.created', template.id);
      return presentTemplate(template);
    });
  }

  /** Removes a template of the acting office. Refuses: NOT_FOUND, FORBIDDEN. */
  removeTemplate(ctx: RequestContext, id: string): Promise<void> {
    return this.transactions.run(ctx, async (ctx) => {
      const template = await this.template(ctx, id);
      if (!mayWrite(ctx.actor) || !hasRoleFrom(ctx.actor, Role.EDITOR))
        throw new DomainError(ErrorCode.FORBIDDEN, { path: ['id'] });
      await ctx.db.remove(template);
      await this.record(ctx, 'bulletinTemplate.removed', id);
    });
  }

  /** The viewer's own filters, by name. */
  async savedFilters(ctx: RequestContext): Promise<SavedFilterType[]> {
    const rows = await ctx.db
      .createQueryBuilder(SavedFilterEntity, 'f')
      .where('f.userId = :userId', { userId: ctx.actor.userId })
      .orderBy('f.name collate "tr-x-icu"')
      .getMany();
    return rows.map(presentFilter);
  }

  /** Keeps a filter. Refuses: TAKEN, TOO_MANY. */
  saveFilter(ctx: RequestContext, name: string, filter: BulletinFilterInput): Promise<SavedFilterType> {
    return this.transactions.run(ctx, async (ctx) => {
      const userId = ctx.actor.userId ?? '';
      if (!mayWrite(ctx.actor)) throw new DomainError(ErrorCode.FORBIDDEN);
      if ((await ctx.db.count(SavedFilterEntity, { where: { userId } })) >= maxSavedFilters) {
        throw new DomainError(ErrorCode.TOO_MANY, { path: ['input'] });
      }
      const saved = await ctx.db.save(SavedFilterEntity, {
        id: newId(ctx.now),
        userId,
        name: name.normalize('NFC').trim(),
        filter: Object.fromEntries(Object.entries(filter)),
        createdAt: ctx.now,
      });
      await this.record(ctx, 'savedFilter.created', saved.id);
      return presentFilter(saved);
    });
  }

  /** Removes one's own filter. Refuses NOT_FOUND. */
  removeFilter(ctx: RequestContext, id: string): Promise<void> {
    return this.transactions.run(ctx, async (ctx) => {
      const where = { id, userId: ctx.actor.userId ?? '' };
      const { affected } =
        isId(id) && mayWrite(ctx.actor) ? await ctx.db.delete(SavedFilterEntity, where) : { affected: 0 };
      if (affected !== 1) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['id'] });
      await this.record(ctx, 'savedFilter.removed', id);
    });
  }

  private record(ctx: RequestContext, name: string, subjectId: string): Promise<void> {
    return this.ledger.record(ctx, { name, subjectType: name.split('.')[0] ?? name, subjectId });
  }
}

function presentTemplate({ id, name, kind, sections, version }: BulletinTemplateEntity): BulletinTemplateType {
  return { id, name, kind, sectionKinds: sections.map((section) => section.kind), version };
}

function presentFilter({ id, name, filter }: SavedFilterEntity): SavedFilterType {
  return { id, name, filter: JSON.stringify(filter) };
}
