import { Injectable } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';
import { mayKeepOwnAccount } from '@domain/identity/account.policy';
import { authorize } from '@domain/policy';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { OwnAccountThrottle } from './own-account-throttle';
import { SecondFactor } from './second-factor.service';
import { Sessions } from './sessions.service';
import { UserEntity } from './user.entity';

/** Turning the second factor of the own account on and off. */
@Injectable()
export class TwoFactor {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
    private readonly secondFactor: SecondFactor,
    private readonly throttle: OwnAccountThrottle,
    private readonly sessions: Sessions,
  ) {}

  /** A new secret, to be confirmed by a code of the app. Refuses: FORBIDDEN to tokens, WRONG_STATE when it is on. */
  start(ctx: RequestContext): Promise<{ uri: string; secret: string }> {
    return this.transactions.run(ctx, async (ctx) => {
      const user = await this.lockOwn(ctx);
      if (user.totpEnabledAt) throw new DomainError(ErrorCode.WRONG_STATE, { message: 'the second factor is on' });
      const { sealed, uri, base32 } = this.secondFactor.newSecret(user);
      await ctx.db.update(UserEntity, user.id, { totpSecret: sealed, totpLastStep: null });
      await this.record(ctx, 'user.twoFactorStarted', user.id);
      return { uri, secret: base32 };
    });
  }

  /**
   * Turns it on; ends the other sessions, which were opened without it; returns ten recovery codes, readable only now.
   * Refuses: FORBIDDEN to tokens, TOO_MANY, WRONG_STATE, BAD_CREDENTIALS.
   */
  async confirm(ctx: RequestContext, code: string): Promise<string[]> {
    return this.guarded(ctx, async (ctx, user) => {
      if (user.totpEnabledAt || !user.totpSecret) throw new DomainError(ErrorCode.WRONG_STATE);
      if (!(await this.secondFactor.takeStep(ctx, user, code))) throw wrongCode();
      await ctx.db.update(UserEntity, user.id, { totpEnabledAt: ctx.now });
      const codes = await this.secondFactor.renewRecoveryCodes(ctx, user.id);
      await this.sessions.endAll(ctx, user.id, ctx.sessionId);
      await this.record(ctx, 'user.twoFactorConfirmed', user.id);
      return codes;
    });
  }

  /** Turns it off with a time code or a recovery code. Refuses: FORBIDDEN to tokens, TOO_MANY, WRONG_STATE, BAD_CREDENTIALS. */
  async disable(ctx: RequestContext, code: string): Promise<void> {
    await this.guarded(ctx, async (ctx, user) => {
      if (!user.totpEnabledAt) throw new DomainError(ErrorCode.WRONG_STATE);
      if (!(await this.secondFactor.take(ctx, user, code))) throw wrongCode();
      await ctx.db.update(UserEntity, user.id, { totpSecret: null, totpEnabledAt: null, totpLastStep: null });
      await this.secondFactor.forgetRecoveryCodes(ctx, user.id);
      await this.record(ctx, 'user.twoFactorDisabled', user.id);
    });
  }

  /** Counts the try outside of the transaction, so that a refusal does not take the count back. */
  private async guarded<T>(
    ctx: RequestContext,
    work: (ctx: RequestContext, user: UserEntity) => Promise<T>,
  ): Promise<T> {
    authorize(mayKeepOwnAccount(ctx.actor), []);
    return this.throttle.guard(ctx, ctx.actor.userId ?? '', () =>
      this.transactions.run(ctx, async (ctx) => work(ctx, await this.lockOwn(ctx))),
    );
  }

  private async lockOwn(ctx: RequestContext): Promise<UserEntity> {
    authorize(mayKeepOwnAccount(ctx.actor), []);
    const id = ctx.actor.userId ?? '';
    return ctx.db.findOneOrFail(UserEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private record(ctx: RequestContext, name: string, userId: string): Promise<void> {
    return this.ledger.record(ctx, { name, subjectType: 'user', subjectId: userId, officeId: null });
  }
}

function wrongCode(): DomainError {
  return new DomainError(ErrorCode.BAD_CREDENTIALS, { path: ['code'] });
}
