import { NotificationKind } from '@domain/notifications/notification';
import { allWriters, type RecipientRule } from './audience';

/** The release was approved: those who write for the offices that take part. */
export const onReleaseApproved: RecipientRule = (facts) => [allWriters(NotificationKind.RELEASE_APPROVED, facts)];
