import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BulletinLoading, bulletinSubject, type LockedBulletin } from '../bulletins/bulletin-loading.service';
import type { RequestContext } from '../core/context';
import { Ticker } from '../core/jobs/ticker.service';
import { Transactions } from '../core/transactions';
import { NotificationTelling } from './notification-telling.service';
import { officesAtWork } from './recipients/audience';
import { remindersDue, reminderId } from './reminders';

const waitingSql = `
  select id from bulletins
  where state in ('IN_SIGNOFF', 'SCHEDULED') or (state = 'IN_REVIEW' and embargo_at > $1)
  order by id`;

/**
 * Looks every half minute for signatures whose time runs out. Each reminder has an id made from what it reminds of, so
 * nobody is reminded twice of the same, whichever worker looks and however often.
 */
@Injectable()
export class NotificationReminders implements OnModuleInit {
  constructor(
    private readonly ticker: Ticker,
    private readonly transactions: Transactions,
    private readonly bulletins: BulletinLoading,
    private readonly telling: NotificationTelling,
  ) {}

  onModuleInit(): void {
    this.ticker.every(30, 'notifications.reminders', (ctx) => this.remind(ctx));
  }

  /** Tells of every reminder that is due. */
  async remind(ctx: RequestContext): Promise<void> {
    const waiting: { id: string }[] = await ctx.db.query(waitingSql, [ctx.now]);
    for (const { id } of waiting) await this.remindOf(ctx, id);
  }

  private remindOf(ctx: RequestContext, id: string): Promise<void> {
    return this.transactions.run(ctx, async (ctx) => {
      const locked = await this.bulletins.lock(ctx, id);
      if (!locked) return;
      for (const reminder of remindersDue(await this.bulletins.round(ctx, locked), embargoOf(locked))) {
        await this.telling.tell(ctx, {
          eventId: reminderId(id, reminder),
          subject: bulletinSubject(id),
          audiences: reminder.audiences,
          officeIds: officesAtWork(locked.facts),
          actorId: null,
        });
      }
    });
  }
}

/** The instant at which the embargo ends, unless there is none or it was lifted. */
function embargoOf({ bulletin }: LockedBulletin): Date | null {
  return bulletin.embargoLiftedAt ? null : bulletin.embargoAt;
}
