import { NotificationKind } from '@domain/notifications/notification';
import { leadWriters, type RecipientRule } from './audience';

/** An office sent the text back: the lead's director and editors. */
export const onBulletinReturned: RecipientRule = (facts) => [leadWriters(NotificationKind.RETURNED, facts)];
