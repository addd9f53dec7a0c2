import { NotificationKind } from '@domain/notifications/notification';
import { OfficeGroup, unansweredInvitations, type RecipientRule } from './audience';

/** More offices were asked: those who answer for them. Who was asked into an unshared draft hears of it when it is shared. */
export const onOfficesInvited: RecipientRule = ({ event, bulletin, wasShared }) => {
  if (!wasShared) return [];
  const asked = Array.isArray(event.facts['officeIds']) ? (event.facts['officeIds'] as unknown[]) : [];
  const officeIds = unansweredInvitations(bulletin).filter((officeId) => asked.includes(officeId));
  return [{ kind: NotificationKind.INVITED, group: OfficeGroup.HEADS, officeIds }];
};
