import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '@domain/ids';
import { systemActor } from '@domain/identity/actor';
import { Clock } from '../clock';
import { RequestContext } from '../context';
import { Logger } from '../logger';

interface Tick {
  readonly name: string;
  readonly everySeconds: number;
  readonly work: (ctx: RequestContext) => Promise<unknown>;
}

/**
 * Looks at short intervals for what has become due in the data: embargoes, deadlines, retries. The database holds
 * the instant, so a missed tick, a restart or a clock that jumps delays nothing for longer than one interval.
 * Work locks the rows it takes (`skip locked`): several workers may tick side by side.
 */
@Injectable()
export class Ticker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly ticks: Tick[] = [];
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();
  private isClosing = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly isWorker: boolean,
  ) {}

  /** Names something to look for; called in workers only. */
  every(everySeconds: number, name: string, work: Tick['work']): void {
    this.ticks.push({ name, everySeconds, work });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.clock.sync();
    this.every(5, 'clock.sync', () => this.clock.sync());
    const ticks = this.isWorker ? this.ticks : this.ticks.filter((tick) => tick.name === 'clock.sync');
    for (const tick of ticks) this.schedule(tick, 0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isClosing = true;
    for (const timer of this.timers) clearTimeout(timer);
    await Promise.all(this.running);
  }

  private schedule(tick: Tick, delaySeconds: number): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      const run = this.run(tick).finally(() => {
        this.running.delete(run);
        if (!this.isClosing) this.schedule(tick, tick.everySeconds);
      });
      this.running.add(run);
    }, delaySeconds * 1_000);
    timer.unref();
    this.timers.add(timer);
  }

  private async run(tick: Tick): Promise<void> {
    const now = this.clock.now();
    try {
      await tick.work(new RequestContext(systemActor, now, this.dataSource.manager, `tick-${newId(now)}`));
    } catch (error) {
      this.logger.error('tick failed', { tick: tick.name, reason: String(error) });
    }
  }
}
