import { Injectable } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';
import type { RequestContext } from '../core/context';
import { SecretBox } from './secret-box';

/** How many tries in how many seconds, whatever the process they reach. */
export interface Throttle {
  readonly name: string;
  readonly limit: number;
  readonly windowSeconds: number;
}

interface Taken {
  readonly isGranted: boolean;
  /** When the oldest try of the window leaves it. */
  readonly freeAt: Date;
}

/**
 * Appends the try when fewer than `limit` lie within the window, all in one statement: side by side requests wait for
 * the row, so a window never holds more than `limit`, wherever it is laid.
 */
const takeSql = `
  insert into throttles as t (key, tries, is_granted, expires_at)
  values ($1, array[$2::timestamptz], true, $2::timestamptz + make_interval(secs => $4))
  on conflict (key) do update set (tries, is_granted, expires_at) = (
    select case when count(*) < $3 then array_append(array_agg(x order by x) filter (where x is not null), $2::timestamptz)
        else array_agg(x order by x) end,
      count(*) < $3,
      $2::timestamptz + make_interval(secs => $4)
    from unnest(t.tries) x where x > $2::timestamptz - make_interval(secs => $4)
  )
  returning is_granted as "isGranted", tries[1] + make_interval(secs => $4) as "freeAt"`;

/** Counts tries in the database, so that all processes count as one. Keys are stored as keyed marks, not in clear. */
@Injectable()
export class Throttles {
  constructor(private readonly box: SecretBox) {}

  /** Takes a try, or refuses TOO_MANY with `details.retryAfterSeconds`. Runs outside of the caller's transaction. */
  async take(ctx: RequestContext, throttle: Throttle, key: string): Promise<void> {
    const taken = await this.tryTake(ctx, throttle, key);
    if (taken.isGranted) return;
    const retryAfterSeconds = Math.max(1, Math.ceil((taken.freeAt.getTime() - ctx.now.getTime()) / 1_000));
    throw new DomainError(ErrorCode.TOO_MANY, {
      details: { retryAfterSeconds },
      message: `too many tries: ${throttle.name}`,
    });
  }

  /** Takes a try when there is one left; for work that is then left out without a word. */
  async hasTaken(ctx: RequestContext, throttle: Throttle, key: string): Promise<boolean> {
    return (await this.tryTake(ctx, throttle, key)).isGranted;
  }

  /** Gives the try of this instant back: it turned out not to be a guess. */
  async giveBack(ctx: RequestContext, throttle: Throttle, key: string): Promise<void> {
    await ctx.db.query(
      `update throttles set tries = tries[1:array_position(tries, $2::timestamptz) - 1]
         || tries[array_position(tries, $2::timestamptz) + 1:]
       where key = $1 and $2::timestamptz = any (tries)`,
      [this.keyOf(throttle, key), ctx.now],
    );
  }

  /** Deletes rows that have nothing left to say. */
  async sweep(ctx: RequestContext): Promise<void> {
    await ctx.db.query('delete from throttles where expires_at < $1', [ctx.now]);
  }

  private async tryTake(ctx: RequestContext, throttle: Throttle, key: string): Promise<Taken> {
    const { limit, windowSeconds } = throttle;
    const rows: Taken[] = await ctx.db.query(takeSql, [this.keyOf(throttle, key), ctx.now, limit, windowSeconds]);
    const [taken] = rows;
    if (!taken) throw new Error('the throttle statement gave no row');
    return taken;
  }

  private keyOf(throttle: Throttle, key: string): string {
    return `${throttle.name}:${this.box.mark('throttle', key).toString('base64url')}`;
  }
}
