/** Wall clocks in words. A local time is `YYYY-MM-DDTHH:mm`, whatever the zone. */
import { formatDateFull, formatDateLong, formatTimePress } from '@turkish/dates';
import { catalogue, locale } from '../../lib/messages';

const m = catalogue({ allDay: 'tüm gün' }, { allDay: 'all day' });

const english = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });

const minute = 60_000;

/** Wall clocks are reckoned as if they were UTC: no hour is left out or comes twice in Europe/Istanbul since 2016. */
const asUtc = (local: string) => Date.parse(`${local}:00Z`);

/** Some minutes later on the same clock. */
export function later(local: string, minutes: number): string {
  return new Date(asUtc(local) + minutes * minute).toISOString().slice(0, 16);
}

/** From one time to another on the same clock. */
export function minutesBetween(from: string, until: string): number {
  return (asUtc(until) - asUtc(from)) / minute;
}

/** `24 Kasım 2026 Salı`. */
export function formatLocalDay(local: string): string {
  const day = local.slice(0, 10);
  return locale === 'en' ? english.format(new Date(`${day}T00:00Z`)) : formatDateFull(day);
}

/** `14.30`. */
export function formatLocalTime(local: string): string {
  return locale === 'en' ? local.slice(11, 16) : formatTimePress(local.slice(11, 16));
}

/** `24 Kasım 2026 14.30`. */
export function formatLocal(local: string): string {
  const day = locale === 'en' ? local.slice(0, 10) : formatDateLong(local.slice(0, 10));
  return `${day} ${formatLocalTime(local)}`;
}

/** `24 Kasım 2026 Salı 14.30–16.00`; over midnight with both days, whole days without hours. `end` is not included. */
export function formatSpan(start: string, end: string, isAllDay: boolean): string {
  if (isAllDay) {
    const last = later(end, -1_440);
    const days = start.slice(0, 10) === last.slice(0, 10) ? formatLocalDay(start) : daysOf(start, last);
    return `${days}, ${m.allDay()}`;
  }
  const from = `${formatLocalDay(start)} ${formatLocalTime(start)}`;
  return start.slice(0, 10) === end.slice(0, 10)
    ? `${from}–${formatLocalTime(end)}`
    : `${from} – ${formatLocalDay(end)} ${formatLocalTime(end)}`;
}

const daysOf = (first: string, last: string) => `${formatLocalDay(first)} – ${formatLocalDay(last)}`;
