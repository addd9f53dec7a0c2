import { Injectable } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';
import { mayKeepOwnAccount } from '@domain/identity/account.policy';
import { authorize } from '@domain/policy';
import type { RequestContext } from '../core/context';
import { Mails } from '../core/delivery/mails.service';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { passwordChangedMail } from './mail-templates';
import { expectPassword, fitsPassword, hashPassword } from './passwords';
import { Sessions } from './sessions.service';
import { OwnAccountThrottle } from './own-account-throttle';
import { UserEntity } from './user.entity';

export interface ProfileChange {
  readonly name?: string;
  /** `tr` or `en`. */
  readonly locale?: string;
}

/** The own name and language; the own password, changed by somebody who is signed in and knows the present one. */
@Injectable()
export class Account {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
    private readonly mails: Mails,
    private readonly sessions: Sessions,
    private readonly throttle: OwnAccountThrottle,
  ) {}

  /**
   * Sets a new password, ends all other sessions and gives the running one a new secret, which is returned for the
   * cookie. Refuses: FORBIDDEN to tokens, TOO_MANY, BAD_CREDENTIALS, INVALID.
   */
  async changePassword(ctx: RequestContext, current: string, next: string): Promise<string> {
    authorize(mayKeepOwnAccount(ctx.actor), []);
    const { sessionId } = ctx;
    const user = await ctx.db.findOneBy(UserEntity, { id: ctx.actor.userId ?? '' });
    if (!user || !sessionId) throw new DomainError(ErrorCode.FORBIDDEN);
    await this.throttle.guard(ctx, user.id, async () => {
      if (await fitsPassword(user.passwordHash, current)) return;
      throw new DomainError(ErrorCode.BAD_CREDENTIALS, { path: ['input', 'currentPassword'] });
    });
    expectPassword(next, user, ['input', 'newPassword']);
    const passwordHash = await hashPassword(next);
    return this.transactions.run(ctx, async (ctx) => {
      await ctx.db.update(UserEntity, user.id, { passwordHash });
      await this.sessions.endAll(ctx, user.id, sessionId);
      const secret = await this.sessions.rotate(ctx, sessionId);
      await this.tell(ctx, user);
      await this.ledger.record(ctx, {
        name: 'user.passwordChanged',
        subjectType: 'user',
        subjectId: user.id,
        officeId: null,
        data: { by: 'OWNER' },
      });
      return secret;
    });
  }

  /**
   * Changes what colleagues see of the person. Titles belong to memberships and are the press director's to change.
   * Refuses: FORBIDDEN to tokens, INVALID for a name of blanks.
   */
  updateProfile(ctx: RequestContext, change: ProfileChange): Promise<void> {
    authorize(mayKeepOwnAccount(ctx.actor), []);
    return this.transactions.run(ctx, async (ctx) => {
      const user = await ctx.db.findOne(UserEntity, {
        where: { id: ctx.actor.userId ?? '' },
        lock: { mode: 'pessimistic_write' },
      });
      if (!user) throw new DomainError(ErrorCode.FORBIDDEN);
      const name = change.name?.normalize('NFC').replaceAll(/\s+/g, ' ').trim() ?? user.name;
      const locale = change.locale ?? user.locale;
      if (name.length < 2) throw new DomainError(ErrorCode.INVALID, { path: ['input', 'name'] });
      const fields = [...(name === user.name ? [] : ['name']), ...(locale === user.locale ? [] : ['locale'])];
      if (fields.length === 0) return;
      await ctx.db.update(UserEntity, user.id, { name, locale });
      await this.ledger.record(ctx, {
        name: 'user.profileChanged',
        subjectType: 'user',
        subjectId: user.id,
        officeId: null,
        data: { fields },
      });
    });
  }

  private tell(ctx: RequestContext, user: UserEntity): Promise<void> {
    const mail = passwordChangedMail({ name: user.name, at: ctx.now });
    const to = { name: user.name, address: user.email };
    return this.mails.enqueue(ctx, { officeId: null, purpose: 'passwordChanged', to, ...mail });
  }
}
