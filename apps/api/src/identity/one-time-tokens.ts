import { DomainError, ErrorCode } from '@domain/errors';
import { newId } from '@domain/ids';
import type { RequestContext } from '../core/context';
import { OneTimeTokenEntity, type TokenPurpose } from './one-time-token.entity';
import { hashSecret, newSecret } from './secrets';

export interface NewOneTimeToken {
  readonly purpose: TokenPurpose;
  readonly userId: string | null;
  readonly payload: Record<string, unknown>;
  readonly lifeSeconds: number;
}

export interface IssuedToken {
  readonly id: string;
  /** For the link; nobody but the recipient sees it. */
  readonly secret: string;
  readonly expiresAt: Date;
}

/** Makes the secret of a link that is good once. */
export async function issueToken(ctx: RequestContext, token: NewOneTimeToken): Promise<IssuedToken> {
  const secret = newSecret('ts_o');
  const expiresAt = new Date(ctx.now.getTime() + token.lifeSeconds * 1_000);
  const id = newId(ctx.now);
  await ctx.db.insert(OneTimeTokenEntity, {
    id,
    purpose: token.purpose,
    userId: token.userId,
    tokenHash: hashSecret(secret),
    data: token.payload as object,
    expiresAt,
    usedAt: null,
    createdAt: ctx.now,
  });
  return { id, secret, expiresAt };
}

interface UsedToken {
  readonly id: string;
  readonly userId: string | null;
  readonly data: unknown;
}

/**
 * Uses the secret up, in one statement, so that of two uses side by side one succeeds; a rollback gives it back.
 * Refuses EXPIRED for unknown, used and old secrets alike.
 */
export async function useToken(
  ctx: RequestContext,
  purpose: TokenPurpose,
  secret: string,
  path: readonly string[] = ['token'],
): Promise<UsedToken> {
  const [[token]] = await ctx.db.query<[UsedToken[], number]>(
    `update one_time_tokens set used_at = $3
     where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3
     returning id, user_id as "userId", data`,
    [hashSecret(secret), purpose, ctx.now],
  );
  if (!token) throw new DomainError(ErrorCode.EXPIRED, { path });
  return token;
}

/** What a secret that is still good carries, without using it; null otherwise. */
export async function peekToken(ctx: RequestContext, purpose: TokenPurpose, secret: string): Promise<UsedToken | null> {
  const [token] = await ctx.db.query<UsedToken[]>(
    `select id, user_id as "userId", data from one_time_tokens
     where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3`,
    [hashSecret(secret), purpose, ctx.now],
  );
  return token ?? null;
}
