import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { DomainError, ErrorCode } from '@domain/errors';
import { Env } from '../config/env';
import { Clock } from '../core/clock';
import type { RequestWithContext } from '../core/context';
import { networkOf } from './network';
import { RequestLimit } from './request-limit';

/**
 * Bounds what one person, or all visitors of one address, ask of the API in a minute. The key is who the session or
 * token says, or the address of the connection (behind trusted proxies alone the one that they name): nothing that the
 * caller writes into the request moves it. Source: OWASP API Security Top 10 2023, API4.
 */
@Injectable()
export class RequestLimitMiddleware implements NestMiddleware {
  private readonly people: RequestLimit;
  private readonly visitors: RequestLimit;

  constructor(
    private readonly clock: Clock,
    private readonly env: Env,
  ) {
    this.people = new RequestLimit(env.REQUESTS_PER_MINUTE);
    this.visitors = new RequestLimit(Math.ceil(env.REQUESTS_PER_MINUTE / 5));
  }

  use(request: Request, _response: Response, next: NextFunction): void {
    next(this.refusal(request as RequestWithContext));
  }

  private refusal({ ctx, ip }: RequestWithContext): DomainError | undefined {
    if (this.env.REQUESTS_PER_MINUTE === 0) return undefined;
    const now = this.clock.now().getTime();
    const { userId } = ctx.actor;
    const retryAfterSeconds = userId ? this.people.take(userId, now) : this.visitors.take(networkOf(ip ?? ''), now);
    if (retryAfterSeconds === 0) return undefined;
    return new DomainError(ErrorCode.TOO_MANY, { details: { retryAfterSeconds }, message: 'too many requests' });
  }
}
