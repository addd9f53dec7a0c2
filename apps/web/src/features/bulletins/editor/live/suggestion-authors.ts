import type { Suggestion } from '@domain/text/draft';
import { graphql } from '../../../../lib/graphql';
import { catalogue } from '../../../../lib/messages';
import { useSession } from '../../../../lib/session';
import { useDeskQuery } from '../../desk/desk-live';
import { useRoomReport } from '../editor-room';

const m = catalogue({ you: 'Siz', someone: 'Birim çalışanı' }, { you: 'You', someone: 'Somebody of the office' });

const AuthorsQuery = graphql(`
  query EditorSuggestionAuthors($id: ID!, $sectionId: ID!, $authorIds: [ID!]) {
    bulletinSuggestions(id: $id, sectionId: $sectionId, authorIds: $authorIds) {
      id
      author {
        id
        name
      }
    }
  }
`);

/** The names of who made these suggestions: who is here is known already, the server is asked for the others. */
export function useAuthorNames(
  { bulletinId, sectionId }: { readonly bulletinId: string; readonly sectionId: string },
  suggestions: readonly Suggestion[],
): (userId: string) => string {
  const { viewer } = useSession();
  const { people } = useRoomReport();
  const here = new Map(people.map(({ id, name }) => [id, name]));
  const authors = new Set(suggestions.map(({ userId }) => userId).filter((id) => id !== viewer.user.id));
  const absent = [...authors].filter((id) => !here.has(id)).sort();
  const [{ data }] = useDeskQuery(AuthorsQuery, { id: bulletinId, sectionId, authorIds: absent }, absent.length === 0);
  const named = new Map(data?.bulletinSuggestions.map(({ author }) => [author.id, author.name]));
  return (userId) => (userId === viewer.user.id ? m.you() : (here.get(userId) ?? named.get(userId) ?? m.someone()));
}
