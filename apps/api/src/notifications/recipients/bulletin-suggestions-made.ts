import { NotificationKind } from '@domain/notifications/notification';
import { OfficeGroup, type RecipientRule } from './audience';

/** Somebody proposed other words: those who write for the office that owns them; shared words are the lead's to settle. */
export const onSuggestionsMade: RecipientRule = ({ event, bulletin }) => {
  const { sectionId, ownerId } = event.facts;
  return [
    {
      kind: NotificationKind.SUGGESTIONS_WAITING,
      pointers: typeof sectionId === 'string' ? { sectionId } : {},
      group: OfficeGroup.WRITERS,
      officeIds: [typeof ownerId === 'string' ? ownerId : bulletin.leadOfficeId],
    },
  ];
};
