import { useNavigate } from '@tanstack/react-router';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import { useKeptFresh } from '../../../lib/live';
import { catalogue } from '../../../lib/messages';
import { useSession } from '../../../lib/session';
import { useShortcut } from '../../../lib/shortcuts';
import { LinkButton } from '../../../ui/button';
import { Loaded, Skeleton } from '../../../ui/feedback';
import { Keys } from '../../../ui/keys';
import { Page } from '../../../ui/page';
import css from './bulletin-list.module.css';
import { BulletinTable } from './bulletin-table';
import { useDuplicate } from './duplicate-bulletin';
import { FilterBar } from './filter-bar';
import { ListEmpty } from './list-empty';
import { BulletinListQuery, pageSize, type BulletinList, type BulletinRow } from './list-query';
import { filterBesideTab, filterOf } from './list-search';
import { Pager } from './pager';
import { focusedRowId } from './row-keys';
import { SavedViews } from './saved-views';
import { StateTabs } from './state-tabs';
import { useListSearch } from './use-list-search';

const m = catalogue(
  {
    title: 'Bültenler',
    begin: 'Bülten yaz',
    select: 'Satırı seç',
  },
  {
    title: 'Bulletins',
    begin: 'Write a bulletin',
    select: 'Select the row',
  },
);

const BulkBar = lazy(async () => ({ default: (await import('./bulk-bar')).BulkBar }));
const RowDialogs = lazy(async () => ({ default: (await import('./row-dialogs')).RowDialogs }));

/** All bulletins that the viewer may see, by state; what is chosen stands in the address. */
export function BulletinListPage() {
  const { search, goTo, change } = useListSearch();
  const { viewer } = useSession();
  const navigate = useNavigate();
  const mayWrite = viewer.office !== null && viewer.role !== 'OBSERVER';
  const [result, readAgain] = useQuery({
    query: BulletinListQuery,
    variables: {
      filter: filterOf(search),
      counted: filterBesideTab(search),
      orderBy: search.sira === 'servis' ? 'RELEASED' : 'UPDATED',
      first: pageSize,
      after: search.sonra ?? null,
    },
  });
  const refresh = () => readAgain({ requestPolicy: 'network-only' });
  useKeptFresh(refresh);
  useShortcut('N', mayWrite ? m.begin() : '', () => void navigate({ to: '/bultenler/yeni' }));
  return (
    <Page
      title={m.title()}
      actions={
        <>
          <SavedViews search={search} views={result.data?.savedFilters ?? []} onGo={goTo} onChanged={refresh} />
          {mayWrite ? (
            <LinkButton look="primary" href="/bultenler/yeni" aria-keyshortcuts="N">
              <IconPlus size={20} aria-hidden /> {m.begin()}{' '}
              <span className={css.keys} aria-hidden>
                <Keys keys="N" />
              </span>
            </LinkButton>
          ) : null}
        </>
      }
    >
      <StateTabs search={search} counts={result.data?.bulletinStateCounts ?? []} />
      <FilterBar search={search} onChange={change} />
      <Loaded result={result} onRetry={refresh} skeleton={<Skeleton lines={10} />}>
        {(data) =>
          data.bulletins.edges.length === 0 ? (
            <ListEmpty search={search} mayWrite={mayWrite} onGo={goTo} />
          ) : (
            <Rows key={JSON.stringify(search)} data={data} isReading={result.fetching} onChanged={refresh} />
          )
        }
      </Loaded>
    </Page>
  );
}

interface RowsProps {
  readonly data: BulletinList;
  readonly isReading: boolean;
  readonly onChanged: () => void;
}

/** The rows of the page with what is selected among them; another list begins with nothing selected. */
function Rows({ data, isReading, onChanged }: RowsProps) {
  const { search } = useListSearch();
  const navigate = useNavigate();
  const duplicate = useDuplicate();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<{ readonly act: 'template' | 'discard'; readonly bulletin: BulletinRow } | null>(
    null,
  );
  const bulletins = data.bulletins.edges.map(({ node }) => node);
  const shown = bulletins.filter(({ id }) => selected.has(id)).map(({ id }) => id);
  const select = (ids: readonly string[], isSelected: boolean) =>
    setSelected(isSelected ? new Set([...selected, ...ids]) : new Set([...selected].filter((id) => !ids.includes(id))));
  const clear = () => setSelected(new Set());
  useShortcut('X', m.select(), () => {
    const id = focusedRowId();
    if (id !== undefined) select([id], !selected.has(id));
  });
  return (
    <div className={css.list} aria-busy={isReading}>
      <BulletinTable
        bulletins={bulletins}
        selected={selected}
        onSelect={select}
        onOpen={(href) => void navigate({ href })}
        onDuplicate={({ id }) => void duplicate(id)}
        onKeepAsTemplate={(bulletin) => setAsked({ act: 'template', bulletin })}
        onDiscard={(bulletin) => setAsked({ act: 'discard', bulletin })}
      />
      <Pager search={search} page={data.bulletins.pageInfo} />
      <Suspense>
        {shown.length === 0 ? null : (
          <BulkBar
            ids={shown}
            onClear={clear}
            onDone={() => {
              clear();
              onChanged();
            }}
          />
        )}
        {asked === null ? null : <RowDialogs {...asked} onClose={() => setAsked(null)} onDone={onChanged} />}
      </Suspense>
    </div>
  );
}
