/**
 * When an event takes place: the wall clock of a zone, a rule (RFC 5545 §3.3.10) and times added or left out. The rule is
 * reckoned on the wall clock, so that ten in the morning stays ten when the zone changes its offset. A time that a zone
 * skips is left out of what a rule makes; written as a start, it is read by the offset before the gap; a time that comes
 * twice is its first coming (§3.3.5).
 */
import { RRuleTemporal } from 'rrule-temporal';
import { DomainError, ErrorCode } from '../errors';

export interface Series {
  /**
   * The first start (DTSTART), `YYYY-MM-DDTHH:mm` on the clocks of `zone`; T00:00 for whole days. Always in the set, and
   * COUNT counts it.
   */
  readonly startLocal: string;
  /** IANA name. */
  readonly zone: string;
  /** Exact minutes; whole days (from T00:00, a multiple of 1440) are days of the calendar, be they 23 or 25 hours long. */
  readonly durationMinutes: number;
  /** As `parseRule` gives it, without DTSTART; null: it takes place once. */
  readonly rule: string | null;
  /** More starts (RDATE), local. */
  readonly addedLocals: readonly string[];
  /** Starts that fall out (EXDATE), local; COUNT counts them all the same. */
  readonly excludedLocals: readonly string[];
}

/** One time that it takes place. `startLocal` is its name within the series (RECURRENCE-ID). */
export interface Occurrence {
  readonly startLocal: string;
  readonly startsAt: Date;
  /** Not included. */
  readonly endsAt: Date;
}

/** No more than two years of every day: what a person plans, not what a machine can write. */
export const maxOccurrences = 732;

const weekday = '(?:MO|TU|WE|TH|FR|SA|SU)';
const list = (item: string) => new RegExp(`^${item}(?:,${item})*$`);

/** The parts that planners use, in the order of the canonical form, with what may stand in them. */
const grammar: Readonly<Record<string, RegExp>> = {
  FREQ: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d{0,2}$/,
  COUNT: /^[1-9]\d{0,8}$/,
  UNTIL: /^\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3])[0-5]\d[0-5]\dZ?)?$/,
  BYMONTH: list('(?:1[0-2]|[1-9])'),
  BYMONTHDAY: list('[+-]?(?:3[01]|[12]\\d|[1-9])'),
  BYDAY: list(`(?:[+-]?(?:5[0-3]|[1-4]\\d|[1-9]))?${weekday}`),
  BYSETPOS: list('[+-]?(?:36[0-6]|3[0-5]\\d|[12]\\d\\d|[1-9]\\d|[1-9])'),
  WKST: new RegExp(`^${weekday}$`),
};
const longestRule = 500;

/**
 * The rule in its canonical form: capitals, no prefix, parts in one order. Refuses INVALID with a reason in
 * `details.reason`: UNREADABLE (RFC 5545 does not allow it), FREQUENCY (more often than daily), PART (one that planners
 * do not use, days of the month together with numbered weekdays of the year, BYSETPOS in a year), ENDLESS (neither COUNT
 * nor UNTIL) or TOO_MANY (COUNT above `maxOccurrences`).
 */
export function parseRule(text: string): string {
  const named = namedParts(text);
  const frequency = named.get('FREQ');
  if (frequency !== undefined && /^(?:HOUR|MINUTE|SECOND)LY$/.test(frequency)) refuse('FREQUENCY');
  if (frequency === undefined) refuse('UNREADABLE');
  if ([...named.keys()].some((name) => !Object.hasOwn(grammar, name))) refuse('PART');
  if (![...named].every(([name, value]) => grammar[name]?.test(value))) refuse('UNREADABLE');
  if (!named.has('COUNT') && !named.has('UNTIL')) refuse('ENDLESS');
  if (Number(named.get('COUNT') ?? 1) > maxOccurrences) refuse('TOO_MANY');
  const days = named.get('BYDAY')?.split(',') ?? [];
  // A place among the days of a whole year costs hundreds of days for each time, and nobody plans so.
  if (frequency === 'YEARLY' && named.has('BYSETPOS')) refuse('PART');
  if (days.some((day) => !isOrdinalPossible(day, named))) refuse('UNREADABLE');
  // rrule-temporal 2.2.8 forgets BYMONTHDAY beside these
  if (isByYear(named) && named.has('BYMONTHDAY') && days.some((day) => /\d/.test(day))) refuse('PART');
  const rule = written(named);
  try {
    strictly(rule);
  } catch {
    refuse('UNREADABLE');
  }
  return rule;
}

/** The instant of UNTIL, the last at which an occurrence may begin; null: the rule ends by COUNT. A day is all of it. */
export function untilOf(rule: string, zone: string): Date | null {
  const [, value = ''] = /(?:^|;)UNTIL=([^;]+)/.exec(rule) ?? [];
  if (value === '') return null;
  const [, year, month, day, hour = '23', minute = '59', second = '59'] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d))?/.exec(value) ?? [];
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  return new Date(zoned(local, value.endsWith('Z') ? 'Etc/UTC' : zone).epochMilliseconds);
}

