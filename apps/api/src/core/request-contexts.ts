import type { IncomingHttpHeaders } from 'node:http';
import type { RequestContext } from './context';

/** What a context is built from; an HTTP request and a WebSocket's upgrade request both have it. */
export interface IncomingCall {
  readonly headers: IncomingHttpHeaders;
  /** Address of the caller, for throttling and the list of sessions. */
  readonly ip: string;
}

/**
 * Builds the request context from a session cookie or a personal token. Core asks, the identity module answers:
 * the frame knows no users.
 */
export abstract class RequestContexts {
  /** Never refuses: without a valid session the actor is anonymous, and the session guard decides. */
  abstract build(call: IncomingCall): Promise<RequestContext>;
}
