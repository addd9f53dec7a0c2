/** An occurrence in words. */
import { catalogue, sentenceOf } from '../../lib/messages';
import { addDays } from './calendar-days';
import { daysTaken } from './calendar-layout';
import { conflictWords } from './calendar-words';
import { formatLocalTime } from './local-times';
import type { CalendarEventRow, ConflictKind, Item } from './occurrences-query';

const m = catalogue(
  {
    clash: 'Çakışma: {kinds}',
    allDay: 'Tüm gün',
    from: '{time} başlar',
    until: '{time} biter',
    nextDay: '{from}–{until} (ertesi gün)',
  },
  {
    clash: 'Clash: {kinds}',
    allDay: 'All day',
    from: 'from {time}',
    until: 'until {time}',
    nextDay: '{from}–{until} (next day)',
  },
);

/** `Çakışma: Aynı yer, Aynı protokol`; empty where there is none. */
export function clashWords(kinds: readonly ConflictKind[]): string {
  return kinds.length === 0 ? '' : m.clash({ kinds: kinds.map((kind) => sentenceOf(conflictWords, kind)).join(', ') });
}

/** `ED`, with others `ED+2`. */
export function codesOf({ lead, partners }: CalendarEventRow): string {
  return partners.length === 0 ? lead.shortCode : `${lead.shortCode}+${partners.length}`;
}

/** `14.30`; null for whole days. */
export const timeOf = ({ start, isAllDay }: Item) => (isAllDay ? null : formatLocalTime(start));

/** The hours on one of its days: `14.30–16.00`, `22.00–01.00 (ertesi gün)`, `Tüm gün`, `18.00 başlar`. */
export function hoursOn(item: Item, day: string): string {
  const { first, last } = daysTaken(item);
  const [from, until] = [formatLocalTime(item.start), formatLocalTime(item.end)];
  if (item.isAllDay) return m.allDay();
  if (first === last) {
    const isNight = item.end.slice(0, 10) === addDays(first, 1) && !item.end.endsWith('T00:00');
    return isNight ? m.nextDay({ from, until }) : `${from}–${item.end.endsWith('T00:00') ? '24.00' : until}`;
  }
  if (day === first) return m.from({ time: from });
  return day === last ? m.until({ time: until }) : m.allDay();
}
