import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { Request } from 'express';
import type { EntityManager } from 'typeorm';
import { systemActor, type Actor } from '@domain/identity/actor';
import type { LoaderRegistry } from './graphql/loaders';

/**
 * Who acts, for which office, at what instant, in which transaction. First parameter of every service method.
 * `db` is the only way to the database; inside `Transactions.run` it is the running transaction.
 */
export class RequestContext {
  constructor(
    readonly actor: Actor,
    /** The instant of the request (UTC); one value for all that a verb writes. */
    readonly now: Date,
    readonly db: EntityManager,
    readonly requestId: string,
    /** The session that carries the request, if one does: to list and revoke sessions. */
    readonly sessionId: string | null = null,
  ) {}

  /** The same context on another connection; used by `Transactions` alone. */
  within(db: EntityManager): RequestContext {
    return new RequestContext(this.actor, this.now, db, this.requestId, this.sessionId);
  }

  /** The same request acting as the system: for jobs and for what follows from an act without being it. */
  asSystem(): RequestContext {
    return new RequestContext(systemActor, this.now, this.db, this.requestId, null);
  }
}

/** What a GraphQL operation carries, over HTTP and over WebSocket alike. */
export interface GraphqlContext {
  readonly ctx: RequestContext;
  readonly loaders: LoaderRegistry;
  readonly req?: Request;
  /** Builds the context anew from the session: asked for each event that a subscription delivers. */
  readonly refresh: () => Promise<RequestContext>;
}

export interface RequestWithContext extends Request {
  ctx: RequestContext;
}

export function contextOf(execution: ExecutionContext): RequestContext {
  if (execution.getType<GqlContextType>() === 'graphql') {
    return GqlExecutionContext.create(execution).getContext<GraphqlContext>().ctx;
  }
  return execution.switchToHttp().getRequest<RequestWithContext>().ctx;
}

/** The request context as a parameter of a resolver or controller method. */
export const Ctx = createParamDecorator((_: unknown, execution: ExecutionContext) => contextOf(execution));

/** The per-request loaders as a parameter of a field resolver. */
export const Loaders = createParamDecorator(
  (_: unknown, execution: ExecutionContext) =>
    GqlExecutionContext.create(execution).getContext<GraphqlContext>().loaders,
);
