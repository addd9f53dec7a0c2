import days from './calendar-days.json';
import type { CalendarDayType } from './calendar.type';

/** Holidays (Law 2429, half days from 13.00) and days that press offices observe, between two days, both included. */
export function daysBetween(from: string, until: string): CalendarDayType[] {
  return (days as CalendarDayType[]).filter(({ date }) => date >= from && date <= until);
}
