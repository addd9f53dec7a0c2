import { Navigate } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { formatToday } from '../../lib/dates';
import { graphql } from '../../lib/graphql';
import { useKeptFresh } from '../../lib/live';
import { catalogue } from '../../lib/messages';
import { useSession } from '../../lib/session';
import { useNow } from '../../lib/use-now';
import { Loaded } from '../../ui/feedback';
import { Page } from '../../ui/page';
import { Followed, FollowedFields } from './followed';
import { NewMenu } from './new-menu';
import { ReleaseQueue, ReleaseFields } from './release-queue';
import { TaskList } from './task-list';
import { TaskFields } from './task-row';
import css from './today.module.css';

const m = catalogue({ title: 'Bugün' }, { title: 'Today' });

const TodayQuery = graphql(
  `
    query Today {
      today {
        draftCount
        tasks {
          id
          ...TaskFields
        }
        releases {
          at
          ...ReleaseFields
        }
        followed {
          id
          ...FollowedFields
        }
      }
    }
  `,
  [TaskFields, ReleaseFields, FollowedFields],
);

/** The day of who works in an office; operators have no desk and are led to the offices. */
export function TodayPage() {
  const { viewer } = useSession();
  return viewer.office === null && viewer.isOperator ? <Navigate to="/yonetim/birimler" replace /> : <Day />;
}

/** What waits for one by deadline, what goes out, and what one works on. */
function Day() {
  const [result, readAgain] = useQuery({ query: TodayQuery });
  const now = useNow();
  const refresh = () => readAgain({ requestPolicy: 'network-only' });
  useKeptFresh(refresh);
  return (
    <Page title={m.title()} back={<span className={css.date}>{formatToday(now)}</span>} actions={<NewMenu />}>
      <Loaded result={result} onRetry={refresh}>
        {({ today }) => (
          <div className={css.columns}>
            <TaskList tasks={today.tasks} releases={today.releases} onDone={refresh} />
            <div className={css.side}>
              <ReleaseQueue releases={today.releases} />
              <Followed bulletins={today.followed} draftCount={today.draftCount} />
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  );
}
