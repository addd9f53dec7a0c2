import { buildActor } from '../../../../test/factories/actor.factory';
import { ErrorCode } from '../errors';
import { anonymous, Role, systemActor, TokenScope, type Actor } from '../identity/actor';
import { allowed, refused } from '../policy';
import { BulletinState, ParticipantState, SectionKind } from './bulletin';
import { seesWork, type BulletinFacts } from './bulletin-facts';
import { BulletinAct, bulletinActs, mayCreateBulletin, mayOnBulletin } from './bulletin.policy';
import {
  isOwnershipSound,
  mayAddSection,
  mayOnSection,
  mayResolveComment,
  SectionAct,
  sectionActs,
} from './section.policy';

const STATES = Object.values(BulletinState);
const ACTS = Object.values(BulletinAct);
const ROLES = Object.values(Role);

function bulletin(overrides: Partial<BulletinFacts> = {}): BulletinFacts {
  return {
    state: BulletinState.IN_REVIEW,
    leadOfficeId: 'balikesir',
    sharedAt: new Date('2026-04-22T09:00:00+03:00'),
    participants: [
      { officeId: 'edremit', state: ParticipantState.ACCEPTED, isShadow: false },
      { officeId: 'havran', state: ParticipantState.INVITED, isShadow: false },
      { officeId: 'gomec', state: ParticipantState.DECLINED, isShadow: false },
      { officeId: 'bandirma', state: ParticipantState.ACCEPTED, isShadow: true },
    ],
    ...overrides,
  };
}

const OFFICES = ['balikesir', 'edremit', 'havran', 'gomec', 'bandirma', 'susurluk'];
const PEOPLE: readonly Actor[] = OFFICES.flatMap((officeId) => [
  ...ROLES.map((role) => buildActor({ officeId, role })),
  buildActor({ officeId, role: Role.EDITOR, deputyships: [{ id: 'd', officeId, principalId: 'p' }] }),
  buildActor({ officeId, scopes: [TokenScope.READ] }),
  buildActor({ officeId, memberships: [], deputyships: [{ id: 'd', officeId, principalId: 'p' }] }),
]);
const BULLETINS = STATES.flatMap((state) => [bulletin({ state }), bulletin({ state, sharedAt: null })]);

const codeOf = (actor: Actor, act: BulletinAct, facts: BulletinFacts): ErrorCode | null => {
  const verdict = mayOnBulletin(actor, act, facts);
  return verdict.allowed ? null : verdict.code;
};

describe('for everybody, every act and every state', () => {
  const cells = PEOPLE.flatMap((actor) => BULLETINS.flatMap((facts) => ACTS.map((act) => ({ actor, facts, act }))));

  it('what is not visible is not found, and what is visible never is', () => {
    const wrong = cells.filter(
      ({ actor, facts, act }) =>
        mayOnBulletin(actor, BulletinAct.VIEW, facts).allowed === (codeOf(actor, act, facts) === ErrorCode.NOT_FOUND),
    );

    expect(wrong).toEqual([]);
  });

  it('WRONG_STATE means that in another state the same person may', () => {
    const wrong = cells
      .filter(({ actor, facts, act }) => codeOf(actor, act, facts) === ErrorCode.WRONG_STATE)
      .filter(({ actor, facts, act }) => !STATES.some((state) => codeOf(actor, act, { ...facts, state }) === null));

    expect(wrong).toEqual([]);
  });

  it('FORBIDDEN means that in no state with the same visibility the same person may', () => {
    const publicStates: readonly BulletinState[] = [BulletinState.RELEASED, BulletinState.WITHDRAWN];
    const statesLike = ({ state }: BulletinFacts): BulletinState[] =>
      STATES.filter((other) => publicStates.includes(other) === publicStates.includes(state));
    const wrong = cells
      .filter(({ actor, facts, act }) => codeOf(actor, act, facts) === ErrorCode.FORBIDDEN)
      .filter(({ actor, facts, act }) =>
        statesLike(facts).some((state) => codeOf(actor, act, { ...facts, state }) === null),
      );

    expect(wrong).toEqual([]);
  });

  it('a token without WRITE does nothing but look', () => {
    const readers = PEOPLE.filter(({ scopes }) => scopes !== null);
    const done = new Set(readers.flatMap((actor) => BULLETINS.flatMap((facts) => bulletinActs(actor, facts))));

    expect(Array.from(done).sort()).toEqual([BulletinAct.VIEW, BulletinAct.VIEW_WORK]);
  });

  it('a higher role may whatever a lower one may, except that only directors and deputies sign', () => {
    const order = [Role.PRESS_DIRECTOR, Role.DEPARTMENT_HEAD, Role.EDITOR, Role.STAFF, Role.OBSERVER];
    for (const officeId of OFFICES) {
      for (const facts of BULLETINS) {
        const sets = order.map((role) => new Set(bulletinActs(buildActor({ officeId, role }), facts)));
        sets.slice(1).forEach((lower, index) => {
          expect(Array.from(lower).filter((act) => !sets[index]?.has(act))).toEqual([]);
        });
      }
    }
  });

  it('operators, visitors and jobs see and do nothing', () => {
    const operator: Actor = { ...anonymous, kind: 'user', userId: 'op', isOperator: true, scopes: null };
    for (const actor of [operator, anonymous, systemActor]) {
      expect(BULLETINS.flatMap((facts) => bulletinActs(actor, facts))).toEqual([]);
    }
  });
});

