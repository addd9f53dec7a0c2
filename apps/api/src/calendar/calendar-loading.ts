import { EventAct, mayOnEvent } from '@domain/calendar/event.policy';
import { DomainError, ErrorCode } from '@domain/errors';
import { isId } from '@domain/ids';
import { authorize } from '@domain/policy';
import type { RequestContext } from '../core/context';
import { CalendarAttendanceEntity } from './calendar-attendance.entity';
import { CalendarEventOfficeEntity } from './calendar-event-office.entity';
import { CalendarEventEntity } from './calendar-event.entity';

/** Locks an event that the actor may do this with. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE, STALE_VERSION. */
export async function lockEvent(
  ctx: RequestContext,
  id: string,
  act: EventAct,
  expectedVersion?: number,
): Promise<CalendarEventEntity> {
  if (!isId(id)) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['id'] });
  const event = await ctx.db
    .createQueryBuilder(CalendarEventEntity, 'event')
    .where('event.id = :id', { id })
    .setLock('pessimistic_write')
    .getOne();
  if (!event) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['id'] });
  const { leadOfficeId, state, isConfidential } = event;
  const partners = await ctx.db.findBy(CalendarEventOfficeEntity, { eventId: id });
  const partnerOfficeIds = partners.map(({ officeId }) => officeId);
  const asked = await ctx.db.findBy(CalendarAttendanceEntity, { eventId: id });
  const askedOfficeIds = asked.map(({ officeId }) => officeId);
  authorize(mayOnEvent(ctx.actor, act, { leadOfficeId, partnerOfficeIds, askedOfficeIds, state, isConfidential }));
  if (expectedVersion !== undefined && event.version !== expectedVersion) {
    throw new DomainError(ErrorCode.STALE_VERSION, {
      path: ['input', 'expectedVersion'],
      details: { version: event.version },
      message: `it is at version ${event.version} now`,
    });
  }
  return event;
}
