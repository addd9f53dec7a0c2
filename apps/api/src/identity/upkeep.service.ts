import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Ticker } from '../core/jobs/ticker.service';
import type { RequestContext } from '../core/context';
import { Throttles } from './throttles.service';

const everySeconds = 3_600;
/** How long what is over is kept, for the owner's questions: with it go addresses and browsers' names. */
const keptDays = 30;

/** Deletes what nobody needs any more: used links, ended sessions with their addresses, counted tries. */
@Injectable()
export class Upkeep implements OnModuleInit {
  constructor(
    private readonly ticker: Ticker,
    private readonly throttles: Throttles,
  ) {}

  onModuleInit(): void {
    this.ticker.every(everySeconds, 'identity.upkeep', (ctx) => this.sweep(ctx));
  }

  async sweep(ctx: RequestContext): Promise<void> {
    const before = new Date(ctx.now.getTime() - keptDays * 86_400_000);
    await this.throttles.sweep(ctx);
    await ctx.db.query('delete from one_time_tokens where expires_at < $1', [before]);
    await ctx.db.query('delete from sessions where expires_at < $1 or revoked_at < $1', [before]);
  }
}
