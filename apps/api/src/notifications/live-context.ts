import { DomainError, ErrorCode } from '@domain/errors';
import type { GraphqlContext, RequestContext } from '../core/context';
import { LoaderRegistry } from '../core/graphql/loaders';
import type { EventNotice } from '../core/ledger/ledger.service';

/**
 * Reads anew who the subscriber is, and lets the fields of the event ask with that: neither rights nor loaded rows of
 * an earlier event answer for this one. null when the session is over or became another person's.
 */
export async function renewed(context: GraphqlContext, userId: string): Promise<RequestContext | null> {
  const ctx = await context.refresh();
  if (ctx.actor.userId !== userId) return null;
  Object.assign(context, { ctx, loaders: new LoaderRegistry(ctx) });
  return ctx;
}

/** The subscriber as they stand now: a socket may have been opened long ago. Refuses UNAUTHENTICATED. */
export async function subscriberOf(context: GraphqlContext): Promise<{ ctx: RequestContext; userId: string }> {
  const { userId } = context.ctx.actor;
  const ctx = userId === null ? null : await renewed(context, userId);
  if (userId === null || ctx === null) throw new DomainError(ErrorCode.UNAUTHENTICATED);
  return { ctx, userId };
}

/** Whether the event is about this person's account, session or membership: then what they may see is asked again. */
export function isAboutPerson(notice: EventNotice, userId: string): boolean {
  return notice.subjectType === 'user' && notice.subjectId === userId;
}
