import { Link } from '@tanstack/react-router';
import { IconAddressBook, IconFileText, IconHome, IconMenu2, IconSettings, type Icon } from '@tabler/icons-react';
import { catalogue } from '../lib/messages';
import { useDisclosure } from '../ui/overlay';
import { Dialog } from '../ui/overlay';
import { Button } from 'react-aria-components';
import css from './navigation.module.css';

const m = catalogue(
  {
    product: 'Tek Ses',
    main: 'Ana menü',
    today: 'Bugün',
    bulletins: 'Bültenler',
    media: 'Rehber',
    mediaLong: 'Basın rehberi',
    administration: 'Yönetim',
    menu: 'Menü',
    newsroom: 'Basın odası',
    account: 'Hesabım',
    help: 'Yardım',
  },
  {
    product: 'Tek Ses',
    main: 'Main menu',
    today: 'Today',
    bulletins: 'Bulletins',
    media: 'Guide',
    mediaLong: 'Media guide',
    administration: 'Administration',
    menu: 'Menu',
    newsroom: 'Newsroom',
    account: 'My account',
    help: 'Help',
  },
);

interface Place {
  readonly to: string;
  readonly label: string;
  readonly Sign: Icon;
}

/** The places of the workspace in the order of the day; the rail, the bottom bar and the palette read them here. */
export const places = (): readonly Place[] => [
  { to: '/', label: m.today(), Sign: IconHome },
  { to: '/bultenler', label: m.bulletins(), Sign: IconFileText },
  { to: '/rehber', label: m.media(), Sign: IconAddressBook },
  { to: '/yonetim', label: m.administration(), Sign: IconSettings },
];

function PlaceLink({ place, onFollow }: { readonly place: Place; readonly onFollow?: () => void }) {
  return (
    <Link to={place.to} activeOptions={{ exact: place.to === '/' }} className={css.link} onClick={onFollow}>
      <place.Sign size={22} aria-hidden />
      <span>{place.label}</span>
    </Link>
  );
}

/** On desktops, at the left. */
export function Rail() {
  return (
    <nav className={css.rail} aria-label={m.main()}>
      <Link to="/" className={css.brand} aria-label={m.product()}>
        <img src="/simge.svg" alt="" width={32} height={32} />
      </Link>
      <ul className={css.list}>
        {places().map((place) => (
          <li key={place.to}>
            <PlaceLink place={place} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** On phones, within the thumb's reach; what has no room there is in the menu. */
export function BottomBar() {
  const menu = useDisclosure();
  return (
    <nav className={css.bottom} aria-label={m.main()}>
      <ul className={css.list}>
        {places()
          .slice(0, 3)
          .map((place) => (
            <li key={place.to}>
              <PlaceLink place={place} />
            </li>
          ))}
        <li>
          <Button className={css.link ?? ''} onPress={menu.open}>
            <IconMenu2 size={22} aria-hidden />
            <span>{m.menu()}</span>
          </Button>
        </li>
      </ul>
      <Dialog title={m.menu()} isOpen={menu.isOpen} onClose={menu.close}>
        <ul className={css.menu}>
          {places().map((place) => (
            <li key={place.to}>
              <PlaceLink place={place} onFollow={menu.close} />
            </li>
          ))}
          <li>
            <PlaceLink place={{ to: '/hesap', label: m.account(), Sign: IconSettings }} onFollow={menu.close} />
          </li>
        </ul>
      </Dialog>
    </nav>
  );
}
