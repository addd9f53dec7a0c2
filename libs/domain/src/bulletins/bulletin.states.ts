import { stateMachine, type Transitions } from '../state-machine';
import { BulletinState } from './bulletin';

/**
 * What moves a bulletin from state to state.
 *
 * Editing is no transition. A section may be edited while SCHEDULED by its owner: the edit voids the signatures on it,
 * and since the release gate asks for current signatures and equal hashes at the instant itself, the text does not go
 * out. It then waits, still SCHEDULED and numbered, until the offices signed again and the release is approved anew
 * (approveRelease once more), or until it is unscheduled. A freeze does not move it either: it is held where it is.
 */
export type BulletinMove =
  'share' | 'submit' | 'reopen' | 'approveRelease' | 'unschedule' | 'release' | 'withdraw' | 'discard' | 'restore';

const { DRAFT, IN_REVIEW, IN_SIGNOFF, SCHEDULED, RELEASED, WITHDRAWN, DISCARDED } = BulletinState;

const transitions: Transitions<BulletinState, BulletinMove> = {
  /** Partners see it from now on. */
  share: { [DRAFT]: IN_REVIEW },
  /** Offers the text for signature; a bulletin without partners may skip the review. Starts the charter's deadlines. */
  submit: { [DRAFT]: IN_SIGNOFF, [IN_REVIEW]: IN_SIGNOFF },
  /** Back to writing; signatures on what stays unchanged stand. */
  reopen: { [IN_SIGNOFF]: IN_REVIEW },
  /** Freezes the edition and gives the number; once more after an edit while scheduled. */
  approveRelease: { [IN_SIGNOFF]: SCHEDULED, [SCHEDULED]: SCHEDULED },
  /** Takes the approval back; the number is kept. */
  unschedule: { [SCHEDULED]: IN_SIGNOFF },
  /** By the system, when the release gate opens. */
  release: { [SCHEDULED]: RELEASED },
  withdraw: { [RELEASED]: WITHDRAWN },
  /** Given up before approval; what is scheduled is unscheduled first. */
  discard: { [DRAFT]: DISCARDED, [IN_REVIEW]: DISCARDED, [IN_SIGNOFF]: DISCARDED },
  /** Out of the bin, back to writing; one that partners saw is shared again at once. */
  restore: { [DISCARDED]: DRAFT },
};

export const bulletinStates = stateMachine(Object.values(BulletinState), DRAFT, transitions);

/** The state after the move. Refuses with WRONG_STATE. */
export function next(state: BulletinState, move: BulletinMove): BulletinState {
  return bulletinStates.next(state, move);
}
