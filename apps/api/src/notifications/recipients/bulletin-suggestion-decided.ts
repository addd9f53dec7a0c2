import { NotificationKind } from '@domain/notifications/notification';
import type { RecipientRule } from './audience';

/** Suggestions of one person were accepted or rejected: who made them. Whoever takes their own back did it themselves. */
export const onSuggestionDecided: RecipientRule = ({ event }) => {
  const { sectionId, suggestedById } = event.facts;
  return [
    {
      kind: NotificationKind.SUGGESTION_DECIDED,
      pointers: typeof sectionId === 'string' ? { sectionId } : {},
      group: 'PEOPLE',
      userIds: typeof suggestedById === 'string' ? [suggestedById] : [],
    },
  ];
};
