import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../lib/graphql';
import { catalogue } from '../../lib/messages';
import { useSession } from '../../lib/session';
import { useSettled } from '../../lib/use-settled';
import { Button, LinkButton } from '../../ui/button';
import { EmptyState } from '../../ui/feedback';
import { Checkbox, SelectField } from '../../ui/field';
import { ContactRows } from './contact-rows';
import { ContactSheet } from './contact-sheet';
import { useGuideRights } from './guide-rights';
import { MediaFilters, NothingFound } from './media-filters';
import { MediaFrame } from './media-frame';
import { optionsOf, outletKinds } from './media-words';

const m = catalogue(
  {
    add: 'Kişi ekle',
    search: 'Ad, kuruluş ya da adres ara',
    district: 'İlçe',
    kind: 'Tür',
    list: 'Liste',
    all: 'Hepsi',
    review: 'Yalnız gözden geçirilecekler',
    count: 'Kişi: {count}',
    exportAll: 'CSV olarak indir',
    empty: 'Rehberinizde henüz kimse yok.',
    emptyText: 'Gazetecileri tek tek ekleyin ya da elinizdeki listeyi CSV dosyasından içe aktarın.',
    take: 'İçe aktar',
    none: 'Bu süzgeçlere uyan kişi yok.',
  },
  {
    add: 'Add a person',
    search: 'Search name, outlet or address',
    district: 'District',
    kind: 'Kind',
    list: 'List',
    all: 'All',
    review: 'Only those to be reviewed',
    count: 'People: {count}',
    exportAll: 'Download as CSV',
    empty: 'There is nobody in your guide yet.',
    emptyText: 'Add journalists one by one, or import the list you have from a CSV file.',
    take: 'Import',
    none: 'Nobody matches these filters.',
  },
);

const HeadQuery = graphql(`
  query MediaContactsHead($filter: MediaContactFilterInput) {
    mediaContactCount(filter: $filter)
    mediaLists {
      id
      name
    }
  }
`);

/** `/rehber`: the people of the press, found by name, district, kind and list; each opens in a sheet. */
export function ContactsPage() {
  const search = useSearch({ from: '/shell/rehber' });
  const navigate = useNavigate({ from: '/rehber' });
  const { offices } = useSession();
  const { editRefusal, exportRefusal } = useGuideRights();
  const [text, setText] = useState(search.ara ?? '');
  const [isAdding, setIsAdding] = useState(false);
  const [refreshed, setRefreshed] = useState(0);
  const settled = useSettled(text);
  const filter = {
    text: settled === '' ? null : settled,
    districtCode: search.ilce ?? null,
    type: search.tur ?? null,
    listId: search.liste ?? null,
    isReviewDue: search.gozden ?? null,
  };
  const [{ data }] = useQuery({ query: HeadQuery, variables: { filter } });
  const isFiltered = Object.values(filter).some((value) => value !== null);
  const change = (changes: Partial<typeof search>) =>
    void navigate({ search: { ...search, ...changes }, replace: true });

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
        <>
          {exportRefusal === undefined ? (
            <LinkButton href="/media/contacts.csv">{m.exportAll()}</LinkButton>
          ) : (
            <Button refusal={exportRefusal}>{m.exportAll()}</Button>
          )}
          <Button look="primary" refusal={editRefusal} onPress={() => setIsAdding(true)}>
            {m.add()}
          </Button>
        </>
      }
    >
      <MediaFilters label={m.search()} text={text} onText={write}>
        <SelectField
          label={m.district()}
          value={search.ilce ?? ''}
          options={[
            { value: '', label: m.all() },
            ...offices
              .filter(({ code }) => code !== 'balikesir-bb')
              .map(({ code, name }) => ({ value: code, label: name.replace(/ Belediyesi$/, '') })),
          ]}
          onChange={(code) => change({ ilce: code === '' ? undefined : code })}
        />
        <SelectField
          label={m.kind()}
          value={search.tur ?? ''}
          options={[{ value: '', label: m.all() }, ...optionsOf(outletKinds)]}
          onChange={(kind) => change({ tur: kind === '' ? undefined : kind })}
        />
        <SelectField
          label={m.list()}
          value={search.liste ?? ''}
          options={[
            { value: '', label: m.all() },
            ...(data?.mediaLists ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id) => change({ liste: id === '' ? undefined : id })}
        />
      </MediaFilters>
      <div className="row spread">
        <Checkbox isSelected={search.gozden ?? false} onChange={(isOn) => change({ gozden: isOn || undefined })}>
          {m.review()}
        </Checkbox>
        <p className="quiet" role="status">
          {data ? m.count({ count: data.mediaContactCount }) : ''}
        </p>
      </div>
      <ContactRows
        key={`${JSON.stringify(filter)} ${refreshed}`}
        filter={filter}
        onOpen={(id) => change({ kisi: id })}
        empty={
          isFiltered ? (
            <NothingFound title={m.none()} onClear={clear} />
          ) : (
            <EmptyState title={m.empty()} action={<LinkButton href="/rehber/aktar">{m.take()}</LinkButton>}>
              {m.emptyText()}
            </EmptyState>
          )
        }
      />
      {isAdding || search.kisi ? (
        <ContactSheet
          key={search.kisi ?? 'new'}
          id={search.kisi ?? null}
          onClose={() => {
            setIsAdding(false);
            change({ kisi: undefined });
          }}
          onChanged={() => setRefreshed((count) => count + 1)}
        />
      ) : null}
    </MediaFrame>
  );
}
