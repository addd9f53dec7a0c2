import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { BulletinAct, mayOnBulletin } from '@domain/bulletins/bulletin.policy';
import { authorize } from '@domain/policy';
import type { RequestContext } from '../core/context';
import { Transactions } from '../core/transactions';
import { BulletinFollowEntity } from './bulletin-follow.entity';
import { BulletinLoading } from './bulletin-loading.service';

/**
 * Which bulletins a person follows, or wants to hear less of. It is theirs alone and stands in no ledger; what they may
 * see is asked anew whenever they are told of something.
 */
@Injectable()
export class BulletinFollows {
  constructor(
    private readonly transactions: Transactions,
    private readonly loading: BulletinLoading,
  ) {}

  /** Tells the viewer of all that happens to it from now on. Refuses: NOT_FOUND, FORBIDDEN to reading tokens. */
  follow(ctx: RequestContext, bulletinId: string): Promise<string> {
    return this.choose(ctx, bulletinId, true);
  }

  /** Tells the viewer of what waits for an act of theirs alone. Refuses: NOT_FOUND, FORBIDDEN to reading tokens. */
  unfollow(ctx: RequestContext, bulletinId: string): Promise<string> {
    return this.choose(ctx, bulletinId, false);
  }

  private choose(ctx: RequestContext, bulletinId: string, isFollowed: boolean): Promise<string> {
    return this.transactions.run(ctx, async (ctx) => {
      const { bulletin, facts } = await this.loading.readVisible(ctx, bulletinId);
      authorize(mayOnBulletin(ctx.actor, BulletinAct.VIEW, facts));
      await ctx.db.upsert(
        BulletinFollowEntity,
        { userId: ctx.actor.userId ?? '', bulletinId: bulletin.id, isFollowed, changedAt: ctx.now },
        ['userId', 'bulletinId'],
      );
      return bulletin.id;
    });
  }
}

/** Bulletin → what the viewer chose; null: nothing. One statement for all of them. */
export const followsByBulletinId = (ctx: RequestContext): DataLoader<string, boolean | null> =>
  new DataLoader(async (ids) => {
    const rows: { id: string; isFollowed: boolean }[] = await ctx.db.query(
      'select bulletin_id as id, is_followed as "isFollowed" from bulletin_follows where user_id = $1 and bulletin_id = any($2)',
      [ctx.actor.userId, ids],
    );
    const chosen = new Map(rows.map(({ id, isFollowed }) => [id, isFollowed]));
    return ids.map((id) => chosen.get(id) ?? null);
  });
