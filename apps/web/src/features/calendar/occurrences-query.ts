import { utcToLocal } from '@turkish/dates';
import { graphql, type ResultOf, type VariablesOf } from '../../lib/graphql';
import type { Span } from './calendar-layout';

/** What takes place in a period, and its holidays. */
export const OccurrencesQuery = graphql(`
  query CalendarOccurrences($from: String!, $until: String!, $filter: CalendarFilterInput) {
    calendarOccurrences(from: $from, until: $until, filter: $filter) {
      id
      startsAt
      endsAt
      startLocal
      endLocal
      isHeavy
      conflictKinds
      event {
        id
        title
        kind
        state
        isAllDay
        isTimeOpen
        isConfidential
        place
        venue {
          id
          name
        }
        lead {
          id
          name
          shortCode
          colour
        }
        partners {
          id
          name
          shortCode
          colour
        }
      }
    }
    calendarDays(from: $from, until: $until) {
      date
      name
      isHoliday
      startsAt
    }
  }
`);

type Answer = ResultOf<typeof OccurrencesQuery>;
export type Occurrence = Answer['calendarOccurrences'][number];
export type CalendarEventRow = NonNullable<Occurrence['event']>;
export type SpecialDay = Answer['calendarDays'][number];
export type OccurrenceFilter = NonNullable<VariablesOf<typeof OccurrencesQuery>['filter']>;
export type ConflictKind = Occurrence['conflictKinds'][number];

/** An occurrence with its place on the clocks of Istanbul. */
export interface Item extends Span {
  readonly occurrence: Occurrence;
}

/** Whole days float, hours of other zones are told as they are here; what one may not read is whole days if it looks so. */
export function itemOf(occurrence: Occurrence): Item {
  const { id, event, startsAt, endsAt, startLocal, endLocal } = occurrence;
  if (event?.isAllDay) return { id, occurrence, start: startLocal, end: endLocal, isAllDay: true };
  const [start, end] = [utcToLocal(new Date(startsAt)), utcToLocal(new Date(endsAt))];
  const isAllDay = event === null && start.endsWith('T00:00') && end.endsWith('T00:00');
  return { id, occurrence, start, end, isAllDay };
}

/** Holidays and observed days by their day. */
export function specialDaysOf(days: readonly SpecialDay[]): ReadonlyMap<string, readonly SpecialDay[]> {
  return Map.groupBy(days, ({ date }) => date);
}

/** The offices that prepare an event, the lead first. */
export const officesOf = ({ lead, partners }: CalendarEventRow) => [lead, ...partners];
