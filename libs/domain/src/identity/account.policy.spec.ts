import { mayGrantRole, mayKeepOwnAccount, mayShutOut } from './account.policy';
import { anonymous, Role, systemActor, TokenScope, type Actor } from './actor';
import { OfficeAct } from './identity.policy';

const office = { id: 'edremit', isActive: true, isShadow: false };
const person = (role: Role, overrides: Partial<Actor> = {}): Actor => ({
  ...anonymous,
  kind: 'user',
  userId: 'ışıl',
  officeId: 'edremit',
  memberships: [{ id: 'm', officeId: 'edremit', role }],
  scopes: null,
  ...overrides,
});
const operator: Actor = { ...anonymous, kind: 'user', userId: 'işletmen', isOperator: true, scopes: null };

it.each<[string, Actor, boolean]>([
  ['a person in a session', person(Role.OBSERVER), true],
  ['an operator in a session', operator, true],
  ['a token that may write', person(Role.PRESS_DIRECTOR, { scopes: [TokenScope.READ, TokenScope.WRITE] }), false],
  ['a visitor', anonymous, false],
  ['a job', systemActor, false],
])('lets %s keep the own sign-in: %p', (_, actor, expected) => {
  expect(mayKeepOwnAccount(actor).allowed).toBe(expected);
});

it.each<[string, Actor, string, boolean]>([
  ['an operator', operator, 'ışıl', true],
  ['an operator themselves', operator, 'işletmen', false],
  ['an operator by a token that only reads', { ...operator, scopes: [TokenScope.READ] }, 'ışıl', false],
  ['a press director', person(Role.PRESS_DIRECTOR), 'şule', false],
])('lets %s shut somebody out: %#', (_, actor, userId, expected) => {
  expect(mayShutOut(actor, userId).allowed).toBe(expected);
});

describe('giving a role', () => {
  const grants = Object.values(Role).flatMap((role) =>
    [true, false].map((hasDirector) => [role, hasDirector] as const),
  );

  it.each(grants)('%s while there is a director (%p) is the director’s to do', (role, hasDirector) => {
    const verdict = mayGrantRole(person(Role.PRESS_DIRECTOR), OfficeAct.INVITE_MEMBER, office, { role, hasDirector });

    expect(verdict.allowed).toBe(true);
  });

  it.each(grants)('%s while there is a director (%p) is the operator’s only to seat one', (role, hasDirector) => {
    const verdict = mayGrantRole(operator, OfficeAct.INVITE_MEMBER, office, { role, hasDirector });

    expect(verdict.allowed).toBe(role === Role.PRESS_DIRECTOR && !hasDirector);
  });

  it.each([
    [
      'another office’s director',
      person(Role.PRESS_DIRECTOR, {
        officeId: 'havran',
        memberships: [{ id: 'm', officeId: 'havran', role: Role.PRESS_DIRECTOR }],
      }),
    ],
    ['a director who acts for another office', person(Role.PRESS_DIRECTOR, { officeId: 'havran' })],
    ['a department head', person(Role.DEPARTMENT_HEAD)],
    ['a deputy', person(Role.STAFF, { deputyships: [{ id: 'd', officeId: 'edremit', principalId: 'şule' }] })],
    ['a director’s token that only reads', person(Role.PRESS_DIRECTOR, { scopes: [TokenScope.READ] })],
  ])('is refused to %s', (_, actor) => {
    const grant = { role: Role.PRESS_DIRECTOR, hasDirector: false };

    expect(mayGrantRole(actor, OfficeAct.INVITE_MEMBER, office, grant)).toEqual({ allowed: false, code: 'FORBIDDEN' });
  });
});
