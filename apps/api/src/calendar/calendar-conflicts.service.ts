import { Injectable } from '@nestjs/common';
import { conflictsOf, type Conflict, type Engagement } from '@domain/calendar/conflicts';
import { AttendanceStatus, type ProtocolRole } from '@domain/calendar/event';
import { mayCreateEvent } from '@domain/calendar/event.policy';
import { freeSlots } from '@domain/calendar/free-slots';
import { authorize } from '@domain/policy';
import type { RequestContext } from '../core/context';
import { engagementsIn, placeOf, type Claims, type KnownEngagement, type Span } from './calendar-engagements';
import { daysBetween } from './calendar-days';
import { presentOccurrence } from './calendar.queries';
import { occurrencesOf, type NamedOccurrence } from './calendar-series';
import type { CalendarCheckInput } from './calendar.inputs';
import type { CalendarCheckType, CalendarConflictType } from './calendar.type';
import { VenueEntity } from './venue.entity';

const day = 24 * 60 * 60_000;
const maxConflicts = 100;
const shownNext = 5;
/** How far ahead another day is looked for. */
const proposalDays = 8;

/** What an event that is being written would collide with. It tells of others' events no more than the calendar does. */
@Injectable()
export class CalendarConflicts {
  /** Two statements. Refuses: FORBIDDEN, INVALID. Nothing is kept. */
  async check(ctx: RequestContext, input: CalendarCheckInput): Promise<CalendarCheckType> {
    authorize(mayCreateEvent(ctx.actor), []);
    const occurrences = occurrencesOf(input);
    const claims = await claimsOf(ctx, input);
    const others = await engagementsIn(ctx, spansOf(occurrences), input.eventId ?? null);
    const eventId = input.eventId ?? 'new';
    const own = occurrences.map((times) => ({ eventId, beginLocal: times.startLocal, ...claims, ...times }));
    const conflicts = own
      .flatMap((candidate) => conflictsOf(candidate, around(others, candidate)))
      .slice(0, maxConflicts);
    const [first] = own;
    const { zone, isAllDay } = input;
    return {
      conflicts: conflicts.map((conflict, place) => presentConflict(ctx, conflict, place)),
      freeStartLocals:
        first === undefined || conflicts.length === 0
          ? []
          : freeSlots(first, others, { zone, isAllDay, notBefore: ctx.now }),
      days: occurrences
        .slice(0, maxConflicts)
        .flatMap(({ startLocal, endLocal }) => daysBetween(...daysOf(startLocal, endLocal))),
      nextStartLocals: input.rule ? occurrences.slice(0, shownNext).map(({ startLocal }) => startLocal) : [],
    };
  }
}

/** What the event that is being written claims. */
async function claimsOf(ctx: RequestContext, input: CalendarCheckInput): Promise<Claims> {
  const venue = input.venueId ? await ctx.db.findOneBy(VenueEntity, { id: input.venueId }) : null;
  return {
    officeIds: [ctx.actor.officeId ?? '', ...input.partnerOfficeIds],
    place: venue && placeOf(venue),
    audience: input.audience ?? 0,
    confirmedProtocol: input.attendances
      .filter(({ status }) => status === AttendanceStatus.CONFIRMED)
      .map(({ officeId, role }) => `${officeId}:${role}`),
    crewIds: [],
    mediaIds: [],
  };
}

/** A day around each time; around the first one as far as proposals look. */
function spansOf(occurrences: readonly NamedOccurrence[]): Span[] {
  return occurrences.map(({ startsAt, endsAt }, place) => ({
    from: new Date(startsAt.getTime() - day),
    until: new Date(endsAt.getTime() + (place === 0 ? proposalDays : 1) * day),
  }));
}

function around(others: readonly KnownEngagement[], { startsAt, endsAt }: Engagement): KnownEngagement[] {
  return others.filter(
    (other) => other.endsAt.getTime() > startsAt.getTime() - day && other.startsAt.getTime() < endsAt.getTime() + day,
  );
}

function daysOf(startLocal: string, endLocal: string): [string, string] {
  const last = endLocal.endsWith('T00:00')
    ? Temporal.PlainDate.from(endLocal.slice(0, 10)).subtract({ days: 1 }).toString()
    : endLocal.slice(0, 10);
  return [startLocal.slice(0, 10), last];
}

function presentConflict(ctx: RequestContext, conflict: Conflict, place: number): CalendarConflictType {
  const [one, other] = conflict.between;
  const known = [one, other].find((side): side is KnownEngagement => 'event' in side);
  const own = [one, other].find((side) => !('event' in side));
  if (known === undefined || own === undefined) throw new Error('a clash is between the asked and a known event');
  return {
    kind: conflict.kind,
    severity: conflict.severity,
    startLocal: own.startLocal,
    other: presentOccurrence(ctx, known, place),
    people: conflict.shared.flatMap((name) => {
      const [officeId = '', role] = name.split(':');
      return role === undefined ? [] : [{ officeId, role: role as ProtocolRole, status: AttendanceStatus.CONFIRMED }];
    }),
    kilometres: conflict.kilometres,
  };
}
