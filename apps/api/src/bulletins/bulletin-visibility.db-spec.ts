import { BulletinKind, BulletinState, ParticipantState } from '@domain/bulletins/bulletin';
import { BulletinAct, mayOnBulletin } from '@domain/bulletins/bulletin.policy';
import type { BulletinFacts } from '@domain/bulletins/bulletin-facts';
import { anonymous, Role, systemActor, TokenScope, type Actor } from '@domain/identity/actor';
import { newId } from '@domain/ids';
import { buildActor } from '../../../../test/factories/actor.factory';
import { buildOffice, buildUser } from '../../../../test/factories/identity.factory';
import { testNow } from '../../../../test/support/clock';
import { testDatabase, type TestDatabase } from '../../../../test/support/database';
import { RequestContext } from '../core/context';
import { OfficeState } from '../offices/office.entity';
import { BulletinParticipantEntity } from './bulletin-participant.entity';
import { BulletinEntity } from './bulletin.entity';
import { visibleTo } from './bulletins.queries';

interface Seeded {
  readonly id: string;
  readonly facts: BulletinFacts;
}

const codes = ['balikesir-bb', 'edremit', 'ayvalik', 'gomec', 'burhaniye', 'havran'] as const;
type Code = (typeof codes)[number];

describe('what SQL shows and what the policy allows to view', () => {
  let database: TestDatabase;
  let seeded: Seeded[];
  const officeIds = {} as Record<Code, string>;

  beforeAll(async () => {
    database = await testDatabase();
    await database.reset();
    for (const code of codes) {
      // Havran takes part in shadow mode.
      const state = code === 'havran' ? OfficeState.SHADOW : OfficeState.ACTIVE;
      officeIds[code] = (await buildOffice(database.dataSource.manager, { code, state })).id;
    }
    seeded = await seedEverything();
  });
  afterAll(() => database.close());

  /** Every state × shared or not × lead × how a partner stands to it. */
  async function seedEverything(): Promise<Seeded[]> {
    const { id: authorId } = await buildUser(database.dataSource.manager);
    const all: Seeded[] = [];
    for (const state of Object.values(BulletinState)) {
      for (const sharedAt of [null, testNow]) {
        for (const lead of ['edremit', 'ayvalik'] as const) {
          all.push(await seed({ state, sharedAt, leadOfficeId: officeIds[lead], participants: [] }, authorId));
          for (const partner of ['gomec', 'havran'] as const) {
            for (const answer of Object.values(ParticipantState)) {
              const participant = { officeId: officeIds[partner], state: answer, isShadow: partner === 'havran' };
              const facts = { state, sharedAt, leadOfficeId: officeIds[lead], participants: [participant] };
              all.push(await seed(facts, authorId));
            }
          }
        }
      }
    }
    return all;
  }

  async function seed(facts: BulletinFacts, authorId: string): Promise<Seeded> {
    const { state, sharedAt, leadOfficeId, participants } = facts;
    const db = database.dataSource.manager;
    const { id } = await db.save(
      Object.assign(new BulletinEntity(), {
        id: newId(testNow),
        kind: BulletinKind.BULLETIN,
        state,
        leadOfficeId,
        sharedAt,
        createdById: authorId,
        createdAt: testNow,
        updatedAt: testNow,
        releaseApprovedAt: testNow,
        releasedAt: testNow,
        number: `2026/DEN-${newId(testNow)}`,
        withdrawalReason: 'Yanlış tarih',
      }),
    );
    for (const { officeId, state: answer } of participants) {
      await db.insert(BulletinParticipantEntity, {
        bulletinId: id,
        officeId,
        position: 0,
        state: answer,
        invitedAt: testNow,
        invitedById: authorId,
      });
    }
    return { id, facts };
  }

  async function shownTo(actor: Actor): Promise<string[]> {
    const ctx = new RequestContext(actor, testNow, database.dataSource.manager, 'test-request');
    const conditions = visibleTo(ctx);
    const rows: { id: string }[] = await database.dataSource.query(
      `select b.id from bulletins b where ${conditions.sql} order by b.id`,
      conditions.values,
    );
    return rows.map(({ id }) => id);
  }

  const allowedTo = (actor: Actor): string[] =>
    seeded
      .filter(({ facts }) => mayOnBulletin(actor, BulletinAct.VIEW, facts).allowed)
      .map(({ id }) => id)
      .sort();

  const everyRole = codes.flatMap((code) => Object.values(Role).map((role) => [code, role] as const));

  it.each(everyRole)('agree for %s, %s', async (code, role) => {
    const actor = buildActor({ officeId: officeIds[code], role });

    const shown = await shownTo(actor);

    expect(shown).toEqual(allowedTo(actor));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(seeded.length);
  });

  const edremit = () => officeIds.edremit;
  const deputyship = () => ({ id: 'deputyship', officeId: officeIds.gomec, principalId: 'user-müdür' });
  it.each<[string, () => Actor, 'some' | 'none']>([
    [
      'a deputy of an office of which they are no member',
      () => buildActor({ officeId: officeIds.gomec, memberships: [], deputyships: [deputyship()] }),
      'some',
    ],
    [
      'a deputy who acts for another office',
      () => buildActor({ officeId: edremit(), memberships: [], deputyships: [deputyship()] }),
      'none',
    ],
    ['a member who acts for no office', () => ({ ...buildActor({ officeId: edremit() }), officeId: null }), 'none'],
    [
      'a member who names an office of others',
      () => ({ ...buildActor({ officeId: edremit() }), officeId: officeIds.gomec }),
      'none',
    ],
    ['a token without scopes', () => buildActor({ officeId: edremit(), scopes: [] }), 'none'],
    ['a reading token', () => buildActor({ officeId: edremit(), scopes: [TokenScope.READ] }), 'some'],
    ['a writing token', () => buildActor({ officeId: edremit(), scopes: [TokenScope.WRITE] }), 'some'],
    ['the operator', () => buildActor({ officeId: null, isOperator: true }), 'none'],
    ['a visitor', () => anonymous, 'none'],
    ['the system', () => systemActor, 'none'],
  ])('agree for %s', async (_who, actorOf, amount) => {
    const actor = actorOf();

    const shown = await shownTo(actor);

    expect(shown).toEqual(allowedTo(actor));
    expect(shown.length > 0).toBe(amount === 'some');
  });
});
