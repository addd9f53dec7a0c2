/**
 * Why an event of a file, or the whole file, was not taken. A rule's own refusals (`parseRule`, `allOccurrences`) have
 * RULE_ before their reason.
 */
export type ProblemReason =
  | 'FILE_TOO_LARGE'
  /** Neither VCALENDAR nor VEVENT stands in it. */
  | 'NOT_A_CALENDAR'
  /** A calendar with tasks, notes or busy times only, or with nothing. */
  | 'NO_EVENTS'
  /** What comes after this line was not read. */
  | 'TOO_MANY_EVENTS'
  /** BEGIN:VEVENT without its END: the file may be cut off. */
  | 'NOT_CLOSED'
  | 'LINE_UNREADABLE'
  | 'NO_SUMMARY'
  | 'NO_START'
  | 'TIME_UNREADABLE'
  /** Before 1900 or after 2199. */
  | 'TIME_OUT_OF_RANGE'
  /** A zone that has no known name, in a series or without a description in the file. */
  | 'ZONE_UNKNOWN'
  | 'ENDS_BEFORE_START'
  | 'TOO_LONG'
  | 'RULE_UNREADABLE'
  | 'RULE_FREQUENCY'
  | 'RULE_PART'
  | 'RULE_ENDLESS'
  | 'RULE_TOO_MANY'
  | 'RULE_UNREACHABLE'
  /** Several RRULE, or EXRULE, which RFC 5545 gave up. */
  | 'RULE_SEVERAL'
  /** The series before it in the file have used up what one file may hold. */
  | 'TOO_MANY_OCCURRENCES'
  /** "This and all following" (RANGE): the other program must split the series. */
  | 'OVERRIDE_RANGE'
  /** It changes a time at which the series does not take place. */
  | 'OVERRIDE_UNKNOWN'
  /** The file has a newer one with this UID. */
  | 'SAME_UID';

/** Ends the reading of one event; caught where the events of the file are gathered. */
export class ReadingRefusal extends Error {
  constructor(
    readonly reason: ProblemReason,
    /** In the file, the first being 1; null: where the event begins. */
    readonly line: number | null = null,
  ) {
    super(reason);
    this.name = 'ReadingRefusal';
  }
}
