import { formatDateLong, localToUtc } from '@turkish/dates';
import { catalogue, locale } from '../../lib/messages';

const m = catalogue(
  { from: '{first} – süresiz', span: '{first} – {last}' },
  { from: '{first} – open', span: '{first} – {last}' },
);

/** `24 Kasım 2026` of a day without a time, `YYYY-MM-DD`. */
export const dayName = (day: string) => (locale === 'en' ? day : formatDateLong(day));

/** `1 Kasım 2026 – süresiz`. */
export function daysBetween(first: string, last: string | null): string {
  return last === null ? m.from({ first: dayName(first) }) : m.span({ first: dayName(first), last: dayName(last) });
}

/** The instant (ISO, UTC) of a wall clock in Istanbul, `YYYY-MM-DDTHH:mm`. */
export const instantOf = (local: string) => localToUtc(local).toISOString();
