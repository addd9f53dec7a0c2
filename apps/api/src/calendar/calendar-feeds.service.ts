import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { seesCalendar } from '@domain/calendar/event.policy';
import { DomainError, ErrorCode } from '@domain/errors';
import { isId, newId } from '@domain/ids';
import { mayKeepOwnAccount } from '@domain/identity/account.policy';
import { authorize, refused, allowed } from '@domain/policy';
import { Env } from '../config/env';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { Actors } from '../identity/actors.service';
import { hashSecret, newSecret } from '../identity/secrets';
import { CalendarFeedEntity, type CalendarFeedScope } from './calendar-feed.entity';
import { feedOf } from './calendar-feed-text';
import { calendarText } from './ics/calendar-text';

const mostFeeds = 10;

/** The addresses that calendar programs subscribe to: made, listed and revoked by their owner, in a session. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
    private readonly actors: Actors,
    private readonly env: Env,
  ) {}

  /** The viewer's feeds that still work, oldest first. */
  async list(ctx: RequestContext): Promise<CalendarFeedEntity[]> {
    if (ctx.actor.userId === null) return [];
    const mine = { userId: ctx.actor.userId, revokedAt: IsNull() };
    return ctx.db.find(CalendarFeedEntity, { where: mine, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** Makes an address; it is told this once. Refuses: FORBIDDEN (tokens, no office), TOO_MANY (10). */
  create(ctx: RequestContext, scope: CalendarFeedScope): Promise<{ feed: CalendarFeedEntity; url: string }> {
    return this.transactions.run(ctx, async (ctx) => {
      authorize(mayKeepOwnAccount(ctx.actor), []);
      authorize(seesCalendar(ctx.actor) ? allowed : refused(ErrorCode.FORBIDDEN), []);
      const { userId, officeId } = ctx.actor;
      await ctx.db.query('select 1 from users where id = $1 for update', [userId]);
      if ((await this.list(ctx)).length >= mostFeeds) {
        throw new DomainError(ErrorCode.TOO_MANY, { details: { most: mostFeeds } });
      }
      const secret = newSecret('ts_c');
      const feed = await ctx.db.save(CalendarFeedEntity, {
        id: newId(ctx.now),
        userId: userId ?? '',
        officeId: officeId ?? '',
        scope,
        tokenHash: hashSecret(secret),
        createdAt: ctx.now,
        lastReadAt: null,
        revokedAt: null,
      });
      await this.record(ctx, 'calendarFeed.created', feed);
      return { feed, url: `${this.env.BASE_URL}/takvim-akisi/${secret}.ics` };
    });
  }

  /** Ends an address of one's own, at once. Refuses: NOT_FOUND. */
  revoke(ctx: RequestContext, id: string): Promise<CalendarFeedEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      authorize(mayKeepOwnAccount(ctx.actor));
      const mine = { id, userId: ctx.actor.userId ?? '', revokedAt: IsNull() };
      const feed = isId(id)
        ? await ctx.db.findOne(CalendarFeedEntity, { where: mine, lock: { mode: 'pessimistic_write' } })
        : null;
      if (!feed) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['id'] });
      await ctx.db.save(Object.assign(feed, { revokedAt: ctx.now }));
      await this.record(ctx, 'calendarFeed.revoked', feed);
      return feed;
    });
  }

  /** The text of a feed as its owner may read it now; null: no such address, or its owner sees no calendar any more. */
  async read(ctx: RequestContext, secret: string): Promise<string | null> {
    const [feed]: { id: string; userId: string; officeId: string; scope: CalendarFeedScope }[] = await ctx.db.query(
      `select id, user_id as "userId", office_id as "officeId", scope from calendar_feeds
       where token_hash = $1 and revoked_at is null`,
      [hashSecret(secret)],
    );
    if (!feed) return null;
    const reader = await this.actors.reading(ctx, feed.userId, feed.officeId);
    if (!seesCalendar(reader.actor)) return null;
    await ctx.db.query(
      `update calendar_feeds set last_read_at = $2
       where id = $1 and (last_read_at is null or last_read_at < $2::timestamptz - interval '1 minute')`,
      [feed.id, ctx.now],
    );
    return calendarText(await feedOf(reader, feed, this.env.BASE_URL));
  }

  private record(ctx: RequestContext, name: string, { id, userId }: CalendarFeedEntity): Promise<void> {
    return this.ledger.record(ctx, { name, subjectType: 'user', subjectId: userId, data: { calendarFeedId: id } });
  }
}
