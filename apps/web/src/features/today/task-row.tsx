import { Link } from '@tanstack/react-router';
import { IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import { nameless } from '../../lib/bulletin-words';
import { formatDistance, formatInstant, formatNear } from '../../lib/dates';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql';
import { catalogue } from '../../lib/messages';
import { useOfficeLook } from '../../lib/session';
import { LinkButton } from '../../ui/button';
import { OfficeBadge } from '../../ui/mark';
import { AcceptButton } from './accept-button';
import { actWords, reasonWords, targetOf } from './reasons';
import css from './task-row.module.css';

const m = catalogue(
  { due: 'son {near}', embargo: 'ambargo {near}', over: 'süresi geçti: {near}' },
  { due: 'due {near}', embargo: 'embargo {near}', over: 'overdue: {near}' },
);

export const TaskFields = graphql(`
  fragment TaskFields on TodayTask {
    id
    reason
    dueAt
    commentId
    bulletin {
      id
      headline
      number
      embargo {
        at
      }
      signatures {
        office {
          id
          name
        }
      }
    }
  }
`);

const hurry = 2 * 60 * 60_000;
const leavingMilliseconds = 150;

interface TaskRowProps {
  readonly task: FragmentOf<typeof TaskFields>;
  readonly now: Date;
  readonly onDone: () => void;
}

/** One thing that waits: why, about what, with whom, until when, and its one act. */
export function TaskRow({ task, now, onDone }: TaskRowProps) {
  const { reason, dueAt, commentId, bulletin } = readFragment(TaskFields, task);
  const look = useOfficeLook();
  const [isLeaving, setIsLeaving] = useState(false);
  const leave = () => {
    setIsLeaving(true);
    setTimeout(onDone, leavingMilliseconds);
  };
  const target = targetOf({ reason, bulletinId: bulletin.id, commentId });
  const headline = bulletin.headline || nameless.headline();
  const act = `${actWords[reason]()}: ${headline}`;
  return (
    <li className={css.row} data-leaving={isLeaving || undefined}>
      <div className={css.words}>
        <p className={css.reason}>{reasonWords[reason]()}</p>
        <h3 className={css.headline}>
          <Link to={target} className={css.link} data-row>
            {headline}
          </Link>
        </h3>
        <p className={css.facts}>
          {dueAt === null ? null : <Deadline at={dueAt} now={now} isEmbargo={dueAt === bulletin.embargo?.at} />}
          {bulletin.number === null ? null : <span>{bulletin.number}</span>}
          <span className={css.offices}>
            {bulletin.signatures.map(({ office }) => (
              <OfficeBadge key={office.id} office={look(office)} />
            ))}
          </span>
        </p>
      </div>
      {reason === 'ANSWER_INVITATION' ? (
        <AcceptButton id={bulletin.id} label={act} onDone={leave} />
      ) : (
        <LinkButton href={target} aria-label={act}>
          {actWords[reason]()}
        </LinkButton>
      )}
    </li>
  );
}

interface DeadlineProps {
  readonly at: string;
  readonly now: Date;
  readonly isEmbargo: boolean;
}

/** When it is due and how far off that is; near or past, it says so with a sign as well. */
function Deadline({ at, now, isEmbargo }: DeadlineProps) {
  const left = new Date(at).getTime() - now.getTime();
  const near = formatNear(at, now);
  return (
    <time dateTime={at} title={formatInstant(at)} className={left < hurry ? css.hurry : css.due}>
      {left < hurry ? <IconClock size={16} aria-hidden /> : null}
      {left < 0
        ? m.over({ near })
        : `${isEmbargo ? m.embargo({ near }) : m.due({ near })} · ${formatDistance(at, now)}`}
    </time>
  );
}
