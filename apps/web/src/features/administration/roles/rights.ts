/** Who may do what, asked of the same policies that the server asks, so that the page cannot say something else. */
import { BulletinState, ParticipantState, SectionKind } from '@domain/bulletins/bulletin';
import type { BulletinFacts } from '@domain/bulletins/bulletin-facts';
import { BulletinAct, bulletinPolicy } from '@domain/bulletins/bulletin.policy';
import { SectionAct, sectionPolicy } from '@domain/bulletins/section.policy';
import { anonymous, Role, type Actor } from '@domain/identity/actor';
import { DeputyScope } from '@domain/identity/deputyship.policy';
import { OfficeAct, officePolicy } from '@domain/identity/identity.policy';
import { MediaAct, mediaPolicy } from '@domain/media/media.policy';
import type { Verdict } from '@domain/policy';
import { CharterAct, charterPolicy, CharterState } from '@domain/signoff/charter.policy';

const own = 'own';
const other = 'other';

function person(role: Role, more: Partial<Actor> = {}): Actor {
  const memberships = [{ id: 'membership', officeId: own, role }];
  return { ...anonymous, kind: 'user', userId: 'person', officeId: own, memberships, scopes: null, ...more };
}

const deputyship = { id: 'deputyship', officeId: own, principalId: 'director', scope: DeputyScope.ALL };

/** The columns: the roles from the highest, an editor who is deputy for all signatures, and the operator. */
export const holders = {
  PRESS_DIRECTOR: person(Role.PRESS_DIRECTOR),
  DEPARTMENT_HEAD: person(Role.DEPARTMENT_HEAD),
  EDITOR: person(Role.EDITOR),
  STAFF: person(Role.STAFF),
  OBSERVER: person(Role.OBSERVER),
  DEPUTY: person(Role.EDITOR, { deputyships: [deputyship] }),
  OPERATOR: { ...anonymous, kind: 'user', userId: 'operator', isOperator: true, scopes: null },
} satisfies Readonly<Record<string, Actor>>;

export type Holder = keyof typeof holders;
export const holderNames = Object.keys(holders) as Holder[];

export interface Right {
  /** `bulletin.SIGN`: key of its words. */
  readonly key: string;
  readonly holders: readonly Holder[];
}

export interface RightGroup {
  readonly id: 'lead' | 'partner' | 'media' | 'office' | 'charter';
  readonly rights: readonly Right[];
}

type Ask = (actor: Actor) => boolean;

/** Rights that nobody has in this place are left off. */
function group(id: RightGroup['id'], lines: readonly (readonly [key: string, ask: Ask])[]): RightGroup {
  const rights = lines.map(([key, ask]) => ({ key, holders: holderNames.filter((name) => ask(holders[name])) }));
  return { id, rights: rights.filter((right) => right.holders.length > 0) };
}

/** A line for each act: whether some state of the thing lets the actor do it. */
function linesOf<Act extends string, Subject>(
  prefix: string,
  policy: Readonly<Record<Act, (actor: Actor, subject: Subject) => Verdict>>,
  acts: readonly Act[],
  subjects: readonly Subject[],
): (readonly [string, Ask])[] {
  return acts.map((act) => [
    `${prefix}.${act}`,
    (actor) => subjects.some((subject) => policy[act](actor, subject).allowed),
  ]);
}

function bulletins(leadOfficeId: string, participation: readonly ParticipantState[]): BulletinFacts[] {
  const participants = (state: ParticipantState) => [
    { officeId: other, state: ParticipantState.ACCEPTED, isShadow: false },
    ...(leadOfficeId === own ? [] : [{ officeId: own, state, isShadow: false }]),
  ];
  return Object.values(BulletinState).flatMap((state) =>
    participation.map((answer) => ({
      state,
      leadOfficeId,
      sharedAt: state === BulletinState.DRAFT ? null : new Date(0),
      participants: participants(answer),
    })),
  );
}

const led = bulletins(own, [ParticipantState.ACCEPTED]);
const joined = bulletins('lead', [ParticipantState.INVITED, ParticipantState.ACCEPTED]);
const foreignSection = { kind: SectionKind.QUOTE, officeId: other };
const suggesting = (facts: readonly BulletinFacts[]): readonly [string, Ask] => [
  'section.SUGGEST',
  (actor) =>
    facts.some((bulletin) => sectionPolicy[SectionAct.SUGGEST](actor, { bulletin, section: foreignSection }).allowed),
];
const offices = [
  { id: own, isActive: true, isShadow: false },
  { id: own, isActive: true, isShadow: true },
  { id: own, isActive: false, isShadow: false },
];
const charters = Object.values(CharterState).map((state) => ({
  state,
  proposedByOfficeId: own,
  signingOfficeIds: [own, other],
}));

/** The grid, from the policies. */
export const rightGroups: readonly RightGroup[] = [
  group('lead', [...linesOf('bulletin', bulletinPolicy, Object.values(BulletinAct), led), suggesting(led)]),
  group('partner', [...linesOf('bulletin', bulletinPolicy, Object.values(BulletinAct), joined), suggesting(joined)]),
  group('media', linesOf('media', mediaPolicy, Object.values(MediaAct), [{ officeId: own, sharedWithOfficeIds: [] }])),
  group('office', linesOf('office', officePolicy, Object.values(OfficeAct), offices)),
  group('charter', linesOf('charter', charterPolicy, Object.values(CharterAct), charters)),
];
