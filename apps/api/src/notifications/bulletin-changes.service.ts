import { Injectable } from '@nestjs/common';
import { seesWork } from '@domain/bulletins/bulletin-facts';
import { DomainError, ErrorCode } from '@domain/errors';
import { BulletinQueries } from '../bulletins/bulletins.queries';
import type { GraphqlContext, RequestContext } from '../core/context';
import type { EventNotice } from '../core/ledger/ledger.service';
import { PostgresPubSub } from '../core/pubsub/pubsub.service';
import { isAboutPerson, renewed, subscriberOf } from './live-context';
import type { BulletinChangeType } from './live.type';
import { liveStream, withheld, type Judgement } from './live-stream';

/** What the last event of a subscription is called when the bulletin went out of the subscriber's sight. */
const hidden = 'bulletin.hidden';

/** All that people who do not work on a bulletin learn of it: what the public page shows as well. */
const publicEvents: ReadonlySet<string> = new Set(['bulletin.released', 'bulletin.withdrawn']);

/**
 * What happens to one bulletin, as it happens, in every process. Only ids travel; at each event the session, the
 * memberships and the bulletin are read anew, so whoever lost sight of it gets one empty word and then nothing.
 */
@Injectable()
export class BulletinChanges {
  constructor(
    private readonly pubsub: PostgresPubSub,
    private readonly bulletins: BulletinQueries,
  ) {}

  /** Refuses: UNAUTHENTICATED, NOT_FOUND. */
  async follow(context: GraphqlContext, id: string): Promise<AsyncIterableIterator<BulletinChangeType>> {
    const { ctx, userId } = await subscriberOf(context);
    if (!(await this.bulletins.get(ctx, id))) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['id'] });
    const events = this.pubsub.asyncIterableIterator<EventNotice>('events');
    return liveStream<EventNotice, BulletinChangeType>(events, async (notice) => {
      const isOfBulletin = notice.subjectType === 'bulletin' && notice.subjectId === id;
      if (!isOfBulletin && !isAboutPerson(notice, userId)) return withheld;
      const now = await renewed(context, userId);
      return now ? this.judge(now, id, isOfBulletin ? notice : null) : null;
    });
  }

  private async judge(
    ctx: RequestContext,
    id: string,
    notice: EventNotice | null,
  ): Promise<Judgement<BulletinChangeType>> {
    const bulletin = await this.bulletins.get(ctx, id);
    if (!bulletin) return { value: { bulletin: null, event: hidden, commentId: null }, isLast: true };
    if (!notice) return withheld;
    if (!publicEvents.has(notice.name) && !seesWork(ctx.actor, bulletin.facts)) return withheld;
    const commentId = await this.commentOf(ctx, notice);
    return { value: { bulletin, event: notice.name, commentId }, isLast: false };
  }

  private async commentOf(ctx: RequestContext, notice: EventNotice): Promise<string | null> {
    const rows: { commentId: string | null }[] = await ctx.db.query(
      `select data ->> 'commentId' as "commentId" from events where id = $1`,
      [notice.eventId],
    );
    return rows[0]?.commentId ?? null;
  }
}
