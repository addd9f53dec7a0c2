import { NotificationKind } from '@domain/notifications/notification';
import { signoffComplete } from '@domain/signoff/signoff';
import { OfficeGroup, signersOf, unansweredInvitations, type RecipientRule } from './audience';

/**
 * The lead asked again: those who sign for each office that it named and that still owes an answer. An office that has
 * not answered its invitation cannot sign yet; there those who answer invitations are told.
 */
export const onBulletinReminded: RecipientRule = ({ event, bulletin, round }) => {
  const named = Array.isArray(event.facts['officeIds']) ? (event.facts['officeIds'] as unknown[]) : [];
  const waitedFor = signoffComplete(round).missing.filter((officeId) => named.includes(officeId));
  const invited = unansweredInvitations(bulletin).filter((officeId) => waitedFor.includes(officeId));
  const signing = waitedFor.filter((officeId) => !invited.includes(officeId));
  return [
    ...signersOf(NotificationKind.SIGNATURE_REMINDED, round, signing),
    { kind: NotificationKind.INVITED, group: OfficeGroup.HEADS, officeIds: invited },
  ];
};
