import { stateMachine, type Transitions } from '../state-machine';
import { EventState } from './event';

/**
 * What moves an event from state to state. Another day is no state: an event that was moved is confirmed on its new day,
 * and the ledger tells that it was moved and why.
 */
export type EventMove = 'announce' | 'confirm' | 'postpone' | 'cancel' | 'complete';

const { DRAFT, TENTATIVE, CONFIRMED, POSTPONED, CANCELLED, DONE } = EventState;

const transitions: Transitions<EventState, EventMove> = {
  /** The other offices see it from now on. */
  announce: { [DRAFT]: TENTATIVE, [POSTPONED]: TENTATIVE },
  /** A postponed event is confirmed on its new day. */
  confirm: { [DRAFT]: CONFIRMED, [TENTATIVE]: CONFIRMED, [POSTPONED]: CONFIRMED },
  postpone: { [TENTATIVE]: POSTPONED, [CONFIRMED]: POSTPONED },
  cancel: { [DRAFT]: CANCELLED, [TENTATIVE]: CANCELLED, [CONFIRMED]: CANCELLED, [POSTPONED]: CANCELLED },
  complete: { [CONFIRMED]: DONE },
};

export const eventStates = stateMachine(Object.values(EventState), DRAFT, transitions);
