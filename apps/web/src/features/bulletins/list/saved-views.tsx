import { IconBookmark } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { catalogue } from '../../../lib/messages';
import { Opener } from '../../../ui/opener';
import type { BulletinList } from './list-query';
import type { BulletinListSearch } from './list-search';

const m = catalogue({ views: 'Görünümler' }, { views: 'Views' });

const load = () => import('./saved-views-panel');
const Panel = lazy(async () => ({ default: (await load()).SavedViewsPanel }));

interface SavedViewsProps {
  readonly search: BulletinListSearch;
  readonly views: BulletinList['savedFilters'];
  readonly onGo: (search: BulletinListSearch) => void;
  readonly onChanged: () => void;
}

/** The lists that a person comes back to, under their names. */
export function SavedViews(props: SavedViewsProps) {
  return (
    <Opener
      popup="dialog"
      preload={load}
      content={(opened) => (
        <Suspense>
          <Panel {...opened} {...props} label={m.views()} />
        </Suspense>
      )}
    >
      <IconBookmark size={18} aria-hidden /> {m.views()}
    </Opener>
  );
}
