import { Injectable } from '@nestjs/common';
import { AttendanceStatus, type EventKind, type ProtocolRole } from '@domain/calendar/event';
import type { RequestContext } from '../core/context';
import { CalendarAttendanceEntity } from './calendar-attendance.entity';
import { CalendarEvents } from './calendar-events.service';
import type { CalendarEventCreateInput } from './calendar.inputs';
import demo from './demo-calendar.json';
import { Venues } from './venues.service';

interface DemoOffice {
  readonly id: string;
  readonly code: string;
  /** Acts as the press director of the office at an instant. */
  as(ctx: RequestContext, at: Date): RequestContext;
}

type DemoEvent = (typeof demo.events)[number];

/** A believable half year of six offices: 80 events on 24 places, eight of which collide. */
@Injectable()
export class CalendarDemo {
  constructor(
    private readonly events: CalendarEvents,
    private readonly venues: Venues,
  ) {}

  /** Fills the calendar once, each event by the director of the office that leads it. */
  async seed(ctx: RequestContext, offices: readonly DemoOffice[]): Promise<void> {
    const [keeper] = offices;
    if (!keeper) return;
    const venueIds = new Map<string, string>();
    for (const { code, ...venue } of demo.venues) {
      venueIds.set(code, (await this.venues.add(keeper.as(ctx, ctx.now), venue)).id);
    }
    const idOf = new Map(offices.map(({ code, id }) => [code, id]));
    for (const event of demo.events) {
      const lead = offices.find(({ code }) => code === event.lead);
      if (lead) await this.add(lead.as(ctx, ctx.now), event, venueIds, idOf);
    }
  }

  private async add(
    ctx: RequestContext,
    event: DemoEvent,
    venueIds: ReadonlyMap<string, string>,
    idOf: ReadonlyMap<string, string>,
  ): Promise<void> {
    const { id } = await this.events.create(ctx, inputOf(event, venueIds, idOf));
    await this.events.move(ctx, id, event.isConfirmed ? 'confirm' : 'announce');
    const coming = event.attendances.filter(({ isConfirmed }) => isConfirmed);
    for (const { office, role } of coming) {
      const of = { eventId: id, officeId: idOf.get(office) ?? '', role: role as ProtocolRole };
      await ctx.db.update(CalendarAttendanceEntity, of, { status: AttendanceStatus.CONFIRMED });
    }
  }
}

function inputOf(
  event: DemoEvent,
  venueIds: ReadonlyMap<string, string>,
  idOf: ReadonlyMap<string, string>,
): CalendarEventCreateInput {
  const { title, summary, place, startLocal, durationMinutes, isAllDay, rule, audience, isPublic } = event;
  const known = (codes: readonly string[]) => codes.flatMap((code) => idOf.get(code) ?? []);
  return {
    title,
    summary,
    place,
    startLocal,
    durationMinutes,
    isAllDay,
    rule,
    audience,
    isPublic,
    kind: event.kind as EventKind,
    description: '',
    tags: event.tags,
    zone: 'Europe/Istanbul',
    addedLocals: [],
    excludedLocals: event.excludedLocals,
    venueId: venueIds.get(event.venue ?? '') ?? null,
    partnerOfficeIds: known(event.partners),
    attendances: event.attendances.flatMap(({ office, role }) =>
      known([office]).map((officeId) => ({ officeId, role: role as ProtocolRole, status: AttendanceStatus.INVITED })),
    ),
    isTimeOpen: false,
    accreditationUntil: null,
    isFilmingAllowed: null,
    contact: '',
    internalNote: '',
    isConfidential: false,
  };
}
