import { useQuery } from 'urql';
import { nameless } from '../../lib/bulletin-words';
import { graphql, type ResultOf } from '../../lib/graphql';
import { useSettled } from '../../lib/use-settled';

const RecordsQuery = graphql(`
  query Records($query: String!, $first: Int!, $kinds: [SearchKind!]) {
    search(query: $query, first: $first, kinds: $kinds) {
      kind
      hasMore
      hits {
        id
        kind
        label
        officeName
        path
        title {
          text
          marks {
            start
            end
          }
        }
        snippet {
          text
          marks {
            start
            end
          }
        }
      }
    }
  }
`);

export type RecordGroup = ResultOf<typeof RecordsQuery>['search'][number];
export type FoundRecord = RecordGroup['hits'][number];
export type RecordKind = FoundRecord['kind'];

const longestQuery = 200;

/** Records that the words find, by kind; nothing is asked while there are none. */
export function useRecords(words: string, first: number, kinds: readonly RecordKind[] | null = null) {
  const query = useSettled(words.trim().slice(0, longestQuery), 150);
  const [result, readAgain] = useQuery({
    query: RecordsQuery,
    variables: { query, first, kinds: kinds === null ? null : [...kinds] },
    pause: query === '',
  });
  return { query, result, readAgain: () => readAgain({ requestPolicy: 'network-only' }) };
}

/** Bulletins may have no headline yet. */
export const titleOf = ({ title }: FoundRecord) => (title.text === '' ? nameless.headline() : title.text);

/** What tells it apart: number or code, and whose it is. */
export const detailOf = ({ kind, label, officeName }: FoundRecord) =>
  [kind === 'BULLETIN' ? label : null, officeName].filter(Boolean).join(' · ');
