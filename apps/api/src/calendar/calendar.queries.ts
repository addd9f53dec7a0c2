import { Injectable } from '@nestjs/common';
import { conflictsOf, type ConflictKind } from '@domain/calendar/conflicts';
import { DomainError, ErrorCode } from '@domain/errors';
import { isId } from '@domain/ids';
import { seesCalendar } from '@domain/calendar/event.policy';
import { localToUtc } from '@turkish/dates';
import { toPrefixTsquery } from '@turkish/search';
import type { RequestContext } from '../core/context';
import type { Conditions } from '../core/database/conditions';
import { engagementsIn, type KnownEngagement } from './calendar-engagements';
import {
  eventJsonSql,
  heavyAudience,
  occurrenceId,
  presentEvent,
  venueJsonSql,
  type EventJson,
} from './calendar-presenter';
import type { CalendarEventType, CalendarOccurrenceType, VenueType } from './calendar.type';
import { isConcernedSql, knownEvents, visibleEvents } from './calendar-visibility';
import type { CalendarFilterInput } from './calendar.inputs';

const maxDays = 100;
const maxOccurrencesShown = 3_000;
const day = 24 * 60 * 60_000;

interface OccurrenceRow {
  readonly startLocal: string;
  readonly endLocal: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly event: EventJson;
}

/** Reads of the joint calendar: what the viewer may see, and of the rest that somebody is busy. */
@Injectable()
export class CalendarQueries {
  async event(ctx: RequestContext, id: string): Promise<CalendarEventType | null> {
    if (!isId(id)) return null;
    const conditions = visibleEvents(ctx);
    conditions.add(`e.id = ${conditions.param(id)}`);
    const [row]: { event: EventJson }[] = await ctx.db.query(
      `select ${eventJsonSql} as event from calendar_events e where ${conditions.sql}`,
      conditions.values,
    );
    return row ? presentEvent(ctx, row.event) : null;
  }

  /**
   * What takes place on these days, by start, with the clashes of each: two statements. Postponed events stand on their
   * old day. Refuses INVALID for a span that is none or longer than 100 days.
   */
  async occurrences(
    ctx: RequestContext,
    from: string,
    until: string,
    filter: CalendarFilterInput | null,
  ): Promise<CalendarOccurrenceType[]> {
    const span = spanOf(from, until);
    const conditions = knownEvents(ctx);
    conditions.add(
      `tstzrange(o.starts_at, o.ends_at) && tstzrange(${conditions.param(span.from)}, ${conditions.param(span.until)})`,
    );
    if (filter) addFilter(conditions, filter);
    const rows: OccurrenceRow[] = await ctx.db.query(
      `select o.start_local as "startLocal", o.end_local as "endLocal", o.starts_at as "startsAt", o.ends_at as "endsAt",
         ${eventJsonSql} as event
       from calendar_occurrences o join calendar_events e on e.id = o.event_id
       where ${conditions.sql} order by o.starts_at, o.ends_at desc, e.id limit ${maxOccurrencesShown}`,
      conditions.values,
    );
    const around = { from: new Date(span.from.getTime() - day), until: new Date(span.until.getTime() + day) };
    const kinds = clashesOf(await engagementsIn(ctx, [around]));
    return rows.map((row, place) =>
      presentOccurrence(ctx, row, place, kinds.get(nameOf(row.event.id, row.startLocal)) ?? []),
    );
  }

  /** The register, by name in the order of the Turkish alphabet. Empty for those who see no calendar. */
  async venues(ctx: RequestContext): Promise<VenueType[]> {
    if (!seesCalendar(ctx.actor)) return [];
    const rows: { venue: VenueType }[] = await ctx.db.query(
      `select ${venueJsonSql} as venue from venues v order by v.name collate "tr-x-icu", v.id limit 1000`,
    );
    return rows.map(({ venue }) => venue);
  }
}

/** The occurrence as the viewer may see it: of what they may not read, when it is and whether it is of weight. */
export function presentOccurrence(
  ctx: RequestContext,
  row: OccurrenceRow,
  place: number,
  conflictKinds: readonly ConflictKind[] = [],
): CalendarOccurrenceType {
  const event = presentEvent(ctx, row.event);
  return {
    id: occurrenceId(event, row.startsAt, row.startLocal, place),
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    startLocal: row.startLocal,
    endLocal: row.endLocal,
    event,
    isHeavy: (row.event.audience ?? 0) >= heavyAudience,
    conflictKinds: event === null ? [] : [...conflictKinds],
  };
}

const nameOf = (eventId: string, startLocal: string) => `${eventId}@${startLocal}`;

/** By what each occurrence collides with another of the list. */
function clashesOf(engagements: readonly KnownEngagement[]): Map<string, ConflictKind[]> {
  const sorted = engagements.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  const kinds = new Map<string, Set<ConflictKind>>();
  for (const [place, one] of sorted.entries()) {
    // An evening and a way between two places reach no further than a day.
    const reach = one.endsAt.getTime() + day;
    const later = sorted.slice(place + 1, firstFrom(sorted, place + 1, reach));
    for (const { kind, between } of conflictsOf(one, later)) {
      for (const { eventId, startLocal } of between) {
        const name = nameOf(eventId, startLocal);
        kinds.set(name, (kinds.get(name) ?? new Set()).add(kind));
      }
    }
  }
  return new Map([...kinds].map(([name, found]) => [name, [...found].sort()]));
}

function firstFrom(sorted: readonly KnownEngagement[], start: number, instant: number): number {
  const found = sorted.findIndex((other, index) => index >= start && other.startsAt.getTime() >= instant);
  return found === -1 ? sorted.length : found;
}

function spanOf(from: string, until: string): { readonly from: Date; readonly until: Date } {
  const start = localToUtc(`${from}T00:00`);
  const end = new Date(localToUtc(`${until}T00:00`).getTime() + day);
  if (!(end > start) || end.getTime() - start.getTime() > maxDays * day) {
    throw new DomainError(ErrorCode.INVALID, { path: ['until'], message: `a span of 1 to ${maxDays} days` });
  }
  return { from: start, until: end };
}

function addFilter(conditions: Conditions, { officeIds, kinds, states, text }: CalendarFilterInput): void {
  if (officeIds) {
    const offices = conditions.param(officeIds);
    conditions.add(`e.lead_office_id = any(${offices}) or exists (select 1 from calendar_event_offices f
      where f.event_id = e.id and f.office_id = any(${offices}))`);
    conditions.add(notBusy);
  }
  if (kinds) conditions.add(`e.kind = any(${conditions.param(kinds)}) and ${notBusy}`);
  if (states) conditions.add(`e.state = any(${conditions.param(states)}) and ${notBusy}`);
  const words = text ? toPrefixTsquery(text) : null;
  if (words !== null) conditions.add(`e.search @@ ${conditions.param(words)}::tsquery and ${notBusy}`);
}

/** A filter speaks of what is read: it must not tell whose or what a confidential event is. */
const notBusy = `(not e.is_confidential or ${isConcernedSql})`;
