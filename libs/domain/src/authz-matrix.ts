import { BulletinState, ParticipantState, SectionKind } from './bulletins/bulletin';
import { BulletinAct, bulletinPolicy } from './bulletins/bulletin.policy';
import { Relation, type BulletinFacts } from './bulletins/bulletin-facts';
import {
  mayAddSection,
  mayResolveComment,
  SectionAct,
  sectionPolicy,
  type SectionFacts,
} from './bulletins/section.policy';
import { EventState } from './calendar/event';
import { EventAct, eventPolicy, type EventFacts } from './calendar/event.policy';
import { ErrorCode } from './errors';
import { anonymous, Role, systemActor, TokenScope, type Actor } from './identity/actor';
import { DeputyScope } from './identity/deputyship.policy';
import { OfficeAct, officePolicy, type OfficeFacts } from './identity/identity.policy';
import { MediaAct, mediaPolicy, type MediaFacts } from './media/media.policy';
import type { Verdict } from './policy';
import { CharterAct, charterPolicy, CharterState, type CharterFacts } from './signoff/charter.policy';

/**
 * All rights of the workspace as one text, printed from the policies themselves and committed as
 * `test/golden/authz-matrix.txt`: a change of a right is a diff that a reviewer reads.
 */

const LEAD = 'office-lead';
const OWN = 'office-own';
const OTHER = 'office-other';
const USER = 'user-own';
const STATES = Object.values(BulletinState);

interface Column {
  readonly name: string;
  readonly actorOf: (officeId: string) => Actor;
}

function person(officeId: string, role: Role, more: Partial<Actor> = {}): Actor {
  const memberships = [{ id: 'membership', officeId, role }];
  return { ...anonymous, kind: 'user', userId: USER, officeId, memberships, scopes: null, ...more };
}

function deputy(officeId: string, scope: DeputyScope): Actor {
  const deputyships = [{ id: 'deputyship', officeId, principalId: 'user-director', scope }];
  return person(officeId, Role.EDITOR, { deputyships });
}

const COLUMNS: readonly Column[] = [
  { name: 'DIRECTOR', actorOf: (id) => person(id, Role.PRESS_DIRECTOR) },
  { name: 'HEAD', actorOf: (id) => person(id, Role.DEPARTMENT_HEAD) },
  { name: 'EDITOR', actorOf: (id) => person(id, Role.EDITOR) },
  { name: 'EDITOR+DEPUTY', actorOf: (id) => deputy(id, DeputyScope.ALL) },
  { name: 'EDITOR+DEPUTY/B', actorOf: (id) => deputy(id, DeputyScope.BULLETINS) },
  { name: 'STAFF', actorOf: (id) => person(id, Role.STAFF) },
  { name: 'OBSERVER', actorOf: (id) => person(id, Role.OBSERVER) },
  { name: 'DIRECTOR/READ', actorOf: (id) => person(id, Role.PRESS_DIRECTOR, { scopes: [TokenScope.READ] }) },
];

const operator: Actor = { ...anonymous, kind: 'user', userId: 'user-operator', isOperator: true, scopes: null };

const OUTSIDERS: readonly Column[] = [
  { name: 'OPERATOR', actorOf: () => operator },
  { name: 'ANONYMOUS', actorOf: () => anonymous },
  { name: 'SYSTEM', actorOf: () => systemActor },
];

const SIGNS: Readonly<Partial<Record<ErrorCode, string>>> = {
  [ErrorCode.FORBIDDEN]: '-',
  [ErrorCode.NOT_FOUND]: '0',
  [ErrorCode.WRONG_STATE]: '~',
};

const sign = (verdict: Verdict): string => (verdict.allowed ? '+' : (SIGNS[verdict.code] ?? '?'));

/** One line: what is asked, then per column one sign for each variant of the subject. */
type Ask = (actor: Actor) => readonly Verdict[];
type Line = readonly [name: string, ask: Ask];

