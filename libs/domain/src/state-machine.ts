import { DomainError, ErrorCode } from './errors';

/** For each act the states it starts from and the state each leads to. What is not listed is forbidden. */
export type Transitions<S extends string, A extends string> = Readonly<Record<A, Readonly<Partial<Record<S, S>>>>>;

export interface StateMachine<S extends string, A extends string> {
  readonly states: readonly S[];
  readonly initial: S;
  readonly acts: readonly A[];
  /** Whether the act is possible in the state. */
  readonly can: (state: S, act: A) => boolean;
  /** The state after the act. Refuses with WRONG_STATE, details `{state, act}`. */
  readonly next: (state: S, act: A) => S;
  /** The acts possible in a state, in the order of the table. */
  readonly actsIn: (state: S) => A[];
  /** States that no chain of acts reaches from the initial one; a sound table has none. */
  readonly unreachable: () => S[];
}

/** A small state machine over a transition table. It knows nothing of rights: policies decide who may act. */
export function stateMachine<S extends string, A extends string>(
  states: readonly S[],
  initial: S,
  transitions: Transitions<S, A>,
): StateMachine<S, A> {
  const acts = Object.keys(transitions) as A[];
  const target = (state: S, act: A): S | undefined => transitions[act][state];
  const can = (state: S, act: A): boolean => target(state, act) !== undefined;

  const next = (state: S, act: A): S => {
    const to = target(state, act);
    if (to === undefined) {
      throw new DomainError(ErrorCode.WRONG_STATE, {
        details: { state, act },
        message: `${act} is not possible in ${state}`,
      });
    }
    return to;
  };

  const actsIn = (state: S): A[] => acts.filter((act) => can(state, act));

  const unreachable = (): S[] => {
    const reached = new Set<S>([initial]);
    for (const state of reached) for (const act of actsIn(state)) reached.add(next(state, act));
    return states.filter((state) => !reached.has(state));
  };

  return { states, initial, acts, can, next, actsIn, unreachable };
}
