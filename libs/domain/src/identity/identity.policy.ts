import { ErrorCode } from '../errors';
import { allOf, allowed, anyOf, refused, type Rule, type Verdict } from '../policy';
import { belongsToOffice, mayRead, mayWrite, Role, roleOf, signingAuthority, type Actor } from './actor';
import { DeputyScope } from './deputyship.policy';

/**
 * Who keeps offices, people and deputies. The operator runs the platform (offices, accounts) and sees no content; an
 * office's press director keeps the office's own people; nobody keeps those of another office, the metropolitan office
 * included. Offices are known to everybody signed in; the list of an office's people is its own and the operator's.
 */
export enum OfficeAct {
  /** Opens an office; it starts in shadow mode. */
  ACTIVATE = 'ACTIVATE',
  /** Ends shadow mode: from then on its signature counts. */
  END_SHADOW = 'END_SHADOW',
  DEACTIVATE = 'DEACTIVATE',
  /** Name, press unit, contact, logo as they go out. */
  EDIT_PROFILE = 'EDIT_PROFILE',
  VIEW_MEMBERS = 'VIEW_MEMBERS',
  INVITE_MEMBER = 'INVITE_MEMBER',
  CHANGE_ROLE = 'CHANGE_ROLE',
  END_MEMBERSHIP = 'END_MEMBERSHIP',
  /** Names, for dates, who signs in the press director's place (vekâlet). */
  NAME_DEPUTY = 'NAME_DEPUTY',
  /** Proposes new joint rules to all offices. */
  PROPOSE_CHARTER = 'PROPOSE_CHARTER',
  /** The office's part of the ledger. */
  VIEW_LEDGER = 'VIEW_LEDGER',
}

export interface OfficeFacts {
  readonly id: string;
  readonly isActive: boolean;
  readonly isShadow: boolean;
}

export interface DeputyshipFacts {
  readonly officeId: string;
  readonly principalId: string;
}

type OfficeRule = Rule<Actor, OfficeFacts>;

const isSignedIn: OfficeRule = (actor) =>
  actor.kind === 'user' && mayRead(actor) ? allowed : refused(ErrorCode.NOT_FOUND);
const canWrite: OfficeRule = (actor) => (mayWrite(actor) ? allowed : refused(ErrorCode.FORBIDDEN));
const isOperator: OfficeRule = (actor) => (actor.isOperator ? allowed : refused(ErrorCode.FORBIDDEN));
const isOfOffice: OfficeRule = (actor, office) =>
  belongsToOffice(actor) && actor.officeId === office.id ? allowed : refused(ErrorCode.FORBIDDEN);
const isItsDirector: OfficeRule = (actor, office) =>
  actor.officeId === office.id && roleOf(actor) === Role.PRESS_DIRECTOR ? allowed : refused(ErrorCode.FORBIDDEN);
const signsEverythingForIt: OfficeRule = (actor, office) =>
  belongsToOffice(actor) && actor.officeId === office.id && signingAuthority(actor, DeputyScope.ALL) !== null
    ? allowed
    : refused(ErrorCode.FORBIDDEN);
const isActive: OfficeRule = (_actor, office) => (office.isActive ? allowed : refused(ErrorCode.WRONG_STATE));
const isInactive: OfficeRule = (_actor, office) => (office.isActive ? refused(ErrorCode.WRONG_STATE) : allowed);
const isOutOfShadow: OfficeRule = (_actor, office) => (office.isShadow ? refused(ErrorCode.WRONG_STATE) : allowed);
const isInShadow: OfficeRule = (_actor, office) => (office.isShadow ? allowed : refused(ErrorCode.WRONG_STATE));

const acting = allOf(isSignedIn, canWrite);
const keepsPeople = allOf(acting, anyOf(isItsDirector, isOperator), isActive);

export const officePolicy: Readonly<Record<OfficeAct, OfficeRule>> = {
  [OfficeAct.ACTIVATE]: allOf(acting, isOperator, isInactive),
  [OfficeAct.END_SHADOW]: allOf(acting, isOperator, isActive, isInShadow),
  [OfficeAct.DEACTIVATE]: allOf(acting, isOperator, isActive),
  [OfficeAct.EDIT_PROFILE]: allOf(acting, anyOf(isItsDirector, isOperator), isActive),
  [OfficeAct.VIEW_MEMBERS]: allOf(isSignedIn, anyOf(isOfOffice, isOperator)),
  [OfficeAct.INVITE_MEMBER]: keepsPeople,
  [OfficeAct.CHANGE_ROLE]: keepsPeople,
  [OfficeAct.END_MEMBERSHIP]: keepsPeople,
  [OfficeAct.NAME_DEPUTY]: allOf(acting, isItsDirector, isActive),
  [OfficeAct.PROPOSE_CHARTER]: allOf(acting, signsEverythingForIt, isActive, isOutOfShadow),
  [OfficeAct.VIEW_LEDGER]: allOf(isSignedIn, anyOf(isItsDirector, isOperator)),
};

/** May the actor do this with the office? */
export function mayOnOffice(actor: Actor, act: OfficeAct, office: OfficeFacts): Verdict {
  return officePolicy[act](actor, office);
}

/** Everything the actor may do with the office now: the source of `viewerCan`. */
export function officeActs(actor: Actor, office: OfficeFacts): OfficeAct[] {
  return Object.values(OfficeAct).filter((act) => officePolicy[act](actor, office).allowed);
}

/** May end a deputyship early: only the principal who named it, while press director of that office. */
export function mayEndDeputyship(actor: Actor, deputyship: DeputyshipFacts): Verdict {
  if (!belongsToOffice(actor) || actor.officeId !== deputyship.officeId) return refused(ErrorCode.NOT_FOUND);
  const isPrincipal = actor.userId === deputyship.principalId && roleOf(actor) === Role.PRESS_DIRECTOR;
  return isPrincipal && mayWrite(actor) ? allowed : refused(ErrorCode.FORBIDDEN);
}
