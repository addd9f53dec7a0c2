import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { PgBoss, type Db } from 'pg-boss';
import { DataSource, type EntityManager } from 'typeorm';
import { newId } from '@domain/ids';
import { systemActor } from '@domain/identity/actor';
import { Clock } from '../clock';
import { RequestContext } from '../context';
import { Logger } from '../logger';

type JobHandler<T extends object> = (ctx: RequestContext, payload: T) => Promise<void>;

export interface JobsOptions {
  readonly databaseUrl: string;
  /** Whether this process runs jobs; every process may send them. */
  readonly isWorker: boolean;
  /** Jobs of one queue that this process runs side by side. */
  readonly concurrency: number;
  /** Tests run jobs by `runPending` and need no upkeep. */
  readonly isUpkept: boolean;
}

const retries = { retryLimit: 8, retryDelay: 2, retryBackoff: true, retryDelayMax: 600 };

/**
 * What must happen later, once, despite crashes: pg-boss on our own database. `send` puts the job into the
 * transaction of `ctx`, so a job exists exactly if the change that wants it does. Delivery is at least once:
 * handlers reload by id and return quietly when nothing is left to do.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly handlers = new Map<string, JobHandler<object>>();
  private readonly boss: PgBoss;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly options: JobsOptions,
  ) {
    this.boss = new PgBoss({
      connectionString: options.databaseUrl,
      max: options.isWorker ? 4 : 1,
      useListenNotify: options.isWorker && options.isUpkept,
      supervise: options.isWorker && options.isUpkept,
      schedule: false,
    });
    this.boss.on('error', (error) => this.logger.warn('job queue', { reason: error.message }));
  }

  /** Names a queue and what it does. Call it while the modules are being set up. */
  define<T extends object>(queue: string, handler: JobHandler<T>): void {
    if (this.handlers.has(queue)) throw new Error(`job queue ${queue} is defined twice`);
    this.handlers.set(queue, handler as JobHandler<object>);
  }

  /** Sends a job in the transaction of `ctx`; `startAfter` is a UTC instant. */
  async send(ctx: RequestContext, queue: string, payload: object, startAfter?: Date): Promise<void> {
    if (!this.handlers.has(queue)) throw new Error(`job queue ${queue} is not defined`);
    await this.boss.send(queue, payload, { ...(startAfter ? { startAfter } : {}), db: inTransaction(ctx.db) });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.boss.start();
    const known = new Set((await this.boss.getQueues()).map((queue) => queue.name));
    for (const queue of this.handlers.keys()) {
      if (!known.has(queue)) await this.boss.createQueue(queue, { ...retries, notify: true });
    }
    if (this.options.isWorker && this.options.isUpkept) await this.work();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 25_000 });
  }

  /** Forgets the jobs that wait, in the transaction of `ctx`: invented history tells nobody. */
  async discardWaiting(ctx: RequestContext): Promise<void> {
    await ctx.db.query(`delete from pgboss.job where state = 'created'`);
  }

  /** Runs everything that is due, in order, until nothing is left. For tests and one-off commands. */
  async runPending(): Promise<number> {
    let done = 0;
    for (;;) {
      const before = done;
      for (const queue of this.handlers.keys()) {
        for (const job of await this.boss.fetch<object>(queue, { batchSize: 100 })) {
          await this.run(queue, job.data);
          await this.boss.complete(queue, job.id);
          done += 1;
        }
      }
      if (done === before) return done;
    }
  }

  private async work(): Promise<void> {
    const polling = { batchSize: 10, burstWhenBatchFull: true, pollingIntervalSeconds: 2 };
    for (const queue of this.handlers.keys()) {
      await this.boss.work<object>(queue, { ...polling, perJobResults: true }, async (jobs) => {
        const results = [];
        for (const job of jobs) {
          const failure = await this.run(queue, job.data).then(
            () => null,
            (error: unknown) => (error instanceof Error ? error : new Error('the handler threw no error')),
          );
          if (failure) this.logger.warn('job failed', { queue, jobId: job.id, reason: failure.message });
          results.push(
            failure ? { id: job.id, status: 'failed' as const } : { id: job.id, status: 'completed' as const },
          );
        }
        return results;
      });
    }
  }

  private async run(queue: string, payload: object): Promise<void> {
    const handler = this.handlers.get(queue);
    if (!handler) throw new Error(`job queue ${queue} is not defined`);
    const now = this.clock.now();
    await handler(new RequestContext(systemActor, now, this.dataSource.manager, `job-${newId(now)}`), payload);
  }
}

/** Lets pg-boss run its statements on the connection of a running TypeORM transaction. */
function inTransaction(db: EntityManager): Db {
  const runner = db.queryRunner;
  if (!runner?.isTransactionActive) throw new Error('a job must be sent inside a transaction');
  return {
    executeSql: async (text, values) => {
      const result = await runner.query(text, values, true);
      return { rows: (result.records ?? []) as object[] };
    },
  };
}
