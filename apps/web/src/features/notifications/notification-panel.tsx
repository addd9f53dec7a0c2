import { Link } from '@tanstack/react-router';
import { catalogue } from '../../lib/messages';
import { FloatingPanel } from '../../ui/floating';
import type { Opened } from '../../ui/opener';
import { NotificationList } from './notification-list';
import css from './notification-panel.module.css';

const m = catalogue(
  { title: 'Beni bekleyen', none: 'Sizi bekleyen bildirim yok.', all: 'Bütün bildirimler' },
  { title: 'Waiting for me', none: 'No notification waits for you.', all: 'All notifications' },
);

const shown = 6;

/** The newest that wait, beside the bell. */
export function NotificationPanel(opened: Opened) {
  return (
    <FloatingPanel {...opened} label={m.title()}>
      <div className={css.panel}>
        <h2 className={css.title}>{m.title()}</h2>
        <NotificationList
          filter={{ tab: 'WAITING', isNewest: true }}
          first={shown}
          empty={<p className="quiet">{m.none()}</p>}
          onFollow={opened.onClose}
        />
        <Link to="/bildirimler" onClick={opened.onClose}>
          {m.all()}
        </Link>
      </div>
    </FloatingPanel>
  );
}