function table(title: string, officeId: string, columns: readonly Column[], lines: readonly Line[]): string {
  const nameWidth = Math.max(...lines.map(([name]) => name.length)) + 2;
  const cells = lines.map(([, ask]) => columns.map(({ actorOf }) => ask(actorOf(officeId)).map(sign).join('')));
  const widths = columns.map(
    ({ name }, index) => Math.max(name.length, ...cells.map((row) => row[index]?.length ?? 0)) + 2,
  );
  const format = (first: string, rest: readonly string[]): string =>
    (first.padEnd(nameWidth) + rest.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('')).trimEnd();
  const header = format(
    '',
    columns.map(({ name }) => name),
  );
  return [`## ${title}`, header, ...lines.map(([name], row) => format(name, cells[row] ?? []))].join('\n');
}

const PARTICIPATION: Readonly<Partial<Record<Relation, { state: ParticipantState; isShadow: boolean }>>> = {
  [Relation.INVITED]: { state: ParticipantState.INVITED, isShadow: false },
  [Relation.ACCEPTED]: { state: ParticipantState.ACCEPTED, isShadow: false },
  [Relation.DECLINED]: { state: ParticipantState.DECLINED, isShadow: false },
  [Relation.SHADOW]: { state: ParticipantState.ACCEPTED, isShadow: true },
};

function bulletinsFor(relation: Relation): BulletinFacts[] {
  const participation = PARTICIPATION[relation];
  return STATES.map((state) => ({
    state,
    leadOfficeId: relation === Relation.LEAD ? OWN : LEAD,
    sharedAt: state === BulletinState.DRAFT ? null : new Date(0),
    participants: [
      { officeId: OTHER, state: ParticipantState.ACCEPTED, isShadow: false },
      ...(participation ? [{ officeId: OWN, ...participation }] : []),
    ],
  }));
}

const SECTIONS: readonly (readonly [string, SectionFacts])[] = [
  ['shared', { kind: SectionKind.LEAD, officeId: null }],
  ['own', { kind: SectionKind.QUOTE, officeId: OWN }],
  ["another office's", { kind: SectionKind.QUOTE, officeId: OTHER }],
];

function sectionLines(bulletins: readonly BulletinFacts[]): Line[] {
  return SECTIONS.flatMap(([owner, section]): Line[] => {
    const acts = Object.values(SectionAct).map((act): Line => [
      `${act} ${owner} section`,
      (actor) => bulletins.map((bulletin) => sectionPolicy[act](actor, { bulletin, section })),
    ]);
    const add: Line = [
      `ADD ${owner} section`,
      (actor) => bulletins.map((bulletin) => mayAddSection(actor, { bulletin, section })),
    ];
    return [...acts, add];
  });
}

function commentLines(bulletins: readonly BulletinFacts[]): Line[] {
  return [
    ['own', USER],
    ["another's", 'user-other'],
  ].map(([owner, authorId]): Line => [
    `RESOLVE ${owner} comment`,
    (actor) =>
      bulletins.map((bulletin) => mayResolveComment(actor, { bulletin, comment: { authorId: authorId ?? '' } })),
  ]);
}

function bulletinLines(bulletins: readonly BulletinFacts[]): Line[] {
  const acts = Object.values(BulletinAct).map((act): Line => [
    act,
    (actor) => bulletins.map((bulletin) => bulletinPolicy[act](actor, bulletin)),
  ]);
  return [...acts, ...sectionLines(bulletins), ...commentLines(bulletins)];
}

function bulletinTables(): string[] {
  const members = Object.values(Relation).map((relation) =>
    table(`Bulletin, the actor's office is ${relation}`, OWN, COLUMNS, bulletinLines(bulletinsFor(relation))),
  );
  const outsiders = bulletinLines(bulletinsFor(Relation.STRANGER));
  return [...members, table('Bulletin, outside the offices', OWN, OUTSIDERS, outsiders)];
}

function linesOf<A extends string, S>(
  policy: Readonly<Record<A, (actor: Actor, subject: S) => Verdict>>,
  acts: readonly A[],
  subjects: readonly S[],
): Line[] {
  return acts.map((act): Line => [act, (actor) => subjects.map((subject) => policy[act](actor, subject))]);
}

