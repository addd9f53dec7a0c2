import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';
import { normaliseEmail } from '@domain/identity/email-address';
import { Env } from '../config/env';
import type { RequestContext } from '../core/context';
import { Mails } from '../core/delivery/mails.service';
import { Jobs } from '../core/jobs/jobs.service';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { passwordResetMail } from './mail-templates';
import { TokenPurpose } from './one-time-token.entity';
import { issueToken, peekToken, useToken } from './one-time-tokens';
import { expectPassword, hashPassword } from './passwords';
import { Throttles, type Throttle } from './throttles.service';
import { networkOf } from './network';
import { UserEntity } from './user.entity';

const queue = 'identity.passwordReset';
const lifeSeconds = 3_600;
const perAddress: Throttle = { name: 'reset-address', limit: 20, windowSeconds: 3_600 };
const perAccount: Throttle = { name: 'reset-account', limit: 3, windowSeconds: 3_600 };

/** What stops counting when a password was reset: whoever had the old one is out. */
const endAllSql = `
  with ended_sessions as (update sessions set revoked_at = $2 where user_id = $1 and revoked_at is null),
    ended_tokens as (update api_tokens set revoked_at = $2 where user_id = $1 and revoked_at is null)
  update one_time_tokens set used_at = $2 where user_id = $1 and purpose = 'PASSWORD_RESET' and used_at is null`;

/**
 * A new password by a link in a mail. The request only leaves a job; whether there is an account is looked up by the
 * worker, so the answer and its time are the same for every address.
 */
@Injectable()
export class PasswordReset implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
    private readonly jobs: Jobs,
    private readonly mails: Mails,
    private readonly throttles: Throttles,
    private readonly env: Env,
  ) {}

  onModuleInit(): void {
    this.jobs.define<{ email: string }>(queue, (ctx, { email }) => this.send(ctx, email));
  }

  /** Asks for a link. Never refuses: too many requests, a malformed and an unknown address are answered alike. */
  async request(ctx: RequestContext, address: string, ip: string): Promise<void> {
    const email = normaliseEmail(address) ?? '';
    const isFree =
      (await this.throttles.hasTaken(ctx, perAddress, networkOf(ip)))
      && (await this.throttles.hasTaken(ctx, perAccount, email));
    if (isFree) await this.transactions.run(ctx, (ctx) => this.jobs.send(ctx, queue, { email }));
  }

  /** Sets a new password; all sessions, tokens and other links of the account end. Refuses: EXPIRED, INVALID. */
  async reset(ctx: RequestContext, secret: string, password: string): Promise<void> {
    const owner = await this.ownerOf(ctx, secret);
    expectPassword(password, owner, ['newPassword']);
    const passwordHash = await hashPassword(password);
    await this.transactions.run(ctx, async (ctx) => {
      await useToken(ctx, TokenPurpose.PASSWORD_RESET, secret);
      await ctx.db.update(UserEntity, owner.id, { passwordHash });
      await ctx.db.query(endAllSql, [owner.id, ctx.now]);
      await this.record(ctx, 'user.passwordChanged', owner.id, { by: 'RESET' });
    });
  }

  private async ownerOf(ctx: RequestContext, secret: string): Promise<UserEntity> {
    const token = await peekToken(ctx, TokenPurpose.PASSWORD_RESET, secret);
    const owner = token?.userId ? await ctx.db.findOneBy(UserEntity, { id: token.userId }) : null;
    if (!owner || owner.suspendedAt) throw new DomainError(ErrorCode.EXPIRED, { path: ['token'] });
    return owner;
  }

  /** The job: sends the link if there is an account that signs in by password. */
  private send(ctx: RequestContext, email: string): Promise<void> {
    return this.transactions.run(ctx, async (ctx) => {
      const user = await ctx.db.findOneBy(UserEntity, { email });
      if (!user || user.suspendedAt || user.oidcSubject) return;
      const token = await issueToken(ctx, {
        purpose: TokenPurpose.PASSWORD_RESET,
        userId: user.id,
        payload: {},
        lifeSeconds,
      });
      const link = `${this.env.BASE_URL}/parola#${token.secret}`;
      const mail = passwordResetMail({ name: user.name, link, expiresAt: token.expiresAt });
      const to = { name: user.name, address: user.email };
      await this.mails.enqueue(ctx, { officeId: null, purpose: 'passwordReset', to, ...mail });
      await this.record(ctx, 'user.passwordResetAsked', user.id, {});
    });
  }

  private record(ctx: RequestContext, name: string, userId: string, data: Record<string, string>): Promise<void> {
    return this.ledger.record(ctx, { name, subjectType: 'user', subjectId: userId, officeId: null, data });
  }
}
