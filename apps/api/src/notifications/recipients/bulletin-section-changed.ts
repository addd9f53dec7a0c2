import { NotificationKind } from '@domain/notifications/notification';
import { signersOf, type RecipientRule } from './audience';

/** A section was edited, added or removed: those who sign for the offices whose signature it voided. */
export const onSectionChanged: RecipientRule = ({ round, voidedOfficeIds }) =>
  signersOf(NotificationKind.SIGNATURE_VOIDED, round, voidedOfficeIds);
