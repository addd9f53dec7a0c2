import { NotificationKind } from '@domain/notifications/notification';
import { leadWriters, type RecipientRule } from './audience';

/** An office took its signature back: the lead's director and editors. */
export const onSignatureWithdrawn: RecipientRule = (facts) => [
  leadWriters(NotificationKind.SIGNATURE_WITHDRAWN, facts),
];
