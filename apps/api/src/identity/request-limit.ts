/** What is left of an allowance, and when it was reckoned. */
interface Allowance {
  left: number;
  at: number;
}

const mostKeys = 20_000;

/**
 * Allowances that refill evenly: `perMinute` at once after a quiet minute, then one by one. Kept in memory, so each
 * process counts for itself; guessing of passwords is counted in the database instead (`Throttles`).
 */
export class RequestLimit {
  private readonly allowances = new Map<string, Allowance>();

  constructor(private readonly perMinute: number) {}

  /** Takes one request of the key; 0 when it may go, else the seconds to wait. `now` in milliseconds. */
  take(key: string, now: number): number {
    const perMillisecond = this.perMinute / 60_000;
    const known = this.allowances.get(key);
    const left = known ? Math.min(this.perMinute, known.left + (now - known.at) * perMillisecond) : this.perMinute;
    if (left < 1) return Math.ceil((1 - left) / perMillisecond / 1_000);
    if (!known) this.makeRoom(now);
    this.allowances.set(key, { left: left - 1, at: now });
    return 0;
  }

  /** Forgets whoever has been quiet for a minute; they would start afresh anyway. */
  private makeRoom(now: number): void {
    if (this.allowances.size < mostKeys) return;
    for (const [key, { at }] of this.allowances) if (now - at >= 60_000) this.allowances.delete(key);
    if (this.allowances.size >= mostKeys) this.allowances.clear();
  }
}
