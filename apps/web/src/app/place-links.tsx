import { Link } from '@tanstack/react-router';
import { IconWorld } from '@tabler/icons-react';
import { catalogue } from '../lib/messages';
import type { Place } from './places';
import css from './navigation.module.css';

const m = catalogue({ newsroom: 'Basın odası' }, { newsroom: 'Newsroom' });

/** A place of the workspace, in the rail, the bottom bar and the menu of phones. */
export function PlaceLink({ place, onFollow }: { readonly place: Place; readonly onFollow?: () => void }) {
  return (
    <Link
      to={place.to}
      activeOptions={{ exact: place.to === '/', includeSearch: false }}
      className={css.link}
      title={place.label}
      onClick={onFollow}
    >
      <place.Sign size={22} aria-hidden />
      <span className={css.name}>{place.label}</span>
    </Link>
  );
}

/** The pages of the public; another house, so it opens beside the desk. */
export function NewsroomLink() {
  return (
    <a href="/basin" target="_blank" rel="noreferrer" className={css.link} title={m.newsroom()}>
      <IconWorld size={22} aria-hidden />
      <span className={css.name}>{m.newsroom()}</span>
    </a>
  );
}
