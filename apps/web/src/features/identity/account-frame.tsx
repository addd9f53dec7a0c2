import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { catalogue } from '../../lib/messages';
import { Page } from '../../ui/page';
import css from './account-frame.module.css';

const m = catalogue(
  {
    title: 'Hesabım',
    sections: 'Hesap bölümleri',
    profile: 'Kimlik',
    security: 'Güvenlik',
    sessions: 'Oturumlar',
    notifications: 'Bildirimler',
    device: 'Görünüm',
  },
  {
    title: 'My account',
    sections: 'Parts of the account',
    profile: 'Identity',
    security: 'Security',
    sessions: 'Sessions',
    notifications: 'Notifications',
    device: 'Appearance',
  },
);

const parts = () => [
  { to: '/hesap', label: m.profile() },
  { to: '/hesap/guvenlik', label: m.security() },
  { to: '/hesap/oturumlar', label: m.sessions() },
  { to: '/hesap/bildirimler', label: m.notifications() },
  { to: '/hesap/gorunum', label: m.device() },
];

/** The pages of one's own account under one heading. */
export function AccountFrame({ children }: { readonly children: ReactNode }) {
  return (
    <Page title={m.title()} width="text">
      <nav aria-label={m.sections()}>
        <ul className={css.parts}>
          {parts().map(({ to, label }) => (
            <li key={to}>
              <Link to={to} activeOptions={{ exact: true }} className={css.part}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </Page>
  );
}
