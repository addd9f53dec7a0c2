/** Names of tabs and filters, as table, chips and saved views say them. */
import { kindWords } from '../../../lib/bulletin-words';
import { formatDay } from '../../../lib/dates';
import { catalogue, sentenceOf } from '../../../lib/messages';
import type { SessionOffice } from '../../../lib/session';
import { stateWords } from '../desk/desk-words';
import { kindOfSlug, type BulletinListSearch, type KindSlug } from './list-search';

const others = catalogue({ all: 'Hepsi', discarded: 'Atılanlar' }, { all: 'All', discarded: 'Given up' });

/** Each tab is called like the state that it shows. */
export const tabWords = {
  taslak: stateWords.DRAFT,
  gorus: stateWords.IN_REVIEW,
  olur: stateWords.IN_SIGNOFF,
  hazir: stateWords.SCHEDULED,
  servis: stateWords.RELEASED,
  geri: stateWords.WITHDRAWN,
  hepsi: others.all,
  birakilan: others.discarded,
};

const m = catalogue(
  {
    office: 'Birim: {name}',
    tag: 'Etiket: {tag}',
    kind: 'Tür: {kind}',
    from: 'Değişiklik: {day} ve sonrası',
    until: 'Değişiklik: {day} ve öncesi',
    words: 'Aranan: {words}',
    waiting: 'Beni bekleyen',
    joint: 'Yalnız ortak',
  },
  {
    office: 'Office: {name}',
    tag: 'Tag: {tag}',
    kind: 'Kind: {kind}',
    from: 'Changed: {day} and later',
    until: 'Changed: {day} and before',
    words: 'Searched: {words}',
    waiting: 'Waiting for me',
    joint: 'Joint only',
  },
);

export const waitingWords = m.waiting;
export const jointWords = m.joint;
export const kindName = (slug: KindSlug): string => sentenceOf(kindWords, kindOfSlug(slug));

const noon = (day: string) => `${day}T12:00:00+03:00`;

/** Every choice beside the tab, in words. */
export function choicesOf(
  search: BulletinListSearch,
  offices: readonly SessionOffice[],
): { readonly key: keyof BulletinListSearch; readonly label: string }[] {
  const { birim, etiket, tur, bas, son, bekleyen, ortak, q } = search;
  const officeName = offices.find(({ code }) => code === birim)?.name ?? birim;
  const choices = [
    { key: 'q', label: q && m.words({ words: q }) },
    { key: 'birim', label: officeName && m.office({ name: officeName }) },
    { key: 'tur', label: tur && m.kind({ kind: kindName(tur) }) },
    { key: 'etiket', label: etiket && m.tag({ tag: etiket }) },
    { key: 'bas', label: bas && m.from({ day: formatDay(noon(bas)) }) },
    { key: 'son', label: son && m.until({ day: formatDay(noon(son)) }) },
    { key: 'bekleyen', label: bekleyen && m.waiting() },
    { key: 'ortak', label: ortak && m.joint() },
  ] as const;
  return choices.flatMap(({ key, label }) => (label ? [{ key, label }] : []));
}
