import { BulletinState } from '@domain/bulletins/bulletin';
import { NotificationKind } from '@domain/notifications/notification';
import { signoffComplete } from '@domain/signoff/signoff';
import { OfficeGroup, signersOf, unansweredInvitations, type RecipientRule } from './audience';

/**
 * Offered for signature: those who sign for each office that must. Offices that have not answered their invitation
 * cannot sign yet; they hear of it here only if the draft was never shown to them before.
 */
export const onBulletinSubmitted: RecipientRule = ({ event, bulletin, round }) => {
  const invited = unansweredInvitations(bulletin);
  const signing = signoffComplete(round).missing.filter((officeId) => !invited.includes(officeId));
  const isNewToThem = event.facts['from'] === BulletinState.DRAFT;
  return [
    ...signersOf(NotificationKind.SIGNATURE_NEEDED, round, signing),
    { kind: NotificationKind.INVITED, group: OfficeGroup.HEADS, officeIds: isNewToThem ? invited : [] },
  ];
};
