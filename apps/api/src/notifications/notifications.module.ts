import { Module } from '@nestjs/common';
import { BulletinsModule } from '../bulletins/bulletins.module';
import { BulletinChanges } from './bulletin-changes.service';
import { LiveResolver } from './live.resolver';
import { NotificationArrivals } from './notification-arrivals.service';
import { NotificationDigests } from './notification-digests.service';
import { NotificationEvents } from './notification-events.service';
import { NotificationMails } from './notification-mails.service';
import { NotificationPreferences } from './notification-preferences.service';
import { NotificationReminders } from './notification-reminders.service';
import { NotificationTelling } from './notification-telling.service';
import { NotificationsResolver } from './notifications.resolver';
import { Notifications } from './notifications.service';

const live = [BulletinChanges, NotificationArrivals, LiveResolver];
const reading = [Notifications, NotificationPreferences, NotificationsResolver];
const telling = [
  NotificationTelling,
  NotificationEvents,
  NotificationReminders,
  NotificationMails,
  NotificationDigests,
];

/** What people are told: live in the workspace, in their notifications and by mail. */
@Module({
  imports: [BulletinsModule],
  providers: [...live, ...reading, ...telling],
})
export class NotificationsModule {}
