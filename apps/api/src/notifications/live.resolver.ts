import { Args, Context, ID, Resolver, Subscription } from '@nestjs/graphql';
import type { GraphqlContext } from '../core/context';
import { BulletinChanges } from './bulletin-changes.service';
import { BulletinChangeType } from './live.type';
import { NotificationArrivals } from './notification-arrivals.service';
import { NotificationType } from './notification.type';

/** What happens, as it happens, over WebSocket. */
@Resolver()
export class LiveResolver {
  constructor(
    private readonly changes: BulletinChanges,
    private readonly arrivals: NotificationArrivals,
  ) {}

  @Subscription(() => BulletinChangeType, {
    description: 'Every edit, comment, signature and change of state of one bulletin that the viewer may see.',
    resolve: (change: BulletinChangeType) => change,
  })
  bulletinChanged(
    @Context() context: GraphqlContext,
    @Args('id', { type: () => ID, description: 'The bulletin.' }) id: string,
  ): Promise<AsyncIterableIterator<BulletinChangeType>> {
    return this.changes.follow(context, id);
  }

  @Subscription(() => NotificationType, {
    description: "The viewer's notifications as they arrive.",
    resolve: (notification: NotificationType) => notification,
  })
  notificationReceived(@Context() context: GraphqlContext): Promise<AsyncIterableIterator<NotificationType>> {
    return this.arrivals.follow(context);
  }
}