describe('visibility', () => {
  const sees = (officeId: string, facts: BulletinFacts): boolean =>
    mayOnBulletin(buildActor({ officeId, role: Role.OBSERVER }), BulletinAct.VIEW, facts).allowed;

  it('keeps a draft to its own office until it is shared', () => {
    const draft = bulletin({ state: BulletinState.DRAFT, sharedAt: null });

    expect(OFFICES.filter((office) => sees(office, draft))).toEqual(['balikesir']);
  });

  it('shows shared work to partners that have not declined', () => {
    expect(OFFICES.filter((office) => sees(office, bulletin()))).toEqual([
      'balikesir',
      'edremit',
      'havran',
      'bandirma',
    ]);
  });

  it('shows what was released to every office, and the work behind it to those who took part', () => {
    const released = bulletin({ state: BulletinState.RELEASED });

    expect(OFFICES.filter((office) => sees(office, released))).toEqual(OFFICES);
    expect(OFFICES.filter((officeId) => seesWork(buildActor({ officeId }), released))).toEqual([
      'balikesir',
      'edremit',
      'havran',
      'bandirma',
    ]);
  });

  it('keeps what was given up before it was shared to the lead', () => {
    const discarded = bulletin({ state: BulletinState.DISCARDED, sharedAt: null });

    expect(OFFICES.filter((office) => sees(office, discarded))).toEqual(['balikesir']);
  });
});

describe('signing', () => {
  const offered = bulletin({ state: BulletinState.IN_SIGNOFF });
  const signers = (facts: BulletinFacts): string[] =>
    OFFICES.filter((officeId) => mayOnBulletin(buildActor({ officeId }), BulletinAct.SIGN, facts).allowed);

  it('is for the lead and for partners that accepted', () => {
    expect(signers(offered)).toEqual(['balikesir', 'edremit']);
    expect(signers(bulletin({ state: BulletinState.SCHEDULED }))).toEqual(['balikesir', 'edremit']);
    expect(signers(bulletin())).toEqual([]);
  });

  it('is done by the director or the deputy of the day, nobody else', () => {
    const may = (overrides: Parameters<typeof buildActor>[0]): boolean =>
      mayOnBulletin(buildActor({ officeId: 'edremit', ...overrides }), BulletinAct.SIGN, offered).allowed;

    expect(ROLES.filter((role) => may({ role }))).toEqual([Role.PRESS_DIRECTOR]);
    expect(may({ role: Role.STAFF, deputyships: [{ id: 'd', officeId: 'edremit', principalId: 'p' }] })).toBe(true);
    expect(may({ role: Role.STAFF, deputyships: [{ id: 'd', officeId: 'havran', principalId: 'p' }] })).toBe(false);
  });

  it('approving a release, unscheduling and withdrawing is the lead’s', () => {
    const may = (act: BulletinAct, state: BulletinState): string[] =>
      OFFICES.filter((officeId) => mayOnBulletin(buildActor({ officeId }), act, bulletin({ state })).allowed);

    expect(may(BulletinAct.APPROVE_RELEASE, BulletinState.IN_SIGNOFF)).toEqual(['balikesir']);
    expect(may(BulletinAct.UNSCHEDULE, BulletinState.SCHEDULED)).toEqual(['balikesir']);
    expect(may(BulletinAct.WITHDRAW, BulletinState.RELEASED)).toEqual(['balikesir']);
    expect(may(BulletinAct.LIFT_EMBARGO, BulletinState.SCHEDULED)).toEqual(['balikesir', 'edremit']);
  });
});

