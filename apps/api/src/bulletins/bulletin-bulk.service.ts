import { Injectable } from '@nestjs/common';
import { BulletinAct, mayOnBulletin } from '@domain/bulletins/bulletin.policy';
import { DomainError, ErrorCode } from '@domain/errors';
import { authorize } from '@domain/policy';
import { slug } from '@turkish/slug';
import type { RequestContext } from '../core/context';
import { Transactions } from '../core/transactions';
import { BulletinLoading } from './bulletin-loading.service';
import { presentBulletin, type PresentedBulletin } from './bulletin-presenter';
import { selectBulletins, wholeCard, type BulletinRow } from './bulletin-select';
import { BulletinSignoff } from './bulletin-signoff.service';
import { BulletinTagEntity } from './bulletin-tag.entity';
import { visibleTo } from './bulletins.queries';
import { BulletinsService } from './bulletins.service';
import type { BulletinEntity } from './bulletin.entity';

/** What became of an act on several bulletins. */
export interface BulkOutcome {
  /** Those on which it was done, in the order of the ids. */
  readonly doneIds: readonly string[];
  /** One refusal for each of the others; `path` begins with `ids` and the place among the ids. */
  readonly refusals: readonly DomainError[];
}

/** One act on several bulletins of a list: each in a transaction of its own, so that one refusal spoils no other. */
@Injectable()
export class BulletinBulk {
  constructor(
    private readonly transactions: Transactions,
    private readonly loading: BulletinLoading,
    private readonly bulletins: BulletinsService,
    private readonly signoff: BulletinSignoff,
  ) {}

  /** Notes that the office has looked at them. Per bulletin as `BulletinSignoff.seen`. */
  markSeen(ctx: RequestContext, ids: readonly string[]): Promise<BulkOutcome> {
    return each(ids, (id) => this.signoff.seen(ctx, id));
  }

  /** Adds a tag to them; one that is there stays. Per bulletin: NOT_FOUND, FORBIDDEN, WRONG_STATE, INVALID, TOO_MANY. */
  addTag(ctx: RequestContext, ids: readonly string[], tag: string): Promise<BulkOutcome> {
    return each(ids, (id) => this.addTagTo(ctx, id, tag));
  }

  /** Gives them up before their release. Per bulletin as `BulletinsService.discard`. */
  discard(ctx: RequestContext, ids: readonly string[]): Promise<BulkOutcome> {
    return each(ids, (id) => this.bulletins.discard(ctx, id));
  }

  /** Those of these bulletins that the viewer may know of, in the order of the ids; one statement. */
  async present(ctx: RequestContext, ids: readonly string[]): Promise<PresentedBulletin[]> {
    if (ids.length === 0) return [];
    const conditions = visibleTo(ctx);
    conditions.add(`b.id = any(${conditions.param(ids)})`);
    const page = `select b.id from bulletins b where ${conditions.sql}`;
    const rows: BulletinRow[] = await ctx.db.query(selectBulletins(page, 'b.id', wholeCard), conditions.values);
    return rows
      .sort((left, right) => ids.indexOf(left.id) - ids.indexOf(right.id))
      .map((row) => presentBulletin(ctx, row));
  }

  /** Asks for no version: adding a tag takes nothing away that somebody else wrote meanwhile. */
  private addTagTo(ctx: RequestContext, id: string, tag: string): Promise<BulletinEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const { bulletin, facts } = await this.loading.lockVisible(ctx, id);
      authorize(mayOnBulletin(ctx.actor, BulletinAct.EDIT_DETAILS, facts));
      if (slug(tag) === '') throw new DomainError(ErrorCode.INVALID, { path: ['input', 'tag'] });
      const tags = await ctx.db.find(BulletinTagEntity, { where: { bulletinId: id }, order: { slug: 'ASC' } });
      if (tags.some((known) => known.slug === slug(tag))) return bulletin;
      const labels = [...tags.map(({ label }) => label), tag];
      return this.bulletins.update(ctx, id, { expectedVersion: bulletin.version, tags: labels });
    });
  }
}

async function each(ids: readonly string[], act: (id: string) => Promise<BulletinEntity>): Promise<BulkOutcome> {
  const doneIds: string[] = [];
  const refusals: DomainError[] = [];
  for (const [index, id] of ids.entries()) {
    try {
      doneIds.push((await act(id)).id);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { code, message, details } = error;
      refusals.push(new DomainError(code, { path: ['ids', String(index)], message, details, cause: error }));
    }
  }
  return { doneIds, refusals };
}
