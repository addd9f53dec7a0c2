import { type FileComponent, propertyName, readProperty } from './content-lines';

/** A zone that a file describes itself (VTIMEZONE), under a name that nobody else knows. */
export interface FileZone {
  readonly observances: readonly Observance[];
}

interface Observance {
  readonly start: Temporal.PlainDateTime;
  readonly fromMinutes: number;
  readonly toMinutes: number;
  readonly rule: YearlyRule | null;
  /** Local, the first start not among them. */
  readonly more: readonly Temporal.PlainDateTime[];
}

/** The one kind of rule that zones have: a weekday of a month, or a fixed day of the year. */
interface YearlyRule {
  readonly month: number;
  readonly weekday: number | null;
  /** 1 the first, -1 the last. */
  readonly ordinal: number;
  readonly monthDays: readonly number[];
  readonly until: Temporal.PlainDateTime | null;
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const mostObservances = 60;

/** Reads VTIMEZONE. Null: broken, or with rules that no zone has, such as one that changes by the minute. */
export function readFileZone(component: FileComponent): FileZone | null {
  try {
    const parts = component.parts.filter(({ name }) => name === 'standard' || name === 'daylight');
    const observances = parts.slice(0, mostObservances).map((part) => observanceOf(part));
    return observances.length === 0 ? null : { observances };
  } catch {
    return null;
  }
}

/** The offset from UTC in minutes when the clocks there show `local`. */
export function offsetMinutes({ observances }: FileZone, local: Temporal.PlainDateTime): number {
  let latest: { readonly start: Temporal.PlainDateTime; readonly minutes: number } | null = null;
  for (const observance of observances) {
    for (const start of startsAround(observance, local.year)) {
      const isPast = Temporal.PlainDateTime.compare(start, local) <= 0;
      if (isPast && (latest === null || Temporal.PlainDateTime.compare(start, latest.start) > 0))
        latest = { start, minutes: observance.toMinutes };
    }
  }
  return latest?.minutes ?? observances[0]?.fromMinutes ?? 0;
}

/**
 * A known zone whose clocks show the same as those of `zone` from `year` to the end of the next, Europe/Istanbul before
 * all others; null where there is none. Only then can a rule be reckoned on.
 */
export function zoneLike(zone: FileZone, year: number): string | null {
  const days = Array.from(
    { length: 48 },
    (_, index) => new Temporal.PlainDate(year + Math.floor(index / 24), 1, 1),
  ).map((first, index) => first.add({ days: (index % 24) * 15 }).toPlainDateTime({ hour: 12 }));
  // Most names differ on the first day, so few days are reckoned in a zone that a file made up.
  const known = new Map<Temporal.PlainDateTime, number>();
  const minutesThere = (local: Temporal.PlainDateTime) => {
    const minutes = known.get(local) ?? offsetMinutes(zone, local);
    known.set(local, minutes);
    return minutes;
  };
  const names = [...preferred, ...Intl.supportedValuesOf('timeZone')];
  return names.find((name) => days.every((local) => minutesIn(name, local) === minutesThere(local))) ?? null;
}

export function minutesIn(name: string, local: Temporal.PlainDateTime): number {
  return local.toZonedDateTime(name).offsetNanoseconds / 60_000_000_000;
}

const preferred = [
  'Europe/Istanbul',
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Athens',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'Asia/Singapore',
  'Australia/Sydney',
];

function observanceOf(part: FileComponent): Observance {
  const properties = part.lines
    .filter((line) => ['dtstart', 'tzoffsetfrom', 'tzoffsetto', 'rrule', 'rdate'].includes(propertyName(line) ?? ''))
    .map((line) => readProperty(line));
  const rawOf = (name: string) => properties.find((property) => property.name === name)?.raw.trim() ?? '';
  const start = localTime(rawOf('dtstart'));
  const rule = rawOf('rrule');
  const rdates = properties.filter(({ name }) => name === 'rdate').flatMap(({ raw }) => raw.split(','));
  return {
    start,
    fromMinutes: minutesOf(rawOf('tzoffsetfrom')),
    toMinutes: minutesOf(rawOf('tzoffsetto')),
    rule: rule === '' ? null : yearlyRule(rule.toUpperCase(), start),
    more: rdates.slice(0, mostObservances).map((raw) => localTime(raw.trim())),
  };
}

function yearlyRule(text: string, start: Temporal.PlainDateTime): YearlyRule {
  const named = (part: string): [string, string] => [part.split('=', 1).join(), part.slice(part.indexOf('=') + 1)];
  const parts = new Map(text.split(';').map((part) => named(part)));
  const [, ordinal = '1', day] = /^([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)$/.exec(parts.get('BYDAY') ?? '') ?? [];
  const isPlain = parts.get('FREQ') === 'YEARLY' && (parts.get('INTERVAL') ?? '1') === '1' && !parts.has('BYSETPOS');
  const month = Number(parts.get('BYMONTH') ?? start.month);
  const monthDays = (parts.get('BYMONTHDAY') ?? '').split(',').filter(Boolean).map(Number);
  if (!isPlain || !Number.isInteger(month) || (parts.has('BYDAY') && day === undefined)) throw new RangeError(text);
  return {
    month,
    weekday: day === undefined ? null : weekdays.indexOf(day) + 1,
    ordinal: Number(ordinal),
    monthDays: monthDays.length > 0 || day !== undefined ? monthDays : [start.day],
    until: parts.has('UNTIL') ? localTime(parts.get('UNTIL') ?? '') : null,
  };
}

function startsAround({ start, rule, more }: Observance, year: number): Temporal.PlainDateTime[] {
  const yearly = rule === null ? [] : [year - 1, year].map((each) => startIn(rule, start, each));
  const isIn = (each: Temporal.PlainDateTime | null): each is Temporal.PlainDateTime =>
    each !== null
    && Temporal.PlainDateTime.compare(each, start) >= 0
    // UNTIL is in UTC; a day more or less does not reach the change of another year.
    && (!rule?.until || Temporal.PlainDateTime.compare(each, rule.until.add({ days: 1 })) <= 0);
  const last = rule?.until && rule.until.year < year ? [startIn(rule, start, rule.until.year)] : [];
  return [start, ...more, ...[...yearly, ...last].filter((each) => isIn(each))];
}

function startIn(rule: YearlyRule, start: Temporal.PlainDateTime, year: number): Temporal.PlainDateTime | null {
  const first = new Temporal.PlainDate(year, rule.month, 1);
  const days = Array.from({ length: first.daysInMonth }, (_, index) => first.add({ days: index }))
    .filter((day) => rule.weekday === null || day.dayOfWeek === rule.weekday)
    .filter((day) => rule.monthDays.length === 0 || rule.monthDays.includes(day.day));
  const position = rule.monthDays.length > 0 ? 0 : rule.ordinal - Math.sign(Math.max(0, rule.ordinal));
  return days.at(position)?.toPlainDateTime(start.toPlainTime()) ?? null;
}

function localTime(raw: string): Temporal.PlainDateTime {
  const [, year, month, day, time] = /^(\d{4})(\d{2})(\d{2})(?:T(\d{6})Z?)?$/.exec(raw) ?? [];
  return Temporal.PlainDateTime.from(`${year}-${month}-${day}T${time ?? '000000'}`);
}

function minutesOf(raw: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2})(\d{2})(?:\d{2})?$/.exec(raw) ?? [];
  if (sign === undefined) throw new RangeError(`not an offset: ${raw}`);
  return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
}
