import { seesCalendar } from '@domain/calendar/event.policy';
import type { RequestContext } from '../core/context';
import { Conditions } from '../core/database/conditions';

/** SQL for "the office of `$1` prepares the event `e`". */
export const isPartySql = `(e.lead_office_id = $1 or exists (
  select 1 from calendar_event_offices vo where vo.event_id = e.id and vo.office_id = $1))`;

/** SQL for "people of the office of `$1` are asked to the event `e`, or it prepares it": they read it though confidential. */
export const isConcernedSql = `(${isPartySql} or exists (
  select 1 from calendar_attendances va where va.event_id = e.id and va.office_id = $1))`;

/** Conditions on events `e` that the viewer's office may know of, confidential ones among them; `$1` is the office. */
export function knownEvents(ctx: RequestContext): Conditions {
  const conditions = new Conditions();
  conditions.param(ctx.actor.officeId);
  conditions.add('$1::uuid is not null');
  conditions.add(seesCalendar(ctx.actor) ? `e.state <> 'DRAFT' or ${isPartySql}` : 'false');
  return conditions;
}

/** The SQL twin of the policy's VIEW. */
export function visibleEvents(ctx: RequestContext): Conditions {
  const conditions = knownEvents(ctx);
  conditions.add(`not e.is_confidential or ${isConcernedSql}`);
  return conditions;
}
