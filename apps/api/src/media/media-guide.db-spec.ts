import type { EntityManager } from 'typeorm';
import { ErrorCode } from '@domain/errors';
import { Role } from '@domain/identity/actor';
import { newId } from '@domain/ids';
import { LegalBasis, OutletType } from '@domain/media/media';
import { buildActor } from '../../../../test/factories/actor.factory';
import { officeIdByCode } from '../../../../test/factories/identity.factory';
import {
  buildContact,
  buildList,
  buildOutlet,
  buildRefusal,
  markOf,
  mediaServices,
} from '../../../../test/factories/media.factory';
import { testNow } from '../../../../test/support/clock';
import { testDatabase, type TestDatabase } from '../../../../test/support/database';
import { RequestContext } from '../core/context';
import { Deliveries } from '../core/delivery/deliveries.service';
import { MediaContactEntity } from './media-contact.entity';

const userId = newId(testNow);

describe('the press guide', () => {
  let database: TestDatabase;
  let db: EntityManager;
  let services: ReturnType<typeof mediaServices>;
  let edremit: string;
  let ayvalik: string;
  let ctx: RequestContext;
  let borrower: RequestContext;

  beforeAll(async () => {
    database = await testDatabase();
    db = database.dataSource.manager;
  });
  beforeEach(async () => {
    await database.reset();
    services = mediaServices(database);
    edremit = await officeIdByCode(db, 'edremit');
    ayvalik = await officeIdByCode(db, 'ayvalik');
    ctx = as(edremit, Role.EDITOR);
    borrower = as(ayvalik, Role.EDITOR);
  });
  afterAll(() => database.close());

  const as = (officeId: string, role: Role) =>
    new RequestContext(buildActor({ officeId, role, userId }), testNow, db, 'test-request');
  const events = async (): Promise<string[]> => {
    const rows: { name: string }[] = await db.query('select name from events order by chain_seq');
    return rows.map(({ name }) => name);
  };
  const newContact = { email: 'Haber@Isik.EXAMPLE', legalBasis: LegalBasis.MADE_PUBLIC, source: 'Künye' };

  describe('contacts', () => {
    it('are kept with one form of the address and a day of review', async () => {
      const { id } = await services.contacts.create(ctx, { ...newContact, name: ' Işıl Çınar ' });

      const saved = await db.findOneByOrFail(MediaContactEntity, { id });
      expect(saved).toMatchObject({
        officeId: edremit,
        email: 'haber@isik.example',
        name: 'Işıl Çınar',
        reviewDueOn: '2027-04-23',
        isActive: true,
        version: 1,
      });
      expect(saved.addressMark?.equals(markOf('haber@isik.example'))).toBe(true);
      expect(await events()).toEqual(['mediaContact.created']);
    });

    it('have an address once in a guide, and may stand in several guides', async () => {
      await services.contacts.create(ctx, newContact);

      await expect(services.contacts.create(ctx, { ...newContact, email: 'haber@isik.example' })).rejects.toMatchObject(
        { code: ErrorCode.TAKEN, path: ['input', 'email'] },
      );
      await services.contacts.create(borrower, newContact);

      expect(await db.count(MediaContactEntity)).toBe(2);
      expect(await events()).toHaveLength(2);
    });

    it.each([[{ email: 'ışıl@isik.example' }, 'email'] as const, [{ outletId: newId(testNow) }, 'outletId'] as const])(
      'refuse %j',
      async (wrong, field) => {
        await expect(services.contacts.create(ctx, { ...newContact, ...wrong })).rejects.toMatchObject({
          code: ErrorCode.INVALID,
          path: ['input', field],
        });
        expect(await db.count(MediaContactEntity)).toBe(0);
        expect(await events()).toEqual([]);
      },
    );

    it('are at no outlet of another guide', async () => {
      const theirs = await buildOutlet(db, { officeId: ayvalik });

      await expect(services.contacts.create(ctx, { ...newContact, outletId: theirs.id })).rejects.toMatchObject({
        code: ErrorCode.INVALID,
      });
    });

    it('keep what is left out and clear what is null', async () => {
      const { id } = await buildContact(db, { phone: '0266 000 00 01', unit: 'Haber masası' });

      await services.contacts.update(ctx, id, 1, { phone: null, name: 'Şükrü İnce' });

      expect(await db.findOneByOrFail(MediaContactEntity, { id })).toMatchObject({
        phone: null,
        name: 'Şükrü İnce',
        unit: 'Haber masası',
        version: 2,
      });
      const [event] = await db.query('select data from events');
      expect(event.data).toEqual({ fields: ['name', 'phone'] });
    });

    it('are not changed from an old version', async () => {
      const { id } = await buildContact(db);
      await services.contacts.update(ctx, id, 1, { name: 'İlk' });

      await expect(services.contacts.update(ctx, id, 1, { name: 'İkinci' })).rejects.toMatchObject({
        code: ErrorCode.STALE_VERSION,
        details: { version: 2 },
      });
    });

    it('are tried afresh with a new address, not with another name', async () => {
      const { id } = await buildContact(db, { bouncedAt: testNow, bounceReason: '550' });

      const renamed = await services.contacts.update(ctx, id, 1, { name: 'Başka' });
      expect(renamed.bouncedAt).toEqual(testNow);
      const moved = await services.contacts.update(ctx, id, 2, { email: 'yeni@x.example' });

      expect(moved).toMatchObject({ bouncedAt: null, bounceReason: null, email: 'yeni@x.example' });
    });

    it('lose a bounce that is mended, once', async () => {
      const { id } = await buildContact(db, { bouncedAt: testNow, bounceReason: '550' });

      expect(await services.contacts.clearBounce(ctx, id)).toMatchObject({ bouncedAt: null, bounceReason: null });
      await expect(services.contacts.clearBounce(ctx, id)).rejects.toMatchObject({ code: ErrorCode.WRONG_STATE });
    });

    it('leave no trace when they are erased, but stay refused and counted', async () => {
      const email = 'silinecek@x.example';
      const contact = await buildContact(db, { email, name: 'Silinecek Kişi', phone: '0266', notes: 'özel' });
      await buildList(db, {}, { contacts: [contact] });
      await services.contacts.unsubscribe(ctx, contact.id);

      await services.contacts.anonymise(ctx, contact.id);

      const [row] = await db.query('select to_jsonb(c)::text as text from media_contacts c where id = $1', [
        contact.id,
      ]);
      for (const trace of ['silinecek', 'Silinecek', '0266', 'özel', markOf(email).toString('hex')]) {
        expect(row.text).not.toContain(trace);
      }
      expect(await db.query('select 1 from media_list_members')).toEqual([]);
      const [{ data }] = await db.query(`select json_agg(e) as data from events e`);
      expect(JSON.stringify(data)).not.toMatch(/silinecek/i);
      expect(await events()).toEqual(['mediaContact.unsubscribed', 'mediaContact.anonymised']);
      expect(await db.query('select 1 from media_preferences where address_mark = $1', [markOf(email)])).toHaveLength(
        1,
      );
      await expect(services.contacts.update(ctx, contact.id, 2, { name: 'Yine' })).rejects.toMatchObject({
        code: ErrorCode.WRONG_STATE,
      });
    });

    it('leave the record of mails without a trace, and get no correction', async () => {
      const [gone, kept] = [await buildContact(db, { email: 'silinecek@x.example' }), await buildContact(db)];
      const deliveries = new Deliveries();
      const mailing = (sourceId: string) => ({
        sourceType: 'edition',
        sourceId,
        itemId: sourceId,
        officeId: edremit,
        domain: 'x.example',
        addressees: [gone, kept].map(({ id, email, name }) => ({ contactId: id, address: email ?? '', name })),
      });
      const [sent, planned] = [newId(testNow), newId(testNow)];
      await deliveries.plan(ctx, mailing(sent));
      await db.query(`update deliveries set state = 'SENT', answer = '250 ok silinecek@x.example'`);
      await deliveries.plan(ctx, mailing(planned));

      await services.contacts.anonymise(ctx, gone.id);

      const rows = await db.query('select to_jsonb(d)::text as text from deliveries d where contact_id = $1', [
        gone.id,
      ]);
      expect(rows).toHaveLength(2);
      expect(JSON.stringify(rows)).not.toMatch(/silinecek|Işıklı/);
      const states = await db.query('select source_id, state from deliveries where contact_id = $1', [gone.id]);
      expect(states).toEqual(
        expect.arrayContaining([
          { source_id: sent, state: 'SENT' },
          { source_id: planned, state: 'CANCELLED' },
        ]),
      );
      for (const sourceId of [sent, planned]) {
        const reached = await deliveries.reached(ctx, 'edition', sourceId);
        expect(reached.map(({ contactId }) => contactId)).toEqual([kept.id]);
      }
    });

    it('show a refusal that was there before them', async () => {
      await buildRefusal(db, 'haber@isik.example');

      const { id } = await services.contacts.create(ctx, newContact);

      expect((await services.queries.contact(ctx, id))?.unsubscribedAt).toEqual(testNow);
    });
  });

  describe('outlets', () => {
    it('have a name once in a guide, Turkish letters aside', async () => {
      await services.outlets.create(ctx, { name: 'Işık Gazetesi', type: OutletType.NEWSPAPER });

      await expect(services.outlets.create(ctx, { name: 'ISIK GAZETESİ', type: OutletType.WEB })).rejects.toMatchObject(
        { code: ErrorCode.TAKEN, path: ['input', 'name'] },
      );
    });

    it('cover districts that there are', async () => {
      const input = { name: 'Işık', type: OutletType.WEB, districtCodes: ['edremit', 'foca'] };

      await expect(services.outlets.create(ctx, input)).rejects.toMatchObject({
        code: ErrorCode.INVALID,
        path: ['input', 'districtCodes', '1'],
      });
    });
  });

  describe('lists', () => {
    it('hold own contacts only, each once', async () => {
      const list = await buildList(db);
      const own = await buildContact(db);
      const theirs = await buildContact(db, { officeId: ayvalik });

      await services.lists.addContacts(ctx, list.id, [own.id, own.id]);
      await services.lists.addContacts(ctx, list.id, [own.id]);

      await expect(services.lists.addContacts(ctx, list.id, [own.id, theirs.id])).rejects.toMatchObject({
        code: ErrorCode.INVALID,
        path: ['input', 'contactIds', '1'],
      });
      expect(await db.query('select contact_id from media_list_members')).toEqual([{ contact_id: own.id }]);
    });

    it('are lent, read, and taken back on record', async () => {
      const contact = await buildContact(db, { email: 'odunc@x.example', notes: 'yalnız bize' });
      const list = await buildList(db, { name: 'Körfez' }, { contacts: [contact] });
      expect(await services.queries.lists(borrower)).toEqual([]);
      expect(await services.queries.contact(borrower, contact.id)).toBeNull();

      await services.lists.share(ctx, list.id, null);

      expect(await services.queries.lists(borrower)).toMatchObject([
        { id: list.id, isShared: true, sharedWith: [], memberCount: 1, viewerCan: ['VIEW'] },
      ]);
      expect(await services.queries.contact(borrower, contact.id)).toMatchObject({
        email: 'odunc@x.example',
        notes: null,
        viewerCan: ['VIEW'],
      });
      const own = await services.queries.list(ctx, list.id);
      expect(own?.sharedWith.map(({ code }) => code)).toEqual([
        'balikesir-bb',
        'ayvalik',
        'burhaniye',
        'gomec',
        'havran',
      ]);

      await services.lists.unshare(ctx, list.id, [ayvalik]);

      expect(await services.queries.lists(borrower)).toEqual([]);
      expect((await services.queries.list(ctx, list.id))?.sharedWith).toHaveLength(4);
      expect(await events()).toEqual(['mediaList.shared', 'mediaList.unshared']);
      const [unshared] = await db.query(`select data from events where name = 'mediaList.unshared'`);
      expect(unshared.data).toEqual({ officeIds: [ayvalik] });
    });

    it('are lent to no office that has not joined', async () => {
      const list = await buildList(db);
      const karesi = await officeIdByCode(db, 'karesi');

      await expect(services.lists.share(ctx, list.id, [ayvalik, karesi])).rejects.toMatchObject({
        code: ErrorCode.INVALID,
        path: ['input', 'officeIds', '1'],
      });
    });

    it('count members and reachable addresses', async () => {
      const contacts = [
        await buildContact(db),
        await buildContact(db, { bouncedAt: testNow }),
        await buildContact(db, { email: 'istemez@x.example' }),
      ];
      await buildRefusal(db, 'istemez@x.example', { officeId: edremit });
      const list = await buildList(db, {}, { contacts, lentTo: [ayvalik] });

      expect(await services.queries.list(ctx, list.id)).toMatchObject({ memberCount: 3, recipientCount: 1 });
      expect(await services.queries.list(borrower, list.id)).toMatchObject({ memberCount: 3, recipientCount: 2 });
      expect(await services.queries.recipientCount(ctx, [list.id, list.id])).toBe(1);
    });
  });

  describe('searching', () => {
    it('finds contacts by name, desk, address and outlet without Turkish letters', async () => {
      const outlet = await buildOutlet(db, { name: 'Ayçiçeği Gazetesi', districtCodes: ['havran'] });
      const wanted = await buildContact(db, {
        name: 'Işıl Gökçe',
        unit: 'Spor',
        email: 'isil@x.example',
        outletId: outlet.id,
      });
      await buildContact(db, { name: 'Ali Veli', unit: 'Haber' });
      const find = async (filter: object) => {
        const { edges } = await services.queries.contacts(ctx, { first: 20 }, filter);
        return edges.map(({ node }) => node.id);
      };

      for (const text of ['isil', 'GOKCE', 'spor', 'aycicegi', 'isil aycicegi', 'isil@x']) {
        expect([text, await find({ text })]).toEqual([text, [wanted.id]]);
      }
      expect(await find({ text: 'isil veli' })).toEqual([]);
      expect(await find({ text: '!' })).toEqual([]);
      expect(await find({ districtCode: 'havran' })).toEqual([wanted.id]);
      expect(await find({ type: OutletType.NEWSPAPER })).toEqual([wanted.id]);
      expect(await find({ type: OutletType.RADIO })).toEqual([]);
    });

    it('filters by a list that the viewer sees, and by the day of review', async () => {
      const due = await buildContact(db, { reviewDueOn: '2026-04-23' });
      const later = await buildContact(db, { reviewDueOn: '2026-04-24' });
      const own = await buildList(db, {}, { contacts: [due] });
      const theirs = await buildList(db, { officeId: ayvalik }, { contacts: [later] });
      const find = async (filter: object) => {
        const { edges } = await services.queries.contacts(ctx, { first: 20 }, filter);
        return edges.map(({ node }) => node.id);
      };

      expect(await find({ listId: own.id })).toEqual([due.id]);
      expect(await find({ listId: theirs.id })).toEqual([]);
      expect(await find({ isReviewDue: true })).toEqual([due.id]);
      expect(await find({ isReviewDue: false })).toEqual([later.id]);
      expect(await services.queries.contactCount(ctx, { isReviewDue: true })).toBe(1);
    });

    it('pages by the Turkish alphabet without losing or repeating anybody', async () => {
      for (const name of ['Şafak', 'Çınar', 'Cumhur', 'İnci', 'Irmak', 'Sabah', 'Zeytin']) {
        const outlet = await buildOutlet(db, { name });
        await buildContact(db, { outletId: outlet.id, name });
      }
      await buildContact(db, { name: 'Ayşe' });
      await buildContact(db, { name: 'Ayşe' });
      const names: (string | null)[] = [];
      const ids = new Set<string>();
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof services.queries.contacts>> = await services.queries.contacts(
          ctx,
          { first: 2, after },
          null,
        );
        for (const { node } of page.edges) {
          names.push(node.name);
          ids.add(node.id);
        }
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);

      expect(names).toEqual(['Cumhur', 'Çınar', 'Irmak', 'İnci', 'Sabah', 'Şafak', 'Zeytin', 'Ayşe', 'Ayşe']);
      expect(ids.size).toBe(9);
      const outlets = await services.queries.outlets(ctx, { first: 3 }, null);
      expect(outlets.edges.map(({ node }) => node.name)).toEqual(['Cumhur', 'Çınar', 'Irmak']);
      expect(outlets.pageInfo.hasNextPage).toBe(true);
      const rest = await services.queries.outlets(ctx, { first: 10, after: outlets.pageInfo.endCursor }, null);
      expect(rest.edges.map(({ node }) => node.name)).toEqual(['İnci', 'Sabah', 'Şafak', 'Zeytin']);
    });
  });
});
