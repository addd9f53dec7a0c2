import { Injectable } from '@nestjs/common';
import { AttendanceStatus, EventState, type ProtocolRole } from '@domain/calendar/event';
import { eventStates, type EventMove } from '@domain/calendar/event.states';
import { EventAct, mayCreateEvent } from '@domain/calendar/event.policy';
import { DomainError, ErrorCode } from '@domain/errors';
import { newId } from '@domain/ids';
import { authorize } from '@domain/policy';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { CalendarAttendanceEntity } from './calendar-attendance.entity';
import { CalendarEventOfficeEntity } from './calendar-event-office.entity';
import { CalendarEventEntity } from './calendar-event.entity';
import { lockEvent } from './calendar-loading';
import { writeOccurrences } from './calendar-series';
import type { CalendarEventCreateInput, CalendarEventUpdateInput, EventAttendanceInput } from './calendar.inputs';

/** What makes an event another appointment: who had confirmed it must be told why. */
const appointment = ['startLocal', 'durationMinutes', 'zone', 'isAllDay', 'rule', 'venueId'] as const;

const actOf: Readonly<Record<EventMove, EventAct>> = {
  announce: EventAct.ANNOUNCE,
  confirm: EventAct.CONFIRM,
  postpone: EventAct.POSTPONE,
  cancel: EventAct.CANCEL,
  complete: EventAct.COMPLETE,
};
const eventOf: Readonly<Record<EventMove, string>> = {
  announce: 'calendarEvent.announced',
  confirm: 'calendarEvent.confirmed',
  postpone: 'calendarEvent.postponed',
  cancel: 'calendarEvent.cancelled',
  complete: 'calendarEvent.completed',
};

/** Keeps the events of an office in the joint calendar. */
@Injectable()
export class CalendarEvents {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
  ) {}

  /** Begins a draft of the office acted for. Refuses: FORBIDDEN, INVALID. */
  create(ctx: RequestContext, input: CalendarEventCreateInput): Promise<CalendarEventEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      authorize(mayCreateEvent(ctx.actor), []);
      const { partnerOfficeIds, attendances, ...fields } = input;
      const event = ctx.db.create(CalendarEventEntity, {
        id: newId(ctx.now),
        leadOfficeId: ctx.actor.officeId ?? '',
        state: EventState.DRAFT,
        stateReason: null,
        sequence: 0,
        createdById: ctx.actor.userId,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      });
      fill(event, fields);
      const saved = await ctx.db.save(event);
      await writePartners(ctx, saved, partnerOfficeIds);
      await writeAttendances(ctx, saved, attendances);
      await writeOccurrences(ctx, saved);
      await this.record(ctx, saved, 'calendarEvent.created');
      return saved;
    });
  }

  /**
   * Changes what is given. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE, STALE_VERSION, INVALID (`input.reason`: a confirmed
   * event gets another time or place without a word why).
   */
  update(ctx: RequestContext, id: string, input: CalendarEventUpdateInput): Promise<CalendarEventEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const { expectedVersion, reason, partnerOfficeIds, attendances, ...fields } = input;
      const event = await lockEvent(ctx, id, EventAct.EDIT, expectedVersion);
      const before = appointmentOf(event);
      fill(event, fields);
      const isMoved = appointmentOf(event) !== before;
      if (isMoved && event.state === EventState.CONFIRMED && !reason) {
        throw new DomainError(ErrorCode.INVALID, {
          path: ['input', 'reason'],
          message: 'it is confirmed: say why it moves',
        });
      }
      if (isMoved && reason) event.stateReason = reason;
      const saved = await this.saved(ctx, event);
      if (partnerOfficeIds) await writePartners(ctx, saved, partnerOfficeIds);
      if (attendances) await writeAttendances(ctx, saved, attendances);
      await writeOccurrences(ctx, saved);
      const isTold = isMoved && event.state !== EventState.DRAFT;
      await this.record(ctx, saved, isTold ? 'calendarEvent.moved' : 'calendarEvent.updated');
      return saved;
    });
  }

  /** Leads the event to its next state; `reason` where people must be told why. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  move(ctx: RequestContext, id: string, move: EventMove, reason: string | null = null): Promise<CalendarEventEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const event = await lockEvent(ctx, id, actOf[move]);
      event.state = eventStates.next(event.state, move);
      event.stateReason = reason;
      const saved = await this.saved(ctx, event);
      await this.record(ctx, saved, eventOf[move]);
      return saved;
    });
  }

  /**
   * Whether somebody of the acting office comes. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE, INVALID (`input.role`: not
   * asked).
   */
  answer(ctx: RequestContext, id: string, role: ProtocolRole, status: AttendanceStatus): Promise<CalendarEventEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const event = await lockEvent(ctx, id, EventAct.ANSWER);
      const officeId = ctx.actor.officeId ?? '';
      const { affected } = await ctx.db.update(CalendarAttendanceEntity, { eventId: id, officeId, role }, { status });
      if (affected === 0)
        throw new DomainError(ErrorCode.INVALID, { path: ['input', 'role'], message: 'was not asked' });
      const saved = await this.saved(ctx, event);
      await this.record(ctx, saved, 'calendarEvent.answered', { role, status });
      return saved;
    });
  }

  private saved(ctx: RequestContext, event: CalendarEventEntity): Promise<CalendarEventEntity> {
    event.sequence += 1;
    event.updatedAt = ctx.now;
    return ctx.db.save(event);
  }

  private async record(
    ctx: RequestContext,
    event: CalendarEventEntity,
    name: string,
    more: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const data = { state: event.state, sequence: event.sequence, ...more };
    await this.ledger.record(ctx, { name, subjectType: 'calendarEvent', subjectId: event.id, data });
  }
}

