import { DomainError, ErrorCode } from '../errors';
import { stateMachine } from '../state-machine';
import { BulletinState } from './bulletin';
import { bulletinStates, next, type BulletinMove } from './bulletin.states';

const { DRAFT, IN_REVIEW, IN_SIGNOFF, SCHEDULED, RELEASED, WITHDRAWN, DISCARDED } = BulletinState;

const TABLE: readonly (readonly [BulletinState, BulletinMove, BulletinState])[] = [
  [DRAFT, 'share', IN_REVIEW],
  [DRAFT, 'submit', IN_SIGNOFF],
  [DRAFT, 'discard', DISCARDED],
  [IN_REVIEW, 'submit', IN_SIGNOFF],
  [IN_REVIEW, 'discard', DISCARDED],
  [IN_SIGNOFF, 'reopen', IN_REVIEW],
  [IN_SIGNOFF, 'approveRelease', SCHEDULED],
  [IN_SIGNOFF, 'discard', DISCARDED],
  [SCHEDULED, 'approveRelease', SCHEDULED],
  [SCHEDULED, 'unschedule', IN_SIGNOFF],
  [SCHEDULED, 'release', RELEASED],
  [RELEASED, 'withdraw', WITHDRAWN],
  [DISCARDED, 'restore', DRAFT],
];

it('reaches every state', () => {
  expect(bulletinStates.unreachable()).toEqual([]);
});

it('allows exactly the moves of the table', () => {
  const possible = bulletinStates.states.flatMap((state) =>
    bulletinStates.actsIn(state).map((move) => [state, move, next(state, move)]),
  );

  expect(possible).toHaveLength(TABLE.length);
  expect(possible).toEqual(expect.arrayContaining(TABLE.map((row) => [...row])));
});

it('never makes a draft of what was public; what was given up can only be written again', () => {
  expect(bulletinStates.actsIn(WITHDRAWN)).toEqual([]);
  expect(bulletinStates.actsIn(DISCARDED)).toEqual(['restore']);
  expect(bulletinStates.actsIn(RELEASED)).toEqual(['withdraw']);
});

it('refuses another move with WRONG_STATE and says which', () => {
  let error: unknown;
  try {
    next(RELEASED, 'reopen');
  } catch (refusal) {
    error = refusal;
  }

  expect(error).toBeInstanceOf(DomainError);
  expect(error).toMatchObject({ code: ErrorCode.WRONG_STATE, details: { state: RELEASED, act: 'reopen' } });
});

it('names a state that nothing leads to', () => {
  const machine = stateMachine(['a', 'b', 'c'], 'a', { go: { a: 'b' }, leave: { c: 'a' } });

  expect(machine.unreachable()).toEqual(['c']);
});
