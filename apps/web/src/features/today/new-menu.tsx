import { useNavigate } from '@tanstack/react-router';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { catalogue } from '../../lib/messages';
import { useSession } from '../../lib/session';
import { useShortcut } from '../../lib/shortcuts';
import { Opener } from '../../ui/opener';

const m = catalogue({ label: 'Yeni', write: 'Bülten yaz' }, { label: 'New', write: 'Write a bulletin' });

const load = () => import('./new-choices');
const Choices = lazy(async () => ({ default: (await load()).NewChoices }));

/** What can be begun from here; N begins a bulletin. People who act for no office begin nothing. */
export function NewMenu() {
  const { viewer } = useSession();
  const navigate = useNavigate();
  useShortcut('N', viewer.office === null ? '' : m.write(), () => void navigate({ to: '/bultenler/yeni' }));
  if (viewer.office === null) return null;
  return (
    <Opener
      popup="menu"
      look="primary"
      preload={load}
      content={(opened) => (
        <Suspense>
          <Choices {...opened} label={m.label()} />
        </Suspense>
      )}
    >
      <IconPlus size={20} aria-hidden /> {m.label()}
    </Opener>
  );
}
