import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '../core/context';
import type { Connection } from '../core/graphql/connection';
import { NotificationPreferences } from './notification-preferences.service';
import {
  NotificationListArgs,
  NotificationSnoozeArgs,
  ViewerNotificationPreferencesUpdateInput,
} from './notification.inputs';
import {
  NotificationMarkAllReadPayload,
  NotificationMarkReadPayload,
  ViewerNotificationPreferencesUpdatePayload,
} from './notification.payloads';
import { NotificationConnectionType, NotificationType } from './notification.type';
import { Notifications } from './notifications.service';

/** The viewer's notifications and how soon they are mailed. */
@Resolver(() => NotificationType)
export class NotificationsResolver {
  constructor(
    private readonly notifications: Notifications,
    private readonly preferences: NotificationPreferences,
  ) {}

  @Query(() => NotificationConnectionType, {
    name: 'notifications',
    description: 'What the viewer was told, newest first.',
  })
  notificationList(
    @Ctx() ctx: RequestContext,
    @Args() args: NotificationListArgs,
  ): Promise<Connection<NotificationType>> {
    return this.notifications.list(ctx, args, args.filter ?? null);
  }

  @Query(() => Int, { description: 'How many of them are neither read nor done.' })
  notificationUnreadCount(@Ctx() ctx: RequestContext): Promise<number> {
    return this.notifications.unreadCount(ctx);
  }

  @Query(() => Int, { description: 'How many wait for the viewer: the number on the badge.' })
  notificationWaitingCount(@Ctx() ctx: RequestContext): Promise<number> {
    return this.notifications.waitingCount(ctx);
  }

  @Mutation(() => NotificationMarkReadPayload, { description: "Puts one of the viewer's own off until an instant." })
  async notificationSnooze(
    @Ctx() ctx: RequestContext,
    @Args() { id, until }: NotificationSnoozeArgs,
  ): Promise<NotificationMarkReadPayload> {
    return { notification: await this.notifications.snooze(ctx, id, until), errors: [] };
  }

  @Mutation(() => NotificationMarkAllReadPayload, {
    description: "Marks the viewer's own about one bulletin as read: they have opened it.",
  })
  async notificationMarkBulletinRead(
    @Ctx() ctx: RequestContext,
    @Args('bulletinId', { type: () => ID, description: 'The bulletin.' }) bulletinId: string,
  ): Promise<NotificationMarkAllReadPayload> {
    return { markedCount: await this.notifications.markBulletinRead(ctx, bulletinId), errors: [] };
  }

  @Mutation(() => NotificationMarkReadPayload, { description: "Marks one of the viewer's own as read." })
  async notificationMarkRead(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The notification.' }) id: string,
  ): Promise<NotificationMarkReadPayload> {
    return { notification: await this.notifications.markRead(ctx, id), errors: [] };
  }

  @Mutation(() => NotificationMarkAllReadPayload, { description: "Marks all of the viewer's own as read." })
  async notificationMarkAllRead(@Ctx() ctx: RequestContext): Promise<NotificationMarkAllReadPayload> {
    return { markedCount: await this.notifications.markAllRead(ctx), errors: [] };
  }

  @Mutation(() => ViewerNotificationPreferencesUpdatePayload, {
    description: 'Chooses how soon kinds of notifications are mailed to the viewer.',
  })
  async viewerNotificationPreferencesUpdate(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => ViewerNotificationPreferencesUpdateInput, description: 'The kinds to change.' })
    input: ViewerNotificationPreferencesUpdateInput,
  ): Promise<ViewerNotificationPreferencesUpdatePayload> {
    return { notifications: await this.preferences.update(ctx, input.notifications), errors: [] };
  }
}
