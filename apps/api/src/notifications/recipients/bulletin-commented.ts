import { NotificationKind } from '@domain/notifications/notification';
import type { RecipientRule } from './audience';

/** Somebody wrote: the people named, then the others of the thread. */
export const onBulletinCommented: RecipientRule = ({ event, threadUserIds }) => {
  const { commentId, mentions } = event.facts;
  const pointers = typeof commentId === 'string' ? { commentId } : {};
  const named = Array.isArray(mentions) ? mentions.filter((id): id is string => typeof id === 'string') : [];
  return [
    { kind: NotificationKind.MENTIONED, pointers, group: 'PEOPLE', userIds: named },
    { kind: NotificationKind.COMMENTED, pointers, group: 'PEOPLE', userIds: threadUserIds },
  ];
};
