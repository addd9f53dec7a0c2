import { useNavigate, useSearch } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { utcToLocal } from '@turkish/dates';
import { useNow } from '../../lib/use-now';
import { useSession } from '../../lib/session';
import { isDay, type CalendarView } from './calendar-days';
import type { CalendarEventRow, OccurrenceFilter } from './occurrences-query';

type Kind = CalendarEventRow['kind'];

/** How the kinds stand in the address. */
export const kindSlugs: Readonly<Record<Kind, string>> = {
  PRESS: 'basin',
  CULTURE: 'kultur',
  SPORT: 'spor',
  SOCIAL: 'sosyal',
  TOURISM: 'turizm',
  COMMEMORATION: 'toren',
  HOLIDAY: 'bayram',
  OPENING: 'acilis',
  ENVIRONMENT: 'cevre',
  EMERGENCY: 'afet',
  COORDINATION: 'es-gudum',
  OTHER: 'diger',
};
export const eventKinds = Object.keys(kindSlugs) as Kind[];

export interface CalendarSearch {
  readonly gorunum?: CalendarView | undefined;
  readonly tarih?: string | undefined;
  readonly birim?: string | undefined;
  readonly tur?: string | undefined;
  readonly ara?: string | undefined;
}

/** Paper is wide, whatever the screen. */
const narrow = matchMedia('screen and (width < 48rem)');

function listen(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}

/** Whether the window is as narrow as a phone. */
export const useIsNarrow = () => useSyncExternalStore(listen, () => narrow.matches);

/** Today and the time of day in Istanbul. */
export function useLocalNow(): { readonly today: string; readonly time: string } {
  const [today = '', time = ''] = utcToLocal(useNow()).split('T');
  return { today, time };
}

/** What the address says: the view, the day, the filters, and the ways to change them. */
export function useCalendarSearch() {
  const search: CalendarSearch = useSearch({ from: '/shell/takvim' });
  const navigate = useNavigate({ from: '/takvim' });
  const isNarrow = useIsNarrow();
  const { today } = useLocalNow();
  const { offices } = useSession();
  const codes = search.birim?.split(',') ?? [];
  const kind = eventKinds.find((each) => kindSlugs[each] === search.tur);
  const chosenOffices = offices.filter(({ code }) => codes.includes(code));
  return {
    search,
    view: search.gorunum ?? (isNarrow ? 'ajanda' : 'ay'),
    day: search.tarih !== undefined && isDay(search.tarih) ? search.tarih : today,
    today,
    isNarrow,
    kind,
    chosenOffices,
    filter: filterOf(
      chosenOffices.map(({ id }) => id),
      kind,
      search.ara,
    ),
    /** Changes some choices; `undefined` takes one away. */
    change: (choice: CalendarSearch, isStep = true) =>
      void navigate({ search: { ...search, ...choice }, replace: !isStep }),
  } as const;
}

export type CalendarPlace = ReturnType<typeof useCalendarSearch>;

function filterOf(officeIds: string[], kind: Kind | undefined, text: string | undefined): OccurrenceFilter | null {
  if (officeIds.length === 0 && kind === undefined && text === undefined) return null;
  return {
    ...(officeIds.length === 0 ? {} : { officeIds }),
    ...(kind === undefined ? {} : { kinds: [kind] }),
    ...(text === undefined ? {} : { text }),
  };
}

/** The address of a view with these choices. */
export function hrefOf(search: CalendarSearch): string {
  const entries = Object.entries(search).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const query = new URLSearchParams(entries).toString().replaceAll('%2C', ',');
  return query === '' ? '/takvim' : `/takvim?${query}`;
}

/** Where a new event on this day begins to be written. */
export const newEventHref = (start: string) => `/takvim/yeni?baslangic=${start}`;