/**
 * The occurrences that begin before `until` and end after `from`, in order, at most `limit`. Refuses like
 * `allOccurrences`, except TOO_MANY.
 */
export function occurrencesBetween(
  series: Series,
  from: Date,
  until: Date,
  limit: number = maxOccurrences,
): Occurrence[] {
  const longest = series.durationMinutes * 60_000 + dayMs;
  const regular = regularStarts(series, (rule) => rule.between(new Date(from.getTime() - longest), until, true));
  return occurrences(series, regular)
    .filter(({ startsAt, endsAt }) => startsAt < until && (endsAt > from || startsAt >= from))
    .slice(0, limit);
}

/** The first `count` occurrences that begin at `from` or later, in order; fewer if there are no more. */
export function nextOccurrences(series: Series, from: Date, count: number): Occurrence[] {
  const horizon = lastPossibleStart(series);
  for (let days = 366; ; days *= 8) {
    const until = new Date(Math.min(from.getTime() + days * dayMs, horizon + 1));
    const found = occurrencesBetween(series, from, until, Infinity).filter(({ startsAt }) => startsAt >= from);
    if (found.length >= count || until.getTime() > horizon) return found.slice(0, count);
  }
}

/**
 * Every occurrence, in order. Refuses INVALID on `rule` with `details.reason` TOO_MANY (more than `maxOccurrences`, left
 * out or not) or UNREACHABLE (no day satisfies it, such as 30 February, or only days beyond all planning).
 */
export function allOccurrences(series: Series): Occurrence[] {
  const found = occurrences(series, everyRegular(series));
  if (found.length > maxOccurrences) refuse('TOO_MANY');
  return found;
}

/**
 * Cuts a series for "this and following" before the occurrence `atStartLocal`: COUNT is divided, UNTIL of the first part
 * lies one second before the cut, added and left-out starts go with their time. `before` is null where nothing comes
 * before the cut: then the change is one of the whole series. If the cut is at an added start, the rule of `after` begins
 * with its own next start. Refuses NOT_FOUND if it does not take place then; else like `allOccurrences`.
 */
export function splitSeries(series: Series, atStartLocal: string): { before: Series | null; after: Series } {
  const every = allOccurrences(series).map(({ startLocal }) => startLocal);
  if (!every.includes(atStartLocal)) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['startLocal'] });
  if (every[0] === atStartLocal) return { before: null, after: series };
  const regular = everyRegular(series).map(localOf);
  const isBefore = (local: string) => local < atStartLocal;
  const counted = regular.filter(isBefore).length;
  const cut = new Date(zoned(atStartLocal, series.zone).epochMilliseconds - 1_000);
  const before = { regular: regular.slice(0, counted), isIn: isBefore, count: counted, until: cut };
  const after = {
    regular: regular.slice(counted),
    isIn: (local: string) => !isBefore(local),
    count: regular.length - counted,
    until: null,
  };
  return { before: share(series, before), after: share(series, after) };
}

/** What of a series one side of a cut gets; `until` null: the rule ends when it did. */
interface Side {
  readonly regular: readonly string[];
  readonly isIn: (local: string) => boolean;
  readonly count: number;
  readonly until: Date | null;
}

function share(series: Series, { regular, isIn, count, until }: Side): Series {
  const excludedLocals = series.excludedLocals.filter(isIn);
  const added = series.addedLocals.filter(isIn).toSorted();
  const [first] = regular;
  if (first === undefined) {
    const [startLocal = series.startLocal, ...addedLocals] = added;
    return { ...series, startLocal, rule: null, addedLocals, excludedLocals };
  }
  const startLocal = first === localOf(startOf(series)) ? series.startLocal : first;
  const rule = series.rule === null ? null : withEnd(series.rule, count, until);
  return { ...series, startLocal, rule, addedLocals: added, excludedLocals };
}

type Start = Temporal.ZonedDateTime;
type Rule = RRuleTemporal<Start>;

const dayMs = 86_400_000;
/** Of recurrence periods that match nothing, before the library gives up. */
const maxIterations = 20_000;
/** The last instant that calendars agree on (RFC 5545 has four digits for a year). */
const endOfTime = Date.UTC(9999, 11, 31);

function everyRegular(series: Series): Start[] {
  const isCounted = series.rule?.includes('COUNT=') ?? true;
  const found = regularStarts(series, (rule) => rule.all(), isCounted ? '' : `;COUNT=${maxOccurrences + 1}`);
  if (found.length > maxOccurrences) refuse('TOO_MANY');
  return found;
}

