import { useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { catalogue } from '../../lib/messages';
import { noteRecent } from '../../lib/recent-records';
import { useSession } from '../../lib/session';
import { useShortcut } from '../../lib/shortcuts';

const m = catalogue({ open: 'Komut paleti: ara, git, yap' }, { open: 'Command palette: search, go, do' });

const Palette = lazy(async () => ({ default: (await import('./palette')).Palette }));

/** Pages of one record; lists and settings are places, not records. */
const recordPath = /^\/(bultenler|rehber\/listeler|sablonlar)\/[^/]+$/;

/** Opens the palette on Ctrl+K and keeps what it lists under "Son". */
export function PaletteHost() {
  const [isOpen, setIsOpen] = useState(false);
  useShortcut('Ctrl+K', m.open(), () => setIsOpen(true), 'everywhere');
  useRecording();
  if (!isOpen) return null;
  return (
    <Suspense>
      <Palette onClose={() => setIsOpen(false)} />
    </Suspense>
  );
}

/** A record counts as opened when one leaves its page, as only then its name is surely on screen. */
function useRecording() {
  const router = useRouter();
  const { viewer } = useSession();
  const userId = viewer.user.id;
  useEffect(
    () =>
      router.subscribe('onBeforeNavigate', ({ fromLocation }) => {
        const title = document.querySelector('#icerik h1')?.textContent ?? '';
        if (!fromLocation || title === '' || !recordPath.test(fromLocation.pathname)) return;
        noteRecent(userId, { href: fromLocation.pathname, title });
      }),
    [router, userId],
  );
}
