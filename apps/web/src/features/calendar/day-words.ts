/** Days and periods in words. A day is `YYYY-MM-DD`. */
import { formatDateFull, formatDateLong } from '@turkish/dates';
import { catalogue, locale } from '../../lib/messages';
import { weekdayOf, type CalendarView, type Period } from './calendar-days';

const m = catalogue(
  { days: 'Pzt Sal Çar Per Cum Cmt Paz', range: '{first} – {last}' },
  { days: 'Mon Tue Wed Thu Fri Sat Sun', range: '{first} – {last}' },
);

const english = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
const englishMonth = english({ month: 'long', year: 'numeric' });
const englishDay = english({ day: 'numeric', month: 'long', weekday: 'long' });
const englishRange = english({ day: 'numeric', month: 'long', year: 'numeric' });
const at = (day: string) => new Date(`${day}T00:00Z`);

/** `24 Kasım Salı`. */
export function dayWords(day: string): string {
  if (locale === 'en') return englishDay.format(at(day));
  const [number = '', month = '', , weekday = ''] = formatDateFull(day).split(' ');
  return `${number} ${month} ${weekday}`;
}

/** `Sal`. */
export const shortWeekday = (day: string) => m.days().split(' ')[weekdayOf(day)] ?? '';

/** `Kasım`, without the year. */
export const monthName = (day: string) =>
  locale === 'en' ? englishMonth.format(at(day)).split(' ')[0] : formatDateLong(day).split(' ')[1];

/** `Kasım 2026`, `23–29 Kasım 2026`, `30 Kasım – 6 Aralık 2026`, `28 Aralık 2026 – 3 Ocak 2027`. */
export function periodWords(view: CalendarView, day: string, { from, until }: Period): string {
  if (view === 'ay') return locale === 'en' ? englishMonth.format(at(day)) : monthOfYear(day);
  if (locale === 'en') return englishRange.formatRange(at(from), at(until));
  const [firstDay = '', firstMonth = '', firstYear] = formatDateLong(from).split(' ');
  const [, lastMonth, lastYear] = formatDateLong(until).split(' ');
  const last = formatDateLong(until);
  if (firstYear !== lastYear) return m.range({ first: formatDateLong(from), last });
  return firstMonth === lastMonth ? `${firstDay}–${last}` : m.range({ first: `${firstDay} ${firstMonth}`, last });
}

const monthOfYear = (day: string) => formatDateLong(day).split(' ').slice(1).join(' ');
