import { Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';

/** Tells the time. Injected everywhere, so that tests and drills set it; nothing else reads the system clock. */
@Injectable()
export abstract class Clock {
  /** The present instant (UTC). */
  abstract now(): Date;
  /** Follows the authority on time again; a no-op where there is none. */
  abstract sync(): Promise<void>;
}

/**
 * Follows the clock of the database, so that several processes on several machines agree on one instant:
 * an embargo lapses by the database's time, whatever the clocks of the application servers say.
 */
export class DatabaseClock extends Clock {
  private offsetMilliseconds = 0;

  constructor(private readonly dataSource: DataSource) {
    super();
  }

  now(): Date {
    return new Date(Date.now() + this.offsetMilliseconds);
  }

  async sync(): Promise<void> {
    const before = Date.now();
    const rows: { ms: string }[] = await this.dataSource.query(
      'select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as ms',
    );
    const after = Date.now();
    this.offsetMilliseconds = Math.round(Number(rows[0]?.ms ?? before) - (before + after) / 2);
  }
}
