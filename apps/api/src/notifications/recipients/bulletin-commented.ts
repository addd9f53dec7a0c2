import { NotificationKind } from '@domain/notifications/notification';
import { OfficeGroup, type Audience, type RecipientRule } from './audience';

/** Somebody wrote: the people named, the writers of the offices named, then the others of the thread. */
export const onBulletinCommented: RecipientRule = ({ event, threadUserIds }) => {
  const { commentId, mentions, mentionedOfficeIds } = event.facts;
  const pointers = typeof commentId === 'string' ? { commentId } : {};
  const kind = NotificationKind.MENTIONED;
  const officeIds = textsOf(mentionedOfficeIds);
  const writers: Audience = {
    kind,
    pointers: { ...pointers, isForOffice: true },
    group: OfficeGroup.WRITERS,
    officeIds,
  };
  return [
    { kind, pointers, group: 'PEOPLE', userIds: textsOf(mentions) },
    ...(officeIds.length > 0 ? [writers] : []),
    { kind: NotificationKind.COMMENTED, pointers, group: 'PEOPLE', userIds: threadUserIds },
  ];
};

function textsOf(ids: unknown): string[] {
  return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [];
}
