import { useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { graphql, type VariablesOf } from '../../lib/graphql';
import { useKeptFresh } from '../../lib/live';
import { catalogue } from '../../lib/messages';
import { Button } from '../../ui/button';
import { Loaded } from '../../ui/feedback';
import { NotificationRow, NotificationRowFields } from './notification-row';
import css from './notification-row.module.css';

const m = catalogue({ more: 'Daha eskileri göster' }, { more: 'Show older ones' });

const NotificationListQuery = graphql(
  `
    query NotificationList($filter: NotificationFilterInput, $first: Int!, $after: String) {
      notificationWaitingCount
      notifications(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            id
            ...NotificationRowFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [NotificationRowFields],
);

export type NotificationFilter = NonNullable<VariablesOf<typeof NotificationListQuery>['filter']>;

interface ListProps {
  readonly filter: NotificationFilter;
  readonly first: number;
  readonly after?: string;
  /** Said when the first page is empty. */
  readonly empty: ReactNode;
  /** Older ones can be asked for. */
  readonly isPaged?: boolean;
  readonly onFollow?: () => void;
}

/** One page of notifications, and the next below it when it is asked for. */
export function NotificationList({ filter, first, after, empty, isPaged = false, onFollow }: ListProps) {
  const [result, readAgain] = useQuery({
    query: NotificationListQuery,
    variables: { filter, first, after: after ?? null },
  });
  const [isMoreShown, setIsMoreShown] = useState(false);
  const refresh = () => readAgain({ requestPolicy: 'network-only' });
  useKeptFresh(refresh);
  return (
    <Loaded result={result} onRetry={refresh}>
      {({ notifications: { edges, pageInfo } }) => (
        <>
          {edges.length === 0 && after === undefined ? empty : null}
          {edges.length === 0 ? null : (
            <ul className={css.list}>
              {edges.map(({ node }) => (
                <NotificationRow
                  key={node.id}
                  notification={node}
                  onChanged={refresh}
                  {...(onFollow === undefined ? {} : { onFollow })}
                />
              ))}
            </ul>
          )}
          {isPaged && pageInfo.hasNextPage && pageInfo.endCursor !== null ? (
            isMoreShown ? (
              <NotificationList filter={filter} first={first} after={pageInfo.endCursor} empty={null} isPaged />
            ) : (
              <Button className={css.more ?? ''} onPress={() => setIsMoreShown(true)}>
                {m.more()}
              </Button>
            )
          ) : null}
        </>
      )}
    </Loaded>
  );
}
