import { Link, useLocation } from '@tanstack/react-router';
import { catalogue } from '../../../lib/messages';
import css from './bulletin-list.module.css';
import type { BulletinList } from './list-query';
import { choose, type BulletinListSearch } from './list-search';

const m = catalogue(
  { label: 'Sayfalar', first: 'İlk sayfa', previous: 'Önceki sayfa', next: 'Sonraki sayfa' },
  { label: 'Pages', first: 'First page', previous: 'Previous page', next: 'Next page' },
);

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Cursors of the pages of the bulletin list before this one. */
    pagesBefore?: readonly string[];
  }
}

interface PagerProps {
  readonly search: BulletinListSearch;
  readonly page: BulletinList['bulletins']['pageInfo'];
}

/** Forward by the cursor in the address; backward by the pages that one came through, else to the first. */
export function Pager({ search, page }: PagerProps) {
  const before = useLocation({ select: ({ state }) => state.pagesBefore }) ?? [];
  const { sonra } = search;
  if (sonra === undefined && !page.hasNextPage) return null;
  const first = choose(search, {});
  const previous = before.at(-1);
  return (
    <nav aria-label={m.label()} className={css.pager}>
      {sonra === undefined ? null : (
        <Link to="/bultenler" search={first} className={css.page}>
          {m.first()}
        </Link>
      )}
      {previous === undefined ? null : (
        <Link
          to="/bultenler"
          search={{ ...first, sonra: previous }}
          state={{ pagesBefore: before.slice(0, -1) }}
          className={css.page}
        >
          {m.previous()}
        </Link>
      )}
      {page.hasNextPage && page.endCursor ? (
        <Link
          to="/bultenler"
          search={{ ...first, sonra: page.endCursor }}
          state={{ pagesBefore: sonra === undefined ? [] : [...before, sonra] }}
          className={css.page}
        >
          {m.next()}
        </Link>
      ) : null}
    </nav>
  );
}
