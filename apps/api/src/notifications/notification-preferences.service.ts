import { Injectable } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';
import { allPaces, type KindPace } from '@domain/notifications/notification';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { UserEntity } from '../identity/user.entity';
import type { NotificationPaceInput } from './notification.inputs';

/** How soon each kind is mailed to the viewer. */
@Injectable()
export class NotificationPreferences {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
  ) {}

  /** Changes some kinds, null goes back to the default; returns all. Refuses UNAUTHENTICATED, FORBIDDEN to tokens. */
  update(ctx: RequestContext, choices: readonly NotificationPaceInput[]): Promise<KindPace[]> {
    return this.transactions.run(ctx, async (ctx) => {
      const user = await this.lockViewer(ctx);
      const stored = new Map(Object.entries(user.notificationPreferences));
      for (const { kind, pace } of choices) {
        if (pace) stored.set(kind, pace);
        else stored.delete(kind);
      }
      user.notificationPreferences = Object.fromEntries(stored);
      await ctx.db.save(user);
      await this.ledger.record(ctx, {
        name: 'user.notificationPreferencesChosen',
        subjectType: 'user',
        subjectId: user.id,
        officeId: null,
        data: { kinds: choices.map(({ kind }) => kind) },
      });
      return allPaces(user.notificationPreferences);
    });
  }

  private async lockViewer(ctx: RequestContext): Promise<UserEntity> {
    const { userId, scopes } = ctx.actor;
    if (userId === null) throw new DomainError(ErrorCode.UNAUTHENTICATED);
    if (scopes !== null) throw new DomainError(ErrorCode.FORBIDDEN, { message: 'a token changes no settings' });
    return ctx.db.findOneOrFail(UserEntity, { where: { id: userId }, lock: { mode: 'pessimistic_write' } });
  }
}
