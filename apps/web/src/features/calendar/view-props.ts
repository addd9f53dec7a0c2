import type { CalendarSearch } from './calendar-search';
import type { Item, SpecialDay } from './occurrences-query';

/** What every view of the calendar is given. */
export interface ViewProps {
  readonly items: readonly Item[];
  readonly special: ReadonlyMap<string, readonly SpecialDay[]>;
  readonly search: CalendarSearch;
  /** The day that the address names. */
  readonly day: string;
  readonly today: string;
  readonly isNarrow: boolean;
  readonly mayWrite: boolean;
  /** Goes to a day in the same view. */
  readonly onDay: (day: string) => void;
  readonly onAgenda: (day: string) => void;
  /** When a new event of this day would begin. */
  readonly startOn: (day: string) => string;
}
