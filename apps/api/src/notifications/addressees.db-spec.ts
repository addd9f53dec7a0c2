import { Role, systemActor } from '@domain/identity/actor';
import { NotificationKind } from '@domain/notifications/notification';
import {
  buildDeputyship,
  buildMembership,
  buildOffice,
  buildUser,
  officeIdByCode,
} from '../../../../test/factories/identity.factory';
import { testNow } from '../../../../test/support/clock';
import { testDatabase, type TestDatabase } from '../../../../test/support/database';
import { RequestContext } from '../core/context';
import { OfficeState } from '../offices/office.entity';
import { addresseesOf } from './addressees';
import { OfficeGroup, type Audience } from './recipients/audience';

describe('addresseesOf', () => {
  let database: TestDatabase;
  let edremit: string;
  let ayvalik: string;

  beforeAll(async () => {
    database = await testDatabase();
  });
  beforeEach(async () => {
    await database.reset();
    edremit = await officeIdByCode(db(), 'edremit');
    ayvalik = await officeIdByCode(db(), 'ayvalik');
  });
  afterAll(() => database.close());

  const db = () => database.dataSource.manager;

  /** A person of this name with a role in an office. */
  async function person(name: string, officeId: string, role: Role, validUntil: string | null = null) {
    const user = await buildUser(db(), { name });
    await buildMembership(db(), { userId: user.id, officeId, role, validUntil });
    return user.id;
  }

  /** "name of office: kind", in the order found. */
  async function found(
    audiences: readonly Audience[],
    { officeIds = [edremit, ayvalik], actorId = null }: { officeIds?: string[]; actorId?: string | null } = {},
  ): Promise<string[]> {
    const ctx = new RequestContext(systemActor, testNow, db(), 'test-request');
    const addressees = await addresseesOf(ctx, audiences, { officeIds, actorId });
    const names: string[] = [];
    for (const { userId, officeId, kind } of addressees) {
      const [row] = await database.dataSource.query<{ words: string }[]>(
        `select u.name || ' (' || o.code || '): ' as words from users u, offices o where u.id = $1 and o.id = $2`,
        [userId, officeId],
      );
      names.push(`${row?.words}${kind}`);
    }
    return names;
  }

  const of = (group: OfficeGroup, ...officeIds: string[]): Audience => ({
    kind: NotificationKind.SIGNATURE_NEEDED,
    group,
    officeIds,
  });

  it('takes the roles of each group', async () => {
    await person('Müdür', edremit, Role.PRESS_DIRECTOR);
    await person('Şef', edremit, Role.DEPARTMENT_HEAD);
    await person('Editör', edremit, Role.EDITOR);
    await person('Personel', edremit, Role.STAFF);
    await person('Gözlemci', edremit, Role.OBSERVER);

    const names = async (group: OfficeGroup) =>
      (await found([of(group, edremit)])).map((text) => text.split(' ')[0] ?? '');

    expect((await names(OfficeGroup.SIGNERS)).sort()).toEqual(['Müdür']);
    expect((await names(OfficeGroup.HEADS)).sort()).toEqual(['Müdür', 'Şef']);
    expect((await names(OfficeGroup.WRITERS)).sort()).toEqual(['Editör', 'Müdür', 'Şef']);
  });

  it('counts the deputy of the day among those who sign, and no other deputy', async () => {
    const director = await person('Müdür', edremit, Role.PRESS_DIRECTOR);
    const parties = (deputyId: string) => ({ officeId: edremit, principalId: director, deputyId });
    await buildDeputyship(db(), parties(await person('Bugünün vekili', edremit, Role.DEPARTMENT_HEAD)));
    await buildDeputyship(db(), parties(await person('Geri alınan vekil', edremit, Role.EDITOR)), {
      revokedAt: new Date('2026-04-22T09:00:00+03:00'),
    });
    await buildDeputyship(db(), parties(await person('Yarının vekili', edremit, Role.EDITOR)), {
      validFrom: new Date('2026-04-24T00:00:00+03:00'),
    });

    expect(await found([of(OfficeGroup.SIGNERS, edremit)])).toEqual([
      'Müdür (edremit): SIGNATURE_NEEDED',
      'Bugünün vekili (edremit): SIGNATURE_NEEDED',
    ]);
  });

  it('leaves out who left, who is suspended and offices that are not active', async () => {
    await person('Ayrılan', edremit, Role.PRESS_DIRECTOR, '2026-04-22');
    const suspended = await person('Askıdaki', edremit, Role.PRESS_DIRECTOR);
    await database.dataSource.query('update users set suspended_at = $2 where id = $1', [suspended, testNow]);
    const { id: karesi } = await buildOffice(db(), { code: 'karesi', state: OfficeState.INACTIVE });
    await person('Kapalı birimin müdürü', karesi, Role.PRESS_DIRECTOR);
    await person('Son gününde', ayvalik, Role.PRESS_DIRECTOR, '2026-04-23');

    const names = await found([of(OfficeGroup.SIGNERS, edremit, ayvalik, karesi)], {
      officeIds: [edremit, ayvalik, karesi],
    });

    expect(names).toEqual(['Son gününde (ayvalik): SIGNATURE_NEEDED']);
  });

  it('tells nobody of an office that does not see the work, whatever a rule says', async () => {
    await person('Müdür', ayvalik, Role.PRESS_DIRECTOR);
    const named = await person('Anılan', ayvalik, Role.STAFF);
    const mention: Audience = { kind: NotificationKind.MENTIONED, group: 'PEOPLE', userIds: [named] };

    expect(await found([of(OfficeGroup.SIGNERS, ayvalik), mention], { officeIds: [edremit] })).toEqual([]);
    expect(await found([mention])).toEqual(['Anılan (ayvalik): MENTIONED']);
  });

  it('tells everybody once, by the first audience and the first office by protocol, and never who acted', async () => {
    const actor = await person('Yapan', edremit, Role.PRESS_DIRECTOR);
    const both = await person('İki birimde', edremit, Role.PRESS_DIRECTOR);
    await buildMembership(db(), { userId: both, officeId: ayvalik, role: Role.PRESS_DIRECTOR });
    const mention: Audience = { kind: NotificationKind.MENTIONED, group: 'PEOPLE', userIds: [both, actor] };

    expect(await found([mention, of(OfficeGroup.SIGNERS, edremit, ayvalik)], { actorId: actor })).toEqual([
      'İki birimde (ayvalik): MENTIONED',
    ]);
  });
});
