import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { catalogue } from '../../lib/messages';
import { EmptyState, Loaded } from '../../ui/feedback';
import { SearchField } from '../../ui/field';
import { Page } from '../../ui/page';
import { KindChips } from './kind-chips';
import { FoundGroups } from './found-groups';
import { kindOf } from './kind-words';
import { useRecords } from './records';

const m = catalogue(
  {
    title: 'Ara',
    field: 'Bülten, kişi, kuruluş, liste ya da birim ara',
    start: 'Aramak için yazmaya başlayın.',
    startText:
      'Sözcüklerin başı yeter; Türkçe harf kullanmasanız da bulunur: “ayvalik” yazınca Ayvalık, “igdeli” yazınca İğdeli gelir.',
    nothing: 'Bu sözcüklerle bir kayıt bulunamadı.',
    nothingText: 'Daha az ya da daha kısa sözcük deneyin. Size açık olmayan kayıtlar aramada çıkmaz.',
    count: 'Bulunan: {count}',
  },
  {
    title: 'Search',
    field: 'Search bulletins, people, outlets, lists and offices',
    start: 'Type to search.',
    startText:
      'The beginnings of words are enough, and Turkish letters are optional: “ayvalik” finds Ayvalık, “igdeli” finds İğdeli.',
    nothing: 'No record was found by these words.',
    nothingText: 'Try fewer or shorter words. Records that are not open to you do not show here.',
    count: 'Found: {count}',
  },
);

const perKind = 20;

interface Asked {
  readonly q?: string;
  readonly tur?: string;
}

/** Every record by its words. What is searched for stands in the address. */
export function SearchPage() {
  const { q = '', tur }: Asked = useSearch({ from: '/shell/ara' });
  const navigate = useNavigate({ from: '/ara' });
  const [words, setWords] = useState(q);
  const chosen = kindOf(tur);
  const { query, result, readAgain } = useRecords(words, perKind);
  const change = (next: string) => {
    setWords(next);
    void navigate({ search: { q: next, ...(tur === undefined ? {} : { tur }) }, replace: true });
  };
  return (
    <Page title={m.title()} width="text">
      <form role="search" onSubmit={(event: FormEvent) => event.preventDefault()}>
        <SearchField label={m.field()} value={words} onChange={change} autoFocus />
      </form>
      {query === '' ? (
        <EmptyState title={m.start()}>{m.startText()}</EmptyState>
      ) : (
        <Loaded result={result} onRetry={readAgain}>
          {({ search }) => {
            const shown = chosen === null ? search : search.filter(({ kind }) => kind === chosen);
            const count = shown.reduce((sum, { hits }) => sum + hits.length, 0);
            return (
              <>
                <KindChips groups={search} words={words} chosen={chosen} />
                <p role="status" className="visually-hidden">
                  {m.count({ count })}
                </p>
                {count === 0 ? (
                  <EmptyState title={m.nothing()}>{m.nothingText()}</EmptyState>
                ) : (
                  <FoundGroups groups={shown} words={words} isShort={chosen === null} />
                )}
              </>
            );
          }}
        </Loaded>
      )}
    </Page>
  );
}
