import type { EntityManager } from 'typeorm';
import { ErrorCode } from '@domain/errors';
import { anonymous, Role, TokenScope, type Actor } from '@domain/identity/actor';
import { MediaAct, mayOnMedia } from '@domain/media/media.policy';
import { newId } from '@domain/ids';
import { buildActor } from '../../../../test/factories/actor.factory';
import { officeIdByCode } from '../../../../test/factories/identity.factory';
import { buildContact, buildList, buildOutlet, mediaServices } from '../../../../test/factories/media.factory';
import { testNow } from '../../../../test/support/clock';
import { testDatabase, type TestDatabase } from '../../../../test/support/database';
import { RequestContext } from '../core/context';

describe('who sees the press guide', () => {
  let database: TestDatabase;
  let db: EntityManager;
  let services: ReturnType<typeof mediaServices>;
  let edremit: string;
  let ayvalik: string;
  let actors: readonly (readonly [string, Actor])[];

  beforeAll(async () => {
    database = await testDatabase();
    db = database.dataSource.manager;
    services = mediaServices(database);
    edremit = await officeIdByCode(db, 'edremit');
    ayvalik = await officeIdByCode(db, 'ayvalik');
    const userId = newId(testNow);
    const deputyship = { id: newId(testNow), officeId: edremit, principalId: newId(testNow) };
    actors = [
      ...[edremit, ayvalik, await officeIdByCode(db, 'havran')].flatMap((officeId) =>
        Object.values(Role).map((role) => [`${role} of ${officeId}`, buildActor({ officeId, role, userId })] as const),
      ),
      ['operator', { ...anonymous, kind: 'user', userId, isOperator: true, scopes: null }],
      ['visitor', anonymous],
      ['deputy', buildActor({ officeId: edremit, userId, memberships: [], deputyships: [deputyship] })],
      ['reading token', buildActor({ officeId: edremit, userId, scopes: [TokenScope.READ] })],
      ['token without scope', buildActor({ officeId: edremit, userId, scopes: [] })],
    ];
  });
  afterAll(() => database.close());

  const as = (actor: Actor) => new RequestContext(actor, testNow, db, 'test-request');

  it('is decided alike by the policy and by SQL, for every actor', async () => {
    const outlet = await buildOutlet(db);
    const lentContact = await buildContact(db, { outletId: outlet.id });
    const privateOutlet = await buildOutlet(db);
    const privateContact = await buildContact(db, { outletId: privateOutlet.id });
    const lent = await buildList(db, {}, { contacts: [lentContact], lentTo: [ayvalik] });
    const privateList = await buildList(db, {}, { contacts: [lentContact, privateContact] });
    const things = [
      { id: outlet.id, lentTo: [ayvalik], read: 'outlet' as const },
      { id: privateOutlet.id, lentTo: [], read: 'outlet' as const },
      { id: lentContact.id, lentTo: [ayvalik], read: 'contact' as const },
      { id: privateContact.id, lentTo: [], read: 'contact' as const },
      { id: lent.id, lentTo: [ayvalik], read: 'list' as const },
      { id: privateList.id, lentTo: [], read: 'list' as const },
    ];
    let seen = 0;

    for (const [name, actor] of actors) {
      for (const { id, lentTo, read } of things) {
        const verdict = mayOnMedia(actor, MediaAct.VIEW, { officeId: edremit, sharedWithOfficeIds: lentTo });
        const found = await services.queries[read](as(actor), id);
        expect([name, id, found !== null]).toEqual([name, id, verdict.allowed]);
        if (found) seen += 1;
      }
    }
    // Three roles and a reading token of Edremit see all six, three roles of Ayvalık the three on loan.
    expect(seen).toBe(4 * 6 + 3 * 3);
  });

  it('lets nobody but editors of the office change anything', async () => {
    const contact = await buildContact(db);
    const list = await buildList(db, {}, { contacts: [contact], lentTo: [ayvalik] });
    const before = await db.query('select * from media_contacts order by id');

    for (const [name, actor] of actors) {
      const facts = { officeId: edremit, sharedWithOfficeIds: [ayvalik] };
      const verdict = mayOnMedia(actor, MediaAct.EDIT, facts);
      if (verdict.allowed) continue;
      const { code } = verdict;
      const ctx = as(actor);
      for (const act of [
        () => services.contacts.update(ctx, contact.id, 1, { name: 'Değişti' }),
        () => services.contacts.anonymise(ctx, contact.id),
        () => services.contacts.unsubscribe(ctx, contact.id),
        () => services.lists.update(ctx, list.id, 1, { name: 'Değişti' }),
        () => services.lists.removeContacts(ctx, list.id, [contact.id]),
        () => services.lists.share(ctx, list.id, null),
      ]) {
        await expect(act().catch((error: { code: ErrorCode }) => [name, error.code])).resolves.toEqual([name, code]);
      }
    }
    expect(await db.query('select * from media_contacts order by id')).toEqual(before);
    expect(await db.query('select 1 from events')).toEqual([]);
  });

  it('hides what there is not like what is not theirs', async () => {
    const contact = await buildContact(db);
    const stranger = as(buildActor({ officeId: ayvalik, role: Role.PRESS_DIRECTOR }));

    for (const id of [contact.id, newId(testNow), 'olmayan']) {
      expect(await services.queries.contact(stranger, id)).toBeNull();
      await expect(services.contacts.anonymise(stranger, id)).rejects.toMatchObject({
        code: ErrorCode.NOT_FOUND,
        path: ['id'],
        message: 'NOT_FOUND',
      });
    }
  });

  it('gives the guide as a file to department heads and higher, on record', async () => {
    await buildContact(db, { email: 'a@x.example', name: '=HYPERLINK("http://x")' });
    const outcomes: string[] = [];
    for (const role of Object.values(Role)) {
      const ctx = as(buildActor({ officeId: edremit, role, userId: newId(testNow) }));
      const outcome = await services.exports.csv(ctx).catch((error: { code: ErrorCode }) => error.code);
      outcomes.push(outcome.startsWith('\ufeff"Kuruluş"') ? 'file' : outcome);
      if (outcomes.at(-1) === 'file') expect(outcome).toContain(`"'=HYPERLINK(""http://x"")"`);
    }

    expect(outcomes).toEqual(['file', 'file', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    expect(await db.query(`select 1 from events where name = 'mediaContacts.exported'`)).toHaveLength(2);
  });
});
