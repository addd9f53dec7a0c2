import { ErrorCode } from '../errors';
import { anonymous, Role, systemActor, TokenScope, type Actor } from '../identity/actor';
import { isOwnFile, mayUpload } from './file.policy';

const member = (role: Role, changes: Partial<Actor> = {}): Actor => ({
  ...anonymous,
  kind: 'user',
  userId: 'isil',
  officeId: 'edremit',
  memberships: [{ id: 'm1', officeId: 'edremit', role }],
  scopes: null,
  ...changes,
});

describe('uploading a file', () => {
  it.each([Role.PRESS_DIRECTOR, Role.DEPARTMENT_HEAD, Role.EDITOR, Role.STAFF])('is open to a %s', (role) => {
    expect(mayUpload(member(role))).toEqual({ allowed: true });
    expect(mayUpload(member(role, { scopes: [TokenScope.WRITE] }))).toEqual({ allowed: true });
  });

  it.each([
    ['an observer', member(Role.OBSERVER)],
    ['a token that only reads', member(Role.STAFF, { scopes: [TokenScope.READ] })],
    ['a member acting for another office', member(Role.STAFF, { officeId: 'havran' })],
    ['an operator', { ...anonymous, kind: 'user', userId: 'op', isOperator: true, scopes: null } as const],
    ['a visitor', anonymous],
    ['the system', systemActor],
  ])('is closed to %s', (_name, actor) => {
    expect(mayUpload(actor)).toEqual({ allowed: false, code: ErrorCode.FORBIDDEN });
  });
});

describe("an office's own file", () => {
  const file = { officeId: 'edremit' };

  it('is seen by each of its members, the observer too', () => {
    for (const role of Object.values(Role)) expect(isOwnFile(member(role), file)).toBe(true);
    expect(isOwnFile(member(Role.STAFF, { scopes: [TokenScope.READ] }), file)).toBe(true);
  });

  it('is nobody else’s', () => {
    const others = [
      member(Role.PRESS_DIRECTOR, {
        officeId: 'balikesir-bb',
        memberships: [{ id: 'm2', officeId: 'balikesir-bb', role: Role.PRESS_DIRECTOR }],
      }),
      member(Role.STAFF, { officeId: 'havran' }),
      member(Role.STAFF, { memberships: [] }),
      member(Role.STAFF, { scopes: [] }),
      anonymous,
      systemActor,
    ];
    for (const actor of others) expect(isOwnFile(actor, file)).toBe(false);
  });
});
