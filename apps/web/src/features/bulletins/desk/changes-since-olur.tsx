import { graphql } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { Loaded } from '../../../ui/feedback';
import { ComparisonFragment, ComparisonList } from './comparison-view';
import { useDeskQuery } from './desk-live';

const ChangesQuery = graphql(
  `
    query BulletinChangesSinceOlur($id: ID!) {
      bulletinChangesSinceSignature(id: $id) {
        ...Comparison
      }
    }
  `,
  [ComparisonFragment],
);

const m = catalogue(
  { same: 'Yanıtınızdan beri metin değişmedi.' },
  { same: 'The text has not changed since your answer.' },
);

/** What changed since the acting office answered; only where it has answered. */
export function ChangesSinceOlur({ bulletinId }: { readonly bulletinId: string }) {
  const [result, read] = useDeskQuery(ChangesQuery, { id: bulletinId });
  return (
    <Loaded result={result} onRetry={() => read({ requestPolicy: 'network-only' })}>
      {({ bulletinChangesSinceSignature: changes }) =>
        changes.every(({ difference }) => difference === 'SAME') ? (
          <p className="quiet">{m.same()}</p>
        ) : (
          <ComparisonList comparisons={changes} />
        )
      }
    </Loaded>
  );
}
