import { useSession } from '../../../lib/session';
import type { DeskComment } from './comments-query';
import { may } from './desk-bulletin';
import { useDesk } from './desk-context';

/** Whether the viewer may close a thread: its author, or whoever may arrange the bulletin. */
export function useMayClose(first: DeskComment): boolean {
  const { bulletin } = useDesk();
  const { viewer } = useSession();
  return may(bulletin, 'EDIT_DETAILS') || (first.author.id === viewer.user.id && may(bulletin, 'COMMENT'));
}
