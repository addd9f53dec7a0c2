import { Injectable, type OnModuleInit } from '@nestjs/common';
import { localToUtc, utcToLocal } from '@turkish/dates';
import type { RequestContext } from '../core/context';
import { Ticker } from '../core/jobs/ticker.service';
import { Transactions } from '../core/transactions';
import { NotificationMails } from './notification-mails.service';

/** When the day's digest is due, on the clocks of Istanbul. */
const digestTime = '08:30';
const perTick = 200;

interface DuePerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

const pending = `n.mail_pace = 'DAILY' and n.mailed_at is null and n.created_at < $1`;

const dueSql = `
  select u.id, u.name, u.email from users u left join notification_digests d on d.user_id = u.id
  where u.suspended_at is null and (d.sent_on is null or d.sent_on < $2::date)
    and exists (select 1 from notifications n where n.user_id = u.id and ${pending})
  order by u.id limit ${perTick}`;

/** Takes the day for this person; no row: another worker has it, or had it. */
const takeDaySql = `
  insert into notification_digests as d (user_id, sent_on) values ($1, $2)
  on conflict (user_id) do update set sent_on = excluded.sent_on where d.sent_on < excluded.sent_on
  returning user_id as "userId"`;

const takePendingSql = `
  with taken as (
    update notifications n set mailed_at = $3 where n.user_id = $2 and ${pending} returning n.id
  ) select id from taken`;

/**
 * The daily mail at 08.30: what came before that time and was not read since. The day stands in the database, so a
 * worker that was down at 08.30 sends when it is back, and no two workers send twice.
 */
@Injectable()
export class NotificationDigests implements OnModuleInit {
  constructor(
    private readonly ticker: Ticker,
    private readonly transactions: Transactions,
    private readonly mails: NotificationMails,
  ) {}

  onModuleInit(): void {
    this.ticker.every(30, 'notifications.digests', (ctx) => this.sendDue(ctx));
  }

  /** Sends the digests that are due; returns whose they were. */
  async sendDue(ctx: RequestContext): Promise<string[]> {
    const today = utcToLocal(ctx.now).slice(0, 10);
    const dueAt = localToUtc(`${today}T${digestTime}`);
    if (ctx.now < dueAt) return [];
    const people: DuePerson[] = await ctx.db.query(dueSql, [dueAt, today]);
    const sent: string[] = [];
    for (const person of people) if (await this.send(ctx, person, today, dueAt)) sent.push(person.id);
    return sent;
  }

  private send(ctx: RequestContext, person: DuePerson, today: string, dueAt: Date): Promise<boolean> {
    return this.transactions.run(ctx, async (ctx) => {
      const taken: unknown[] = await ctx.db.query(takeDaySql, [person.id, today]);
      if (taken.length === 0) return false;
      const rows: { id: string }[] = await ctx.db.query(takePendingSql, [dueAt, person.id, ctx.now]);
      await this.mails.sendDigest(
        ctx,
        person,
        rows.map(({ id }) => id),
      );
      return true;
    });
  }
}
