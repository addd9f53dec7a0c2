import { buildActor } from '../../../../test/factories/actor.factory';
import {
  anonymous,
  belongsToOffice,
  hasRoleFrom,
  mayRead,
  mayWrite,
  Role,
  roleOf,
  signingAuthority,
  systemActor,
  TokenScope,
} from './actor';
import { DeputyScope } from './deputyship.policy';

const OFFICE = 'office-edremit';
const deputyship = { id: 'vekâlet-1', officeId: OFFICE, principalId: 'user-müdür', scope: DeputyScope.BULLETINS };

it('orders roles: each may what the lower ones may', () => {
  const least = [Role.OBSERVER, Role.STAFF, Role.EDITOR, Role.DEPARTMENT_HEAD, Role.PRESS_DIRECTOR];

  least.forEach((role, rank) => {
    expect(least.filter((one) => hasRoleFrom(buildActor({ role }), one))).toEqual(least.slice(0, rank + 1));
  });
});

it('takes the role of the office acted for, not of another', () => {
  const actor = buildActor({
    officeId: 'office-havran',
    memberships: [{ id: 'm', officeId: OFFICE, role: Role.EDITOR }],
  });

  expect(roleOf(actor)).toBeNull();
  expect(hasRoleFrom(actor, Role.OBSERVER)).toBe(false);
  expect(belongsToOffice(actor)).toBe(false);
});

it('belongs to an office by membership or deputyship, as a person only', () => {
  expect(belongsToOffice(buildActor())).toBe(true);
  expect(belongsToOffice(buildActor({ memberships: [], deputyships: [deputyship] }))).toBe(true);
  expect(belongsToOffice(buildActor({ officeId: null }))).toBe(false);
  expect(belongsToOffice({ ...buildActor(), kind: 'system' })).toBe(false);
  expect(belongsToOffice(anonymous)).toBe(false);
  expect(belongsToOffice(systemActor)).toBe(false);
});

it('limits tokens to their scopes and sessions not at all', () => {
  const scoped = (...scopes: TokenScope[]): [boolean, boolean] => [
    mayRead(buildActor({ scopes })),
    mayWrite(buildActor({ scopes })),
  ];

  expect(scoped(TokenScope.READ)).toEqual([true, false]);
  expect(scoped(TokenScope.WRITE)).toEqual([true, true]);
  expect(scoped()).toEqual([false, false]);
  expect([mayRead(buildActor()), mayWrite(buildActor())]).toEqual([true, true]);
  expect([mayRead(anonymous), mayWrite(anonymous)]).toEqual([false, false]);
});

describe('the authority to sign', () => {
  const editor = buildActor({ role: Role.EDITOR, deputyships: [deputyship] });

  it('is the press director’s role, before any deputyship', () => {
    expect(signingAuthority(buildActor({ deputyships: [deputyship] }))).toEqual({
      kind: 'ROLE',
      membershipId: 'membership-ışıl',
    });
    expect(signingAuthority(buildActor({ role: Role.DEPARTMENT_HEAD }))).toBeNull();
  });

  it('or a deputyship for the office acted for', () => {
    expect(signingAuthority(editor)).toEqual({ kind: 'DEPUTY', deputyshipId: 'vekâlet-1' });
    expect(signingAuthority({ ...editor, deputyships: [{ ...deputyship, officeId: 'office-havran' }] })).toBeNull();
  });

  it('of a deputy for bulletins ends before the charter', () => {
    const full = { ...deputyship, id: 'vekâlet-2', scope: DeputyScope.ALL };
    const { scope: _unknown, ...unscoped } = deputyship;

    expect(signingAuthority(editor, DeputyScope.ALL)).toBeNull();
    expect(signingAuthority({ ...editor, deputyships: [unscoped] }, DeputyScope.ALL)).toBeNull();
    expect(signingAuthority({ ...editor, deputyships: [deputyship, full] }, DeputyScope.ALL)).toEqual({
      kind: 'DEPUTY',
      deputyshipId: 'vekâlet-2',
    });
  });
});
