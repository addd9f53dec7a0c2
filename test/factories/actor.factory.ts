import { anonymous, Role, type Actor } from '@domain/identity/actor';

/** A person of an office with a session: its press director unless told otherwise. */
export function buildActor(overrides: Partial<Actor> & { readonly role?: Role } = {}): Actor {
  const { role = Role.PRESS_DIRECTOR, ...actor } = overrides;
  const officeId = actor.officeId === undefined ? 'office-edremit' : actor.officeId;
  return {
    ...anonymous,
    kind: 'user',
    userId: 'user-ışıl',
    officeId,
    memberships: officeId === null ? [] : [{ id: 'membership-ışıl', officeId, role }],
    scopes: null,
    ...actor,
  };
}
