import { Link, useNavigate } from '@tanstack/react-router';
import { catalogue } from '../../../lib/messages';
import { SelectField, TextField } from '../../../ui/field';
import css from '../administration.module.css';
import { eventGroups, eventName } from './event-words';

const m = catalogue(
  {
    event: 'Ne',
    allEvents: 'Her şey',
    person: 'Kim',
    everybody: 'Herkes',
    from: 'İlk gün',
    to: 'Son gün',
    oneSubject: 'Yalnız tek bir kaydın geçmişi gösteriliyor.',
    clear: 'Süzgeçleri temizle',
  },
  {
    event: 'What',
    allEvents: 'Everything',
    person: 'Who',
    everybody: 'Everybody',
    from: 'First day',
    to: 'Last day',
    oneSubject: 'Only the history of one record is shown.',
    clear: 'Clear the filters',
  },
);

export interface LedgerSearch {
  readonly birim?: string | undefined;
  readonly olay?: string | undefined;
  readonly kisi?: string | undefined;
  readonly bas?: string | undefined;
  readonly son?: string | undefined;
  readonly konu?: string | undefined;
  readonly imlec?: string | undefined;
}

interface LedgerFiltersProps {
  readonly search: LedgerSearch;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

const all = 'all';

/** What, who and when; every choice stands in the address. */
export function LedgerFilters({ search, people }: LedgerFiltersProps) {
  const navigate = useNavigate();
  const change = (changes: Partial<LedgerSearch>) =>
    void navigate({ to: '/yonetim/kayitlar', search: { ...search, imlec: undefined, ...changes }, replace: true });
  const chosen = (value: string) => (value === all || value === '' ? undefined : value);
  const isFiltered = [search.olay, search.kisi, search.bas, search.son, search.konu].some(Boolean);
  return (
    <div className={css.section}>
      <div className={css.filters}>
        <SelectField
          label={m.event()}
          value={search.olay ?? all}
          options={[
            { value: all, label: m.allEvents() },
            ...eventGroups.map((name) => ({ value: name, label: eventName(name) })),
          ]}
          onChange={(value) => change({ olay: chosen(value) })}
        />
        <SelectField
          label={m.person()}
          value={search.kisi ?? all}
          options={[
            { value: all, label: m.everybody() },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => change({ kisi: chosen(value) })}
        />
        <TextField
          label={m.from()}
          type="date"
          value={search.bas ?? ''}
          onChange={(value) => change({ bas: chosen(value) })}
        />
        <TextField
          label={m.to()}
          type="date"
          value={search.son ?? ''}
          onChange={(value) => change({ son: chosen(value) })}
        />
      </div>
      {isFiltered ? (
        <p className="small">
          {search.konu === undefined ? null : m.oneSubject()}{' '}
          <Link to="/yonetim/kayitlar" search={{ birim: search.birim }}>
            {m.clear()}
          </Link>
        </p>
      ) : null}
    </div>
  );
}
