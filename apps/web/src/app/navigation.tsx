import { Link } from '@tanstack/react-router';
import { IconChevronsLeft, IconChevronsRight, IconMenu2 } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from 'react-aria-components';
import { catalogue } from '../lib/messages';
import { Opener } from '../ui/opener';
import { NewsroomLink, PlaceLink } from './place-links';
import { ownPlaces, usePlaces, type Place } from './places';
import css from './navigation.module.css';

const m = catalogue(
  {
    product: 'Tek Ses',
    main: 'Ana menü',
    menu: 'Menü',
    collapse: 'Menüyü daralt',
    expand: 'Menüyü genişlet',
  },
  {
    product: 'Tek Ses',
    main: 'Main menu',
    menu: 'Menu',
    collapse: 'Collapse the menu',
    expand: 'Expand the menu',
  },
);

const storageKey = 'tekses.menu';
const loadMenu = () => import('./phone-menu');
const PhoneMenu = lazy(async () => ({ default: (await loadMenu()).PhoneMenu }));

function PlaceList({ list }: { readonly list: readonly Place[] }) {
  return list.map((place) => (
    <li key={place.to}>
      <PlaceLink place={place} />
    </li>
  ));
}

/** On desktops, at the left; narrow, it keeps the signs alone. */
export function Rail() {
  const places = usePlaces();
  const [isNarrow, setIsNarrow] = useState(() => localStorage.getItem(storageKey) === 'dar');
  const turn = () => {
    localStorage.setItem(storageKey, isNarrow ? 'genis' : 'dar');
    setIsNarrow(!isNarrow);
  };
  const label = isNarrow ? m.expand() : m.collapse();
  const Sign = isNarrow ? IconChevronsRight : IconChevronsLeft;
  return (
    <nav className={css.rail} aria-label={m.main()} data-narrow={isNarrow || undefined}>
      <Link to="/" className={css.brand} aria-label={m.product()}>
        <img src="/simge.svg" alt="" width={32} height={32} />
      </Link>
      <ul className={css.list}>
        <PlaceList list={places} />
      </ul>
      <ul className={css.list}>
        <li>
          <NewsroomLink />
        </li>
        <PlaceList list={ownPlaces} />
        <li>
          <Button className={`${css.link} ${css.fold}`} aria-label={label} onPress={turn}>
            <Sign size={20} aria-hidden />
          </Button>
        </li>
      </ul>
    </nav>
  );
}

/** On phones, within the thumb's reach; what has no room there is in the menu. */
export function BottomBar() {
  const places = usePlaces();
  return (
    <nav className={css.bottom} aria-label={m.main()}>
      <ul className={css.list}>
        <PlaceList list={places.slice(0, 3)} />
        <li>
          <Opener
            popup="dialog"
            look="bare"
            className={css.link ?? ''}
            preload={loadMenu}
            content={({ onClose }) => (
              <Suspense>
                <PhoneMenu title={m.menu()} onClose={onClose} />
              </Suspense>
            )}
          >
            <IconMenu2 size={22} aria-hidden />
            <span className={css.name}>{m.menu()}</span>
          </Opener>
        </li>
      </ul>
    </nav>
  );
}
