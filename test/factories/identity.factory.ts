import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { newId } from '@domain/ids';
import { Role } from '@domain/identity/actor';
import { DeputyScope } from '@domain/identity/deputyship.policy';
import { DeputyshipEntity } from '../../apps/api/src/identity/deputyship.entity';
import { MembershipEntity } from '../../apps/api/src/identity/membership.entity';
import { UserEntity } from '../../apps/api/src/identity/user.entity';
import { OfficeEntity, OfficeState } from '../../apps/api/src/offices/office.entity';

/** The instant that tests take for the present: 23 Nisan 2026 Perşembe 09.00 in Istanbul. */
const testNow = new Date('2026-04-23T09:00:00+03:00');

/** The id of an office that the migrations brought, e.g. 'edremit', 'balikesir-bb', 'karesi' (inactive). */
export async function officeIdByCode(db: EntityManager, code: string): Promise<string> {
  return (await db.findOneByOrFail(OfficeEntity, { code })).id;
}

/** The office of that code, changed by the overrides. The province has a fixed set of offices, so none is made up. */
export async function buildOffice(
  db: EntityManager,
  overrides: Partial<Omit<OfficeEntity, 'id'>> = {},
): Promise<OfficeEntity> {
  const office = await db.findOneByOrFail(OfficeEntity, { code: overrides.code ?? 'edremit' });
  return db.save(Object.assign(office, { state: OfficeState.ACTIVE, joinedAt: testNow }, overrides));
}

/** A user without password or membership. */
export function buildUser(db: EntityManager, overrides: Partial<UserEntity> = {}): Promise<UserEntity> {
  const user = Object.assign(new UserEntity(), {
    id: newId(testNow),
    email: `kisi-${randomBytes(6).toString('hex')}@ornek.bel.tr`,
    name: 'Işıl Şimşek Gökçeoğlu',
    passwordHash: null,
    isOperator: false,
    totpSecret: null,
    totpEnabledAt: null,
    totpLastStep: null,
    oidcIssuer: null,
    oidcSubject: null,
    locale: 'tr',
    notificationPreferences: {},
    suspendedAt: null,
    createdAt: testNow,
    ...overrides,
  });
  return db.save(user);
}

/** A membership valid since 2026-01-01; makes the user when none is given, and is of Edremit unless said. */
export async function buildMembership(
  db: EntityManager,
  overrides: Partial<MembershipEntity> = {},
): Promise<MembershipEntity> {
  const membership = Object.assign(new MembershipEntity(), {
    id: newId(testNow),
    role: Role.EDITOR,
    title: 'Haber editörü',
    validFrom: '2026-01-01',
    validUntil: null,
    createdAt: testNow,
    ...overrides,
    userId: overrides.userId ?? (await buildUser(db)).id,
    officeId: overrides.officeId ?? (await officeIdByCode(db, 'edremit')),
  });
  return db.save(membership);
}

/** A deputyship of the whole of April 2026. */
export async function buildDeputyship(
  db: EntityManager,
  parties: Pick<DeputyshipEntity, 'officeId' | 'principalId' | 'deputyId'>,
  overrides: Partial<DeputyshipEntity> = {},
): Promise<DeputyshipEntity> {
  const deputyship = Object.assign(new DeputyshipEntity(), {
    id: newId(testNow),
    ...parties,
    scope: DeputyScope.ALL,
    reason: 'Yıllık izin',
    validFrom: new Date('2026-04-01T00:00:00+03:00'),
    validUntil: new Date('2026-05-01T00:00:00+03:00'),
    revokedAt: null,
    createdAt: testNow,
    ...overrides,
  });
  return db.save(deputyship);
}
