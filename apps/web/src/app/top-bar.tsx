import { catalogue } from '../lib/messages';
import { useSession } from '../lib/session';
import { signOut } from '../lib/sign-out';
import { OfficeBadge } from '../ui/mark';
import { Menu } from '../ui/overlay';
import { Button } from '../ui/button';
import css from './top-bar.module.css';

const m = catalogue(
  { account: 'Hesap', mine: 'Hesabım', signOut: 'Çıkış yap', operator: 'İşletmen' },
  { account: 'Account', mine: 'My account', signOut: 'Sign out', operator: 'Operator' },
);

/** Who one is and for which office; search and notifications stand beside it. */
export function TopBar() {
  const { viewer } = useSession();
  return (
    <header className={css.bar}>
      <div className={css.place}>
        {viewer.office === null ? <span>{m.operator()}</span> : <OfficeBadge office={viewer.office} isLong />}
      </div>
      <Menu
        label={m.account()}
        trigger={<Button look="quiet">{viewer.user.name}</Button>}
        acts={[{ id: 'out', label: m.signOut(), run: () => void signOut() }]}
      />
    </header>
  );
}
