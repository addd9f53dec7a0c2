import { NotificationKind } from '@domain/notifications/notification';
import { OfficeGroup, unansweredInvitations, type RecipientRule } from './audience';

/** More offices were asked: those who answer for them, unless the draft is not shown to anybody yet. */
export const onOfficesInvited: RecipientRule = ({ event, bulletin }) => {
  if (bulletin.sharedAt === null) return [];
  const asked = Array.isArray(event.facts['officeIds']) ? (event.facts['officeIds'] as unknown[]) : [];
  const officeIds = unansweredInvitations(bulletin).filter((officeId) => asked.includes(officeId));
  return [{ kind: NotificationKind.INVITED, group: OfficeGroup.HEADS, officeIds }];
};