function officeTables(): string[] {
  const offices = (id: string): OfficeFacts[] => [
    { id, isActive: true, isShadow: false },
    { id, isActive: true, isShadow: true },
    { id, isActive: false, isShadow: false },
  ];
  const lines = (id: string): Line[] => linesOf(officePolicy, Object.values(OfficeAct), offices(id));
  return [
    table('Office (active, in shadow mode, inactive), own', OWN, COLUMNS, lines(OWN)),
    table('Office (active, in shadow mode, inactive), of others', OWN, COLUMNS, lines(OTHER)),
    table('Office (active, in shadow mode, inactive), outside the offices', OWN, OUTSIDERS, lines(OTHER)),
  ];
}

function mediaTables(): string[] {
  const media: MediaFacts[] = [
    { officeId: OWN, sharedWithOfficeIds: [] },
    { officeId: OTHER, sharedWithOfficeIds: [OWN] },
    { officeId: OTHER, sharedWithOfficeIds: [] },
  ];
  const lines = linesOf(mediaPolicy, Object.values(MediaAct), media);
  return [
    table('Media contacts and lists (own, lent to us, of others)', OWN, COLUMNS, lines),
    table('Media contacts and lists, outside the offices', OWN, OUTSIDERS, lines),
  ];
}

function charterTables(): string[] {
  const charters = (signingOfficeIds: readonly string[], proposedByOfficeId: string): CharterFacts[] =>
    Object.values(CharterState).map((state) => ({ state, proposedByOfficeId, signingOfficeIds }));
  const lines = (facts: readonly CharterFacts[]): Line[] => linesOf(charterPolicy, Object.values(CharterAct), facts);
  const title = `Charter (${Object.values(CharterState).join(', ')})`;
  return [
    table(`${title}, proposed by the actor's office`, OWN, COLUMNS, lines(charters([OWN, OTHER], OWN))),
    table(`${title}, proposed by another office`, OWN, COLUMNS, lines(charters([OWN, OTHER], OTHER))),
    table(`${title}, the actor's office in shadow mode`, OWN, COLUMNS, lines(charters([OTHER], OTHER))),
    table(`${title}, outside the offices`, OWN, OUTSIDERS, lines(charters([OWN, OTHER], OTHER))),
  ];
}

function eventTables(): string[] {
  const states = Object.values(EventState);
  const events = (leadOfficeId: string, isConfidential: boolean, more: Partial<EventFacts> = {}): EventFacts[] =>
    states.map((state) => ({
      leadOfficeId,
      partnerOfficeIds: [],
      askedOfficeIds: [],
      state,
      isConfidential,
      ...more,
    }));
  const lines = (facts: readonly EventFacts[]): Line[] => linesOf(eventPolicy, Object.values(EventAct), facts);
  const title = `Event (${states.join(', ')})`;
  return [
    table(`${title}, led by the actor's office`, OWN, COLUMNS, lines(events(OWN, true, { askedOfficeIds: [OWN] }))),
    table(
      `${title}, prepared by the actor's office too`,
      OWN,
      COLUMNS,
      lines(events(OTHER, true, { partnerOfficeIds: [OWN] })),
    ),
    table(`${title}, confidential, asked to come`, OWN, COLUMNS, lines(events(OTHER, true, { askedOfficeIds: [OWN] }))),
    table(`${title}, of others`, OWN, COLUMNS, lines(events(OTHER, false))),
    table(`${title}, confidential of others`, OWN, COLUMNS, lines(events(OTHER, true))),
    table(`${title}, outside the offices`, OWN, OUTSIDERS, lines(events(OTHER, false))),
  ];
}

const LEGEND = `# Who may do what. Printed from the policies; do not edit (npm run golden).
#
# One cell has one sign per variant of the thing. For bulletins these are the states, in order:
# ${STATES.join(', ')}.
# A DRAFT has not been shared; every other state has.
#   +  allowed    -  FORBIDDEN    ~  WRONG_STATE    0  NOT_FOUND
# DIRECTOR is PRESS_DIRECTOR, HEAD is DEPARTMENT_HEAD; EDITOR+DEPUTY is an editor who holds the director's deputyship
# for everything, EDITOR+DEPUTY/B one for bulletins only;
# DIRECTOR/READ is a director's token that may only read.`;

/** The whole matrix, ending with a line break. */
export function authzMatrix(): string {
  return `${[LEGEND, ...bulletinTables(), ...officeTables(), ...mediaTables(), ...charterTables(), ...eventTables()].join('\n\n')}\n`;
}
