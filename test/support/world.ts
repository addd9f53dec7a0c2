import { Role } from '@domain/identity/actor';
import { buildMembership, buildUser, officeIdByCode } from '../factories/identity.factory';
import type { SignedIn, TestApp } from './app';

export const korfezOffices = ['balikesir-bb', 'edremit', 'ayvalik', 'gomec', 'burhaniye', 'havran'] as const;
export type OfficeCode = (typeof korfezOffices)[number];

export interface World {
  readonly officeIds: Record<OfficeCode, string>;
  /** The press director of each office, signed in. */
  readonly directors: Record<OfficeCode, SignedIn>;
  /** Somebody of this role in this office, signed in. */
  person(office: OfficeCode, role: Role): Promise<SignedIn>;
}

/** Six offices with a press director each. */
export async function buildWorld(test: TestApp): Promise<World> {
  const db = test.dataSource.manager;
  const person = async (office: OfficeCode, role: Role): Promise<SignedIn> => {
    const officeId = await officeIdByCode(db, office);
    const user = await buildUser(db, { name: `${office} ${role}` });
    await buildMembership(db, { userId: user.id, officeId, role });
    return test.signInAs(user, officeId);
  };
  const entries = await Promise.all(
    korfezOffices.map(async (code) => {
      const director = await person(code, Role.PRESS_DIRECTOR);
      return [code, director, await officeIdByCode(db, code)] as const;
    }),
  );
  return {
    officeIds: Object.fromEntries(entries.map(([code, , id]) => [code, id])) as World['officeIds'],
    directors: Object.fromEntries(entries.map(([code, director]) => [code, director])) as World['directors'],
    person,
  };
}