describe('sections', () => {
  const shared = { kind: SectionKind.LEAD, officeId: null };
  const quoteOf = (officeId: string): { kind: SectionKind; officeId: string } => ({
    kind: SectionKind.QUOTE,
    officeId,
  });
  const editors = (section: { kind: SectionKind; officeId: string | null }, state: BulletinState): string[] =>
    OFFICES.filter(
      (officeId) =>
        mayOnSection(buildActor({ officeId, role: Role.EDITOR }), SectionAct.EDIT, {
          bulletin: bulletin({ state }),
          section,
        }).allowed,
    );

  it('shared ones are edited by accepted partners in review and sign-off, by the lead until release', () => {
    expect(STATES.map((state) => editors(shared, state))).toEqual([
      ['balikesir'],
      ['balikesir', 'edremit'],
      ['balikesir', 'edremit'],
      ['balikesir'],
      [],
      [],
      [],
    ]);
  });

  it('an office’s own are edited by that office alone, the lead included, until release', () => {
    for (const state of [BulletinState.IN_REVIEW, BulletinState.IN_SIGNOFF, BulletinState.SCHEDULED]) {
      expect(editors(quoteOf('edremit'), state)).toEqual(['edremit']);
      expect(editors(quoteOf('balikesir'), state)).toEqual(['balikesir']);
      expect(editors(quoteOf('bandirma'), state)).toEqual([]);
      expect(editors(quoteOf('gomec'), state)).toEqual([]);
    }
    expect(editors(quoteOf('edremit'), BulletinState.RELEASED)).toEqual([]);
  });

  it('refuse with the code that says why', () => {
    const ask = (actor: Actor, section: { kind: SectionKind; officeId: string | null }, facts = bulletin()): unknown =>
      mayOnSection(actor, SectionAct.EDIT, { bulletin: facts, section });

    expect(ask(buildActor({ officeId: 'balikesir' }), quoteOf('edremit'))).toEqual(refused(ErrorCode.FORBIDDEN));
    expect(ask(buildActor({ officeId: 'susurluk' }), shared)).toEqual(refused(ErrorCode.NOT_FOUND));
    expect(ask(buildActor({ officeId: 'edremit', role: Role.STAFF }), shared)).toEqual(refused(ErrorCode.FORBIDDEN));
    expect(ask(buildActor({ officeId: 'edremit' }), shared, bulletin({ state: BulletinState.SCHEDULED }))).toEqual(
      refused(ErrorCode.WRONG_STATE),
    );
  });

  it('are added and removed by their office, shared ones by the lead', () => {
    const may = (officeId: string, section: { kind: SectionKind; officeId: string | null }): unknown =>
      mayAddSection(buildActor({ officeId, role: Role.EDITOR }), { bulletin: bulletin(), section });

    expect(may('balikesir', shared)).toEqual(allowed);
    expect(may('edremit', shared)).toEqual(refused(ErrorCode.FORBIDDEN));
    expect(may('edremit', quoteOf('edremit'))).toEqual(allowed);
    expect(may('balikesir', quoteOf('edremit'))).toEqual(refused(ErrorCode.FORBIDDEN));
    expect(may('edremit', { kind: SectionKind.HEADLINE, officeId: 'edremit' })).toEqual(refused(ErrorCode.INVALID));
    expect(may('balikesir', { kind: SectionKind.QUOTE, officeId: null })).toEqual(refused(ErrorCode.INVALID));
  });

  it('have an owner exactly where the kind asks for one', () => {
    const owned = Object.values(SectionKind).filter((kind) => isOwnershipSound({ kind, officeId: 'edremit' }));
    const free = Object.values(SectionKind).filter((kind) => isOwnershipSound({ kind, officeId: null }));

    expect(owned).toEqual([SectionKind.OFFICE, SectionKind.QUOTE, SectionKind.ATTACHMENTS]);
    expect(free).toEqual([
      SectionKind.HEADLINE,
      SectionKind.SPOT,
      SectionKind.LEAD,
      SectionKind.FACTS,
      SectionKind.CLOSING,
      SectionKind.ATTACHMENTS,
    ]);
  });

  it('let staff upload but not write', () => {
    const staff = buildActor({ officeId: 'edremit', role: Role.STAFF });
    const own = { kind: SectionKind.ATTACHMENTS, officeId: 'edremit' };

    expect(sectionActs(staff, { bulletin: bulletin(), section: own })).toEqual([SectionAct.ATTACH]);
    expect(
      sectionActs(buildActor({ officeId: 'edremit', role: Role.OBSERVER }), { bulletin: bulletin(), section: own }),
    ).toEqual([]);
  });
});

