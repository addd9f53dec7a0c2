import { buildActor } from '../../../../test/factories/actor.factory';
import { ErrorCode } from '../errors';
import { allowed, refused } from '../policy';
import { anonymous, Role, TokenScope, type Actor } from './actor';
import { DeputyScope } from './deputyship.policy';
import { mayEndDeputyship, mayOnOffice, OfficeAct, officeActs, type OfficeFacts } from './identity.policy';

const office = (overrides: Partial<OfficeFacts> = {}): OfficeFacts => ({
  id: 'office-edremit',
  isActive: true,
  isShadow: false,
  ...overrides,
});
const operator: Actor = { ...anonymous, kind: 'user', userId: 'işletmen', isOperator: true, scopes: null };
const metropolitanDirector = buildActor({ officeId: 'office-balikesir' });

it('lets the operator alone open, close and release offices from shadow mode', () => {
  const acts = [OfficeAct.ACTIVATE, OfficeAct.END_SHADOW, OfficeAct.DEACTIVATE];
  const shadow = office({ isShadow: true });

  expect(mayOnOffice(operator, OfficeAct.ACTIVATE, office({ isActive: false }))).toEqual(allowed);
  expect(mayOnOffice(operator, OfficeAct.ACTIVATE, office())).toEqual(refused(ErrorCode.WRONG_STATE));
  expect(mayOnOffice(operator, OfficeAct.END_SHADOW, shadow)).toEqual(allowed);
  expect(mayOnOffice(operator, OfficeAct.END_SHADOW, office())).toEqual(refused(ErrorCode.WRONG_STATE));
  for (const actor of [buildActor(), metropolitanDirector]) {
    expect(acts.map((act) => mayOnOffice(actor, act, shadow))).toEqual(acts.map(() => refused(ErrorCode.FORBIDDEN)));
  }
});

it('leaves an office’s people to its director and the operator; the metropolitan office has no say', () => {
  const people = [OfficeAct.INVITE_MEMBER, OfficeAct.CHANGE_ROLE, OfficeAct.END_MEMBERSHIP, OfficeAct.VIEW_MEMBERS];
  const done = (actor: Actor): OfficeAct[] => people.filter((act) => mayOnOffice(actor, act, office()).allowed);

  expect(done(buildActor())).toEqual(people);
  expect(done(operator)).toEqual(people);
  expect(done(buildActor({ role: Role.DEPARTMENT_HEAD }))).toEqual([OfficeAct.VIEW_MEMBERS]);
  expect(done(metropolitanDirector)).toEqual([]);
  expect(mayOnOffice(buildActor(), OfficeAct.INVITE_MEMBER, office({ isActive: false }))).toEqual(
    refused(ErrorCode.WRONG_STATE),
  );
});

it('lets a director name deputies, not the operator and not by a reading token', () => {
  expect(mayOnOffice(buildActor(), OfficeAct.NAME_DEPUTY, office())).toEqual(allowed);
  expect(mayOnOffice(operator, OfficeAct.NAME_DEPUTY, office())).toEqual(refused(ErrorCode.FORBIDDEN));
  expect(mayOnOffice(buildActor({ scopes: [TokenScope.READ] }), OfficeAct.NAME_DEPUTY, office())).toEqual(
    refused(ErrorCode.FORBIDDEN),
  );
});

it('lets whoever signs everything for an office propose a charter, once its signature counts', () => {
  const deputy = (scope: DeputyScope): Actor =>
    buildActor({ role: Role.EDITOR, deputyships: [{ id: 'd', officeId: 'office-edremit', principalId: 'p', scope }] });
  const propose = (actor: Actor, facts = office()) => mayOnOffice(actor, OfficeAct.PROPOSE_CHARTER, facts);

  expect(propose(buildActor())).toEqual(allowed);
  expect(propose(deputy(DeputyScope.ALL))).toEqual(allowed);
  for (const actor of [deputy(DeputyScope.BULLETINS), metropolitanDirector, operator]) {
    expect(propose(actor)).toEqual(refused(ErrorCode.FORBIDDEN));
  }
  expect(propose(anonymous)).toEqual(refused(ErrorCode.NOT_FOUND));
  expect(propose(buildActor(), office({ isShadow: true }))).toEqual(refused(ErrorCode.WRONG_STATE));
  expect(propose(buildActor(), office({ isActive: false }))).toEqual(refused(ErrorCode.WRONG_STATE));
});

it('lets the naming director alone end a deputyship', () => {
  const deputyship = { officeId: 'office-edremit', principalId: 'user-ışıl' };

  expect(mayEndDeputyship(buildActor(), deputyship)).toEqual(allowed);
  expect(mayEndDeputyship(buildActor({ userId: 'başkası' }), deputyship)).toEqual(refused(ErrorCode.FORBIDDEN));
  expect(mayEndDeputyship(buildActor({ role: Role.EDITOR }), deputyship)).toEqual(refused(ErrorCode.FORBIDDEN));
  expect(mayEndDeputyship(buildActor({ scopes: [TokenScope.READ] }), deputyship)).toEqual(refused(ErrorCode.FORBIDDEN));
  expect(mayEndDeputyship(metropolitanDirector, deputyship)).toEqual(refused(ErrorCode.NOT_FOUND));
  expect(mayEndDeputyship(operator, deputyship)).toEqual(refused(ErrorCode.NOT_FOUND));
});

it('tells visitors nothing', () => {
  expect(officeActs(anonymous, office())).toEqual([]);
  expect(mayOnOffice(anonymous, OfficeAct.VIEW_MEMBERS, office())).toEqual(refused(ErrorCode.NOT_FOUND));
});
