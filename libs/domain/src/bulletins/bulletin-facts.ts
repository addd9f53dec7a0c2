import {
  belongsToOffice,
  hasRoleFrom,
  mayRead,
  mayWrite,
  signingAuthority,
  type Actor,
  type Role,
} from '../identity/actor';
import { ErrorCode } from '../errors';
import { allowed, refused, type Rule, type Verdict } from '../policy';
import { BulletinState, ParticipantState } from './bulletin';

/** A partner office on a bulletin. */
export interface ParticipantFacts {
  readonly officeId: string;
  readonly state: ParticipantState;
  readonly isShadow: boolean;
}

/** What the rules need to know of a bulletin; the entity with its participants fits. */
export interface BulletinFacts {
  readonly state: BulletinState;
  readonly leadOfficeId: string;
  /** First shared with the partners; null: only the lead office knows it. */
  readonly sharedAt: Date | null;
  /** The partners; the lead is not listed. */
  readonly participants: readonly ParticipantFacts[];
}

/** How the office acted for stands to a bulletin. */
export enum Relation {
  LEAD = 'LEAD',
  INVITED = 'INVITED',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  /** Takes part in shadow mode, invited or accepted. */
  SHADOW = 'SHADOW',
  STRANGER = 'STRANGER',
}

type BulletinRule = Rule<Actor, BulletinFacts>;

const when = (condition: boolean, code: ErrorCode): Verdict => (condition ? allowed : refused(code));

/** The relation of the office acted for; people who act for no office are strangers. */
export function relationOf(actor: Actor, bulletin: BulletinFacts): Relation {
  if (!belongsToOffice(actor)) return Relation.STRANGER;
  if (actor.officeId === bulletin.leadOfficeId) return Relation.LEAD;
  const participant = bulletin.participants.find(({ officeId }) => officeId === actor.officeId);
  if (!participant) return Relation.STRANGER;
  if (participant.state === ParticipantState.DECLINED) return Relation.DECLINED;
  if (participant.isShadow) return Relation.SHADOW;
  return participant.state === ParticipantState.ACCEPTED ? Relation.ACCEPTED : Relation.INVITED;
}

const PARTNERS: ReadonlySet<Relation> = new Set([Relation.INVITED, Relation.ACCEPTED, Relation.SHADOW]);
const PUBLIC_STATES: ReadonlySet<BulletinState> = new Set([BulletinState.RELEASED, BulletinState.WITHDRAWN]);

/** Sees the work on it, not only what was released: the lead, and once it is shared the partners that have not declined. */
export function seesWork(actor: Actor, bulletin: BulletinFacts): boolean {
  const relation = relationOf(actor, bulletin);
  return relation === Relation.LEAD || (bulletin.sharedAt !== null && PARTNERS.has(relation));
}

/**
 * Knows of it in the workspace. SQL twin: `lead = office OR (shared_at IS NOT NULL AND a participant row not DECLINED)
 * OR state IN (RELEASED, WITHDRAWN)`, for people of an office only; operators and visitors see the public pages.
 */
export const isVisible: BulletinRule = (actor, bulletin) =>
  when(
    belongsToOffice(actor) && mayRead(actor) && (PUBLIC_STATES.has(bulletin.state) || seesWork(actor, bulletin)),
    ErrorCode.NOT_FOUND,
  );

/** Takes part in the work; strangers who see a released text are refused with FORBIDDEN. */
export const isAtWork: BulletinRule = (actor, bulletin) => when(seesWork(actor, bulletin), ErrorCode.FORBIDDEN);

export const canWrite: BulletinRule = (actor) => when(mayWrite(actor), ErrorCode.FORBIDDEN);

export const isRelated =
  (...relations: readonly Relation[]): BulletinRule =>
  (actor, bulletin) =>
    when(relations.includes(relationOf(actor, bulletin)), ErrorCode.FORBIDDEN);

export const isRoleFrom =
  (least: Role): BulletinRule =>
  (actor) =>
    when(hasRoleFrom(actor, least), ErrorCode.FORBIDDEN);

/** Press director of the office acted for, or a deputy dated for now. */
export const signsForOffice: BulletinRule = (actor) => when(signingAuthority(actor) !== null, ErrorCode.FORBIDDEN);

export const stateIs =
  (...states: readonly BulletinState[]): BulletinRule =>
  (_actor, bulletin) =>
    when(states.includes(bulletin.state), ErrorCode.WRONG_STATE);
