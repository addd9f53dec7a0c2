import { buildActor } from '../../../../test/factories/actor.factory';
import { ErrorCode } from '../errors';
import { anonymous, Role, TokenScope, type Actor } from '../identity/actor';
import { allowed, refused } from '../policy';
import { MediaAct, guideActs, mediaActs, mayOnMedia } from './media.policy';

const list = { officeId: 'office-edremit', sharedWithOfficeIds: ['office-havran'] };
const lenderOf = (role: Role): Actor => buildActor({ role });
const borrowerOf = (role: Role): Actor => buildActor({ officeId: 'office-havran', role });
const ROLES = Object.values(Role);

it('lets editors and higher keep their own contacts, and heads and directors export them', () => {
  expect(Object.fromEntries(ROLES.map((role) => [role, mediaActs(lenderOf(role), list)]))).toEqual({
    PRESS_DIRECTOR: [MediaAct.VIEW, MediaAct.EDIT, MediaAct.EXPORT],
    DEPARTMENT_HEAD: [MediaAct.VIEW, MediaAct.EDIT, MediaAct.EXPORT],
    EDITOR: [MediaAct.VIEW, MediaAct.EDIT],
    STAFF: [],
    OBSERVER: [],
  });
});

it('lets editors of an office that a list is lent to read it, never change or export it', () => {
  expect(Object.fromEntries(ROLES.map((role) => [role, mediaActs(borrowerOf(role), list)]))).toEqual({
    PRESS_DIRECTOR: [MediaAct.VIEW],
    DEPARTMENT_HEAD: [MediaAct.VIEW],
    EDITOR: [MediaAct.VIEW],
    STAFF: [],
    OBSERVER: [],
  });
  expect(mayOnMedia(borrowerOf(Role.PRESS_DIRECTOR), MediaAct.EXPORT, list)).toEqual(refused(ErrorCode.FORBIDDEN));
});

it('hides them from every other office, the operator and visitors', () => {
  const operator: Actor = { ...anonymous, kind: 'user', userId: 'işletmen', isOperator: true, scopes: null };
  for (const actor of [buildActor({ officeId: 'office-balikesir' }), operator, anonymous]) {
    for (const act of Object.values(MediaAct)) {
      expect(mayOnMedia(actor, act, list)).toEqual(refused(ErrorCode.NOT_FOUND));
    }
  }
});

it('lets no reading token take contacts out', () => {
  const token = buildActor({ scopes: [TokenScope.READ] });

  expect(mayOnMedia(token, MediaAct.VIEW, list)).toEqual(allowed);
  expect(mayOnMedia(token, MediaAct.EXPORT, list)).toEqual(refused(ErrorCode.FORBIDDEN));
});

it('tells what one may do with the own guide before anything is in it', () => {
  const acts = (role: Role) => guideActs(buildActor({ role }));

  expect(acts(Role.DEPARTMENT_HEAD)).toEqual([MediaAct.VIEW, MediaAct.EDIT, MediaAct.EXPORT]);
  expect(acts(Role.EDITOR)).toEqual([MediaAct.VIEW, MediaAct.EDIT]);
  expect(acts(Role.STAFF)).toEqual([]);
  expect(guideActs(anonymous)).toEqual([]);
});
