import { Injectable } from '@nestjs/common';
import { BulletinAct, mayOnBulletin } from '@domain/bulletins/bulletin.policy';
import { releaseFindings, suggestionFindings, type Finding } from '@domain/bulletins/completeness';
import { DomainError, ErrorCode } from '@domain/errors';
import { mayWrite } from '@domain/identity/actor';
import { isId, newId } from '@domain/ids';
import { authorize } from '@domain/policy';
import { plainText } from '@domain/text/rich-text';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import type { BulletinRevisionType, SavedFilterType } from './bulletin-desk.type';
import { BulletinLoading, officeOrder } from './bulletin-loading.service';
import type { BulletinRevisionEntity } from './bulletin-revision.entity';
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

/** What stands around the writing: saved filters, revisions to look at, checks before release. */
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

function presentFilter({ id, name, filter }: SavedFilterEntity): SavedFilterType {
  return { id, name, filter: JSON.stringify(filter) };
}