type Fields = Partial<Omit<CalendarEventCreateInput, 'partnerOfficeIds' | 'attendances'>>;

/** Takes over what is given. Refuses INVALID: public and confidential at once. */
function fill(event: CalendarEventEntity, fields: Fields): void {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  Object.assign(event, given);
  event.title = event.title.normalize('NFC').trim();
  if (event.isConfidential && event.isPublic) {
    throw new DomainError(ErrorCode.INVALID, {
      path: ['input', 'isPublic'],
      message: 'confidential is not for the public',
    });
  }
}

const appointmentOf = (event: CalendarEventEntity) => JSON.stringify(appointment.map((field) => event[field] ?? null));

/** Refuses INVALID, naming the first office that does not take part in the workspace. */
async function expectJoined(
  ctx: RequestContext,
  officeIds: readonly string[],
  path: (place: number) => string[],
): Promise<void> {
  const joined: { id: string }[] = await ctx.db.query(
    `select id from offices where id = any($1) and state <> 'INACTIVE'`,
    [officeIds],
  );
  const stranger = officeIds.findIndex((id) => !joined.some((office) => office.id === id));
  if (stranger === -1) return;
  throw new DomainError(ErrorCode.INVALID, { path: ['input', ...path(stranger)], message: 'no such office' });
}

async function writePartners(
  ctx: RequestContext,
  event: CalendarEventEntity,
  officeIds: readonly string[],
): Promise<void> {
  await expectJoined(ctx, officeIds, (place) => ['partnerOfficeIds', String(place)]);
  const others = officeIds.filter((id) => id !== event.leadOfficeId);
  await ctx.db.delete(CalendarEventOfficeEntity, { eventId: event.id });
  await ctx.db.insert(
    CalendarEventOfficeEntity,
    others.map((officeId) => ({ eventId: event.id, officeId })),
  );
}

/** Of other offices' people an answer that they gave stands; asking is all that the lead office may do. */
async function writeAttendances(
  ctx: RequestContext,
  event: CalendarEventEntity,
  asked: readonly EventAttendanceInput[],
): Promise<void> {
  await expectJoined(
    ctx,
    asked.map(({ officeId }) => officeId),
    (place) => ['attendances', String(place), 'officeId'],
  );
  const before = await ctx.db.findBy(CalendarAttendanceEntity, { eventId: event.id });
  const answerOf = (officeId: string, role: ProtocolRole) =>
    before.find((one) => one.officeId === officeId && one.role === role)?.status ?? AttendanceStatus.INVITED;
  const rows = asked.map(({ officeId, role, status }) => ({
    eventId: event.id,
    officeId,
    role,
    status: officeId === ctx.actor.officeId ? status : answerOf(officeId, role),
  }));
  await ctx.db.delete(CalendarAttendanceEntity, { eventId: event.id });
  await ctx.db.insert(CalendarAttendanceEntity, rows);
}
