/** Reckoning with days `YYYY-MM-DD`, without a zone, and the periods that the views of the calendar show. */

export type CalendarView = 'ay' | 'hafta' | 'ajanda' | 'birimler';

/** First and last day, both included. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

/** How many days the agenda looks ahead. */
export const agendaDays = 30;

const dayMilliseconds = 86_400_000;
const millisecondsOf = (day: string) => Date.parse(`${day}T00:00Z`);
const dayAt = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);

export const addDays = (day: string, count: number) => dayAt(millisecondsOf(day) + count * dayMilliseconds);

/** How many days later `until` is than `from`. */
export const daysBetween = (from: string, until: string) =>
  Math.round((millisecondsOf(until) - millisecondsOf(from)) / dayMilliseconds);

/** All days of a period. */
export function daysOf({ from, until }: Period): string[] {
  return Array.from({ length: daysBetween(from, until) + 1 }, (_, index) => addDays(from, index));
}

/** 0 is Monday, 6 Sunday. */
export const weekdayOf = (day: string) => (new Date(millisecondsOf(day)).getUTCDay() + 6) % 7;

export const mondayOf = (day: string) => addDays(day, -weekdayOf(day));

const firstOfMonth = (day: string) => `${day.slice(0, 7)}-01`;

/** The same day of another month, or its last one where that month is shorter. */
export function addMonths(day: string, count: number): string {
  const first = new Date(millisecondsOf(firstOfMonth(day)));
  first.setUTCMonth(first.getUTCMonth() + count);
  const last = new Date(first);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  const wanted = Math.min(Number(day.slice(8)), last.getUTCDate());
  return `${first.toISOString().slice(0, 7)}-${String(wanted).padStart(2, '0')}`;
}

/** Whether this is a day that exists: the address bar takes any digits. */
export function isDay(day: string): boolean {
  const at = millisecondsOf(day);
  return !Number.isNaN(at) && dayAt(at) === day;
}

/** What a view shows around a day: whole weeks of the month, the week, or the days from it on. */
export function periodOf(view: CalendarView, day: string): Period {
  if (view === 'ajanda') return { from: day, until: addDays(day, agendaDays - 1) };
  if (view !== 'ay') return { from: mondayOf(day), until: addDays(mondayOf(day), 6) };
  const first = firstOfMonth(day);
  const last = addDays(addMonths(first, 1), -1);
  return { from: mondayOf(first), until: addDays(mondayOf(last), 6) };
}

/** A day of the next (+1) or the previous (-1) period. */
export function stepped(view: CalendarView, day: string, step: 1 | -1): string {
  if (view === 'ay') return addMonths(day, step);
  return addDays(day, step * (view === 'ajanda' ? agendaDays : 7));
}

/** The days of a period by weeks, which begin on Mondays. */
export function weeksOf(period: Period): string[][] {
  const days = daysOf(period);
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => days.slice(week * 7, week * 7 + 7));
}
