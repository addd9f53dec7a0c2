import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { RequestContexts } from '../core/request-contexts';
import { SocketDoors } from '../core/socket-doors';
import { Logger } from '../core/logger';
import { CollaborationServer } from './collaboration.server';
import type { OpenSocket } from './participant';

/** A whole text with its history fits; ten times what a text may have. */
const maxMessageBytes = 2 * 1024 * 1024;
const maxSocketsPerUser = 20;
/** Messages of one socket within a second: a page of sixty sections opens with about three hundred. */
const maxMessagesPerSecond = 500;

const policyViolation = 1008;
const tryLater = 1013;

/** The way in to shared documents, `/collab`: the session's cookie, our own origin, bounded in number, size and rate. */
@Injectable()
export class CollaborationDoor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes });
  private readonly socketsByUser = new Map<string, number>();

  constructor(
    private readonly doors: SocketDoors,
    private readonly contexts: RequestContexts,
    private readonly server: CollaborationServer,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.doors.open('/collab', (request, socket, head) => {
      this.enter(request, socket, head).catch((error: unknown) => {
        this.logger.error('opening a shared document failed', { reason: String(error) });
        socket.destroy();
      });
    });
  }

  beforeApplicationShutdown(): void {
    for (const webSocket of this.sockets.clients) webSocket.close(tryLater);
  }

  private async enter(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const call = { headers: request.headers, ip: request.socket.remoteAddress ?? '' };
    const userId = this.doors.isOurOrigin(request.headers) ? (await this.contexts.build(call)).actor.userId : null;
    if (userId === null) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
      return;
    }
    this.sockets.handleUpgrade(request, socket, head, (webSocket) => {
      if (this.count(userId) >= maxSocketsPerUser) webSocket.close(tryLater, 'TOO_MANY');
      else this.serve(webSocket, request, { ...call, userId, sectionIds: new Set() });
    });
  }

  private serve(webSocket: WebSocket, request: IncomingMessage, socket: OpenSocket): void {
    const { userId } = socket;
    const connection = this.server.accept(webSocket, webRequest(request), socket);
    const isTooFast = rateOf(maxMessagesPerSecond);
    this.socketsByUser.set(userId, this.count(userId) + 1);
    webSocket.on('error', (error) => this.logger.debug('shared document socket', { reason: error.message }));
    webSocket.on('message', (message: RawData) => {
      if (isTooFast()) webSocket.close(policyViolation, 'TOO_FAST');
      else connection.handleMessage(new Uint8Array(message as Buffer));
    });
    webSocket.on('close', (code, reason) => {
      connection.handleClose({ code, reason: reason.toString() });
      this.leave(userId);
    });
  }

  private count(userId: string): number {
    return this.socketsByUser.get(userId) ?? 0;
  }

  private leave(userId: string): void {
    const left = this.count(userId) - 1;
    if (left > 0) this.socketsByUser.set(userId, left);
    else this.socketsByUser.delete(userId);
  }
}

/** Hocuspocus reads requests as the web platform has them; the cookie stays outside, it is not asked there. */
function webRequest({ url }: IncomingMessage): Request {
  return new Request(new URL(url ?? '/', 'http://host'));
}

/** Counts calls; true when there were more than `limit` within one second. */
function rateOf(limit: number): () => boolean {
  let second = 0;
  let count = 0;
  return () => {
    const now = Math.floor(performance.now() / 1_000);
    count = now === second ? count + 1 : 1;
    second = now;
    return count > limit;
  };
}
