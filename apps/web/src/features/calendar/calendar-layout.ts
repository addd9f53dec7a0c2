/** Where events stand in a calendar: on which days, in which lane, beside whom. Times are local `YYYY-MM-DDTHH:mm`. */
import { addDays, daysBetween } from './calendar-days';

export interface Span {
  readonly id: string;
  readonly start: string;
  /** Not included. */
  readonly end: string;
  readonly isAllDay: boolean;
}

/** What ends by then still belongs to the evening on which it began. */
const nightEnds = '06:00';
const dayMinutes = 1_440;

/** First and last day on which it stands. A night out belongs to its evening; an end at midnight takes no new day. */
export function daysTaken({ start, end, isAllDay }: Span): { readonly first: string; readonly last: string } {
  const first = start.slice(0, 10);
  const endDay = end.slice(0, 10);
  if (endDay <= first) return { first, last: first };
  const time = end.slice(11);
  const isNight = !isAllDay && time <= nightEnds && endDay === addDays(first, 1);
  return { first, last: isNight || time === '00:00' ? addDays(endDay, -1) : endDay };
}

/** Drawn as a bar over its days and not as an hour. */
export function isBar(span: Span): boolean {
  const { first, last } = daysTaken(span);
  return span.isAllDay || first !== last;
}

export const isOnDay = (span: Span, day: string) => {
  const { first, last } = daysTaken(span);
  return first <= day && day <= last;
};

/** A span in one row of days. */
export interface Placed<Each extends Span> {
  readonly item: Each;
  readonly lane: number;
  /** Columns, the first is 0, the last one included. */
  readonly from: number;
  readonly until: number;
  /** Whether it began before or goes on after the row. */
  readonly comesFromBefore: boolean;
  readonly goesOn: boolean;
}

export interface WeekRow<Each extends Span> {
  readonly placed: readonly Placed<Each>[];
  /** Of each day how many are not shown for want of room. */
  readonly hidden: readonly number[];
}

/**
 * Lays a row of days: bars first, the longest on top, then hours in their order, each in the highest free lane. Where a
 * day has more than `lanes`, its last lane is left for the words "+3", and a bar is shown on all of its days or on none.
 */
export function layWeek<Each extends Span>(
  items: readonly Each[],
  days: readonly string[],
  lanes: number,
): WeekRow<Each> {
  const placed = placeAll(items, days);
  const used = days.map((_, column) => 1 + Math.max(-1, ...placed.filter(covers(column)).map(({ lane }) => lane)));
  const isFull = used.map((count) => count > lanes);
  let shown = placed;
  // A bar that falls out needs "+1" on its other days too, which may take the place of the next.
  for (let before = -1; before !== shown.length;) {
    before = shown.length;
    shown = shown.filter(({ lane, from, until }) => lane < lanes - 1 || !isFull.slice(from, until + 1).includes(true));
    for (const { from, until } of placed.filter((one) => !shown.includes(one))) isFull.fill(true, from, until + 1);
  }
  const countOf = (list: readonly Placed<Each>[], column: number) => list.filter(covers(column)).length;
  return { placed: shown, hidden: days.map((_, column) => countOf(placed, column) - countOf(shown, column)) };
}

const covers =
  (column: number) =>
  ({ from, until }: { readonly from: number; readonly until: number }) =>
    from <= column && column <= until;

function placeAll<Each extends Span>(items: readonly Each[], days: readonly string[]): Placed<Each>[] {
  const [firstDay = '', lastDay = ''] = [days[0], days.at(-1)];
  const taken: boolean[][] = [];
  const inRow = items.filter((item) => daysTaken(item).first <= lastDay && daysTaken(item).last >= firstDay);
  return inRow.toSorted(byPlace).map((item) => {
    const { first, last } = daysTaken(item);
    const from = Math.max(0, daysBetween(firstDay, first));
    const until = Math.min(days.length - 1, daysBetween(firstDay, last));
    const isFree = (lane: number) => !taken[lane]?.slice(from, until + 1).includes(true);
    let lane = 0;
    while (!isFree(lane)) lane += 1;
    taken[lane] ??= days.map(() => false);
    taken[lane]?.fill(true, from, until + 1);
    return { item, lane, from, until, comesFromBefore: first < firstDay, goesOn: last > lastDay };
  });
}