/** The start, even outside a window or after UNTIL, and what the rule makes with one more `bound`. */
function regularStarts(series: Series, expand: (rule: Rule) => Start[], bound = ''): Start[] {
  const start = startOf(series);
  if (series.rule === null) return [start];
  const [hour, minute] = series.startLocal.slice(11).split(':').map(Number);
  const isMoved = localOf(start) !== series.startLocal; // a skipped time: the day after has it again
  const clock = isMoved ? `;BYHOUR=${hour};BYMINUTE=${minute}` : '';
  const rruleString = withInstant(series.rule, series.zone) + bound + clock;
  try {
    const found = expand(
      new RRuleTemporal({ rruleString, dtstart: start, includeDtstart: true, temporal: Temporal, maxIterations }),
    );
    return found[0]?.epochMilliseconds === start.epochMilliseconds ? found : [start, ...found];
  } catch (cause) {
    if (cause instanceof Error && cause.message.startsWith('Maximum ')) refuse('UNREACHABLE', cause);
    throw cause;
  }
}

function occurrences(series: Series, regular: readonly Start[]): Occurrence[] {
  const start = (local: string) => zoned(local, series.zone);
  const excluded = new Set(series.excludedLocals.map((local) => localOf(start(local))));
  const byLocal = new Map([...regular, ...series.addedLocals.map(start)].map((at) => [localOf(at), at]));
  return [...byLocal]
    .filter(([local]) => !excluded.has(local))
    .toSorted(([, one], [, other]) => one.epochMilliseconds - other.epochMilliseconds)
    .map(([startLocal, at]) => ({
      startLocal,
      startsAt: new Date(at.epochMilliseconds),
      endsAt: new Date(endOf(at, series)),
    }));
}

function endOf(start: Start, { startLocal, durationMinutes }: Series): number {
  const isWholeDays = startLocal.endsWith('T00:00') && durationMinutes % 1_440 === 0;
  return isWholeDays
    ? start.add({ days: durationMinutes / 1_440 }).epochMilliseconds
    : start.epochMilliseconds + durationMinutes * 60_000;
}

function lastPossibleStart(series: Series): number {
  const { rule, zone, startLocal, addedLocals } = series;
  if (rule === null)
    return Math.max(...[startLocal, ...addedLocals].map((local) => zoned(local, zone).epochMilliseconds));
  const added = addedLocals.map((local) => zoned(local, zone).epochMilliseconds);
  return Math.max(untilOf(rule, zone)?.getTime() ?? endOfTime, startOf(series).epochMilliseconds, ...added);
}

function namedParts(text: string): ReadonlyMap<string, string> {
  if (text.length > longestRule || !/^[\x20-\x7e]*$/.test(text)) refuse('UNREADABLE');
  const rule = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/;$/, '');
  const named = new Map<string, string>();
  for (const part of rule.split(';')) {
    const [, name = '', value = ''] = /^\s*([A-Z-]+)=(\S+)\s*$/.exec(part) ?? [];
    if (value === '' || named.has(name)) refuse('UNREADABLE');
    named.set(name, value);
  }
  return named;
}

/** Numbers of weekdays count in the year. */
function isByYear(named: ReadonlyMap<string, string>): boolean {
  return named.get('FREQ') === 'YEARLY' && !named.has('BYMONTH');
}

/** A fifth Monday of a month there is, a sixth there is not; in a year there may be 53. */
function isOrdinalPossible(day: string, named: ReadonlyMap<string, string>): boolean {
  return Math.abs(Number(day.slice(0, -2) || 1)) <= (isByYear(named) ? 53 : 5);
}

/** Throws what RFC 5545 forbids one part beside another. */
function strictly(rule: string): RRuleTemporal {
  const dtstart = zoned('2026-01-01T09:00', 'Etc/UTC');
  return new RRuleTemporal({ rruleString: withInstant(rule, 'Etc/UTC'), dtstart, strict: true });
}

function written(named: ReadonlyMap<string, string>): string {
  return Object.keys(grammar)
    .filter((name) => named.has(name))
    .map((name) => `${name}=${named.get(name)}`)
    .join(';');
}

/** The rule with another end: COUNT where it had one, else UNTIL if that is given. */
function withEnd(rule: string, count: number, until: Date | null): string {
  const named = new Map(namedParts(rule));
  if (named.has('COUNT')) named.set('COUNT', String(count));
  else if (until !== null) named.set('UNTIL', basic(until));
  return written(named);
}

/** The rule with UNTIL as an instant in UTC, whatever kind of value it has. */
function withInstant(rule: string, zone: string): string {
  const until = untilOf(rule, zone);
  return until === null ? rule : withEnd(rule, 0, until);
}

/** `YYYYMMDDTHHMMSSZ`. */
function basic(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/g, '');
}

function startOf({ startLocal, zone }: Series): Start {
  return zoned(startLocal, zone);
}

function zoned(local: string, zone: string): Start {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone);
}

function localOf(start: Start): string {
  return start.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

function refuse(reason: string, cause?: unknown): never {
  throw new DomainError(ErrorCode.INVALID, { path: ['rule'], details: { reason }, cause });
}
