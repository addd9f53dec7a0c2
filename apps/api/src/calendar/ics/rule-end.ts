const end = /(?<=^|;)UNTIL=([^;]*)/i;
const shape = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/i;

/** When a series takes place, as far as the end of its rule depends on it. */
export interface RuleClock {
  /** IANA name. */
  readonly zone: string;
  readonly isAllDay: boolean;
}

/**
 * The rule with its UNTIL as RFC 5545 §3.3.10 wants it: a day for whole days, else an instant in UTC. A day that ends a
 * timed series counts to its last second. Throws RangeError if UNTIL names no time that exists.
 */
export function withRuleEnd(rule: string, { zone, isAllDay }: RuleClock): string {
  const until = ruleEnd(rule, zone);
  if (until === null) return rule;
  const text = isAllDay
    ? until.toPlainDate().toString().replaceAll('-', '')
    : until.toInstant().toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
  return rule.replace(end, `UNTIL=${text}`);
}

/** The last moment at which the series may begin, on the clocks of `zone`; null without UNTIL. Throws RangeError. */
export function ruleEnd(rule: string, zone: string): Temporal.ZonedDateTime | null {
  const written = end.exec(rule)?.[1];
  if (written === undefined) return null;
  const [, year, month, day, hour, minute, second, utc] = shape.exec(written) ?? [];
  if (year === undefined) throw new RangeError(`UNTIL is no time: ${written}`);
  const time = hour === undefined ? '23:59:59' : `${hour}:${minute}:${second}`;
  const local = Temporal.PlainDateTime.from(`${year}-${month}-${day}T${time}`, { overflow: 'reject' });
  return local.toZonedDateTime(utc ? 'UTC' : zone).withTimeZone(zone);
}
