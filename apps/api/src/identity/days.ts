import { utcToLocal } from '@turkish/dates';

/** The calendar day in Istanbul at an instant, `YYYY-MM-DD`. */
export function dayInIstanbul(instant: Date): string {
  return utcToLocal(instant).slice(0, 10);
}

/** The day before a calendar day, `YYYY-MM-DD`. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
