import { setTimeout as sleep } from 'node:timers/promises';

/** Time as the limiter needs it: a reading in milliseconds that never goes back, and a pause. */
export interface RateClock {
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

export interface RateLimitOptions {
  /** Tokens that come in each second, evenly. */
  readonly perSecond: number;
  /** Tokens that a pause can save up; those may go at once. At least one. */
  readonly burst?: number;
  readonly clock?: RateClock;
}

const monotonicClock: RateClock = {
  now: () => performance.now(),
  wait: async (milliseconds) => {
    await sleep(milliseconds);
  },
};

/**
 * A token bucket: holds a stream of mails to the pace that the receiving side bears. Callers are served in the
 * order in which they asked. Each process has its own bucket: two workers send at twice the pace.
 */
export class RateLimit {
  private readonly millisecondsPerToken: number;
  private readonly burst: number;
  private readonly clock: RateClock;
  /** When the bucket would be full again if nobody took anything more. */
  private fullAt = Number.NEGATIVE_INFINITY;

  constructor(options: RateLimitOptions) {
    if (!(options.perSecond > 0)) throw new RangeError('a rate limit needs more than 0 tokens per second');
    this.millisecondsPerToken = 1000 / options.perSecond;
    this.burst = Math.max(1, options.burst ?? 1);
    this.clock = options.clock ?? monotonicClock;
  }

  /** Takes one token, waiting for it if need be. */
  async take(): Promise<void> {
    const now = this.clock.now();
    this.fullAt = Math.max(this.fullAt, now) + this.millisecondsPerToken;
    const wait = this.fullAt - now - this.burst * this.millisecondsPerToken;
    if (wait > 0) await this.clock.wait(wait);
  }
}
