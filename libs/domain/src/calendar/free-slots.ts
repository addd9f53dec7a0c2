/**
 * A way out of a clash: other starts for what would collide. Pure, and without a clock: whoever asks says from when on a
 * proposal is of use.
 */
import { conflictsOf, defaultConflictRules, reachMs, type ConflictRules, type Engagement } from './conflicts';

export interface FreeSlotOptions {
  /** IANA name; proposals are times on its clocks. */
  readonly zone: string;
  /** Whole days move by days; they begin at midnight. */
  readonly isAllDay: boolean;
  /** Nothing that begins earlier is proposed. */
  readonly notBefore?: Date;
  /** What else a proposal has to satisfy, such as windows in which nothing may take place. */
  readonly accepts?: (proposal: Engagement) => boolean;
  readonly rules?: ConflictRules;
}

const mostSlots = 3;
/** After the wanted day, which counts too. */
const daysAhead = 7;
const firstMinute = 9 * 60;
/** The last start, not the last end: a concert may go on. */
const lastMinute = 21 * 60;
const gridMinutes = 30;

/**
 * Up to three other starts, local (`YYYY-MM-DDTHH:mm`), at which the candidate, as long as it is, collides with nothing of
 * any kind: on the wanted day and the seven after it, every half hour from 09.00 to 21.00, or on whole days. Nearest to
 * the wanted start first; of two equally near the later one. Empty if there is none.
 */
export function freeSlots(candidate: Engagement, others: Iterable<Engagement>, options: FreeSlotOptions): string[] {
  const rules = options.rules ?? defaultConflictRules;
  const proposals = proposalsFor(candidate, options);
  const around = within(others, proposals, reachMs(candidate, rules));
  const free: string[] = [];
  for (const proposal of proposals) {
    if (conflictsOf(proposal, around, rules).length === 0) free.push(proposal.beginLocal);
    if (free.length === mostSlots) break;
  }
  return free;
}

/** The candidate at every other time that could be proposed, nearest first. */
function proposalsFor(candidate: Engagement, options: FreeSlotOptions): Engagement[] {
  const { zone, isAllDay, notBefore, accepts } = options;
  const wanted = candidate.startsAt.getTime();
  const away = ({ startsAt }: Engagement) => Math.abs(startsAt.getTime() - wanted);
  const firstDay = Temporal.PlainDate.from(candidate.beginLocal.slice(0, 10));
  return Array.from({ length: daysAhead + 1 }, (_, index) => firstDay.add({ days: index }))
    .flatMap((day) => timesOf(isAllDay).map((time) => day.toZonedDateTime({ timeZone: zone, plainTime: time })))
    .map((start) => movedTo(candidate, start, isAllDay ? wholeDays(candidate) : exactly(candidate)))
    .filter(({ startsAt }) => startsAt.getTime() !== wanted && (notBefore === undefined || startsAt >= notBefore))
    .filter((proposal) => accepts?.(proposal) ?? true)
    .toSorted((one, other) => away(one) - away(other) || other.startsAt.getTime() - one.startsAt.getTime());
}

function timesOf(isAllDay: boolean): Temporal.PlainTime[] {
  if (isAllDay) return [new Temporal.PlainTime()];
  const count = (lastMinute - firstMinute) / gridMinutes + 1;
  return Array.from({ length: count }, (_, index) =>
    new Temporal.PlainTime().add({ minutes: firstMinute + index * gridMinutes }),
  );
}

function exactly({ startsAt, endsAt }: Engagement): Temporal.DurationLike {
  return { milliseconds: endsAt.getTime() - startsAt.getTime() };
}

function wholeDays({ beginLocal, endLocal }: Engagement): Temporal.DurationLike {
  return { days: Temporal.PlainDate.from(beginLocal.slice(0, 10)).until(endLocal.slice(0, 10)).days };
}

function movedTo(candidate: Engagement, start: Temporal.ZonedDateTime, length: Temporal.DurationLike): Engagement {
  const end = start.add(length);
  return {
    ...candidate,
    startLocal: localOf(start),
    beginLocal: localOf(start),
    endLocal: localOf(end),
    startsAt: new Date(start.epochMilliseconds),
    endsAt: new Date(end.epochMilliseconds),
  };
}

function localOf(at: Temporal.ZonedDateTime): string {
  return at.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** What can collide with any of the proposals at all. */
function within(others: Iterable<Engagement>, proposals: readonly Engagement[], reach: number): Engagement[] {
  const from = Math.min(...proposals.map(({ startsAt }) => startsAt.getTime())) - reach;
  const until = Math.max(...proposals.map(({ endsAt }) => endsAt.getTime())) + reach;
  return [...others].filter(({ startsAt, endsAt }) => endsAt.getTime() >= from && startsAt.getTime() <= until);
}
