import { matchesSearch } from '@turkish/search';
import { catalogue } from '../../lib/messages';
import { readRecent } from '../../lib/recent-records';
import type { Command } from '../../lib/shortcuts';
import { ownPlaces, type Place } from '../places';

const m = catalogue(
  {
    recent: 'Son',
    go: 'Git',
    act: 'Yap',
    records: 'Kayıt',
    everything: 'Bütün sonuçlar: {query}',
    notifications: 'Bildirimler',
  },
  {
    recent: 'Recent',
    go: 'Go',
    act: 'Do',
    records: 'Records',
    everything: 'All results: {query}',
    notifications: 'Notifications',
  },
);

export interface PaletteItem {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly keys?: string | null;
  /** Where it leads; without one it does `run`. */
  readonly href?: string;
  readonly run?: () => void;
}

export interface PaletteGroup {
  readonly id: string;
  readonly title: string;
  readonly items: readonly PaletteItem[];
}

interface Sources {
  readonly query: string;
  readonly userId: string;
  readonly places: readonly Place[];
  readonly commands: readonly Command[];
  readonly records: readonly PaletteItem[];
  /** The records are those of the words; before that nothing stands in their place, or it would be chosen. */
  readonly isSettled: boolean;
}

/** What the palette offers for these words, in the order Son, Git, Yap, Kayıt; groups without items are left out. */
export function paletteGroups({ query, userId, places, commands, records, isSettled }: Sources): PaletteGroup[] {
  const matching = (items: readonly PaletteItem[]) => items.filter(({ label }) => matchesSearch(label, query));
  const recent = readRecent(userId).map(({ href, title }) => ({ id: `recent ${href}`, label: title, href }));
  const known = new Set(recent.map(({ href }) => href));
  const found =
    query === '' || !isSettled ? [] : [...records.filter(({ href = '' }) => !known.has(href)), everything(query)];
  return [
    { id: 'recent', title: m.recent(), items: matching(recent).slice(0, 5) },
    { id: 'go', title: m.go(), items: matching(goItems(places)) },
    { id: 'act', title: m.act(), items: matching(actItems(commands)) },
    { id: 'records', title: m.records(), items: found },
  ].filter(({ items }) => items.length > 0);
}

const everything = (query: string): PaletteItem => ({
  id: 'everything',
  label: m.everything({ query }),
  href: `/ara?q=${encodeURIComponent(query)}`,
});

function goItems(places: readonly Place[]): PaletteItem[] {
  const items = [...places, ...ownPlaces].map(({ to, label, keys }) => ({ id: `go ${to}`, label, keys, href: to }));
  return [...items, { id: 'go /bildirimler', label: m.notifications(), href: '/bildirimler' }];
}

/** What can be done now: first on this page, then anywhere. Places and moves have keys but are no acts. */
function actItems(commands: readonly Command[]): PaletteItem[] {
  const acts = commands.filter(({ keys }) => keys === null || !/^(G .|Ctrl\+K|J|K)$/.test(keys));
  return [...acts.filter(({ reach }) => reach === 'page'), ...acts.filter(({ reach }) => reach === 'everywhere')].map(
    ({ keys, label, run }) => ({ id: `act ${label}`, label, keys, run }),
  );
}
