import { NotificationKind } from '@domain/notifications/notification';
import { allWriters, type RecipientRule } from './audience';

/** It went out: those who write for the offices that take part. */
export const onBulletinReleased: RecipientRule = (facts) => [allWriters(NotificationKind.RELEASED, facts)];
