import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../core/context';
import { Throttles, type Throttle } from './throttles.service';

const perOwner: Throttle = { name: 'own-account', limit: 10, windowSeconds: 15 * 60 };

/** Bounds guessing of the password or a code by whoever sits at a session that is not theirs. */
@Injectable()
export class OwnAccountThrottle {
  constructor(private readonly throttles: Throttles) {}

  /** Runs the check as one counted try, which is given back when the check passes. Refuses TOO_MANY. */
  async guard<T>(ctx: RequestContext, userId: string, check: () => Promise<T>): Promise<T> {
    await this.throttles.take(ctx, perOwner, userId);
    const result = await check();
    await this.throttles.giveBack(ctx, perOwner, userId);
    return result;
  }
}
