/** What the list shows, as its address says it, and the same for the API. */
import { localToUtc } from '@turkish/dates';
import type { VariablesOf } from '../../../lib/graphql';
import type { BulletinListQuery } from './list-query';

type Variables = VariablesOf<typeof BulletinListQuery>;
export type BulletinFilter = NonNullable<Variables['filter']>;
type State = NonNullable<BulletinFilter['states']>[number];
type Kind = NonNullable<BulletinFilter['kinds']>[number];

/** The tabs in the order of a bulletin's life; `hepsi` is the list without a choice. */
export const tabStates = {
  taslak: ['DRAFT'],
  gorus: ['IN_REVIEW'],
  olur: ['IN_SIGNOFF'],
  hazir: ['SCHEDULED'],
  servis: ['RELEASED'],
  geri: ['WITHDRAWN'],
  hepsi: ['DRAFT', 'IN_REVIEW', 'IN_SIGNOFF', 'SCHEDULED', 'RELEASED', 'WITHDRAWN'],
  birakilan: ['DISCARDED'],
} as const satisfies Readonly<Record<string, readonly State[]>>;

export type Tab = keyof typeof tabStates;
export const tabs = Object.keys(tabStates) as Tab[];

const kindOf = {
  bulten: 'BULLETIN',
  aciklama: 'STATEMENT',
  davet: 'MEDIA_ADVISORY',
  'bilgi-notu': 'BRIEFING_NOTE',
  'soru-cevap': 'QUESTIONS_AND_ANSWERS',
  duzeltme: 'CORRECTION',
} as const satisfies Readonly<Record<string, Kind>>;

export type KindSlug = keyof typeof kindOf;
export const kindSlugs = Object.keys(kindOf) as KindSlug[];
export const kindOfSlug = (slug: KindSlug): Kind => kindOf[slug];

/** The search part of `/bultenler`; every member is left out while it does not narrow the list. */
export interface BulletinListSearch {
  readonly durum?: Tab;
  /** Code of an office. */
  readonly birim?: string;
  readonly etiket?: string;
  readonly tur?: KindSlug;
  /** First and last day of the last change, `YYYY-MM-DD`. */
  readonly bas?: string;
  readonly son?: string;
  readonly bekleyen?: true;
  readonly ortak?: true;
  readonly q?: string;
  /** Order: by release instead of by change. */
  readonly sira?: 'servis';
  /** Cursor of the row before the page. */
  readonly sonra?: string;
}

const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));

/** Reads the search part; what makes no sense is left out. */
export function bulletinListSearch(search: Record<string, unknown>): BulletinListSearch {
  const words = (key: string) => {
    const value = search[key];
    return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) : '';
  };
  const day = (key: string) => (isDay(words(key)) ? words(key) : '');
  const found = {
    durum: words('durum') in tabStates && words('durum') !== 'hepsi' ? words('durum') : '',
    birim: words('birim'),
    etiket: words('etiket'),
    tur: words('tur') in kindOf ? words('tur') : '',
    bas: day('bas'),
    son: day('son'),
    bekleyen: search['bekleyen'] === true,
    ortak: search['ortak'] === true,
    q: words('q'),
    sira: words('sira') === 'servis' ? 'servis' : '',
    sonra: words('sonra'),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => Boolean(value)));
}

const startOf = (day: string) => localToUtc(`${day}T00:00`).toISOString();
const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** All that narrows the list except the tab: what the counts on the tabs are taken of. */
export function filterBesideTab(search: BulletinListSearch): BulletinFilter {
  return {
    ...(search.birim === undefined ? {} : { officeCode: search.birim }),
    ...(search.etiket === undefined ? {} : { tag: search.etiket }),
    ...(search.tur === undefined ? {} : { kinds: [kindOf[search.tur]] }),
    ...(search.bas === undefined ? {} : { from: startOf(search.bas) }),
    ...(search.son === undefined ? {} : { to: startOf(dayAfter(search.son)) }),
    ...(search.bekleyen ? { isWaitingForMe: true } : {}),
    ...(search.ortak ? { isJoint: true } : {}),
    ...(search.q === undefined ? {} : { text: search.q }),
  };
}

/** Everything that narrows the list. */
export function filterOf(search: BulletinListSearch): BulletinFilter {
  return { ...filterBesideTab(search), states: [...tabStates[search.durum ?? 'hepsi']] };
}

const localDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Istanbul' });

/** The address of a filter that was kept with `filterOf`; what the list has no word for is left out. */
export function searchOf(filter: BulletinFilter): BulletinListSearch {
  const dayOf = (instant: string | null | undefined, shift: number) =>
    instant ? localDay.format(new Date(Date.parse(instant) + shift)) : undefined;
  const states = [...(filter.states ?? [])].sort().join();
  return bulletinListSearch({
    durum: tabs.find((tab) => [...tabStates[tab]].sort().join() === states),
    birim: filter.officeCode,
    etiket: filter.tag,
    tur: kindSlugs.find((slug) => filter.kinds?.length === 1 && filter.kinds[0] === kindOf[slug]),
    bas: dayOf(filter.from, 0),
    son: dayOf(filter.to, -1),
    bekleyen: filter.isWaitingForMe ?? false,
    ortak: filter.isJoint ?? false,
    q: filter.text,
  });
}

/** Whether anything beside the tab narrows the list. */
export const isNarrowed = (search: BulletinListSearch): boolean => Object.keys(filterBesideTab(search)).length > 0;

/** The same list from its first page, with other choices; `undefined` takes a choice away. */
export function choose(
  search: BulletinListSearch,
  choice: { readonly [Key in keyof BulletinListSearch]?: BulletinListSearch[Key] | undefined },
): BulletinListSearch {
  return bulletinListSearch({ ...search, sonra: undefined, ...choice });
}
