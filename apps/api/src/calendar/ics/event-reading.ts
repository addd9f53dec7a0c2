import { parseRule } from '@domain/calendar/recurrence';
import { DomainError } from '@domain/errors';
import { type ProblemReason, ReadingRefusal } from './calendar-problem';
import { type FileComponent, type FileProperty, propertyName, rawValue, readProperty } from './content-lines';
import { type EventTexts, readTexts, type TextLimits } from './event-texts';
import { type FileTime, type FileTimes, instantOf, localIn, minuteText } from './file-times';
import { withRuleEnd } from './rule-end';

export interface EventLimits extends TextLimits {
  readonly durationMinutes: number;
  /** Of one series, and of the days that it adds or leaves out. */
  readonly occurrences: number;
}

/** One VEVENT by itself: an event, or one time of a series that differs (`recurrence`). */
export interface EventDraft extends EventTexts {
  readonly line: number;
  readonly recurrence: FileTime | null;
  readonly start: FileTime;
  readonly startLocal: string;
  readonly durationMinutes: number;
  readonly zone: string;
  readonly isAllDay: boolean;
  readonly rule: string | null;
  readonly addedLocals: readonly string[];
  readonly excludedLocals: readonly string[];
  /** Of added times that are not as long as the rest (`RDATE;VALUE=PERIOD`): the start, the minutes. */
  readonly otherLengths: ReadonlyMap<string, number>;
}

const minutesOfDay = 24 * 60;

/** Without these an event would be another one, so an unreadable line refuses it; any other is only reported as lost. */
const essential = new Set([
  'uid',
  'dtstart',
  'dtend',
  'duration',
  'rrule',
  'rdate',
  'exdate',
  'exrule',
  'recurrence-id',
]);
const descriptive =
  'summary description location geo url categories status class transp sequence last-modified dtstamp organizer attendee';
const wanted = new Set([...essential, ...descriptive.split(' ')]);

/** Reads one VEVENT. Throws `ReadingRefusal`. */
export function readEvent(component: FileComponent, times: FileTimes, limits: EventLimits): EventDraft {
  if (!component.isClosed) throw new ReadingRefusal('NOT_CLOSED');
  const { properties, lost } = propertiesOf(component);
  const texts = readTexts(properties, lost, limits);
  const recurrence = recurrenceOf(properties, times);
  // One time of a series need not repeat what it is called.
  if (texts.summary === '' && recurrence === null) throw new ReadingRefusal('NO_SUMMARY');
  const [startProperty] = named(properties, 'dtstart');
  const [start] = startProperty === undefined ? [] : times.read(startProperty);
  if (startProperty === undefined || start === undefined) throw new ReadingRefusal('NO_START', startProperty?.line);
  const durationMinutes = durationOf(properties, start, times);
  if (durationMinutes > limits.durationMinutes) throw new ReadingRefusal('TOO_LONG', startProperty.line);
  const local = start.isDay ? start.local.round({ smallestUnit: 'day', roundingMode: 'trunc' }) : start.local;
  return {
    ...texts,
    line: component.line,
    recurrence,
    start,
    startLocal: minuteText(local),
    durationMinutes,
    zone: start.zone,
    isAllDay: start.isDay,
    rule: ruleOf(properties, start),
    addedLocals: localsOf(named(properties, 'rdate'), start, times, limits).filter(
      (added) => added !== minuteText(local),
    ),
    otherLengths: otherLengths(named(properties, 'rdate'), { start, durationMinutes }, times),
    excludedLocals: localsOf(named(properties, 'exdate'), start, times, limits),
  };
}

function propertiesOf(component: FileComponent): { properties: FileProperty[]; lost: string[] } {
  const properties: FileProperty[] = [];
  const lost: string[] = [];
  for (const line of component.lines) {
    const name = propertyName(line);
    if (name === null || !wanted.has(name)) continue;
    try {
      properties.push(
        isRule(name)
          ? { ...line, name, parameters: {}, values: [], raw: rawValue(line) }
          : { ...readProperty(line), name },
      );
    } catch (error) {
      if (essential.has(name)) throw error;
      lost.push(name);
    }
  }
  return { properties, lost };
}

/** The domain reads rules: it knows which it can reckon, and says why not. */
function isRule(name: string): boolean {
  return name === 'rrule' || name === 'exrule';
}

function named(properties: readonly FileProperty[], name: string): FileProperty[] {
  return properties.filter((property) => property.name === name);
}

function recurrenceOf(properties: readonly FileProperty[], times: FileTimes): FileTime | null {
  const [property] = named(properties, 'recurrence-id');
  if (property === undefined) return null;
  if (property.parameters['range'] !== undefined) throw new ReadingRefusal('OVERRIDE_RANGE', property.line);
  return times.read(property)[0] ?? null;
}

