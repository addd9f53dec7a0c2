import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../lib/graphql';
import { catalogue } from '../../lib/messages';
import { useSession } from '../../lib/session';
import { useSettled } from '../../lib/use-settled';
import { Button } from '../../ui/button';
import { EmptyState, Loaded } from '../../ui/feedback';
import { SelectField } from '../../ui/field';
import { Mark } from '../../ui/mark';
import { useGuideRights } from './guide-rights';
import { MediaFilters, NothingFound } from './media-filters';
import { MediaFrame } from './media-frame';
import { optionsOf, outletKinds, words } from './media-words';
import css from './media.module.css';
import { OutletSheet } from './outlet-sheet';

const m = catalogue(
  {
    add: 'Kuruluş ekle',
    search: 'Kuruluş ara',
    kind: 'Tür',
    all: 'Hepsi',
    caption: 'Yayın kuruluşları',
    name: 'Kuruluş',
    reach: 'Kapsam',
    channel: 'Tercih',
    deadline: 'Baskı saati',
    needs: 'Kullandığı',
    inactive: 'Etkin değil',
    none: 'Bu aramaya uyan kuruluş yok.',
    coveredCount: 'İlçe: {count}',
    empty: 'Rehberinizde henüz kuruluş yok.',
    emptyText: 'Gazete, haber sitesi, radyo, televizyon ve ajansları ekleyin; kişileri sonra onlara bağlayın.',
    more: 'Daha fazla',
  },
  {
    add: 'Add an outlet',
    search: 'Search outlets',
    kind: 'Kind',
    all: 'All',
    caption: 'Media outlets',
    name: 'Outlet',
    reach: 'Reach',
    channel: 'Prefers',
    deadline: 'Press deadline',
    needs: 'Uses',
    inactive: 'Not active',
    none: 'No outlet matches.',
    coveredCount: 'Districts: {count}',
    empty: 'There is no outlet in your guide yet.',
    emptyText: 'Add papers, news sites, radio, television and agencies; then tie people to them.',
    more: 'More',
  },
);

export const OutletsQuery = graphql(`
  query MediaOutlets($filter: MediaOutletFilterInput, $first: Int!) {
    mediaOutlets(filter: $filter, first: $first) {
      edges {
        node {
          id
          name
          type
          scope
          districtCodes
          preferredChannel
          pressDeadline
          needs
          phone
          website
          notes
          isActive
          version
          viewerCan
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

export type OutletDetails = ResultOf<typeof OutletsQuery>['mediaOutlets']['edges'][number]['node'];

const pageSize = 50;
/** More districts than these are counted, not named; the sheet names them all. */
const namedDistricts = 4;

/** `/rehber/kuruluslar`: papers, sites, stations and agencies, with when and how they like their material. */
export function OutletsPage() {
  const search = useSearch({ from: '/shell/rehber/kuruluslar' });
  const navigate = useNavigate({ from: '/rehber/kuruluslar' });
  const { offices } = useSession();
  const { editRefusal } = useGuideRights();
  const [text, setText] = useState(search.ara ?? '');
  const [isAdding, setIsAdding] = useState(false);
  const [first, setFirst] = useState(pageSize);
  const settled = useSettled(text);
  const filter = { text: settled === '' ? null : settled, type: search.tur ?? null };
  const [result, readAgain] = useQuery({ query: OutletsQuery, variables: { filter, first } });
  const again = () => readAgain({ requestPolicy: 'network-only' });
  const change = (changes: Partial<typeof search>) =>
    void navigate({ search: { ...search, ...changes }, replace: true });
  const districtNames = (codes: readonly string[]) => {
    if (codes.length > namedDistricts) return m.coveredCount({ count: codes.length });
    return codes
      .map((code) => offices.find((office) => office.code === code)?.name.replace(/ Belediyesi$/, '') ?? code)
      .join(', ');
  };
  const write = (next: string) => {
    setText(next);
    change({ ara: next === '' ? undefined : next });
  };
  const clear = () => {
    setText('');
    void navigate({ search: {} });
  };

  return (
    <MediaFrame
      actions={
        <Button look="primary" refusal={editRefusal} onPress={() => setIsAdding(true)}>
          {m.add()}
        </Button>
      }
    >
      <MediaFilters label={m.search()} text={text} onText={write}>
        <SelectField
          label={m.kind()}
          value={search.tur ?? ''}
          options={[{ value: '', label: m.all() }, ...optionsOf(outletKinds)]}
          onChange={(kind) => change({ tur: kind === '' ? undefined : kind })}
        />
      </MediaFilters>
      <Loaded result={result} onRetry={again}>
        {({ mediaOutlets: { edges, pageInfo } }) => (
          <>
            {edges.length === 0 && filter.text === null && filter.type === null ? (
              <EmptyState title={m.empty()}>{m.emptyText()}</EmptyState>
            ) : null}
            {edges.length === 0 && (filter.text !== null || filter.type !== null) ? (
              <NothingFound title={m.none()} onClear={clear} />
            ) : null}
            {edges.length > 0 ? (
              <table className={css.table}>
                <caption className="visually-hidden">{m.caption()}</caption>
                <thead>
                  <tr>
                    <th scope="col">{m.name()}</th>
                    <th scope="col">{m.reach()}</th>
                    <th scope="col">{m.channel()}</th>
                    <th scope="col">{m.deadline()}</th>
                    <th scope="col">{m.needs()}</th>
                  </tr>
                </thead>
                <tbody>
                  {edges.map(({ node }) => (
                    <tr key={node.id}>
                      <td>
                        <button type="button" className={css.rowButton} onClick={() => change({ kurulus: node.id })}>
                          {node.name}
                        </button>{' '}
                        {node.isActive ? null : <Mark>{m.inactive()}</Mark>}
                        <p className="quiet small">{words[node.type]()}</p>
                      </td>
                      <td>
                        {words[node.scope]()}
                        <p className="quiet small">{districtNames(node.districtCodes)}</p>
                      </td>
                      <td>{words[node.preferredChannel]()}</td>
                      <td>{node.pressDeadline?.replace(':', '.') ?? '–'}</td>
                      <td>{node.needs.map((need) => words[need]()).join(', ')}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            ) : null}
            {pageInfo.hasNextPage ? (
              <div>
                <Button onPress={() => setFirst(Math.min(first + pageSize, 100))}>{m.more()}</Button>
              </div>
            ) : null}
            {isAdding || search.kurulus ? (
              <OutletSheet
                key={search.kurulus ?? 'new'}
                outlet={edges.find(({ node }) => node.id === search.kurulus)?.node ?? null}
                onClose={() => {
                  setIsAdding(false);
                  change({ kurulus: undefined });
                }}
                onSaved={again}
              />
            ) : null}
          </>
        )}
      </Loaded>
    </MediaFrame>
  );
}
