import { Clock } from '../../apps/api/src/core/clock';

/** The instant that tests begin at: 23 Nisan 2026 Perşembe 09.00 in Istanbul. */
export const testNow = new Date('2026-04-23T09:00:00+03:00');

/** A clock that stands still until a test moves it. */
export class TestClock extends Clock {
  private instant = testNow;

  now(): Date {
    return new Date(this.instant);
  }

  /** Takes an instant or an ISO 8601 text with its offset. */
  set(instant: Date | string): void {
    this.instant = new Date(instant);
  }

  advance(step: { readonly hours?: number; readonly minutes?: number; readonly seconds?: number }): void {
    const seconds = (step.hours ?? 0) * 3_600 + (step.minutes ?? 0) * 60 + (step.seconds ?? 0);
    this.instant = new Date(this.instant.getTime() + seconds * 1_000);
  }

  sync(): Promise<void> {
    return Promise.resolve();
  }
}
