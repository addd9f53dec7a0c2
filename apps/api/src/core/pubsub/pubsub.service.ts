import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { PubSubEngine } from 'graphql-subscriptions';
import { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { Logger } from '../logger';

/** The one NOTIFY channel that all processes listen on. */
export const pubsubChannel = 'tekses';

interface Message {
  readonly topic: string;
  readonly payload: unknown;
}

type Listener = (payload: unknown) => unknown;

/**
 * Publish/subscribe between processes over LISTEN/NOTIFY. What is published inside a transaction is delivered
 * on its commit only. Payloads carry ids (8,000 bytes at most); subscribers load and check visibility themselves.
 * What is sent while the connection is down is lost: clients read again when they reconnect.
 */
@Injectable()
export class PostgresPubSub extends PubSubEngine implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly listeners = new Map<number, { topic: string; listener: Listener }>();
  private nextId = 1;
  private client: Client | null = null;
  private isClosing = false;
  private retryTimer: NodeJS.Timeout | null = null;

  constructor(
    private readonly databaseUrl: string,
    private readonly db: EntityManager,
    private readonly logger: Logger,
  ) {
    super();
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.connect(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isClosing = true;
    if (this.retryTimer) clearTimeout(this.retryTimer);
    await this.client?.end();
  }

  /** Sends to every process; pass the manager of a transaction to tie it to that commit. */
  override async publish(topic: string, payload: unknown, db: EntityManager = this.db): Promise<void> {
    const message: Message = { topic, payload };
    await db.query('select pg_notify($1, $2)', [pubsubChannel, JSON.stringify(message)]);
  }

  override subscribe(topic: string, listener: Listener): Promise<number> {
    const id = this.nextId;
    this.nextId += 1;
    this.listeners.set(id, { topic, listener });
    return Promise.resolve(id);
  }

  override unsubscribe(id: number): void {
    this.listeners.delete(id);
  }

  private async connect(attempt: number): Promise<void> {
    const client = new Client({
      connectionString: this.databaseUrl,
      keepAlive: true,
      application_name: 'tekses-listen',
    });
    client.on('notification', ({ payload }) => {
      if (payload) this.deliver(JSON.parse(payload) as Message);
    });
    client.on('error', (error) => this.logger.warn('pubsub connection lost', { reason: error.message }));
    client.on('end', () => this.reconnect(attempt + 1));
    try {
      await client.connect();
      await client.query(`listen ${pubsubChannel}`);
      this.client = client;
    } catch (error) {
      if (attempt === 0) throw error;
      this.reconnect(attempt + 1);
    }
  }

  private reconnect(attempt: number): void {
    if (this.isClosing || this.retryTimer) return;
    this.retryTimer = setTimeout(
      () => {
        this.retryTimer = null;
        void this.connect(attempt);
      },
      Math.min(100 * 2 ** attempt, 5_000),
    );
  }

  private deliver({ topic, payload }: Message): void {
    for (const entry of this.listeners.values()) if (entry.topic === topic) void entry.listener(payload);
  }
}
