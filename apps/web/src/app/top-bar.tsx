import { Link } from '@tanstack/react-router';
import { IconChevronDown, IconSearch, IconUserCircle } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { Button } from 'react-aria-components';
import { Bell } from '../features/notifications/bell';
import { catalogue } from '../lib/messages';
import { useOfficeLook, useSession } from '../lib/session';
import { ariaKeys, press } from '../lib/shortcuts';
import { Keys } from '../ui/keys';
import { OfficeBadge } from '../ui/mark';
import { Opener } from '../ui/opener';
import css from './top-bar.module.css';

const m = catalogue(
  {
    account: 'Hesap: {name}',
    operator: 'İşletmen',
    search: 'Ara ya da git',
    searchPage: 'Ara',
    switchOffice: 'Birim değiştir',
  },
  {
    account: 'Account: {name}',
    operator: 'Operator',
    search: 'Search or go',
    searchPage: 'Search',
    switchOffice: 'Switch office',
  },
);

const loadPerson = () => import('./person-menu');
const PersonMenu = lazy(async () => ({ default: (await loadPerson()).PersonMenu }));
const loadOffices = () => import('./office-menu');
const OfficeMenu = lazy(async () => ({ default: (await loadOffices()).OfficeMenu }));

/** For which office one acts, the way to everything, what waits, and who one is. */
export function TopBar() {
  const { viewer } = useSession();
  const { name } = viewer.user;
  return (
    <header className={css.bar} style={viewer.office ? { borderBlockStartColor: viewer.office.colour } : {}}>
      <Place />
      <Button className={css.search ?? ''} aria-keyshortcuts={ariaKeys('Ctrl+K')} onPress={() => press('Ctrl+K')}>
        <IconSearch size={18} aria-hidden />
        <span className={css.searchWords}>{m.search()}</span>
        <span className={css.keys} aria-hidden>
          <Keys keys="Ctrl+K" />
        </span>
      </Button>
      <Link to="/ara" className={css.searchSign} aria-label={m.searchPage()}>
        <IconSearch size={22} aria-hidden />
      </Link>
      <Bell />
      <Opener
        label={m.account({ name })}
        popup="menu"
        look="bare"
        className={css.person ?? ''}
        preload={loadPerson}
        content={(opened) => (
          <Suspense>
            <PersonMenu {...opened} label={m.account({ name })} />
          </Suspense>
        )}
      >
        <IconUserCircle size={22} aria-hidden />
        <span className={css.personName}>{name}</span>
      </Opener>
    </header>
  );
}

/** The office acted for; people of several offices change it here. */
function Place() {
  const { viewer } = useSession();
  const look = useOfficeLook();
  if (viewer.office === null) return <div className={css.place}>{m.operator()}</div>;
  const badge = (
    <>
      <span className={css.officeLong}>
        <OfficeBadge office={look(viewer.office)} isLong />
      </span>
      <span className={css.officeShort}>
        <OfficeBadge office={look(viewer.office)} />
      </span>
    </>
  );
  if (viewer.memberships.length < 2) return <div className={css.place}>{badge}</div>;
  return (
    <div className={css.place}>
      <Opener
        popup="menu"
        look="bare"
        className={css.office ?? ''}
        preload={loadOffices}
        content={(opened) => (
          <Suspense>
            <OfficeMenu {...opened} label={m.switchOffice()} />
          </Suspense>
        )}
      >
        {badge}
        <span className="visually-hidden">{m.switchOffice()}</span>
        <IconChevronDown size={18} aria-hidden />
      </Opener>
    </div>
  );
}
