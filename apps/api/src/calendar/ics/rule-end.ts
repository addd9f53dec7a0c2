import { untilOf } from '@domain/calendar/recurrence';

/** When a series takes place, as far as the end of its rule depends on it. */
export interface RuleClock {
  /** IANA name. */
  readonly zone: string;
  readonly isAllDay: boolean;
}

/**
 * A rule that `parseRule` took, with its UNTIL as RFC 5545 §3.3.10 wants it: a day for whole days, else an instant in
 * UTC. A day that ends a series with times counts to its last second.
 */
export function withRuleEnd(rule: string, { zone, isAllDay }: RuleClock): string {
  const until = untilOf(rule, zone);
  if (until === null) return rule;
  const instant = Temporal.Instant.fromEpochMilliseconds(until.getTime());
  const text = isAllDay
    ? instant.toZonedDateTimeISO(zone).toPlainDate().toString()
    : instant.toString({ smallestUnit: 'second' });
  return rule.replace(/(?<=^|;)UNTIL=[^;]*/, `UNTIL=${text.replaceAll(/[-:]/g, '')}`);
}
