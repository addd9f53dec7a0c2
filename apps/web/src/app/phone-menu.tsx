import { Dialog } from '../ui/overlay';
import { NewsroomLink, PlaceLink } from './place-links';
import { ownPlaces, usePlaces } from './places';
import css from './navigation.module.css';

/** All places, on phones. */
export function PhoneMenu({ title, onClose }: { readonly title: string; readonly onClose: () => void }) {
  const places = usePlaces();
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <ul className={css.menu}>
        {[...places, ...ownPlaces].map((place) => (
          <li key={place.to}>
            <PlaceLink place={place} onFollow={onClose} />
          </li>
        ))}
        <li>
          <NewsroomLink />
        </li>
      </ul>
    </Dialog>
  );
}