/** Bars by their first day, the longest first; then hours. */
function byPlace(one: Span, other: Span): number {
  if (isBar(one) !== isBar(other)) return isBar(one) ? -1 : 1;
  if (!isBar(one)) return one.start.localeCompare(other.start) || other.end.localeCompare(one.end);
  const [mine, its] = [daysTaken(one), daysTaken(other)];
  return mine.first.localeCompare(its.first) || its.last.localeCompare(mine.last) || one.id.localeCompare(other.id);
}

/** A piece of a span in the column of one day. */
export interface Block<Each extends Span> {
  readonly item: Each;
  /** Minutes of the day, within the hours shown. */
  readonly from: number;
  readonly until: number;
  readonly lane: number;
  /** How many stand side by side here. */
  readonly lanes: number;
  /** Began the day before. */
  readonly comesFromBefore: boolean;
}

/** Shorter ones take this room, or their words could not be read. */
const leastMinutes = 35;

/** Lays the hours of one day from `firstHour` on: what overlaps stands side by side, in as few lanes as it takes. */
export function layDay<Each extends Span>(items: readonly Each[], day: string, firstHour: number): Block<Each>[] {
  const pieces = items
    .filter((item) => !isBar(item))
    .flatMap((item) => pieceOf(item, day, firstHour * 60))
    .toSorted((one, other) => one.from - other.from || other.until - one.until);
  return clustersOf(pieces).flatMap(laneCluster);
}

type Piece<Each extends Span> = Omit<Block<Each>, 'lane' | 'lanes'>;

function pieceOf<Each extends Span>(item: Each, day: string, opens: number): Piece<Each>[] {
  const begins = minuteOn(item.start, day);
  const ends = minuteOn(item.end, day);
  if (ends <= 0 || begins >= dayMinutes) return [];
  const from = Math.min(Math.max(begins, opens), dayMinutes - leastMinutes);
  const until = Math.min(Math.max(ends, from + leastMinutes), dayMinutes);
  return [{ item, from, until, comesFromBefore: begins < 0 }];
}

/** Minutes from midnight of the day; negative before it. */
function minuteOn(local: string, day: string): number {
  const [hours = 0, minutes = 0] = local.slice(11).split(':').map(Number);
  return daysBetween(day, local.slice(0, 10)) * dayMinutes + hours * 60 + minutes;
}

/** Pieces that hang together by overlapping, in order. */
function clustersOf<Each extends Span>(sorted: readonly Piece<Each>[]): Piece<Each>[][] {
  const clusters: Piece<Each>[][] = [];
  let end = -1;
  for (const piece of sorted) {
    if (piece.from >= end) clusters.push([]);
    clusters.at(-1)?.push(piece);
    end = Math.max(end, piece.until);
  }
  return clusters;
}

function laneCluster<Each extends Span>(cluster: readonly Piece<Each>[]): Block<Each>[] {
  const ends: number[] = [];
  const inLanes = cluster.map((piece) => {
    const free = ends.findIndex((end) => end <= piece.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = piece.until;
    return { piece, lane };
  });
  return inLanes.map(({ piece, lane }) => ({ ...piece, lane, lanes: ends.length }));
}

/** The first hour of a week's table: seven, or as early as something begins. */
export function firstHourOf(items: readonly Span[], days: readonly string[]): number {
  const starts = items
    .filter((item) => !isBar(item) && days.includes(item.start.slice(0, 10)))
    .map(({ start }) => Number(start.slice(11, 13)));
  return Math.min(7, ...starts);
}
