import { BulletinState } from '@domain/bulletins/bulletin';
import { isUrgent, isWaiting } from '@domain/notifications/notification';
import type { NotificationRow } from './notification-select';
import type { NotificationType } from './notification.type';
import { templates } from './templates/templates';
import type { NotificationWords } from './templates/words';

/** Where the words are read. */
export enum Outlet {
  /** By the person, who was just found to see the bulletin. */
  WORKSPACE = 'WORKSPACE',
  /** In a mailbox, by whoever opens it, for ever: no word of a bulletin that is not public. */
  MAIL = 'MAIL',
}

const outOfSight: NotificationWords = {
  title: 'Artık göremediğiniz bir bülten',
  body: 'Bu bildirimin konusu size açık değil.',
  why: '',
};

/** The words of a notification as they may stand in this outlet. */
export function wordsOf(row: NotificationRow, outlet: Outlet): NotificationWords {
  const { bulletin } = row;
  if (!bulletin) return outOfSight;
  const showsWords = outlet === Outlet.WORKSPACE || bulletin.state === BulletinState.RELEASED;
  const words = templates[row.kind]({
    officeName: row.office.name,
    isLead: row.office.id === bulletin.leadOffice.id,
    leadOfficeName: bulletin.leadOffice.name,
    headline: showsWords && bulletin.headline !== '' ? bulletin.headline : null,
    number: showsWords ? bulletin.number : null,
    isUnderEmbargo: bulletin.isUnderEmbargo,
    isForOffice: row.isForOffice,
    actorName: row.actor?.name ?? null,
    actorOfficeName: row.actor?.officeName ?? null,
    dueAt: row.dueAt === null ? null : new Date(row.dueAt),
    waitedFor: row.waitedFor,
    refusal: bulletin.refusal,
    decision: row.decision,
    suggestionCount: row.suggestionCount,
  });
  return row.isFollowed ? { ...words, why: 'Bu bülteni takip ediyorsunuz.' } : words;
}

/** The page of what it is about, from the root of the workspace; null when it is out of sight. */
export function pathOf({ bulletin, commentId, sectionId }: NotificationRow): string | null {
  if (!bulletin) return null;
  const place = commentId ? `?yorum=${commentId}` : sectionId ? `?bolum=${sectionId}` : '';
  return `/bultenler/${bulletin.id}${place}`;
}

export function presentNotification(row: NotificationRow): NotificationType {
  const { bulletin } = row;
  const { title, body, why } = wordsOf(row, Outlet.WORKSPACE);
  return {
    id: row.id,
    kind: row.kind,
    isUrgent: isUrgent(row.kind),
    isWaiting: isWaiting(row.kind),
    title,
    body,
    why,
    path: pathOf(row),
    office: row.office,
    bulletin: bulletin && { id: bulletin.id, headline: bulletin.headline, number: bulletin.number },
    commentId: bulletin ? row.commentId : null,
    createdAt: row.createdAt,
    readAt: row.readAt,
    doneAt: row.doneAt,
    snoozedUntil: row.snoozedUntil,
    othersCount: row.othersCount,
    unreadCount: row.unreadCount,
  };
}
