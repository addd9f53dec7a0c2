import { Link } from '@tanstack/react-router';
import { IconBell } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useQuery } from 'urql';
import { useArrivals, useKeptFresh, type Arrival } from '../../lib/live';
import { catalogue } from '../../lib/messages';
import { Opener } from '../../ui/opener';
import { toast, toastOf } from '../../ui/toast';
import css from './bell.module.css';
import { WaitingCount } from './waiting-count';

const m = catalogue(
  { none: 'Bildirimler, bekleyen yok', some: 'Bildirimler, bekleyen: {count}' },
  { none: 'Notifications, none waiting', some: 'Notifications, waiting: {count}' },
);

const loadPanel = () => import('./notification-panel');
const Panel = lazy(async () => ({ default: (await loadPanel()).NotificationPanel }));
const mostShown = 99;

/** What waits, counted live; on desktops the newest open beside it, on phones it leads to the page. */
export function Bell() {
  const [{ data }, readAgain] = useQuery({ query: WaitingCount });
  useKeptFresh(() => readAgain({ requestPolicy: 'network-only' }));
  useArrivals(tell);
  const count = data?.notificationWaitingCount ?? 0;
  const label = count === 0 ? m.none() : m.some({ count });
  const sign = (
    <>
      <IconBell size={22} aria-hidden />
      {count === 0 ? null : (
        <span className={css.badge} aria-hidden>
          {count > mostShown ? `${mostShown}+` : count}
        </span>
      )}
    </>
  );
  return (
    <div className={css.place}>
      <Opener
        label={label}
        popup="dialog"
        look="bare"
        className={`${css.bell} ${css.onDesktop}`}
        preload={loadPanel}
        content={(opened) => (
          <Suspense>
            <Panel {...opened} />
          </Suspense>
        )}
      >
        {sign}
      </Opener>
      <Link to="/bildirimler" className={`${css.bell} ${css.onPhone}`} aria-label={label}>
        {sign}
      </Link>
    </div>
  );
}

/** What arrived, in a sentence; unless one is there already, with the way to it. */
function tell({ title, path }: Arrival): void {
  const isHere = path === null || path.split(/[?#]/)[0] === window.location.pathname;
  if (isHere) toast(title);
  else toastOf(title, path);
}
