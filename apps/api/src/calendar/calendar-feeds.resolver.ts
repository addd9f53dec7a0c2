import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '../core/context';
import { CalendarFeedScope } from './calendar-feed.entity';
import { CalendarFeeds } from './calendar-feeds.service';
import { CalendarFeedCreatePayload, CalendarFeedRevokePayload } from './calendar.payloads';
import { CalendarFeedType } from './calendar.type';

/** The viewer's addresses for calendar programs. */
@Resolver()
export class CalendarFeedsResolver {
  constructor(private readonly feeds: CalendarFeeds) {}

  @Query(() => [CalendarFeedType], { description: "The viewer's feeds that still work, oldest first; at most 10." })
  calendarFeeds(@Ctx() ctx: RequestContext): Promise<CalendarFeedType[]> {
    return this.feeds.list(ctx);
  }

  @Mutation(() => CalendarFeedCreatePayload, { description: 'Makes an address for a calendar program.' })
  async calendarFeedCreate(
    @Ctx() ctx: RequestContext,
    @Args('scope', { type: () => CalendarFeedScope, description: 'Whose events it holds.' }) scope: CalendarFeedScope,
  ): Promise<CalendarFeedCreatePayload> {
    return { ...(await this.feeds.create(ctx, scope)), errors: [] };
  }

  @Mutation(() => CalendarFeedRevokePayload, { description: 'Ends an address of the viewer, at once.' })
  async calendarFeedRevoke(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<CalendarFeedRevokePayload> {
    return { feed: await this.feeds.revoke(ctx, id), errors: [] };
  }
}
