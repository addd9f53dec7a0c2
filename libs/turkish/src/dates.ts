/**
 * Days and times as Turkish bulletins write them, and the way between wall clocks and instants.
 * A day is `YYYY-MM-DD` and a time `HH:mm`, both without a zone; an instant is a `Date`. Formatting refuses what is not
 * a day or time with a RangeError (a fault of the program), parsing what people typed answers null.
 */
import { fold } from './fold';

const ISTANBUL = 'Europe/Istanbul';
const MINUTE = 60_000;
const DAY = 86_400_000;

const MONTHS = [
  'Ocak',
  'Şubat',
  'Mart',
  'Nisan',
  'Mayıs',
  'Haziran',
  'Temmuz',
  'Ağustos',
  'Eylül',
  'Ekim',
  'Kasım',
  'Aralık',
];
const WEEKDAYS = ['Pazar', 'Pazartesi', 'Salı', 'Çarşamba', 'Perşembe', 'Cuma', 'Cumartesi'];
const FOLDED_MONTHS = MONTHS.map(fold);
const FOLDED_WEEKDAYS = WEEKDAYS.map(fold);
const SHORT_MONTH_LENGTH = 3;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** "24 Kasım 2026 Salı". */
export function formatDateFull(date: string): string {
  const day = dayOf(date);
  return `${longForm(day)} ${WEEKDAYS[weekdayOf(day)] ?? ''}`;
}

/** "24 Kasım 2026". */
export function formatDateLong(date: string): string {
  return longForm(dayOf(date));
}

/** "24.11.2026", the form of official letters and tables. */
export function formatDateOfficial(date: string): string {
  const { year, month, day } = dayOf(date);
  return `${twoDigits(day)}.${twoDigits(month)}.${fourDigits(year)}`;
}

/** First and last day, both included: "24-26 Kasım 2026", "30 Kasım-2 Aralık 2026". Refuses a last day before the first. */
export function formatDateRange(first: string, last: string): string {
  const from = dayOf(first);
  const until = dayOf(last);
  if (last < first) throw new RangeError(`Format a range of days: ${last} is before ${first}`);
  if (first === last) return longForm(from);
  if (from.year !== until.year) return `${longForm(from)}-${longForm(until)}`;
  if (from.month !== until.month) return `${from.day} ${monthName(from)}-${longForm(until)}`;
  return `${from.day}-${longForm(until)}`;
}

