import { NotificationKind } from '@domain/notifications/notification';
import { allWriters, type RecipientRule } from './audience';

/** It was taken back: those who write for the offices that take part. */
export const onBulletinWithdrawn: RecipientRule = (facts) => [allWriters(NotificationKind.WITHDRAWN, facts)];
