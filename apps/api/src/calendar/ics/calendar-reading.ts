import { allOccurrences } from '@domain/calendar/recurrence';
import { type ProblemReason, ReadingRefusal } from './calendar-problem';
import { componentsOf, type ContentLine, type FileComponent, propertyName, textValue } from './content-lines';
import { type EventDraft, type EventLimits, localInSeries, readEvent, ruleRefusal } from './event-reading';
import type { EventTexts } from './event-texts';
import { FileTimes, localIn, minuteText } from './file-times';
import type { IcsOverride } from './ics-calendar';
import { plainLine } from './plain-text';

export interface ReadingLimits extends EventLimits {
  readonly bytes: number;
  readonly events: number;
  /** Of all series of one file together. */
  readonly occurrencesInFile: number;
}

/** Of names and titles in the answer that belong to no event. */
const longestWord = 200;

export const readingLimits: ReadingLimits = {
  bytes: 5 * 1024 * 1024,
  events: 2_000,
  occurrences: 732,
  occurrencesInFile: 20_000,
  durationMinutes: 31 * 24 * 60,
  summaryLength: 200,
  locationLength: 200,
  descriptionLength: 10_000,
  categories: 20,
  attendees: 500,
};

export interface ReadCalendar {
  readonly name: string | null;
  /** Upper case; of a file that came by mail: REQUEST, REPLY, CANCEL. */
  readonly method: string | null;
  /** In the order of the file. */
  readonly items: readonly ReadItem[];
}

export type ReadItem = ReadFound | ReadProblem;

export interface ReadFound {
  readonly event: ReadEvent;
}

export interface ReadProblem {
  readonly problem: ProblemReason;
  /** Of the event that was not taken; null for one without and for the file as a whole. */
  readonly summary: string | null;
  /** In the file, the first being 1. */
  readonly line: number;
}

export interface ReadEvent extends EventTexts {
  readonly line: number;
  /** `YYYY-MM-DDTHH:mm` on the clocks of `zone`; T00:00 for whole days. */
  readonly startLocal: string;
  /** Zero: the file gives a moment. Whole days for `isAllDay`. */
  readonly durationMinutes: number;
  /** IANA name; Europe/Istanbul for whole days and where the file names none. */
  readonly zone: string;
  readonly isAllDay: boolean;
  /** As `parseRule` writes it, UNTIL in UTC or as a day. */
  readonly rule: string | null;
  readonly addedLocals: readonly string[];
  readonly excludedLocals: readonly string[];
  readonly overrides: readonly IcsOverride[];
}

/**
 * Reads any `.ics`: each VEVENT is an event, one differing time of the series before it, or a problem with its reason and
 * line; a broken event does not harm its neighbours, and no text makes it throw. Times without zone are those of
 * Europe/Istanbul. A differing time whose series is not in the file is an event of its own.
 */
export function readCalendar(text: string, limits: ReadingLimits = readingLimits): ReadCalendar {
  const whole = (problem: ProblemReason) => ({ problem, summary: null, line: 1 });
  if (Buffer.byteLength(text) > limits.bytes) return { name: null, method: null, items: [whole('FILE_TOO_LARGE')] };
  const components = componentsOf(text.replace(/^\ufeff/, ''));
  const calendar = components.find(({ name }) => name === 'vcalendar');
  const events = components.filter(({ name }) => name === 'vevent');
  const head = { name: headText(calendar, 'x-wr-calname', 'name'), method: headText(calendar, 'method') };
  const method = head.method?.toUpperCase() ?? null;
  if (events.length === 0) return { ...head, method, items: [whole(calendar ? 'NO_EVENTS' : 'NOT_A_CALENDAR')] };
  return { ...head, method, items: readEvents(events, new FileTimes(components), limits) };
}

function headText(calendar: FileComponent | undefined, ...names: readonly string[]): string | null {
  const line = calendar?.lines.find((each) => names.includes(propertyName(each) ?? ''));
  return line === undefined ? null : lineText(line);
}

function lineText(line: ContentLine): string | null {
  try {
    return plainLine(textValue(line)).slice(0, longestWord).toWellFormed() || null;
  } catch {
    return null;
  }
}

function readEvents(events: readonly FileComponent[], times: FileTimes, limits: ReadingLimits): ReadItem[] {
  const drafts: EventDraft[] = [];
  const problems: ReadProblem[] = [];
  const refusedSeries = new Map<string, ProblemReason>();
  for (const component of events.slice(0, limits.events)) {
    try {
      drafts.push(readEvent(component, times, limits));
    } catch (error) {
      const problem = problemOf(error, component.line, textIn(component, 'summary'));
      problems.push(problem);
      const uid = textIn(component, 'uid');
      if (uid !== null && textIn(component, 'recurrence-id') === null) refusedSeries.set(uid, problem.problem);
    }
  }
  const [tooMany] = events.slice(limits.events);
  if (tooMany) problems.push({ problem: 'TOO_MANY_EVENTS', summary: null, line: tooMany.line });
  const gathered = [...Map.groupBy(drafts, ({ uid, line }) => uid ?? `line ${line}`).values()];
  const budget = { occurrences: limits.occurrencesInFile };
  const items = gathered.flatMap((ofOne) => {
    const reason = refusedSeries.get(ofOne[0]?.uid ?? '');
    const isOrphan = reason !== undefined && ofOne.every(({ recurrence }) => recurrence !== null);
    // Without its series, one time of it would be an event that nobody asked for.
    return isOrphan ? ofOne.map((draft) => refused(draft, reason)) : gather(ofOne, budget, limits);
  });
  return [...items, ...problems].toSorted((one, other) => lineOf(one) - lineOf(other));
}

