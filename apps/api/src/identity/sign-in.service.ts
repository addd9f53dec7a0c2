import { Injectable } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';
import { normaliseEmail } from '@domain/identity/email-address';
import { passwordLength } from '@domain/identity/password.policy';
import type { RequestContext } from '../core/context';
import { readDeviceMark } from './device';
import { networkOf } from './network';
import { fitsPassword } from './passwords';
import { SecondFactor } from './second-factor.service';
import { SecretBox } from './secret-box';
import { Throttles, type Throttle } from './throttles.service';

const windowSeconds = 15 * 60;
/** Tries per account, from wherever they come; a browser that signed in before has tries of its own. */
const perAccount: Throttle = { name: 'account', limit: 10, windowSeconds };
const perDevice: Throttle = { name: 'device', limit: 10, windowSeconds };
/** Tries from one address for all accounts: a whole municipality may stand behind one. */
const perAddress: Throttle = { name: 'address', limit: 100, windowSeconds };

export interface PasswordTry {
  readonly email: string;
  readonly password: string;
  /** A time code or a recovery code. */
  readonly code: string | null;
  readonly ip: string;
  readonly deviceMark: string | null;
}

export interface SignedInUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

interface Account extends SignedInUser {
  readonly passwordHash: string | null;
  readonly totpSecret: string | null;
  readonly isTotpOn: boolean;
  readonly isSuspended: boolean;
}

interface Counter {
  readonly throttle: Throttle;
  readonly key: string;
}

const accountSql = `
  select id, email, name, password_hash as "passwordHash", totp_secret as "totpSecret",
    totp_enabled_at is not null as "isTotpOn", suspended_at is not null as "isSuspended"
  from users where email = $1`;

/**
 * Sign-in by password. Every try is counted before it is looked at and given back when it was right, so guessing is
 * bounded per account whatever the address, and a stranger who uses up an account's tries does not shut out its owner:
 * a browser that signed in before has tries of its own. An unknown address, a wrong password, a wrong code and a
 * suspended account are one answer after the same work.
 * Source: OWASP ASVS 5.0, 6.1.1, 6.3.1, 6.3.8; OWASP "Slow down online guessing attacks with device cookies".
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly throttles: Throttles,
    private readonly secondFactor: SecondFactor,
    private readonly box: SecretBox,
  ) {}

  /** Who it is. Refuses: TOO_MANY, BAD_CREDENTIALS, SECOND_FACTOR_REQUIRED (the password was right, a code is needed). */
  async verify(ctx: RequestContext, given: PasswordTry): Promise<SignedInUser> {
    const email = normaliseEmail(given.email);
    const counters = this.countersFor(email ?? `?${given.email.slice(0, 300)}`, given);
    for (const { throttle, key } of counters) await this.throttles.take(ctx, throttle, key);

    const [account] = await ctx.db.query<Account[]>(accountSql, [email ?? '']);
    const isRight = await this.isRightPassword(account, given.password);
    if (!account || !isRight || account.isSuspended) throw new DomainError(ErrorCode.BAD_CREDENTIALS);
    await this.expectSecondFactor(ctx, account, given.code);

    for (const { throttle, key } of counters) await this.throttles.giveBack(ctx, throttle, key);
    return { id: account.id, email: account.email, name: account.name };
  }

  private countersFor(email: string, given: PasswordTry): Counter[] {
    const device = readDeviceMark(this.box, given.deviceMark, email);
    if (device) return [{ throttle: perDevice, key: device }];
    return [
      { throttle: perAddress, key: networkOf(given.ip) },
      { throttle: perAccount, key: email },
    ];
  }

  private isRightPassword(account: Account | undefined, password: string): Promise<boolean> {
    // Longer than any that was ever taken: the work is bounded by cutting what cannot be right anyway.
    const bounded = password.length > passwordLength.max * 8 ? '' : password;
    return fitsPassword(account?.passwordHash ?? null, bounded);
  }

  private async expectSecondFactor(ctx: RequestContext, account: Account, code: string | null): Promise<void> {
    if (!account.isTotpOn) return;
    if (!code) throw new DomainError(ErrorCode.SECOND_FACTOR_REQUIRED);
    if (!(await this.secondFactor.take(ctx, account, code))) throw new DomainError(ErrorCode.BAD_CREDENTIALS);
  }
}
