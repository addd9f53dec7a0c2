import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { newId } from '@domain/ids';
import type { RequestContext } from '../core/context';
import { RecoveryCodeEntity } from './recovery-code.entity';
import { SecretBox } from './secret-box';

const stepSeconds = 30;
const recoveryCodeCount = 10;
/** Without 0, 1, I, L, O and U: nothing that is misread from paper. */
const recoveryAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What is asked about a person whose code is checked. */
export interface SecondFactorOwner {
  readonly id: string;
  readonly totpSecret: string | null;
}

/**
 * The codes of the second factor: RFC 6238 time codes (SHA-1, 6 digits, 30 seconds, which is what every authenticator
 * app knows), one step early or late, each step used once; and recovery codes, each used once. Both are taken by one
 * atomic statement: of many requests with the same code one succeeds.
 */
@Injectable()
export class SecondFactor {
  constructor(private readonly box: SecretBox) {}

  /** A new secret: sealed for the database, and as the address that authenticator apps read from a QR code. */
  newSecret(owner: { readonly id: string; readonly email: string }): { sealed: string; uri: string; base32: string } {
    const secret = new Secret({ size: 20 });
    const totp = new TOTP({ issuer: 'Tek Ses', label: owner.email, secret, period: stepSeconds });
    return { sealed: this.box.seal(secret.base32, owner.id), uri: totp.toString(), base32: secret.base32 };
  }

  /** Takes a time code or a recovery code; false when it is wrong or was used before. */
  async take(ctx: RequestContext, owner: SecondFactorOwner, code: string): Promise<boolean> {
    const digits = code.replace(/\s/g, '');
    return /^\d{6}$/.test(digits) ? this.takeStep(ctx, owner, digits) : this.takeRecovery(ctx, owner.id, code);
  }

  /** Takes a time code only: to confirm a new secret. */
  async takeStep(ctx: RequestContext, owner: SecondFactorOwner, digits: string): Promise<boolean> {
    if (!owner.totpSecret) return false;
    const secret = Secret.fromBase32(this.box.open(owner.totpSecret, owner.id));
    const totp = new TOTP({ secret, period: stepSeconds });
    const offset = totp.validate({ token: digits, timestamp: ctx.now.getTime(), window: 1 });
    if (offset === null) return false;
    const step = Math.floor(ctx.now.getTime() / 1_000 / stepSeconds) + offset;
    const [rows] = await ctx.db.query<[unknown[], number]>(
      `update users set totp_last_step = $2
       where id = $1 and totp_secret = $3 and (totp_last_step is null or totp_last_step < $2) returning id`,
      [owner.id, step, owner.totpSecret],
    );
    return rows.length === 1;
  }

  /** Makes ten new recovery codes and forgets the old ones. They are readable only in what this returns. */
  async renewRecoveryCodes(ctx: RequestContext, userId: string): Promise<string[]> {
    const codes = Array.from({ length: recoveryCodeCount }, newRecoveryCode);
    await ctx.db.delete(RecoveryCodeEntity, { userId });
    await ctx.db.insert(
      RecoveryCodeEntity,
      codes.map((code) => ({ id: newId(ctx.now), userId, codeHash: this.markOf(userId, code), usedAt: null })),
    );
    return codes;
  }

  async forgetRecoveryCodes(ctx: RequestContext, userId: string): Promise<void> {
    await ctx.db.delete(RecoveryCodeEntity, { userId });
  }

  private async takeRecovery(ctx: RequestContext, userId: string, code: string): Promise<boolean> {
    const [rows] = await ctx.db.query<[unknown[], number]>(
      'update recovery_codes set used_at = $3 where user_id = $1 and code_hash = $2 and used_at is null returning id',
      [userId, this.markOf(userId, code), ctx.now],
    );
    return rows.length === 1;
  }

  private markOf(userId: string, code: string): Buffer {
    const plain = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
    return this.box.mark('recovery', `${userId}:${plain}`);
  }
}

/** `XXXXX-XXXXX`, 49 random bits. */
function newRecoveryCode(): string {
  const letters = Array.from({ length: 10 }, () => recoveryAlphabet[randomInt(recoveryAlphabet.length)]).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}
