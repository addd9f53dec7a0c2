import { allOccurrences, parseRule, type Occurrence, type Series } from '@domain/calendar/recurrence';
import { DomainError, ErrorCode } from '@domain/errors';
import { utcToLocal } from '@turkish/dates';
import type { RequestContext } from '../core/context';
import type { CalendarEventEntity } from './calendar-event.entity';

const day = 24 * 60;

/** What decides when an event takes place. */
export type Times = Pick<
  CalendarEventEntity,
  'startLocal' | 'zone' | 'durationMinutes' | 'isAllDay' | 'rule' | 'addedLocals' | 'excludedLocals'
>;

export interface NamedOccurrence extends Occurrence {
  /** On the clocks of the zone. */
  readonly endLocal: string;
}

/**
 * All times that an event takes place, in order. Refuses INVALID: `input.rule` (details.reason), `input.startLocal` (a day
 * that no calendar has, a series whose every time was left out), `input.durationMinutes` (whole days that are none).
 */
export function occurrencesOf(times: Times): NamedOccurrence[] {
  if (times.isAllDay && (times.durationMinutes % day !== 0 || !times.startLocal.endsWith('T00:00'))) {
    throw invalid('durationMinutes', 'whole days begin at midnight and last a multiple of 1,440 minutes');
  }
  const found = allOccurrences(seriesOf(times));
  if (found.length === 0) throw invalid('startLocal', 'it would never take place');
  return found.map((occurrence) => ({ ...occurrence, endLocal: utcToLocal(occurrence.endsAt, times.zone) }));
}

export function seriesOf({ startLocal, zone, durationMinutes, rule, addedLocals, excludedLocals }: Times): Series {
  try {
    Temporal.PlainDateTime.from(startLocal);
  } catch {
    throw invalid('startLocal', 'no such day');
  }
  return { startLocal, zone, durationMinutes, rule: rule ? ruleOf(rule) : null, addedLocals, excludedLocals };
}

function ruleOf(text: string): string {
  try {
    return parseRule(text);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.code, { path: ['input', 'rule'], details: error.details, message: error.message });
  }
}

const invalid = (field: string, message: string) =>
  new DomainError(ErrorCode.INVALID, { path: ['input', field], message });

/** Puts the times of an event into the table that months and clashes are read from. */
export async function writeOccurrences(ctx: RequestContext, event: CalendarEventEntity): Promise<void> {
  const found = occurrencesOf(event);
  await ctx.db.query('delete from calendar_occurrences where event_id = $1', [event.id]);
  await ctx.db.query(
    `insert into calendar_occurrences (event_id, start_local, end_local, starts_at, ends_at)
     select $1, * from unnest($2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[])`,
    [
      event.id,
      found.map(({ startLocal }) => startLocal),
      found.map(({ endLocal }) => endLocal),
      found.map(({ startsAt }) => startsAt),
      found.map(({ endsAt }) => endsAt),
    ],
  );
}
