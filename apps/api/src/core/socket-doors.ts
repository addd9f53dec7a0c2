import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { IncomingHttpHeaders, IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Env } from '../config/env';

type Door = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** The paths of the HTTP server that speak WebSocket. Everything else that asks for an upgrade is shut out. */
@Injectable()
export class SocketDoors implements OnApplicationBootstrap {
  private readonly doors = new Map<string, Door>();

  constructor(
    private readonly httpAdapterHost: HttpAdapterHost,
    private readonly env: Env,
  ) {}

  open(pathname: string, door: Door): void {
    this.doors.set(pathname, door);
  }

  /** A browser always sends Origin; other clients need not. */
  isOurOrigin(headers: IncomingHttpHeaders): boolean {
    if (!headers.origin) return true;
    const origin = URL.parse(headers.origin)?.host;
    return origin === new URL(this.env.BASE_URL).host || origin === headers.host;
  }

  onApplicationBootstrap(): void {
    const server = this.httpAdapterHost.httpAdapter.getHttpServer() as Server;
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const door = this.doors.get(URL.parse(request.url ?? '/', 'http://host')?.pathname ?? '');
      if (door) door(request, socket, head);
      else socket.destroy();
    });
  }
}
