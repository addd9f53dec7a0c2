import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { anonymous } from '@domain/identity/actor';
import { newId } from '@domain/ids';
import { Env } from '../config/env';
import { Clock } from '../core/clock';
import { RequestContext } from '../core/context';
import { RequestContexts, type IncomingCall } from '../core/request-contexts';
import { actorSql, toActor, type ActorRow } from './actor-query';
import { hashSecret } from './secrets';
import { readCookie } from './session-cookie';

interface Credential {
  readonly kind: keyof typeof actorSql;
  readonly secret: string;
}

/**
 * Reads who calls from the session cookie or the `Authorization: Bearer` token, with one SQL statement and nothing
 * kept in memory: what was taken away is gone at the next request. A request that carries a token is judged by the
 * token alone, so a page of ours can never lend its cookie to it.
 */
@Injectable()
export class SessionContexts extends RequestContexts {
  constructor(
    private readonly db: EntityManager,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {
    super();
  }

  async build({ headers }: IncomingCall): Promise<RequestContext> {
    const now = this.clock.now();
    const requestId = saneRequestId(headers['x-request-id']) ?? newId(now);
    const credential = this.credentialOf(headers);
    if (!credential) return new RequestContext(anonymous, now, this.db, requestId);
    const [row] = await this.find(credential, now);
    return new RequestContext(toActor(row), now, this.db, requestId, row?.sessionId ?? null);
  }

  private credentialOf(headers: IncomingCall['headers']): Credential | null {
    const { authorization } = headers;
    if (authorization) {
      const secret = /^Bearer (ts_t_[\w-]{43})$/i.exec(authorization)?.[1];
      return secret ? { kind: 'token', secret } : null;
    }
    const secret = readCookie(this.env, headers.cookie, 'session');
    return secret ? { kind: 'session', secret } : null;
  }

  private find({ kind, secret }: Credential, now: Date): Promise<ActorRow[]> {
    return this.db.query<ActorRow[]>(actorSql[kind], [hashSecret(secret), now]);
  }
}

/** The caller's request id when it is short and plain enough for logs, else null. */
function saneRequestId(header: string | string[] | undefined): string | null {
  return typeof header === 'string' && /^[\w.-]{8,64}$/.test(header) ? header : null;
}
