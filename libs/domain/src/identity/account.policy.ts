import { ErrorCode } from '../errors';
import { allowed, refused, type Verdict } from '../policy';
import { mayWrite, Role, type Actor } from './actor';
import { mayOnOffice, OfficeAct, type OfficeFacts } from './identity.policy';

/** May change the own sign-in (password, second factor, sessions, tokens): only in person, never by a token. */
export function mayKeepOwnAccount(actor: Actor): Verdict {
  return actor.kind === 'user' && actor.scopes === null ? allowed : refused(ErrorCode.FORBIDDEN);
}

/** May shut a person out of the platform, or let them in again: the operator, never the own account. */
export function mayShutOut(actor: Actor, userId: string): Verdict {
  return actor.isOperator && mayWrite(actor) && actor.userId !== userId ? allowed : refused(ErrorCode.FORBIDDEN);
}

export interface RoleGrant {
  readonly role: Role;
  /** Whether somebody is the office's press director now. */
  readonly hasDirector: boolean;
}

/**
 * May give somebody a role in the office, by invitation or by a change. The office's press director decides who
 * belongs to it; the operator only seats a press director where there is none, so that running the platform
 * never becomes a way into an office's content.
 */
export function mayGrantRole(actor: Actor, act: OfficeAct, office: OfficeFacts, grant: RoleGrant): Verdict {
  const verdict = mayOnOffice(actor, act, office);
  if (!verdict.allowed) return verdict;
  const isDirector = actor.memberships.some((own) => own.officeId === office.id && own.role === Role.PRESS_DIRECTOR);
  const isSeating = grant.role === Role.PRESS_DIRECTOR && !grant.hasDirector;
  return (isDirector && actor.officeId === office.id) || isSeating ? allowed : refused(ErrorCode.FORBIDDEN);
}
