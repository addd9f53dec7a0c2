import { NotificationKind } from '@domain/notifications/notification';
import { leadWriters, type RecipientRule } from './audience';

/** An office signed: the lead's director and editors. */
export const onBulletinSigned: RecipientRule = (facts) => [leadWriters(NotificationKind.SIGNED, facts)];
