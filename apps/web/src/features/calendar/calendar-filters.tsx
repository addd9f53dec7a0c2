import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { catalogue, sentenceOf } from '../../lib/messages';
import { useSession } from '../../lib/session';
import { Button } from '../../ui/button';
import { SearchField } from '../../ui/field';
import css from './calendar-page.module.css';
import { eventKinds, kindSlugs, type CalendarPlace } from './calendar-search';
import { kindWords } from './calendar-words';
import { OfficeBar } from './office-bar';

const m = catalogue(
  {
    filters: 'Süzgeçler',
    offices: 'Birimler',
    kind: 'Tür',
    allKinds: 'Bütün türler',
    search: 'Etkinliklerde ara',
    placeholder: 'Başlık, özet, yer',
    clear: 'Süzgeçleri temizle',
    note: 'Süzgeç açıkken başka birimlerin gizli etkinlikleri, yani meşgul saatler gösterilmez.',
  },
  {
    filters: 'Filters',
    offices: 'Offices',
    kind: 'Kind',
    allKinds: 'All kinds',
    search: 'Search events',
    placeholder: 'Title, summary, place',
    clear: 'Clear the filters',
    note: 'While a filter is on, confidential events of other offices (busy hours) are not shown.',
  },
);

/** Offices, kind and words; on a phone behind a button. What is chosen stands in the address. */
export function CalendarFilters({ place }: { readonly place: CalendarPlace }) {
  const { isNarrow, filter, change } = place;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <search className={`${css.filters} no-print`}>
      {isNarrow ? (
        <Button aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
          <IconAdjustmentsHorizontal size={18} aria-hidden /> {m.filters()}
        </Button>
      ) : null}
      {isNarrow && !isOpen ? null : (
        <>
          <OfficeChips place={place} />
          <KindChoice place={place} />
          <Words place={place} />
        </>
      )}
      {filter === null ? null : (
        <>
          <Button look="quiet" onPress={() => change({ birim: undefined, tur: undefined, ara: undefined })}>
            {m.clear()}
          </Button>
          <p className={css.note}>{m.note()}</p>
        </>
      )}
    </search>
  );
}

function OfficeChips({ place: { chosenOffices, change } }: { readonly place: CalendarPlace }) {
  const offices = useSession()
    .offices.filter(({ state }) => state === 'ACTIVE')
    .toSorted((one, other) => one.protocolOrder - other.protocolOrder);
  const codes = chosenOffices.map(({ code }) => code);
  const choose = (next: readonly string[]) => change({ birim: next.length === 0 ? undefined : next.join(',') });
  return (
    <div role="group" aria-label={m.offices()} className={css.offices}>
      {offices.map((office) => (
        <ToggleButton
          key={office.id}
          className={css.office ?? ''}
          aria-label={`${office.shortCode}, ${office.name}`}
          isSelected={codes.includes(office.code)}
          onChange={(isOn) => choose(isOn ? [...codes, office.code] : codes.filter((code) => code !== office.code))}
        >
          <OfficeBar office={office} />
          {office.shortCode}
        </ToggleButton>
      ))}
    </div>
  );
}

function KindChoice({ place: { kind, change } }: { readonly place: CalendarPlace }) {
  return (
    <select
      aria-label={m.kind()}
      className={css.kind}
      value={kind === undefined ? '' : kindSlugs[kind]}
      onChange={({ target }) => change({ tur: target.value === '' ? undefined : target.value })}
    >
      <option value="">{m.allKinds()}</option>
      {eventKinds.map((each) => (
        <option key={each} value={kindSlugs[each]}>
          {sentenceOf(kindWords, each)}
        </option>
      ))}
    </select>
  );
}

const pauseMilliseconds = 300;

/** Searches when the typing pauses; while it has the focus, what is typed stands. */
function Words({ place: { search, change } }: { readonly place: CalendarPlace }) {
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const searchNow = (words: string) => {
    clearTimeout(timer.current);
    if (words.trim() !== (search.ara ?? '')) change({ ara: words.trim() || undefined }, false);
  };
  const onChange = (words: string) => {
    setTyped(words);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => searchNow(words), pauseMilliseconds);
  };
  const onBlur = () => {
    if (typed !== null) searchNow(typed);
    setTyped(null);
  };
  return (
    <div className={css.search} onBlur={onBlur}>
      <SearchField
        label={m.search()}
        placeholder={m.placeholder()}
        value={typed ?? search.ara ?? ''}
        onChange={onChange}
        onSubmit={searchNow}
      />
    </div>
  );
}
