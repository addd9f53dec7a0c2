import { Injectable } from '@nestjs/common';
import { RequestContext } from '../core/context';
import { actorInOfficeSql, toActor, type ActorRow } from './actor-query';

/** People as actors where no session carries the request: an address with a secret stands for its owner. */
@Injectable()
export class Actors {
  /**
   * The request as this person of this office, reading alone. What they lost since (membership, account) is lost here
   * too: then they act for no office, or are nobody.
   */
  async reading(ctx: RequestContext, userId: string, officeId: string): Promise<RequestContext> {
    const [row]: ActorRow[] = await ctx.db.query(actorInOfficeSql, [userId, ctx.now, officeId]);
    return new RequestContext(toActor(row), ctx.now, ctx.db, ctx.requestId);
  }
}
