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

/** On what ground somebody signs for an office: the own role, or a dated deputyship. Stored with each signature. */
export type SigningAuthority =
  { readonly kind: 'ROLE'; readonly membershipId: string } | { readonly kind: 'DEPUTY'; readonly deputyshipId: string };

/** The authority with which the actor may sign for the office acted for, or null if there is none. */
export function signingAuthority(actor: Actor): SigningAuthority | null {
  const own = actor.memberships.find(
    (membership) => membership.officeId === actor.officeId && membership.role === Role.PRESS_DIRECTOR,
  );
  if (own) return { kind: 'ROLE', membershipId: own.id };
  const deputy = actor.deputyships.find((deputyship) => deputyship.officeId === actor.officeId);
  return deputy ? { kind: 'DEPUTY', deputyshipId: deputy.id } : null;
}
