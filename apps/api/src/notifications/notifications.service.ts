import { Injectable } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';
import { isId } from '@domain/ids';
import { isWaiting, NotificationKind } from '@domain/notifications/notification';
import type { RequestContext } from '../core/context';
import { Conditions } from '../core/database/conditions';
import { decodeCursor, toConnection, type Connection, type PageArgs } from '../core/graphql/connection';
import { Transactions } from '../core/transactions';
import { NotificationTab, type NotificationFilterInput } from './notification.inputs';
import { presentNotification } from './notification-presenter';
import { selectNotifications, type NotificationRow } from './notification-select';
import type { NotificationType } from './notification.type';

const unread = 'n.read_at is null and n.done_at is null';

/** The same, said of an older or newer one about the same thing (`t`) instead of the one that is asked for (`n`). */
const ofTwin = (sql: string): string => sql.replaceAll(/\bn\./g, 't.');
const maxSnooze = 30 * 24 * 60 * 60_000;
const waitingKinds = Object.values(NotificationKind).filter(isWaiting);

const waitingSql = (kinds: string, now: string): string =>
  `n.kind = any(${kinds}) and ${unread} and (n.snoozed_until is null or n.snoozed_until <= ${now}::timestamptz)`;

const followedSql = (
  kinds: string,
): string => `not n.kind = any(${kinds}) and not exists (select 1 from bulletin_follows f
  where f.user_id = n.user_id and f.bulletin_id = n.subject_id and not f.is_followed)`;

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
    addTab(conditions, filter?.tab ?? NotificationTab.ALL);
    if (filter?.isUnread === true) conditions.add(unread);
    if (filter?.isUnread === false) conditions.add(`not (${unread})`);
    if (typeof filter?.isNewest === 'boolean') addNewest(conditions, filter.isNewest);
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

  /** How many wait for the viewer: what the badge shows. */
  async waitingCount(ctx: RequestContext): Promise<number> {
    const conditions = ownOf(ctx);
    addTab(conditions, NotificationTab.WAITING);
    const rows: { count: number }[] = await ctx.db.query(
      `select count(*)::int as count from notifications n where ${conditions.sql} and $1::timestamptz is not null`,
      conditions.values,
    );
    return rows[0]?.count ?? 0;
  }

  /** Puts one off: it is unread again from `until` on. Refuses: NOT_FOUND, INVALID (not within 30 days from now). */
  snooze(ctx: RequestContext, id: string, until: Date): Promise<NotificationType> {
    return this.transactions.run(ctx, async (ctx) => {
      const ahead = until.getTime() - ctx.now.getTime();
      if (!(ahead > 0 && ahead <= maxSnooze)) throw new DomainError(ErrorCode.INVALID, { path: ['until'] });
      const own = ownOf(ctx, [until]);
      own.add(`n.id = ${own.param(isId(id) ? id : null)}`);
      await ctx.db.query(`update notifications n set snoozed_until = $1, read_at = null where ${own.sql}`, own.values);
      const notification = await this.get(ctx, id);
      if (!notification) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['id'] });
      return notification;
    });
  }

  /** Marks all about one bulletin as read, for who has opened it; returns how many that were. */
  markBulletinRead(ctx: RequestContext, bulletinId: string): Promise<number> {
    return this.transactions.run(ctx, (ctx) => {
      if (!isId(bulletinId)) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['bulletinId'] });
      return this.mark(ctx, bulletinId);
    });
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
    return this.transactions.run(ctx, (ctx) => this.mark(ctx, null));
  }

  private async mark(ctx: RequestContext, bulletinId: string | null): Promise<number> {
    const own = ownOf(ctx, [ctx.now]);
    own.add('n.read_at is null');
    if (bulletinId) own.add(`n.subject_type = 'bulletin' and n.subject_id = ${own.param(bulletinId)}`);
    const rows: { count: number }[] = await ctx.db.query(
      `with marked as (update notifications n set read_at = $1 where ${own.sql} returning 1)
       select count(*)::int as count from marked`,
      own.values,
    );
    return rows[0]?.count ?? 0;
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

/** The part of the notification centre; the first parameter is the present instant. */
function addTab(conditions: Conditions, tab: NotificationTab): void {
  if (tab === NotificationTab.ALL) return;
  const kinds = conditions.param(waitingKinds);
  conditions.add(tab === NotificationTab.WAITING ? waitingSql(kinds, '$1') : followedSql(kinds));
}

/**
 * Among those that the conditions so far find, the newest about each thing for each office, or all but these. It comes
 * last of what narrows the list, so that a row stands for what else the list would show.
 */
function addNewest(conditions: Conditions, isNewest: boolean): void {
  conditions.add(`${isNewest ? 'not ' : ''}exists (select 1 from notifications t
    where t.subject_type = n.subject_type and t.subject_id = n.subject_id and t.office_id = n.office_id
      and (t.created_at, t.id) > (n.created_at, n.id) and ${ofTwin(conditions.sql)})`);
}

function brokenCursor(): DomainError {
  return new DomainError(ErrorCode.INVALID, { path: ['after'], message: 'not a cursor of this list' });
}
