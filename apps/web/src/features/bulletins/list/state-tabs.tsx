import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { catalogue } from '../../../lib/messages';
import css from './bulletin-list.module.css';
import type { BulletinList } from './list-query';
import { choose, tabs, tabStates, type BulletinListSearch } from './list-search';
import { tabWords } from './list-words';

const m = catalogue(
  { label: 'Duruma göre', counted: '{count} bülten' },
  { label: 'By state', counted: '{count} bulletins' },
);

interface StateTabsProps {
  readonly search: BulletinListSearch;
  readonly counts: BulletinList['bulletinStateCounts'];
}

/** The states as links, those before the release with how many there are. */
export function StateTabs({ search, counts }: StateTabsProps) {
  const current = search.durum ?? 'hepsi';
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-tab="${current}"]`)?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  const countOf = (tab: (typeof tabs)[number]) => {
    const states: readonly string[] = tabStates[tab];
    return tab === 'hepsi' ? undefined : counts.find(({ state }) => states.includes(state))?.count;
  };
  return (
    <nav aria-label={m.label()} className={css.tabs}>
      <ul ref={list} className={css.tabList}>
        {tabs.map((tab) => (
          <li key={tab}>
            <Link
              to="/bultenler"
              search={choose(search, { durum: tab === 'hepsi' ? undefined : tab })}
              className={css.tab}
              activeProps={{}}
              aria-current={tab === current ? 'page' : undefined}
              data-tab={tab}
              resetScroll={false}
            >
              {tabWords[tab]()}
              <TabCount count={countOf(tab)} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function TabCount({ count }: { readonly count: number | undefined }) {
  if (count === undefined) return null;
  return (
    <span className={css.count}>
      <span aria-hidden>{count}</span>
      <span className="visually-hidden"> {m.counted({ count })}</span>
    </span>
  );
}
