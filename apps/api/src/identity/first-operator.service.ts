import { Injectable } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';
import { normaliseEmail } from '@domain/identity/email-address';
import { newId } from '@domain/ids';
import { Env } from '../config/env';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { TokenPurpose } from './one-time-token.entity';
import { issueToken } from './one-time-tokens';
import { UserEntity } from './user.entity';

const lifeSeconds = 86_400;
const nameLength = { least: 2, most: 80 };

/** Where the new operator sets a password: good once, until then. */
export interface OperatorLink {
  readonly link: string;
  readonly expiresAt: Date;
}

/** An operator's account for who keeps the machine: nobody can be invited before there is one. */
@Injectable()
export class FirstOperator {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
    private readonly env: Env,
  ) {}

  /**
   * Makes the account and a link, good for a day, that is told this once and mailed to nobody.
   * Refuses: INVALID (path `email` or `name`), TAKEN when there is an account of that address, whoever's it is.
   */
  create(ctx: RequestContext, address: string, givenName: string): Promise<OperatorLink> {
    return this.transactions.run(ctx, async (ctx) => {
      const email = normaliseEmail(address);
      const name = givenName.normalize('NFC').trim();
      if (!email) throw new DomainError(ErrorCode.INVALID, { path: ['email'] });
      if (name.length < nameLength.least || name.length > nameLength.most)
        throw new DomainError(ErrorCode.INVALID, { path: ['name'] });
      if (await ctx.db.existsBy(UserEntity, { email })) throw new DomainError(ErrorCode.TAKEN, { path: ['email'] });
      const id = newId(ctx.now);
      await ctx.db.insert(UserEntity, { id, email, name, isOperator: true, createdAt: ctx.now });
      const purpose = TokenPurpose.PASSWORD_RESET;
      const token = await issueToken(ctx, { purpose, userId: id, payload: {}, lifeSeconds });
      await this.ledger.record(ctx, {
        name: 'user.operatorCreated',
        subjectType: 'user',
        subjectId: id,
        officeId: null,
      });
      return { link: `${this.env.BASE_URL}/parola#${token.secret}`, expiresAt: token.expiresAt };
    });
  }
}
