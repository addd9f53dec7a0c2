import { NotificationKind } from '@domain/notifications/notification';
import { leadWriters, type RecipientRule } from './audience';

/** An office stepped out: the lead's director and editors. */
export const onBulletinDeclined: RecipientRule = (facts) => [leadWriters(NotificationKind.DECLINED, facts)];