/** "14.30": bulletins and print write the time with a dot (TDK, Yazım Kılavuzu, "Nokta"). */
export function formatTimePress(time: string): string {
  const clock = /^([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?$/.exec(time);
  if (clock === null) throw new RangeError(`Format a time: "${time}" is not HH:mm`);
  return `${clock[1]}.${clock[2]}`;
}

/** "20.00-22.00"; an end before the start is on the next day. */
export function formatTimeRangePress(start: string, end: string): string {
  return `${formatTimePress(start)}-${formatTimePress(end)}`;
}

/** The instant as the wall clock of the zone shows it: "24 Kasım 2026 Salı 14.30". */
export function formatDateTimePress(instant: Date, zone: string = ISTANBUL): string {
  const [date = '', time = ''] = utcToLocal(instant, zone).split('T');
  return `${formatDateFull(date)} ${formatTimePress(time)}`;
}

/**
 * The day that somebody typed, as `YYYY-MM-DD`: "24.11.2026", "24/11/26", "24 Kasım 2026 Salı", "1 eylul 2026",
 * "3 Ara 2026", "2026-11-24". Two-digit years are of this century. Null for anything else, for days that do not exist
 * and for a weekday that is not that day's.
 */
export function parseDate(text: string): string | null {
  const typed = fold(text.trim()).replace(/\s+/g, ' ');
  return parseIsoDate(typed) ?? parseNumericDate(typed) ?? parseWrittenDate(typed);
}

/** The time that somebody typed, as `HH:mm`: "14.30", "9:05", "1430", "saat 14". Null for anything else. */
export function parseTime(text: string): string | null {
  const typed = fold(text.trim());
  const parts = /^(?:saat )?(\d{1,2})(?:[.: ]?(\d{2}))?$/.exec(typed);
  const hour = Number(parts?.[1]);
  const minute = Number(parts?.[2] ?? 0);
  if (parts === null || hour > 23 || minute > 59) return null;
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/**
 * The instant at which the clocks of an IANA zone show `YYYY-MM-DDTHH:mm`. A time that clocks skip is moved on by the
 * skipped span, of a time that they show twice the first is meant (RFC 5545 §3.3.5). Refuses a malformed local time or
 * an unknown zone (RangeError).
 */
export function localToUtc(local: string, zone: string = ISTANBUL): Date {
  const clock = millisecondsOnClock(local);
  const offsetBefore = offsetAt(clock - DAY, zone);
  const offsetAfter = offsetAt(clock + DAY, zone);
  const candidates = [clock - offsetBefore, clock - offsetAfter].filter((at) => at + offsetAt(at, zone) === clock);
  return new Date(candidates.length === 0 ? clock - offsetBefore : Math.min(...candidates));
}

/** What the clocks of an IANA zone show at an instant, as `YYYY-MM-DDTHH:mm`, seconds dropped. */
export function utcToLocal(instant: Date, zone: string = ISTANBUL): string {
  const at = instant.getTime();
  const clock = new Date(at + offsetAt(at, zone)).toISOString();
  return clock.slice(0, clock.lastIndexOf(':'));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(zone, clock);
  return clock;
}

/** Milliseconds by which the clocks of the zone are ahead of UTC at an instant, with the zone's history. */
function offsetAt(at: number, zone: string): number {
  const shown = new Map(
    clockOf(zone)
      .formatToParts(at)
      .map((part) => [part.type, Number(part.value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => shown.get(type) ?? 0;
  const clock = utcMilliseconds(part('year'), part('month'), part('day'));
  const timeOfDay = ((part('hour') * 60 + part('minute')) * 60 + part('second')) * 1000;
  return clock + timeOfDay - Math.floor(at / 1000) * 1000;
}

function millisecondsOnClock(local: string): number {
  const parts = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/.exec(local);
  if (parts === null) throw new RangeError(`Read a local time: "${local}" is not YYYY-MM-DDTHH:mm`);
  const { year, month, day } = dayOf(parts[1] ?? '');
  return utcMilliseconds(year, month, day) + (Number(parts[2]) * 60 + Number(parts[3])) * MINUTE;
}

/** `Date.UTC` without its reading of the years 0 to 99 as 1900 to 1999. */
function utcMilliseconds(year: number, month: number, day: number): number {
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month - 1, day);
  return midnight.getTime();
}

function dayOf(date: string): Day {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const day = { year: Number(parts?.[1]), month: Number(parts?.[2]), day: Number(parts?.[3]) };
  if (parts === null || !exists(day)) throw new RangeError(`Read a day: "${date}" is not a day YYYY-MM-DD`);
  return day;
}

function exists({ year, month, day }: Day): boolean {
  const midnight = new Date(utcMilliseconds(year, month, day));
  return midnight.getUTCFullYear() === year && midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
}

function weekdayOf({ year, month, day }: Day): number {
  return new Date(utcMilliseconds(year, month, day)).getUTCDay();
}

function parseIsoDate(typed: string): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed);
  return parts === null ? null : isoIfExists(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

function parseNumericDate(typed: string): string | null {
  const parts = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(typed);
  if (parts === null) return null;
  const year = Number(parts[4]) + (parts[4]?.length === 2 ? 2000 : 0);
  return isoIfExists(year, Number(parts[3]), Number(parts[1]));
}

function parseWrittenDate(typed: string): string | null {
  const parts = /^(\d{1,2})\.? ([a-z]+)\.? (\d{4})(?:,? ([a-z]+))?$/.exec(typed);
  if (parts === null) return null;
  const [, day, monthWord = '', year, weekdayWord] = parts;
  const date = isoIfExists(Number(year), monthNumber(monthWord), Number(day));
  if (date === null || weekdayWord === undefined) return date;
  return weekdayWord === FOLDED_WEEKDAYS[weekdayOf(dayOf(date))] ? date : null;
}

/** 1 to 12 for a folded month or its first three letters, else 0. */
function monthNumber(word: string): number {
  return FOLDED_MONTHS.findIndex((month) => word === month || word === month.slice(0, SHORT_MONTH_LENGTH)) + 1;
}

function isoIfExists(year: number, month: number, day: number): string | null {
  return exists({ year, month, day }) ? `${fourDigits(year)}-${twoDigits(month)}-${twoDigits(day)}` : null;
}

function longForm(day: Day): string {
  return `${day.day} ${monthName(day)} ${day.year}`;
}

function monthName({ month }: Day): string {
  return MONTHS[month - 1] ?? '';
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function fourDigits(value: number): string {
  return String(value).padStart(4, '0');
}
