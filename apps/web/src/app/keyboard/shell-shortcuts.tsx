import { useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { catalogue } from '../../lib/messages';
import { useShortcut } from '../../lib/shortcuts';
import { ownPlaces, usePlaces, type Place } from '../places';
import { moveToRow } from './row-moves';

const m = catalogue(
  { sheet: 'Klavye kısayolları', next: 'Sonraki satır', previous: 'Önceki satır' },
  { sheet: 'Keyboard shortcuts', next: 'Next row', previous: 'Previous row' },
);

const Sheet = lazy(async () => ({ default: (await import('./shortcut-sheet')).ShortcutSheet }));

function PlaceShortcut({ place }: { readonly place: Place }) {
  const router = useRouter();
  useShortcut(place.keys, place.label, () => void router.navigate({ to: place.to }), 'everywhere');
  return null;
}

/** The keys that work on every page, and the sheet that lists all of them. */
export function ShellShortcuts() {
  const places = usePlaces();
  const [isOpen, setIsOpen] = useState(false);
  useShortcut('F1', m.sheet(), () => setIsOpen(true), 'everywhere');
  useShortcut('J', m.next(), () => moveToRow(1), 'everywhere');
  useShortcut('K', m.previous(), () => moveToRow(-1), 'everywhere');
  return (
    <>
      {[...places, ...ownPlaces].map((place) => (
        <PlaceShortcut key={place.to} place={place} />
      ))}
      {isOpen ? (
        <Suspense>
          <Sheet onClose={() => setIsOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
