import { buildActor } from '../../../../test/factories/actor.factory';
import { ErrorCode } from '../errors';
import { anonymous, Role } from '../identity/actor';
import { DeputyScope } from '../identity/deputyship.policy';
import { allowed, refused } from '../policy';
import { CharterAct, charterActs, CharterState, mayOnCharter } from './charter.policy';

const SIGNING = ['office-edremit', 'office-havran'];
const charter = { state: CharterState.PROPOSED, proposedByOfficeId: 'office-edremit', signingOfficeIds: SIGNING };
const deputy = (scope: DeputyScope): ReturnType<typeof buildActor> =>
  buildActor({ role: Role.EDITOR, deputyships: [{ id: 'd', officeId: 'office-edremit', principalId: 'p', scope }] });

it('is signed by whoever signs for an office, the proposer alone takes it back', () => {
  expect(charterActs(buildActor(), charter)).toEqual(Object.values(CharterAct));
  expect(charterActs(buildActor({ officeId: 'office-havran' }), charter)).toEqual([
    CharterAct.VIEW,
    CharterAct.SIGN,
    CharterAct.RETURN,
    CharterAct.WITHDRAW_SIGNATURE,
  ]);
  expect(charterActs(buildActor({ role: Role.DEPARTMENT_HEAD }), charter)).toEqual([CharterAct.VIEW]);
});

it('is signed by a deputy for everything, not by one for bulletins', () => {
  expect(mayOnCharter(deputy(DeputyScope.ALL), CharterAct.SIGN, charter)).toEqual(allowed);
  expect(mayOnCharter(deputy(DeputyScope.BULLETINS), CharterAct.SIGN, charter)).toEqual(refused(ErrorCode.FORBIDDEN));
});

it('is read, not signed, by an office in shadow mode, and unknown to visitors', () => {
  expect(charterActs(buildActor({ officeId: 'office-bandirma' }), charter)).toEqual([CharterAct.VIEW]);
  expect(mayOnCharter(anonymous, CharterAct.VIEW, charter)).toEqual(refused(ErrorCode.NOT_FOUND));
});

it('is closed once it is in force, superseded or taken back', () => {
  for (const state of [CharterState.IN_FORCE, CharterState.SUPERSEDED, CharterState.WITHDRAWN]) {
    expect(mayOnCharter(buildActor(), CharterAct.SIGN, { ...charter, state })).toEqual(refused(ErrorCode.WRONG_STATE));
  }
});
