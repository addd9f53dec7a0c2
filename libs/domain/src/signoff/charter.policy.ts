import { ErrorCode } from '../errors';
import { belongsToOffice, mayRead, mayWrite, signingAuthority, type Actor } from '../identity/actor';
import { DeputyScope } from '../identity/deputyship.policy';
import { allOf, allowed, refused, type Rule, type Verdict } from '../policy';

/** Life of a charter version. */
export enum CharterState {
  PROPOSED = 'PROPOSED',
  IN_FORCE = 'IN_FORCE',
  SUPERSEDED = 'SUPERSEDED',
  /** Taken back by the office that proposed it. */
  WITHDRAWN = 'WITHDRAWN',
}

export enum CharterAct {
  VIEW = 'VIEW',
  SIGN = 'SIGN',
  RETURN = 'RETURN',
  WITHDRAW_SIGNATURE = 'WITHDRAW_SIGNATURE',
  WITHDRAW = 'WITHDRAW',
}

export interface CharterFacts {
  readonly state: CharterState;
  readonly proposedByOfficeId: string;
  /** The active offices whose signatures count; those in shadow mode read only. */
  readonly signingOfficeIds: readonly string[];
}

type CharterRule = Rule<Actor, CharterFacts>;

const isVisible: CharterRule = (actor) =>
  belongsToOffice(actor) && mayRead(actor) ? allowed : refused(ErrorCode.NOT_FOUND);
const canWrite: CharterRule = (actor) => (mayWrite(actor) ? allowed : refused(ErrorCode.FORBIDDEN));
const signsForParty: CharterRule = (actor, { signingOfficeIds }) =>
  signingAuthority(actor, DeputyScope.ALL) !== null
  && actor.officeId !== null
  && signingOfficeIds.includes(actor.officeId)
    ? allowed
    : refused(ErrorCode.FORBIDDEN);
const isProposer: CharterRule = (actor, { proposedByOfficeId }) =>
  actor.officeId === proposedByOfficeId ? allowed : refused(ErrorCode.FORBIDDEN);
const isProposed: CharterRule = (_actor, { state }) =>
  state === CharterState.PROPOSED ? allowed : refused(ErrorCode.WRONG_STATE);

const signs = allOf(isVisible, canWrite, signsForParty, isProposed);

export const charterPolicy: Readonly<Record<CharterAct, CharterRule>> = {
  [CharterAct.VIEW]: isVisible,
  [CharterAct.SIGN]: signs,
  [CharterAct.RETURN]: signs,
  [CharterAct.WITHDRAW_SIGNATURE]: signs,
  [CharterAct.WITHDRAW]: allOf(isVisible, canWrite, signsForParty, isProposer, isProposed),
};

/** May the actor do this with the charter version? */
export function mayOnCharter(actor: Actor, act: CharterAct, charter: CharterFacts): Verdict {
  return charterPolicy[act](actor, charter);
}

/** Everything the actor may do with it now: the source of `viewerCan`. */
export function charterActs(actor: Actor, charter: CharterFacts): CharterAct[] {
  return Object.values(CharterAct).filter((act) => charterPolicy[act](actor, charter).allowed);
}
