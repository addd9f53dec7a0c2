import { NotificationKind } from '@domain/notifications/notification';
import { OfficeGroup, unansweredInvitations, type RecipientRule } from './audience';

/** The draft was shown to the invited offices: those who answer for them. */
export const onBulletinShared: RecipientRule = ({ bulletin }) => [
  { kind: NotificationKind.INVITED, group: OfficeGroup.HEADS, officeIds: unansweredInvitations(bulletin) },
];
