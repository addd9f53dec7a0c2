import { DeputyScope } from './deputyship.policy';

/** Roles are held per office (membership), never globally. */
export enum Role {
  /** Signs for the office, approves release. Basın müdürü; in the metropolitan office the daire başkanı. */
  PRESS_DIRECTOR = 'PRESS_DIRECTOR',
  /** Runs a department; edits and coordinates, signs only as a dated deputy. */
  DEPARTMENT_HEAD = 'DEPARTMENT_HEAD',
  /** Writes and edits the office's texts. */
  EDITOR = 'EDITOR',
  /** Contributes: comments, files, checklists. */
  STAFF = 'STAFF',
  /** Reads what the office may see. */
  OBSERVER = 'OBSERVER',
}

/** What a personal API token may do; a session has no such limit. */
export enum TokenScope {
  READ = 'READ',
  WRITE = 'WRITE',
}

/** One person × one office × one role, valid now. */
export interface Membership {
  readonly id: string;
  readonly officeId: string;
  readonly role: Role;
}

/** A dated delegation (vekâlet), valid now: the actor may sign for `officeId` in place of `principalId`. */
export interface Deputyship {
  readonly id: string;
  readonly officeId: string;
  readonly principalId: string;
  /** What it covers; unknown counts as the narrower BULLETINS. */
  readonly scope?: DeputyScope;
}

/** Who acts, as policies see it: plain facts, read once per request. */
export interface Actor {
  readonly kind: 'user' | 'system' | 'anonymous';
  readonly userId: string | null;
  /** The office acted for in this request; null for operators, jobs and visitors. */
  readonly officeId: string | null;
  readonly memberships: readonly Membership[];
  readonly deputyships: readonly Deputyship[];
  /** Runs the platform: offices, users, audit; sees no content. */
  readonly isOperator: boolean;
  /** null: no limit (session). */
  readonly scopes: readonly TokenScope[] | null;
}

export const anonymous: Actor = {
  kind: 'anonymous',
  userId: null,
  officeId: null,
  memberships: [],
  deputyships: [],
  isOperator: false,
  scopes: [],
};

/** Jobs act as the system: they pass no policy meant for people, services give them their own verbs. */
export const systemActor: Actor = { ...anonymous, kind: 'system', scopes: null };

/** The actor's role in the office acted for, or null. */
export function roleOf(actor: Actor): Role | null {
  return actor.memberships.find((membership) => membership.officeId === actor.officeId)?.role ?? null;
}

/** Highest first: what a role may, every role before it may too (signing aside, which is the press director's alone). */
const ROLE_ORDER: readonly Role[] = [Role.PRESS_DIRECTOR, Role.DEPARTMENT_HEAD, Role.EDITOR, Role.STAFF, Role.OBSERVER];

/** Whether the actor's role in the office acted for is this one or a higher one. */
export function hasRoleFrom(actor: Actor, least: Role): boolean {
  const role = roleOf(actor);
  return role !== null && ROLE_ORDER.indexOf(role) <= ROLE_ORDER.indexOf(least);
}

/** Whether the actor belongs to the office acted for, by membership or by a deputyship valid now. */
export function belongsToOffice(actor: Actor): boolean {
  if (actor.kind !== 'user' || actor.officeId === null) return false;
  return roleOf(actor) !== null || actor.deputyships.some((deputyship) => deputyship.officeId === actor.officeId);
}

/** A session, or a token that may read; WRITE includes reading. */
export function mayRead(actor: Actor): boolean {
  return actor.scopes === null || actor.scopes.length > 0;
}

/** A session, or a token with the WRITE scope. */
export function mayWrite(actor: Actor): boolean {
  return actor.scopes === null || actor.scopes.includes(TokenScope.WRITE);
}

/** On what ground somebody signs for an office: the own role, or a dated deputyship. Stored with each signature. */
export type SigningAuthority =
  { readonly kind: 'ROLE'; readonly membershipId: string } | { readonly kind: 'DEPUTY'; readonly deputyshipId: string };

/**
 * The authority with which the actor may sign for the office acted for, or null if there is none. A deputyship counts if
 * it covers what is signed: `ALL` for the charter, either scope for bulletins.
 */
export function signingAuthority(actor: Actor, needed: DeputyScope = DeputyScope.BULLETINS): SigningAuthority | null {
  const own = actor.memberships.find(
    (membership) => membership.officeId === actor.officeId && membership.role === Role.PRESS_DIRECTOR,
  );
  if (own) return { kind: 'ROLE', membershipId: own.id };
  const deputy = actor.deputyships.find(
    ({ officeId, scope }) =>
      officeId === actor.officeId && (needed === DeputyScope.BULLETINS || scope === DeputyScope.ALL),
  );
  return deputy ? { kind: 'DEPUTY', deputyshipId: deputy.id } : null;
}
