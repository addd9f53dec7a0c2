import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../core/context';
import { DeliveryState } from '../core/delivery/delivery.entity';
import { decodeCursor, toConnection, type Connection, type PageArgs } from '../core/graphql/connection';
import { Distribution } from './distribution.service';
import type { DeliverySummaryType, DeliveryType } from './distribution.type';

/** What became of every mail, for those at work on the bulletin. */
@Injectable()
export class DistributionTable {
  constructor(private readonly distribution: Distribution) {}

  /** A page in order of addresses, of those in this state; null: all. Refuses: NOT_FOUND, FORBIDDEN, INVALID (cursor). */
  async list(
    ctx: RequestContext,
    bulletinId: string,
    state: DeliveryState | null,
    page: PageArgs,
  ): Promise<Connection<DeliveryType>> {
    await this.distribution.requireWork(ctx, bulletinId);
    const [address = '', id = null] = page.after ? decodeCursor(page.after, 2) : [];
    const rows: DeliveryType[] = await ctx.db.query(
      `select id, source_type as "sourceType", address, name, state, attempts, answer, sent_at as "sentAt",
         case when state = 'PENDING' then next_attempt_at end as "nextAttemptAt"
       from deliveries where item_id = $1 and ($3::uuid is null or (address, id) > ($2, $3))
         and ($5::text is null or state = $5)
       order by address, id limit $4`,
      [bulletinId, address, id, page.first + 1, state],
    );
    return toConnection(rows, page.first, (row) => [row.address, row.id]);
  }

  /** Counts by state. Refuses: NOT_FOUND, FORBIDDEN. */
  async summary(ctx: RequestContext, bulletinId: string): Promise<DeliverySummaryType> {
    await this.distribution.requireWork(ctx, bulletinId);
    const rows: { state: DeliveryState; count: number }[] = await ctx.db.query(
      'select state, count(*)::int as count from deliveries where item_id = $1 group by state',
      [bulletinId],
    );
    const count = (state: DeliveryState) => rows.find((row) => row.state === state)?.count ?? 0;
    return {
      pending: count(DeliveryState.PENDING),
      sent: count(DeliveryState.SENT),
      failed: count(DeliveryState.FAILED),
      cancelled: count(DeliveryState.CANCELLED),
    };
  }
}