/** DTEND, else DURATION, else one day for a day and nothing for a time (RFC 5545 §3.6.1). */
function durationOf(properties: readonly FileProperty[], start: FileTime, times: FileTimes): number {
  const [endProperty] = named(properties, 'dtend');
  const [end] = endProperty === undefined ? [] : times.read(endProperty);
  const [duration] = named(properties, 'duration');
  const minutes = end ? minutesUntil(start, end) : duration ? minutesOf(start, duration) : 0;
  if (minutes < 0) throw new ReadingRefusal('ENDS_BEFORE_START', (endProperty ?? duration)?.line);
  return start.isDay ? Math.max(1, Math.ceil(minutes / minutesOfDay)) * minutesOfDay : Math.ceil(minutes);
}

function minutesUntil(start: FileTime, end: FileTime): number {
  // Days are counted on the calendar: one in which the clocks change has 23 or 25 hours and is a day.
  if (start.isDay) return start.local.until(end.local, { largestUnit: 'minute' }).total('minute');
  const until = end.isDay ? end.local.toZonedDateTime(start.zone) : instantOf(end);
  return (until.epochMilliseconds - instantOf(start).epochMilliseconds) / 60_000;
}

function minutesOf(start: FileTime, { raw, line }: FileProperty): number {
  try {
    const length = Temporal.Duration.from(raw.trim().toUpperCase());
    const end = instantOf(start).add(length);
    return start.isDay
      ? start.local.until(end.toPlainDateTime(), { largestUnit: 'minute' }).total('minute')
      : (end.epochMilliseconds - instantOf(start).epochMilliseconds) / 60_000;
  } catch {
    throw new ReadingRefusal('TIME_UNREADABLE', line);
  }
}

const ruleReasons: Readonly<Record<string, ProblemReason>> = {
  FREQUENCY: 'RULE_FREQUENCY',
  PART: 'RULE_PART',
  ENDLESS: 'RULE_ENDLESS',
  TOO_MANY: 'RULE_TOO_MANY',
  UNREACHABLE: 'RULE_UNREACHABLE',
};

/** What the domain refused about a rule, as a reason of ours; throws on what is no refusal. */
export function ruleRefusal(error: unknown, line: number | null): ReadingRefusal {
  if (!(error instanceof DomainError)) throw error;
  return new ReadingRefusal(ruleReasons[String(error.details['reason'])] ?? 'RULE_UNREADABLE', line);
}

function ruleOf(properties: readonly FileProperty[], start: FileTime): string | null {
  const [property, ...others] = named(properties, 'rrule').filter(({ raw }) => raw.trim() !== '');
  const [second] = [...others, ...named(properties, 'exrule')];
  if (second !== undefined) throw new ReadingRefusal('RULE_SEVERAL', second.line);
  if (property === undefined) return null;
  try {
    const rule = parseRule(property.raw.trim().replace(/;$/, ''));
    return withRuleEnd(rule, { zone: start.zone, isAllDay: start.isDay });
  } catch (error) {
    throw ruleRefusal(error, property.line);
  }
}

/** Sorted, each once, on the clocks of the series. */
function localsOf(
  properties: readonly FileProperty[],
  start: FileTime,
  times: FileTimes,
  limits: EventLimits,
): readonly string[] {
  const locals = new Set<string>();
  for (const property of properties) {
    if (property.values.length + locals.size > limits.occurrences)
      throw new ReadingRefusal('RULE_TOO_MANY', property.line);
    for (const time of times.read(property)) locals.add(localInSeries(time, start));
  }
  return [...locals].toSorted();
}

function otherLengths(
  properties: readonly FileProperty[],
  { start, durationMinutes }: Pick<EventDraft, 'start' | 'durationMinutes'>,
  times: FileTimes,
): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  for (const property of properties) {
    for (const period of property.values) {
      if (!Array.isArray(period)) continue;
      const [from, to] = times
        .read({ ...property, values: period.slice(0, 1) })
        .concat(endOfPeriod(period, property, times));
      const minutes = from && to ? Math.ceil(minutesUntil(from, to)) : durationMinutes;
      if (from && minutes >= 0 && minutes !== durationMinutes) lengths.set(localInSeries(from, start), minutes);
    }
  }
  return lengths;
}

/** The second half of a period: a time, or a length after the first. */
function endOfPeriod(period: readonly unknown[], property: FileProperty, times: FileTimes): FileTime[] {
  const [from] = times.read({ ...property, values: period.slice(0, 1) });
  const end = String(period[1]);
  if (from === undefined || !/^[+-]?P/i.test(end)) return times.read({ ...property, values: [end] });
  const minutes = minutesOf(from, { ...property, raw: end });
  return [{ ...from, local: instantOf(from).add({ minutes }).toPlainDateTime() }];
}

/**
 * How a series that begins at `start` calls that time. Programs write a day where the series has hours, and hours where
 * it has days: then the day is meant.
 */
export function localInSeries(time: FileTime, start: FileTime): string {
  if (start.isDay) return `${time.local.toPlainDate().toString()}T00:00`;
  if (time.isDay) return minuteText(time.local.toPlainDate().toPlainDateTime(start.local.toPlainTime()));
  return minuteText(localIn(time, start.zone));
}
