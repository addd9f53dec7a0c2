import { Injectable } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';
import { isId } from '@domain/ids';
import type { RequestContext } from '../core/context';
import { Conditions } from '../core/database/conditions';
import { decodeCursor, toConnection, type Connection, type PageArgs } from '../core/graphql/connection';
import { Transactions } from '../core/transactions';
import type { NotificationFilterInput } from './notification.inputs';
import { presentNotification } from './notification-presenter';
import { selectNotifications, type NotificationRow } from './notification-select';
import type { NotificationType } from './notification.type';

const unread = 'n.read_at is null and n.done_at is null';

/**
 * The viewer's own notifications. Reading them is nobody's business: it stands in no ledger. A personal token sees
 * those of the office it acts for alone.
 */
@Injectable()
export class Notifications {
  constructor(private readonly transactions: Transactions) {}

  /** Newest first. Refuses INVALID for a broken cursor. */
  async list(
    ctx: RequestContext,
    page: PageArgs,
    filter: NotificationFilterInput | null,
  ): Promise<Connection<NotificationType>> {
    const conditions = ownOf(ctx);
    if (filter?.isUnread === true) conditions.add(unread);
    if (filter?.isUnread === false) conditions.add(`not (${unread})`);
    if (page.after) {
      const [at, id] = decodeCursor(page.after, 2);
      if (!id || !isId(id) || Number.isNaN(Date.parse(at ?? ''))) throw brokenCursor();
      conditions.add(`(n.created_at, n.id) < (${conditions.param(at)}::timestamptz, ${conditions.param(id)}::uuid)`);
    }
    const rows = await this.select(ctx, conditions, page.first + 1);
    return toConnection(rows.map(presentNotification), page.first, ({ createdAt, id }) => [
      createdAt.toISOString(),
      id,
    ]);
  }

  /** One of the viewer's own, or null. */
  async get(ctx: RequestContext, id: string): Promise<NotificationType | null> {
    if (!isId(id)) return null;
    const conditions = ownOf(ctx);
    conditions.add(`n.id = ${conditions.param(id)}`);
    const [row] = await this.select(ctx, conditions, 1);
    return row ? presentNotification(row) : null;
  }

  /** How many are neither read nor done. */
  async unreadCount(ctx: RequestContext): Promise<number> {
    const conditions = ownOf(ctx, []);
    conditions.add(unread);
    const rows: { count: number }[] = await ctx.db.query(
      `select count(*)::int as count from notifications n where ${conditions.sql}`,
      conditions.values,
    );
    return rows[0]?.count ?? 0;
  }

  /** Marks one as read; a second time changes nothing. Refuses NOT_FOUND. */
  markRead(ctx: RequestContext, id: string): Promise<NotificationType> {
    return this.transactions.run(ctx, async (ctx) => {
      const own = ownOf(ctx, [ctx.now]);
      own.add(`n.id = ${own.param(isId(id) ? id : null)}`);
      await ctx.db.query(`update notifications n set read_at = coalesce(n.read_at, $1) where ${own.sql}`, own.values);
      const notification = await this.get(ctx, id);
      if (!notification) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['id'] });
      return notification;
    });
  }

  /** Marks all as read; returns how many that were. */
  markAllRead(ctx: RequestContext): Promise<number> {
    return this.transactions.run(ctx, async (ctx) => {
      const own = ownOf(ctx, [ctx.now]);
      own.add('n.read_at is null');
      const rows: { count: number }[] = await ctx.db.query(
        `with marked as (update notifications n set read_at = $1 where ${own.sql} returning 1)
         select count(*)::int as count from marked`,
        own.values,
      );
      return rows[0]?.count ?? 0;
    });
  }

  private select(ctx: RequestContext, conditions: Conditions, limit: number): Promise<NotificationRow[]> {
    return ctx.db.query(selectNotifications(conditions.sql, conditions.param(limit)), conditions.values);
  }
}

/** The viewer's own; `given` are the parameters that the statement already has, the present instant if not said. */
function ownOf(ctx: RequestContext, given: readonly unknown[] = [ctx.now]): Conditions {
  const { actor } = ctx;
  const conditions = new Conditions();
  for (const value of given) conditions.param(value);
  conditions.add(`n.user_id = ${conditions.param(actor.userId)}`);
  if (actor.scopes !== null) conditions.add(`n.office_id = ${conditions.param(actor.officeId)}`);
  return conditions;
}

function brokenCursor(): DomainError {
  return new DomainError(ErrorCode.INVALID, { path: ['after'], message: 'not a cursor of this list' });
}