function lineOf(item: ReadItem): number {
  return 'event' in item ? item.event.line : item.line;
}

function problemOf(error: unknown, line: number, summary: string | null): ReadProblem {
  if (error instanceof ReadingRefusal) return { problem: error.reason, summary, line: error.line ?? line };
  // Temporal: a time within the range that a zone or a length carries out of what it can reckon.
  if (error instanceof RangeError) return { problem: 'TIME_OUT_OF_RANGE', summary, line };
  throw error;
}

function textIn(component: FileComponent, name: string): string | null {
  const line = component.lines.find((each) => propertyName(each) === name);
  return line === undefined ? null : lineText(line);
}

interface Budget {
  occurrences: number;
}

/** What the file holds under one UID: the series, its differing times, and older versions of it. */
function gather(drafts: readonly EventDraft[], budget: Budget, limits: ReadingLimits): ReadItem[] {
  const masters = drafts.filter(({ recurrence }) => recurrence === null);
  const differing = drafts.filter(({ recurrence }) => recurrence !== null);
  const newest = masters.toSorted((one, other) => other.sequence - one.sequence).at(0);
  if (newest === undefined) return differing.map((draft) => aloneOf(draft));
  const older = masters.filter((draft) => draft !== newest);
  try {
    const isTimeOf = timesOfSeries(newest, budget, limits);
    const known = differing.filter((draft) => isTimeOf.has(recurrenceLocal(draft, newest)));
    const unknown = differing.filter((draft) => !known.includes(draft));
    return [
      { event: eventOf(newest, overridesOf(known, newest)) },
      ...older.map((draft) => refused(draft, 'SAME_UID')),
      ...unknown.map((draft) => refused(draft, 'OVERRIDE_UNKNOWN')),
    ];
  } catch (error) {
    return drafts.map((draft) => problemOf(error, draft.line, draft.summary || null));
  }
}

function refused({ line, summary }: EventDraft, problem: ProblemReason): ReadProblem {
  return { problem, summary: summary || null, line };
}

/** Each time of the series, left out or not. Refuses RULE_TOO_MANY, RULE_UNREACHABLE, ZONE_UNKNOWN, TOO_MANY_OCCURRENCES. */
function timesOfSeries(draft: EventDraft, budget: Budget, limits: ReadingLimits): ReadonlySet<string> {
  if (draft.rule === null && draft.addedLocals.length === 0) return new Set([draft.startLocal]);
  if (!draft.start.hasKnownClock) throw new ReadingRefusal('ZONE_UNKNOWN');
  if (budget.occurrences <= 0) throw new ReadingRefusal('TOO_MANY_OCCURRENCES');
  // A rule that is searched in vain costs as much as a long one.
  let cost = limits.occurrences;
  try {
    const { startLocal, zone, durationMinutes, rule, addedLocals } = draft;
    const found = allOccurrences({ startLocal, zone, durationMinutes, rule, addedLocals, excludedLocals: [] });
    if (found.length > limits.occurrences) throw new ReadingRefusal('RULE_TOO_MANY');
    cost = found.length;
    return new Set(found.map((occurrence) => occurrence.startLocal));
  } catch (error) {
    throw error instanceof ReadingRefusal ? error : ruleRefusal(error, null);
  } finally {
    budget.occurrences -= cost;
  }
}

function recurrenceLocal({ recurrence }: EventDraft, master: EventDraft): string {
  return recurrence === null ? '' : localInSeries(recurrence, master.start);
}

/** Of two for the same time the later version holds; they come in the order of the file. */
function overridesOf(differing: readonly EventDraft[], master: EventDraft): IcsOverride[] {
  const longer = [...master.otherLengths].map(([startLocal, durationMinutes]) => ({
    startLocal,
    newStartLocal: startLocal,
    durationMinutes,
    status: master.status,
  }));
  const bySequence = differing.toSorted((one, other) => one.sequence - other.sequence);
  const overrides = [...longer, ...bySequence.map((draft) => overrideOf(draft, master))];
  const byStart = new Map(overrides.map((override) => [override.startLocal, override]));
  return [...byStart.values()].toSorted((one, other) => (one.startLocal < other.startLocal ? -1 : 1));
}

function overrideOf(draft: EventDraft, master: EventDraft): IcsOverride {
  return {
    startLocal: recurrenceLocal(draft, master),
    newStartLocal: minuteText(localIn(draft.start, master.zone)),
    durationMinutes: draft.durationMinutes,
    ...(draft.summary === '' || draft.summary === master.summary ? {} : { summary: draft.summary }),
    ...(draft.location === null || draft.location === master.location ? {} : { location: draft.location }),
    status: draft.status,
  };
}

/** A single time of a series that the file does not hold, as when one is invited to that time alone. */
function aloneOf(draft: EventDraft): ReadItem {
  const { recurrence, uid } = draft;
  if (draft.summary === '') return refused(draft, 'NO_SUMMARY');
  const local = recurrence === null ? '' : minuteText(localIn(recurrence, draft.zone));
  const alone = {
    ...draft,
    rule: null,
    addedLocals: [],
    excludedLocals: [],
    uid: uid === null ? null : `${uid}/${local}`,
  };
  return { event: eventOf(alone, []) };
}

function eventOf(draft: EventDraft, overrides: readonly IcsOverride[]): ReadEvent {
  const { recurrence: _recurrence, start: _start, otherLengths: _otherLengths, ...event } = draft;
  return { ...event, overrides };
}
