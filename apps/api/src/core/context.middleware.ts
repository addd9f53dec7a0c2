import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { RequestWithContext } from './context';
import { RequestContexts } from './request-contexts';

/** Gives every request its context and its id before anything else looks at it. */
@Injectable()
export class ContextMiddleware implements NestMiddleware {
  constructor(private readonly contexts: RequestContexts) {}

  async use(request: Request, response: Response, next: NextFunction): Promise<void> {
    const ctx = await this.contexts.build({ headers: request.headers, ip: request.ip ?? '' });
    (request as RequestWithContext).ctx = ctx;
    response.setHeader('X-Request-Id', ctx.requestId);
    next();
  }
}
