import { ErrorCode } from '../errors';
import { belongsToOffice, hasRoleFrom, mayRead, mayWrite, Role, type Actor } from '../identity/actor';
import { allOf, allowed, refused, type Rule, type Verdict } from '../policy';
import { EventState } from './event';
import { eventStates, type EventMove } from './event.states';

/** What somebody may do with an event of the joint calendar. */
export enum EventAct {
  VIEW = 'VIEW',
  EDIT = 'EDIT',
  /** Tell of the own office's people whether they come. */
  ANSWER = 'ANSWER',
  ANNOUNCE = 'ANNOUNCE',
  CONFIRM = 'CONFIRM',
  POSTPONE = 'POSTPONE',
  CANCEL = 'CANCEL',
  COMPLETE = 'COMPLETE',
}

export interface EventFacts {
  readonly leadOfficeId: string;
  readonly partnerOfficeIds: readonly string[];
  /** Offices whose people are asked to come; they read the event once it is announced. */
  readonly askedOfficeIds: readonly string[];
  readonly state: EventState;
  /** Others see of it that somebody is busy, and no word more. */
  readonly isConfidential: boolean;
}

type EventRule = Rule<Actor, EventFacts>;

const isLead = (actor: Actor, event: EventFacts): boolean =>
  belongsToOffice(actor) && actor.officeId === event.leadOfficeId;

/** Does the office acted for prepare the event? Its people see all of it. */
export function isPartyTo(actor: Actor, event: EventFacts): boolean {
  return isLead(actor, event) || (belongsToOffice(actor) && event.partnerOfficeIds.includes(actor.officeId ?? ''));
}

const isAsked = (actor: Actor, event: EventFacts): boolean =>
  belongsToOffice(actor) && event.askedOfficeIds.includes(actor.officeId ?? '');

const visible: EventRule = (actor, event) => {
  const isOpen = belongsToOffice(actor) && (!event.isConfidential || isAsked(actor, event));
  const isShared = isOpen && event.state !== EventState.DRAFT;
  return mayRead(actor) && (isShared || isPartyTo(actor, event)) ? allowed : refused(ErrorCode.NOT_FOUND);
};
const lead: EventRule = (actor, event) => (isLead(actor, event) ? allowed : refused(ErrorCode.FORBIDDEN));
const asked: EventRule = (actor, event) => (isAsked(actor, event) ? allowed : refused(ErrorCode.FORBIDDEN));
const roleFrom =
  (least: Role): EventRule =>
  (actor) =>
    mayWrite(actor) && hasRoleFrom(actor, least) ? allowed : refused(ErrorCode.FORBIDDEN);
const stateIs =
  (...states: EventState[]): EventRule =>
  (_, { state }) =>
    states.includes(state) ? allowed : refused(ErrorCode.WRONG_STATE);
const open = stateIs(EventState.DRAFT, EventState.TENTATIVE, EventState.CONFIRMED, EventState.POSTPONED);

const moving = (move: EventMove, least: Role): EventRule =>
  allOf(visible, lead, roleFrom(least), (_, { state }) =>
    eventStates.can(state, move) ? allowed : refused(ErrorCode.WRONG_STATE),
  );

export const eventPolicy: Readonly<Record<EventAct, EventRule>> = {
  [EventAct.VIEW]: visible,
  [EventAct.EDIT]: allOf(visible, lead, roleFrom(Role.EDITOR), open),
  [EventAct.ANSWER]: allOf(visible, asked, roleFrom(Role.EDITOR), open),
  [EventAct.ANNOUNCE]: moving('announce', Role.EDITOR),
  [EventAct.CONFIRM]: moving('confirm', Role.DEPARTMENT_HEAD),
  [EventAct.POSTPONE]: moving('postpone', Role.DEPARTMENT_HEAD),
  [EventAct.CANCEL]: moving('cancel', Role.DEPARTMENT_HEAD),
  [EventAct.COMPLETE]: moving('complete', Role.EDITOR),
};

/** May the actor do this with the event? */
export function mayOnEvent(actor: Actor, act: EventAct, event: EventFacts): Verdict {
  return eventPolicy[act](actor, event);
}

/** Everything the actor may do with it now: the source of `viewerCan`. */
export function eventActs(actor: Actor, event: EventFacts): EventAct[] {
  return Object.values(EventAct).filter((act) => eventPolicy[act](actor, event).allowed);
}

/** May the actor begin an event of the office acted for? There is nothing to hide, so a refusal is FORBIDDEN. */
export function mayCreateEvent(actor: Actor): Verdict {
  return belongsToOffice(actor) && mayWrite(actor) && hasRoleFrom(actor, Role.EDITOR)
    ? allowed
    : refused(ErrorCode.FORBIDDEN);
}

/** May the actor look into the calendar at all? Which events, the offices decide. */
export function seesCalendar(actor: Actor): boolean {
  return belongsToOffice(actor) && mayRead(actor);
}
