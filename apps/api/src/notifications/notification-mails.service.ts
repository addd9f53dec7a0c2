import { Injectable } from '@nestjs/common';
import { Env } from '../config/env';
import type { RequestContext } from '../core/context';
import { Mails } from '../core/delivery/mails.service';
import { digestMail, notificationMail, type MailItem } from './notification-mail';
import { Outlet, pathOf, wordsOf } from './notification-presenter';
import { selectNotifications, type NotificationRow } from './notification-select';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

const maxDigestItems = 50;

/** Notifications by mail: written from what each person may see now, put on their way in the transaction of `ctx`. */
@Injectable()
export class NotificationMails {
  constructor(
    private readonly mails: Mails,
    private readonly env: Env,
  ) {}

  /** A mail for each of these notifications; none for what went out of sight. */
  async sendEach(ctx: RequestContext, ids: readonly string[]): Promise<void> {
    const rows = await this.inSight(ctx, ids);
    if (rows.length === 0) return;
    const people: Person[] = await ctx.db.query('select id, name, email from users where id = any($1)', [
      rows.map(({ userId }) => userId),
    ]);
    for (const row of rows) {
      const person = people.find(({ id }) => id === row.userId);
      if (!person) continue;
      const mail = notificationMail(this.itemOf(row), this.frameOf(person));
      const to = { name: person.name, address: person.email };
      await this.mails.enqueue(ctx, { officeId: row.office.id, purpose: 'notification', to, ...mail });
    }
    await ctx.db.query('update notifications set mailed_at = $2 where id = any($1)', [
      rows.map(({ id }) => id),
      ctx.now,
    ]);
  }

  /** One mail with those of these notifications that are still unread and in sight; none when there are none. */
  async sendDigest(ctx: RequestContext, person: Person, ids: readonly string[]): Promise<void> {
    const rows = (await this.inSight(ctx, ids)).filter(({ readAt, doneAt }) => readAt === null && doneAt === null);
    if (rows.length === 0) return;
    const items = rows.slice(0, maxDigestItems).map((row) => this.itemOf(row));
    const mail = digestMail(items, rows.length - items.length, this.frameOf(person));
    const to = { name: person.name, address: person.email };
    await this.mails.enqueue(ctx, { officeId: null, purpose: 'notificationDigest', to, ...mail });
  }

  private async inSight(ctx: RequestContext, ids: readonly string[]): Promise<NotificationRow[]> {
    if (ids.length === 0) return [];
    const rows: NotificationRow[] = await ctx.db.query(selectNotifications('n.id = any($2)', 'all'), [ctx.now, ids]);
    return rows.filter(({ bulletin }) => bulletin !== null);
  }

  private itemOf(row: NotificationRow): MailItem {
    return { ...wordsOf(row, Outlet.MAIL), link: `${this.env.BASE_URL}${pathOf(row) ?? ''}` };
  }

  private frameOf({ name }: Person) {
    return { recipientName: name, preferencesLink: `${this.env.BASE_URL}/hesap/bildirimler` };
  }
}
