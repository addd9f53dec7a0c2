import { Injectable } from '@nestjs/common';
import type { GraphqlContext } from '../core/context';
import type { EventNotice } from '../core/ledger/ledger.service';
import { PostgresPubSub } from '../core/pubsub/pubsub.service';
import { isAboutPerson, renewed, subscriberOf } from './live-context';
import { liveStream, withheld } from './live-stream';
import type { NotificationType } from './notification.type';
import { Notifications } from './notifications.service';

/** The topic on which new notifications are announced, by ids alone. */
export const arrivalsTopic = 'notifications';

export interface Arrival {
  readonly notificationId: string;
  readonly userId: string;
}

/** The viewer's notifications as they arrive, whichever process wrote them. */
@Injectable()
export class NotificationArrivals {
  constructor(
    private readonly pubsub: PostgresPubSub,
    private readonly notifications: Notifications,
  ) {}

  /** Ends with the session. Refuses: UNAUTHENTICATED. */
  async follow(context: GraphqlContext): Promise<AsyncIterableIterator<NotificationType>> {
    const { userId } = await subscriberOf(context);
    const messages = this.pubsub.asyncIterableIterator<Arrival | EventNotice>([arrivalsTopic, 'events']);
    return liveStream<Arrival | EventNotice, NotificationType>(messages, async (message) => {
      if (!concerns(message, userId)) return withheld;
      const ctx = await renewed(context, userId);
      if (!ctx) return null;
      const arrived = 'notificationId' in message && (await this.notifications.get(ctx, message.notificationId));
      return arrived ? { value: arrived, isLast: false } : withheld;
    });
  }
}

function concerns(message: Arrival | EventNotice, userId: string): boolean {
  if ('notificationId' in message) return message.userId === userId;
  return isAboutPerson(message, userId);
}
