import { ErrorCode } from '../errors';
import { allowed, refused, type Verdict } from '../policy';
import { CharterState } from '../signoff/charter.policy';
import { belongsToOffice, mayWrite, signingAuthority, type Actor } from './actor';
import { DeputyScope } from './deputyship.policy';
import type { OfficeFacts } from './identity.policy';

/**
 * May sign the charter in force for an office in shadow mode: how an office that joins later takes on the rules that
 * the others agreed on. Who signs is the same as everywhere: the press director or a deputy.
 */
export function mayJoinCharter(actor: Actor, office: OfficeFacts, state: CharterState): Verdict {
  if (!belongsToOffice(actor) || actor.officeId !== office.id) return refused(ErrorCode.NOT_FOUND);
  if (!mayWrite(actor) || signingAuthority(actor) === null) return refused(ErrorCode.FORBIDDEN);
  return office.isShadow && state === CharterState.IN_FORCE ? allowed : refused(ErrorCode.WRONG_STATE);
}

/** Whether a deputy of this scope may sign the charter. */
export function coversCharter(scope: DeputyScope): boolean {
  return scope === DeputyScope.ALL;
}
