import { Injectable } from '@nestjs/common';
import { BulletinAct, mayOnBulletin } from '@domain/bulletins/bulletin.policy';
import { DomainError, ErrorCode } from '@domain/errors';
import { authorize } from '@domain/policy';
import { signoffComplete } from '@domain/signoff/signoff';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { BulletinLoading } from './bulletin-loading.service';
import type { BulletinEntity } from './bulletin.entity';

const hour = 60 * 60_000;

/** Reminders stand in the ledger: when an office was last reminded is read from there, under the bulletin's lock. */
const lastSql = `
  select max(at) as at from events where subject_type = 'bulletin' and subject_id = $1 and name = 'bulletin.reminded'
    and at > $2 and data -> 'officeIds' ? $3`;

/** The lead asks again for signatures that are open. */
@Injectable()
export class BulletinReminders {
  constructor(
    private readonly transactions: Transactions,
    private readonly loading: BulletinLoading,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Reminds these offices, each at most once an hour. Refuses, and then reminds none: NOT_FOUND, FORBIDDEN, WRONG_STATE
   * (not offered, or the office at `path` owes no answer), TOO_MANY (reminded within the hour; `retryAfterSeconds`).
   */
  remind(ctx: RequestContext, bulletinId: string, officeIds: readonly string[]): Promise<BulletinEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const locked = await this.loading.lockVisible(ctx, bulletinId);
      authorize(mayOnBulletin(ctx.actor, BulletinAct.REMIND, locked.facts));
      const { missing } = signoffComplete(await this.loading.round(ctx, locked));
      for (const [index, officeId] of officeIds.entries()) {
        const path = ['officeIds', String(index)];
        const isOwn = officeId === ctx.actor.officeId;
        if (isOwn || !missing.includes(officeId)) throw new DomainError(ErrorCode.WRONG_STATE, { path });
        await this.expectQuietHour(ctx, bulletinId, officeId, path);
      }
      await this.ledger.record(ctx, {
        name: 'bulletin.reminded',
        subjectType: 'bulletin',
        subjectId: bulletinId,
        data: { officeIds: [...new Set(officeIds)] },
      });
      return locked.bulletin;
    });
  }

  private async expectQuietHour(
    ctx: RequestContext,
    bulletinId: string,
    officeId: string,
    path: readonly string[],
  ): Promise<void> {
    const since = new Date(ctx.now.getTime() - hour);
    const [last]: { at: Date | null }[] = await ctx.db.query(lastSql, [bulletinId, since, officeId]);
    if (!last?.at) return;
    const retryAfterSeconds = Math.ceil((last.at.getTime() + hour - ctx.now.getTime()) / 1_000);
    throw new DomainError(ErrorCode.TOO_MANY, { path, details: { retryAfterSeconds } });
  }
}
