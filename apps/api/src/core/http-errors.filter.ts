import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { GqlContextType } from '@nestjs/graphql';
import type { Response } from 'express';
import { DomainError, DomainErrors, ErrorCode } from '@domain/errors';
import type { RequestWithContext } from './context';
import { Logger } from './logger';

const statusOf: Partial<Record<ErrorCode, number>> = {
  [ErrorCode.UNAUTHENTICATED]: 401,
  [ErrorCode.BAD_CREDENTIALS]: 401,
  [ErrorCode.SECOND_FACTOR_REQUIRED]: 401,
  [ErrorCode.FORBIDDEN]: 403,
  [ErrorCode.NOT_FOUND]: 404,
  [ErrorCode.WRONG_STATE]: 409,
  [ErrorCode.STALE_VERSION]: 409,
  [ErrorCode.TAKEN]: 409,
  [ErrorCode.EXPIRED]: 410,
  [ErrorCode.UNACCEPTABLE_FILE]: 415,
  [ErrorCode.TOO_MANY]: 429,
};

/** Where a response keeps the function that answers a person who asked for a page that there is not. */
export const notFoundPage = 'notFoundPage';

/** One shape for refusals of HTTP routes; a surprise shows its request id and nothing else. GraphQL has its own. */
@Catch()
export class HttpErrorsFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<GqlContextType>() === 'graphql') throw error;
    const response = host.switchToHttp().getResponse<Response>();
    const { ctx } = host.switchToHttp().getRequest<Partial<RequestWithContext>>();
    if (response.headersSent) {
      response.end();
      return;
    }
    const refusals = error instanceof DomainErrors ? error.errors : error instanceof DomainError ? [error] : null;
    if (refusals) {
      const [first] = refusals;
      const retryAfter = first?.details['retryAfterSeconds'];
      if (typeof retryAfter === 'number') response.setHeader('Retry-After', String(Math.ceil(retryAfter)));
      response.status(statusOf[first?.code ?? ErrorCode.INVALID] ?? 400).json({
        errors: refusals.map(({ code, path, message, details }) => ({ code, path, message, details })),
      });
      return;
    }
    const status = error instanceof HttpException ? error.getStatus() : clientFaultStatus(error);
    const sendPage: unknown = response.locals[notFoundPage];
    if (status === 404 && typeof sendPage === 'function') {
      response.status(404);
      sendPage();
      return;
    }
    if (status < 500) {
      response
        .status(status)
        .json({ errors: [{ code: status === 404 ? 'NOT_FOUND' : 'INVALID', path: [], message: 'Refused' }] });
      return;
    }
    const detail = error instanceof Error ? { reason: error.message, stack: error.stack } : { reason: String(error) };
    this.logger.error('unexpected error', { ...detail, requestId: ctx?.requestId });
    response
      .status(500)
      .json({ errors: [{ code: 'INTERNAL', path: [], message: 'Unexpected error', requestId: ctx?.requestId }] });
  }
}

/** Body parsers and routers mark what the caller did wrong with a status of their own. */
function clientFaultStatus(error: unknown): number {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
