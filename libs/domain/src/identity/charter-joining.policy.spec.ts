import { CharterState } from '../signoff/charter.policy';
import { anonymous, Role, TokenScope, type Actor } from './actor';
import { coversCharter, mayJoinCharter } from './charter-joining.policy';
import { DeputyScope } from './deputyship.policy';

const shadow = { id: 'karesi', isActive: true, isShadow: true };
const director: Actor = {
  ...anonymous,
  kind: 'user',
  userId: 'ışıl',
  officeId: 'karesi',
  memberships: [{ id: 'm', officeId: 'karesi', role: Role.PRESS_DIRECTOR }],
  scopes: null,
};
const staff: Actor = { ...director, memberships: [{ id: 'm', officeId: 'karesi', role: Role.STAFF }] };
const deputy: Actor = { ...staff, deputyships: [{ id: 'd', officeId: 'karesi', principalId: 'şule' }] };

it.each<[string, Actor, typeof shadow, CharterState, string | null]>([
  ['its director', director, shadow, CharterState.IN_FORCE, null],
  ['its deputy', deputy, shadow, CharterState.IN_FORCE, null],
  ['its staff', staff, shadow, CharterState.IN_FORCE, 'FORBIDDEN'],
  ['a token that only reads', { ...director, scopes: [TokenScope.READ] }, shadow, CharterState.IN_FORCE, 'FORBIDDEN'],
  ['another office', { ...director, officeId: 'havran' }, shadow, CharterState.IN_FORCE, 'NOT_FOUND'],
  ['a visitor', anonymous, shadow, CharterState.IN_FORCE, 'NOT_FOUND'],
  ['its director, a proposed version', director, shadow, CharterState.PROPOSED, 'WRONG_STATE'],
  ['its director, a former version', director, shadow, CharterState.SUPERSEDED, 'WRONG_STATE'],
  ['its director, once it is admitted', director, { ...shadow, isShadow: false }, CharterState.IN_FORCE, 'WRONG_STATE'],
])('judges the joining signature of %s', (_, actor, office, state, code) => {
  const verdict = mayJoinCharter(actor, office, state);

  expect(verdict.allowed ? null : verdict.code).toBe(code);
});

it('lets a deputy for everything sign the charter, not one for bulletins', () => {
  expect([DeputyScope.ALL, DeputyScope.BULLETINS].map(coversCharter)).toEqual([true, false]);
});
