import { NotificationKind } from '@domain/notifications/notification';
import { signoffComplete } from '@domain/signoff/signoff';
import { signersOf, type RecipientRule } from './audience';

/** An office joined while the text is being signed: those who sign for it. Before that nothing waits for them. */
export const onBulletinAccepted: RecipientRule = ({ event, round }) => {
  if (round.startedAt === null || event.officeId === null) return [];
  const officeIds = signoffComplete(round).missing.filter((officeId) => officeId === event.officeId);
  return signersOf(NotificationKind.SIGNATURE_NEEDED, round, officeIds);
};
