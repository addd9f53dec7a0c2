import { type RateClock, RateLimit } from './rate-limit';

/** A clock that stands still but for the pauses asked of it. */
class StillClock implements RateClock {
  milliseconds = 1000;
  readonly pauses: number[] = [];

  now(): number {
    return this.milliseconds;
  }

  async wait(milliseconds: number): Promise<void> {
    this.pauses.push(milliseconds);
  }
}

async function take(limit: RateLimit, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await limit.take();
}

describe('RateLimit', () => {
  it('spaces tokens evenly', async () => {
    const clock = new StillClock();

    await take(new RateLimit({ perSecond: 4, clock }), 4);

    expect(clock.pauses).toEqual([250, 500, 750]);
  });

  it('lets a burst go at once, then keeps the pace', async () => {
    const clock = new StillClock();

    await take(new RateLimit({ perSecond: 10, burst: 3, clock }), 5);

    expect(clock.pauses).toEqual([100, 200]);
  });

  it('saves up no more than the burst in a long pause', async () => {
    const clock = new StillClock();
    const limit = new RateLimit({ perSecond: 10, burst: 2, clock });
    await take(limit, 2);

    clock.milliseconds += 60_000;
    await take(limit, 4);

    expect(clock.pauses).toEqual([100, 200]);
  });

  it('serves callers in the order in which they asked', async () => {
    const order: number[] = [];
    const limit = new RateLimit({ perSecond: 200 });

    await Promise.all([0, 1, 2, 3, 4].map((caller) => limit.take().then(() => order.push(caller))));

    expect(order).toEqual([0, 1, 2, 3, 4]);
  });

  it('holds the pace on the real clock', async () => {
    const limit = new RateLimit({ perSecond: 100 });
    const start = performance.now();

    await Promise.all(Array.from({ length: 21 }, () => limit.take()));

    expect(performance.now() - start).toBeGreaterThanOrEqual(195);
  });

  it.each([0, -1, Number.NaN])('refuses %d tokens per second', (perSecond) => {
    expect(() => new RateLimit({ perSecond })).toThrow(RangeError);
  });
});
