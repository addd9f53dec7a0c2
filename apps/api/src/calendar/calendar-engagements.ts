import { AttendanceStatus, claimingStates } from '@domain/calendar/event';
import type { Engagement } from '@domain/calendar/conflicts';
import type { Place } from '@domain/calendar/place';
import type { RequestContext } from '../core/context';
import { isPartySql } from './calendar-visibility';
import { eventJsonSql, type EventJson } from './calendar-presenter';
import type { VenueType } from './calendar.type';

/** An occurrence of somebody's event that may collide, with the whole event for those who may read it. */
export interface KnownEngagement extends Engagement {
  readonly event: EventJson;
}

export interface Span {
  readonly from: Date;
  /** Not included. */
  readonly until: Date;
}

interface Row {
  readonly eventId: string;
  readonly startLocal: string;
  readonly endLocal: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly event: EventJson;
}

const claiming = claimingStates.map((state) => `'${state}'`).join(', ');

/**
 * What claims places and people in these spans, confidential events of others among it, drafts of others not. `$1` the
 * office, `$2` and `$3` the spans, `$4` the event to leave out.
 */
const engagementsSql = `
  with near as (
    select distinct o.event_id, o.start_local
    from unnest($2::timestamptz[], $3::timestamptz[]) as span (f, u)
    join calendar_occurrences o on tstzrange(o.starts_at, o.ends_at) && tstzrange(span.f, span.u)
  )
  select o.event_id as "eventId", o.start_local as "startLocal", o.end_local as "endLocal", o.starts_at as "startsAt",
    o.ends_at as "endsAt", ${eventJsonSql} as event
  from near n
  join calendar_occurrences o on o.event_id = n.event_id and o.start_local = n.start_local
  join calendar_events e on e.id = o.event_id
  where e.state in (${claiming}) and ($4::uuid is null or e.id <> $4) and (e.state <> 'DRAFT' or ${isPartySql})`;

/** One statement, however many spans. */
export async function engagementsIn(
  ctx: RequestContext,
  spans: readonly Span[],
  exceptEventId: string | null = null,
): Promise<KnownEngagement[]> {
  const rows: Row[] = await ctx.db.query(engagementsSql, [
    ctx.actor.officeId,
    spans.map(({ from }) => from),
    spans.map(({ until }) => until),
    exceptEventId,
  ]);
  return rows.map(({ event, ...times }) => ({ ...times, beginLocal: times.startLocal, ...claimsOf(event), event }));
}

/** What stands in the way, whenever it is: all of an engagement but its times. */
export type Claims = Omit<Engagement, 'eventId' | 'startLocal' | 'beginLocal' | 'endLocal' | 'startsAt' | 'endsAt'>;

/** What an event claims, whenever it takes place. */
export function claimsOf(event: EventJson): Claims {
  const { venue } = event;
  return {
    officeIds: [event.lead.id, ...event.partners.map(({ id }) => id)],
    place: venue && placeOf(venue),
    audience: event.audience ?? 0,
    confirmedProtocol: event.attendances
      .filter(({ status }) => status === AttendanceStatus.CONFIRMED)
      .map(({ officeId, role }) => `${officeId}:${role}`),
    crewIds: [],
    mediaIds: [],
  };
}

/** A venue as the rules see it; a virtual one lies nowhere. */
export function placeOf({
  id,
  latitude,
  longitude,
  isVirtual,
}: Omit<VenueType, 'name' | 'capacity' | 'districtCode'>): Place {
  return { id, latitude: latitude ?? 0, longitude: longitude ?? 0, isVirtual };
}
