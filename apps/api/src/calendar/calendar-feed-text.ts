import { hash } from 'node:crypto';
import { EventState } from '@domain/calendar/event';
import type { RequestContext } from '../core/context';
import { CalendarFeedScope } from './calendar-feed.entity';
import { eventJsonSql, presentEvent, type EventJson } from './calendar-presenter';
import { isPartySql, knownEvents } from './calendar-visibility';
import type { CalendarEventType } from './calendar.type';
import type { IcsCalendar, IcsEvent, IcsStatus } from './ics/ics-calendar';

interface Feed {
  readonly id: string;
  readonly scope: CalendarFeedScope;
}

interface Row {
  readonly event: EventJson;
  readonly sequence: number;
  readonly createdAt: Date;
}

/** What was called off stays in the feed for so long, as CANCELLED, so that every program takes it down. */
const tombstoneDays = 90;
const mostEvents = 2_000;

const statusOf: Readonly<Record<EventState, IcsStatus>> = {
  [EventState.DRAFT]: 'TENTATIVE',
  [EventState.TENTATIVE]: 'TENTATIVE',
  [EventState.CONFIRMED]: 'CONFIRMED',
  // Its old time is over and the new one unknown: calendars take it down until it comes back.
  [EventState.POSTPONED]: 'CANCELLED',
  [EventState.CANCELLED]: 'CANCELLED',
  [EventState.DONE]: 'CONFIRMED',
};

/**
 * The calendar of a feed as its reader may see it, in one statement: announced events that end in the last 90 days or
 * later; of confidential ones of others that somebody is busy.
 */
export async function feedOf(reader: RequestContext, feed: Feed, baseUrl: string): Promise<IcsCalendar> {
  const conditions = knownEvents(reader);
  conditions.add(`e.state <> 'DRAFT'`);
  if (feed.scope === CalendarFeedScope.OFFICE) conditions.add(isPartySql);
  const since = conditions.param(new Date(reader.now.getTime() - tombstoneDays * 86_400_000));
  conditions.add(`case when e.state in ('CANCELLED', 'POSTPONED') then e.updated_at > ${since}
    else exists (select 1 from calendar_occurrences o where o.event_id = e.id and o.ends_at > ${since}) end`);
  const rows: Row[] = await reader.db.query(
    `select ${eventJsonSql} as event, e.sequence, e.created_at as "createdAt" from calendar_events e
     where ${conditions.sql} order by e.created_at, e.id limit ${mostEvents}`,
    conditions.values,
  );
  return {
    name: feed.scope === CalendarFeedScope.OFFICE ? 'Tek Ses: birimimin takvimi' : 'Tek Ses: ortak takvim',
    description: null,
    refreshMinutes: 60,
    events: rows.map((row) => {
      const event = presentEvent(reader, row.event);
      return event === null ? busyEvent(row, feed) : readEvent(row, event, baseUrl);
    }),
  };
}

/** The same whoever reads it, so that two feeds in one program show one event. */
const uidOf = (eventId: string) => `${eventId}@tekses`;

function readEvent({ sequence, createdAt }: Row, event: CalendarEventType, baseUrl: string): IcsEvent {
  const { venue } = event;
  const where = [venue?.name ?? '', event.place].filter((part) => part !== '').join(', ');
  return {
    ...timesOf(event),
    uid: uidOf(event.id),
    sequence,
    createdAt,
    changedAt: event.updatedAt,
    summary: `${event.lead.shortCode}: ${event.title}`,
    description: [event.summary, event.stateReason ?? ''].filter((part) => part !== '').join('\n\n') || null,
    location: where === '' ? null : where,
    geo:
      venue?.latitude == null || venue.longitude == null
        ? null
        : { latitude: venue.latitude, longitude: venue.longitude },
    url: `${baseUrl}/takvim/${event.id}`,
    categories: event.tags,
    status: statusOf[event.state],
    isPrivate: event.isConfidential,
    isBusy: true,
    organizer: null,
    overrides: [],
  };
}

/** Nothing of the event but its time; its name differs from feed to feed, so that nobody finds it elsewhere by it. */
function busyEvent({ event, sequence }: Row, feed: Feed): IcsEvent {
  const changedAt = new Date(event.updatedAt);
  return {
    ...timesOf(event),
    uid: `${hash('sha256', `${feed.id}:${event.id}`).slice(0, 32)}@tekses`,
    sequence,
    createdAt: changedAt,
    changedAt,
    summary: 'Meşgul',
    description: null,
    location: null,
    geo: null,
    url: null,
    categories: [],
    status: statusOf[event.state],
    isPrivate: true,
    isBusy: true,
    organizer: null,
    overrides: [],
  };
}

function timesOf(event: EventJson | CalendarEventType) {
  const { startLocal, durationMinutes, zone, isAllDay, rule, addedLocals, excludedLocals } = event;
  return { startLocal, durationMinutes, zone, isAllDay, rule, addedLocals, excludedLocals };
}
