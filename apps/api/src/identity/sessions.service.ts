import { Injectable } from '@nestjs/common';
import { authorize } from '@domain/policy';
import { DomainError, ErrorCode } from '@domain/errors';
import { isId, newId } from '@domain/ids';
import { mayKeepOwnAccount } from '@domain/identity/account.policy';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { membershipValidSql } from './actor-query';
import { hashSecret, newSecret } from './secrets';
import { SessionEntity } from './session.entity';

/** A session ends this long after sign-in, whatever happens in between. */
export const sessionSeconds = 14 * 86_400;

/** From where somebody signs in. */
export interface Visit {
  readonly ip: string;
  readonly userAgent: string;
}

export interface OpenedSession {
  readonly sessionId: string;
  /** For the cookie; nobody else ever sees it. */
  readonly secret: string;
}

/** The office that a new session acts for: the first by protocol that the person belongs to. */
const firstOfficeSql = `
  select o.id as "officeId" from memberships m join offices o on o.id = m.office_id
  where m.user_id = $1 and o.state <> 'INACTIVE' and ${membershipValidSql('m', '$2::timestamptz')}
  order by o.protocol_order limit 1`;

/** Signed-in browsers: opened at sign-in, listed by their owner, ended by a click, a sign-out or a change of password. */
@Injectable()
export class Sessions {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
  ) {}

  /** Opens a session with a fresh secret and ends the one that the browser came with: no session outlives a sign-in. */
  open(ctx: RequestContext, userId: string, visit: Visit, method: 'PASSWORD' | 'DIRECTORY'): Promise<OpenedSession> {
    return this.transactions.run(ctx, async (ctx) => {
      const [first] = await ctx.db.query<{ officeId: string }[]>(firstOfficeSql, [userId, ctx.now]);
      const secret = newSecret('ts_s');
      const sessionId = newId(ctx.now);
      await ctx.db.insert(SessionEntity, {
        id: sessionId,
        tokenHash: hashSecret(secret),
        userId,
        officeId: first?.officeId ?? null,
        createdAt: ctx.now,
        lastSeenAt: ctx.now,
        expiresAt: new Date(ctx.now.getTime() + sessionSeconds * 1_000),
        ip: visit.ip.slice(0, 64),
        userAgent: visit.userAgent.replace(/[^\x20-\x7e]/g, '?').slice(0, 300),
        revokedAt: null,
      });
      if (ctx.sessionId) await end(ctx, ctx.sessionId);
      await this.ledger.record(ctx, {
        name: 'session.opened',
        subjectType: 'user',
        subjectId: userId,
        officeId: first?.officeId ?? null,
        data: { sessionId, method },
      });
      return { sessionId, secret };
    });
  }

  /** Ends the session that the request came with, if one did. */
  async signOut(ctx: RequestContext): Promise<void> {
    const { sessionId } = ctx;
    const { userId } = ctx.actor;
    if (!sessionId || !userId) return;
    await this.transactions.run(ctx, async (ctx) => {
      await end(ctx, sessionId);
      await this.recordEnd(ctx, userId, sessionId);
    });
  }

  /** Ends one of the viewer's own sessions. Refuses: FORBIDDEN to tokens, NOT_FOUND. */
  revoke(ctx: RequestContext, id: string): Promise<SessionEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      authorize(mayKeepOwnAccount(ctx.actor));
      const session = isId(id)
        ? await ctx.db.findOne(SessionEntity, {
            where: { id, userId: ctx.actor.userId ?? '' },
            lock: { mode: 'pessimistic_write' },
          })
        : null;
      if (!session) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['id'] });
      if (session.revokedAt) return session;
      session.revokedAt = ctx.now;
      await ctx.db.save(session);
      await this.recordEnd(ctx, session.userId, session.id);
      return session;
    });
  }

  /** Acts for another office from the next request on. Refuses: FORBIDDEN to tokens, NOT_FOUND when not of it. */
  switchOffice(ctx: RequestContext, officeId: string): Promise<void> {
    return this.transactions.run(ctx, async (ctx) => {
      authorize(mayKeepOwnAccount(ctx.actor), ['officeId']);
      const { memberships, deputyships } = ctx.actor;
      const belongs = [...memberships, ...deputyships].some((tie) => tie.officeId === officeId);
      if (!belongs || !ctx.sessionId) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['officeId'] });
      await ctx.db.update(SessionEntity, ctx.sessionId, { officeId });
      await this.ledger.record(ctx, {
        name: 'session.officeSwitched',
        subjectType: 'user',
        subjectId: ctx.actor.userId ?? '',
        officeId,
        data: { sessionId: ctx.sessionId, from: ctx.actor.officeId },
      });
    });
  }

  /** Ends all sessions of a person, or all but one. Part of another verb: records nothing of its own. */
  async endAll(ctx: RequestContext, userId: string, except: string | null): Promise<void> {
    await ctx.db.query(
      'update sessions set revoked_at = $2 where user_id = $1 and revoked_at is null and id is distinct from $3',
      [userId, ctx.now, except],
    );
  }

  /** Gives the running session a new secret, after its owner proved more than having the old one. */
  async rotate(ctx: RequestContext, sessionId: string): Promise<string> {
    const secret = newSecret('ts_s');
    await ctx.db.update(SessionEntity, sessionId, { tokenHash: hashSecret(secret) });
    return secret;
  }

  private recordEnd(ctx: RequestContext, userId: string, sessionId: string): Promise<void> {
    return this.ledger.record(ctx, {
      name: 'session.ended',
      subjectType: 'user',
      subjectId: userId,
      data: { sessionId },
    });
  }
}

async function end(ctx: RequestContext, sessionId: string): Promise<void> {
  await ctx.db.query('update sessions set revoked_at = $2 where id = $1 and revoked_at is null', [sessionId, ctx.now]);
}