describe('comments', () => {
  const resolve = (overrides: Parameters<typeof buildActor>[0], facts = bulletin()): unknown =>
    mayResolveComment(buildActor({ role: Role.STAFF, ...overrides }), {
      bulletin: facts,
      comment: { authorId: 'yazan' },
    });

  it('are closed by who began them or by the lead’s editors', () => {
    expect(resolve({ officeId: 'havran', userId: 'yazan' })).toEqual(allowed);
    expect(resolve({ officeId: 'balikesir', role: Role.EDITOR })).toEqual(allowed);
    expect(resolve({ officeId: 'balikesir' })).toEqual(refused(ErrorCode.FORBIDDEN));
    expect(resolve({ officeId: 'edremit', role: Role.PRESS_DIRECTOR })).toEqual(refused(ErrorCode.FORBIDDEN));
    expect(resolve({ officeId: 'susurluk', userId: 'yazan' })).toEqual(refused(ErrorCode.NOT_FOUND));
    expect(resolve({ officeId: 'havran', userId: 'yazan' }, bulletin({ state: BulletinState.RELEASED }))).toEqual(
      refused(ErrorCode.WRONG_STATE),
    );
  });
});

describe('starting a bulletin', () => {
  const office = { id: 'edremit', isActive: true, isShadow: false };

  it('is for editors of an active office that signs', () => {
    const may = (overrides: Parameters<typeof buildActor>[0], facts = office): unknown =>
      mayCreateBulletin(buildActor({ officeId: 'edremit', role: Role.EDITOR, ...overrides }), facts);

    expect(may({})).toEqual(allowed);
    expect(may({ role: Role.STAFF })).toEqual(refused(ErrorCode.FORBIDDEN));
    expect(may({ scopes: [TokenScope.READ] })).toEqual(refused(ErrorCode.FORBIDDEN));
    expect(may({ officeId: 'havran' })).toEqual(refused(ErrorCode.FORBIDDEN));
    expect(may({}, { ...office, isShadow: true })).toEqual(refused(ErrorCode.WRONG_STATE));
    expect(may({}, { ...office, isActive: false })).toEqual(refused(ErrorCode.WRONG_STATE));
    expect(mayCreateBulletin(anonymous, office)).toEqual(refused(ErrorCode.FORBIDDEN));
  });
});
