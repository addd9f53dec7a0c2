import { Link } from '@tanstack/react-router';
import { IconAlertTriangle } from '@tabler/icons-react';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql';
import { formatDistance, formatInstant, formatNear } from '../../lib/dates';
import { catalogue } from '../../lib/messages';
import { useOfficeLook, useSession } from '../../lib/session';
import { Mark, OfficeBadge } from '../../ui/mark';
import { useRowActs } from './notification-acts';
import { RowMenu } from './row-menu';
import css from './notification-row.module.css';

const m = catalogue(
  {
    urgent: 'Acil',
    done: 'Yapıldı',
    fresh: 'Okunmadı:',
    snoozed: 'ertelendi: {near}',
    others: 'Bu bültenle ilgili önceki bildirim: {count}',
  },
  {
    urgent: 'Urgent',
    done: 'Done',
    fresh: 'Unread:',
    snoozed: 'put off: {near}',
    others: 'Earlier about this bulletin: {count}',
  },
);

export const NotificationRowFields = graphql(`
  fragment NotificationRowFields on Notification {
    id
    title
    body
    why
    path
    isUrgent
    createdAt
    readAt
    doneAt
    snoozedUntil
    othersCount
    unreadCount
    bulletin {
      id
    }
    office {
      id
      code
      name
    }
  }
`);

interface RowProps {
  readonly notification: FragmentOf<typeof NotificationRowFields>;
  readonly onChanged: () => void;
  readonly onFollow?: () => void;
}

/** What happened, why one is told, and when; opening it clears it. */
export function NotificationRow({ notification, onChanged, onFollow }: RowProps) {
  const row = readFragment(NotificationRowFields, notification);
  const { viewer } = useSession();
  const look = useOfficeLook();
  const acts = useRowActs(onChanged);
  const isFresh = row.unreadCount > 0;
  const open = () => {
    if (isFresh) void acts.markRead(row.id, row.bulletin?.id ?? null);
    onFollow?.();
  };
  return (
    <li className={css.row} data-fresh={isFresh || undefined}>
      <div className={css.words}>
        <p className={css.title}>
          {isFresh ? <span className="visually-hidden">{m.fresh()} </span> : null}
          {row.path === null ? (
            row.title
          ) : (
            <Link to={row.path} onClick={open} data-row>
              {row.title}
            </Link>
          )}
        </p>
        <p className={css.body}>{row.body}</p>
        <p className={css.line}>
          {row.isUrgent && row.doneAt === null ? (
            <Mark tone="alert">
              <IconAlertTriangle size={14} aria-hidden /> {m.urgent()}
            </Mark>
          ) : null}
          {row.doneAt === null ? null : <Mark tone="ok">{m.done()}</Mark>}
          {viewer.memberships.length > 1 ? <OfficeBadge office={look(row.office)} /> : null}
          <span>{row.why}</span>
          {isFresh && row.snoozedUntil !== null && new Date(row.snoozedUntil) > new Date() ? (
            <span>{m.snoozed({ near: formatNear(row.snoozedUntil) })}</span>
          ) : null}
          {row.othersCount === 0 ? null : <span>{m.others({ count: row.othersCount })}</span>}
          <time dateTime={row.createdAt} title={formatInstant(row.createdAt)}>
            {formatDistance(row.createdAt)}
          </time>
        </p>
      </div>
      <RowMenu id={row.id} title={row.title} bulletinId={row.bulletin?.id ?? null} isFresh={isFresh} acts={acts} />
    </li>
  );
}
