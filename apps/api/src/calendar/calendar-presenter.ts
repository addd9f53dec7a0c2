import { eventActs, isPartyTo, mayOnEvent, EventAct, type EventFacts } from '@domain/calendar/event.policy';
import type { RequestContext } from '../core/context';
import { officeJsonSql, toOffice, type OfficeJson } from '../offices/office-presenter';
import type { CalendarEventType } from './calendar.type';

/** An event as SQL gives it in one JSON value: instants are texts. */
export interface EventJson extends Omit<
  CalendarEventType,
  'lead' | 'partners' | 'viewerCan' | 'internalNote' | 'accreditationUntil' | 'updatedAt'
> {
  readonly lead: OfficeJson;
  readonly partners: readonly OfficeJson[];
  readonly internalNote: string;
  readonly accreditationUntil: string | null;
  readonly updatedAt: string;
}

/** SQL for a venue `v` as a JSON value of the shape `VenueType`. */
export const venueJsonSql = `jsonb_build_object('id', v.id, 'name', v.name, 'districtCode', v.district_code,
  'latitude', v.latitude, 'longitude', v.longitude, 'capacity', v.capacity, 'isVirtual', v.is_virtual)`;

/** SQL for an event `e` with its offices, guests and place as a JSON value of the shape `EventJson`. */
export const eventJsonSql = `json_build_object(
  'id', e.id, 'version', e.version, 'state', e.state, 'stateReason', e.state_reason, 'kind', e.kind,
  'title', e.title, 'summary', e.summary, 'description', e.description, 'tags', to_json(e.tags), 'place', e.place,
  'startLocal', e.start_local, 'zone', e.zone, 'durationMinutes', e.duration_minutes, 'isAllDay', e.is_all_day,
  'isTimeOpen', e.is_time_open, 'rule', e.rule, 'addedLocals', to_json(e.added_locals),
  'excludedLocals', to_json(e.excluded_locals), 'audience', e.audience, 'accreditationUntil', e.accreditation_until,
  'isFilmingAllowed', e.is_filming_allowed, 'contact', e.contact, 'internalNote', e.internal_note,
  'isConfidential', e.is_confidential, 'isPublic', e.is_public, 'updatedAt', e.updated_at,
  'lead', (select ${officeJsonSql} from offices o where o.id = e.lead_office_id),
  'partners', coalesce((select json_agg(${officeJsonSql} order by o.protocol_order) from offices o
    where o.id in (select p.office_id from calendar_event_offices p where p.event_id = e.id)), '[]'),
  'venue', (select ${venueJsonSql} from venues v where v.id = e.venue_id),
  'attendances', coalesce((select json_agg(json_build_object('officeId', a.office_id, 'role', a.role,
    'status', a.status) order by a.office_id, a.role) from calendar_attendances a where a.event_id = e.id), '[]'))`;

export function eventFactsOf(event: EventJson): EventFacts {
  return {
    leadOfficeId: event.lead.id,
    partnerOfficeIds: event.partners.map(({ id }) => id),
    askedOfficeIds: event.attendances.map(({ officeId }) => officeId),
    state: event.state,
    isConfidential: event.isConfidential,
  };
}

/** The event for the viewer, or null when they may not read it. */
export function presentEvent(ctx: RequestContext, event: EventJson): CalendarEventType | null {
  const facts = eventFactsOf(event);
  if (!mayOnEvent(ctx.actor, EventAct.VIEW, facts).allowed) return null;
  return {
    ...event,
    lead: toOffice(event.lead, ctx.actor),
    partners: event.partners.map((office) => toOffice(office, ctx.actor)),
    internalNote: isPartyTo(ctx.actor, facts) ? event.internalNote : null,
    accreditationUntil: event.accreditationUntil === null ? null : new Date(event.accreditationUntil),
    updatedAt: new Date(event.updatedAt),
    viewerCan: eventActs(ctx.actor, facts),
  };
}

/** From this many people on an event is of weight. */
export const heavyAudience = 1_000;

/** What an occurrence is called: told from the event and its local start; of a confidential one nothing of either. */
export function occurrenceId(
  event: CalendarEventType | null,
  startsAt: Date,
  startLocal: string,
  place: number,
): string {
  return event === null ? `busy@${startsAt.toISOString()}#${place}` : `${event.id}@${startLocal}`;
}
