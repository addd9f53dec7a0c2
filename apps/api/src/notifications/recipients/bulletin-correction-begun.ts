import { NotificationKind } from '@domain/notifications/notification';
import { allWriters, type RecipientRule } from './audience';

/** A correction was begun: those who write for the offices that take part. */
export const onCorrectionBegun: RecipientRule = (facts) => [allWriters(NotificationKind.CORRECTION_BEGUN, facts)];
