import { Injectable } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';
import { mayKeepOwnAccount } from '@domain/identity/account.policy';
import { isId, newId } from '@domain/ids';
import { authorize } from '@domain/policy';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import type { ApiTokenCreateInput } from './account.inputs';
import { ApiTokenEntity } from './api-token.entity';
import { hashSecret, newSecret } from './secrets';

const mostTokens = 20;

/** Personal API tokens: made and revoked by their owner in a session, never by another token. */
@Injectable()
export class Tokens {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
  ) {}

  /** Makes a token; its secret is returned this once. Refuses: FORBIDDEN to tokens, NOT_FOUND (not of the office), TOO_MANY. */
  create(ctx: RequestContext, input: ApiTokenCreateInput): Promise<{ apiToken: ApiTokenEntity; secret: string }> {
    return this.transactions.run(ctx, async (ctx) => {
      authorize(mayKeepOwnAccount(ctx.actor), []);
      const userId = ctx.actor.userId ?? '';
      const officeId = this.officeFor(ctx, input);
      await this.expectRoom(ctx, userId);
      const secret = newSecret('ts_t');
      const apiToken = await ctx.db.save(ApiTokenEntity, {
        id: newId(ctx.now),
        userId,
        officeId,
        name: input.name.trim(),
        tokenHash: hashSecret(secret),
        scopes: input.scopes,
        expiresAt: new Date(ctx.now.getTime() + input.expiresInDays * 86_400_000),
        lastUsedAt: null,
        revokedAt: null,
        createdAt: ctx.now,
      });
      await this.record(ctx, 'apiToken.created', userId, { apiTokenId: apiToken.id, scopes: input.scopes });
      return { apiToken, secret };
    });
  }

  /** Ends a token of one's own, at once. Refuses: FORBIDDEN to tokens, NOT_FOUND, WRONG_STATE. */
  revoke(ctx: RequestContext, id: string): Promise<ApiTokenEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      authorize(mayKeepOwnAccount(ctx.actor));
      const userId = ctx.actor.userId ?? '';
      const apiToken = isId(id)
        ? await ctx.db.findOne(ApiTokenEntity, { where: { id, userId }, lock: { mode: 'pessimistic_write' } })
        : null;
      if (!apiToken) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['id'] });
      if (apiToken.revokedAt) throw new DomainError(ErrorCode.WRONG_STATE, { path: ['id'] });
      await ctx.db.save(Object.assign(apiToken, { revokedAt: ctx.now }));
      await this.record(ctx, 'apiToken.revoked', userId, { apiTokenId: id });
      return apiToken;
    });
  }

  private officeFor({ actor }: RequestContext, input: ApiTokenCreateInput): string | null {
    const officeId = input.officeId ?? actor.officeId;
    const belongs = actor.memberships.some((membership) => membership.officeId === officeId);
    if (officeId !== null && !belongs && input.officeId) {
      throw new DomainError(ErrorCode.NOT_FOUND, { path: ['input', 'officeId'] });
    }
    return belongs ? officeId : null;
  }

  private async expectRoom(ctx: RequestContext, userId: string): Promise<void> {
    await ctx.db.query('select 1 from users where id = $1 for update', [userId]);
    const tokens: object[] = await ctx.db.query(
      'select 1 from api_tokens where user_id = $1 and revoked_at is null and expires_at > $2',
      [userId, ctx.now],
    );
    if (tokens.length >= mostTokens) throw new DomainError(ErrorCode.TOO_MANY, { details: { most: mostTokens } });
  }

  private record(ctx: RequestContext, name: string, userId: string, data: Record<string, string | string[]>) {
    return this.ledger.record(ctx, { name, subjectType: 'user', subjectId: userId, data });
  }
}
