import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { Context } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import type { IncomingMessage } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import type { GraphqlContext, RequestContext } from '../context';
import { RequestContexts } from '../request-contexts';
import { SocketDoors } from '../socket-doors';
import { formatGraphqlError } from './graphql-errors';
import { formattedErrors, formattedResult, preparedOperation, startSubscription } from './live-operations';
import { LoaderRegistry } from './loaders';
import { Logger } from '../logger';

interface SocketExtra extends Record<PropertyKey, unknown> {
  readonly request: IncomingMessage;
  readonly socket: WebSocket;
  ctx?: RequestContext;
}

const maxMessageBytes = 256 * 1024;
const maxSocketsPerUser = 20;
/** What may wait in memory for one reader. */
const maxUnreadBytes = 4 * 1024 * 1024;
/** WebSocket close code 'Try Again Later' (IANA registry of RFC 6455): reconnect, and read anew what was missed. */
const tooSlow = 1013;

/**
 * Subscriptions over graphql-ws at `/graphql`: same session cookie, same limits, same errors as over HTTP.
 * Refuses foreign origins, visitors, more than twenty sockets of one person and fifty operations of one socket; a
 * reader who does not keep up is sent away instead of being remembered everything for.
 */
@Injectable()
export class LiveServer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes });
  private readonly socketsByUser = new Map<string, number>();
  private disposable: { dispose: () => void | Promise<void> } | null = null;

  constructor(
    private readonly doors: SocketDoors,
    private readonly schemaHost: GraphQLSchemaHost,
    private readonly contexts: RequestContexts,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    const formatError = formatGraphqlError(this.logger);
    this.disposable = useServer<Record<string, unknown>, SocketExtra>(
      {
        schema: () => this.schemaHost.schema,
        connectionInitWaitTimeout: 5_000,
        onConnect: (socket) => this.admit(socket),
        onDisconnect: (socket) => this.release(socket.extra.ctx),
        context: (socket) => this.contextOf(socket),
        onSubscribe: (socket, _id, payload) =>
          preparedOperation(this.schemaHost.schema, payload, Object.keys(socket.subscriptions).length),
        subscribe: startSubscription,
        onNext: (socket, _id, _payload, { contextValue }, result) => {
          this.sendAwayIfSlow(socket.extra.socket);
          return formattedResult(result, formatError, contextValue as GraphqlContext);
        },
        onError: (socket, _id, _payload, errors) => formattedErrors(errors, formatError, socket.extra.ctx?.requestId),
      },
      this.sockets,
    );
    this.doors.open('/graphql', (request, socket, head) =>
      this.sockets.handleUpgrade(request, socket, head, (webSocket) =>
        this.sockets.emit('connection', webSocket, request),
      ),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.disposable?.dispose();
  }

  private async admit(socket: Context<Record<string, unknown>, SocketExtra>): Promise<boolean> {
    const { request } = socket.extra;
    if (!this.doors.isOurOrigin(request.headers)) return false;
    const ctx = await this.contexts.build({ headers: request.headers, ip: request.socket.remoteAddress ?? '' });
    const { userId } = ctx.actor;
    if (userId === null) return false;
    const open = this.socketsByUser.get(userId) ?? 0;
    if (open >= maxSocketsPerUser) return false;
    this.socketsByUser.set(userId, open + 1);
    socket.extra.ctx = ctx;
    return true;
  }

  private release(ctx: RequestContext | undefined): void {
    const userId = ctx?.actor.userId;
    if (!userId) return;
    const open = (this.socketsByUser.get(userId) ?? 1) - 1;
    if (open === 0) this.socketsByUser.delete(userId);
    else this.socketsByUser.set(userId, open);
  }

  /** Nothing more is put in the queue of a closing socket; `ws` ends it when the farewell is not read either. */
  private sendAwayIfSlow(socket: WebSocket): void {
    if (socket.bufferedAmount > maxUnreadBytes) socket.close(tooSlow, 'Too slow');
  }

  private contextOf({ extra }: Context<Record<string, unknown>, SocketExtra>): GraphqlContext {
    const { ctx, request } = extra;
    if (!ctx) throw new Error('an operation arrived on a socket that was not admitted');
    return {
      ctx,
      loaders: new LoaderRegistry(ctx),
      refresh: () => this.contexts.build({ headers: request.headers, ip: request.socket.remoteAddress ?? '' }),
    };
  }
}
