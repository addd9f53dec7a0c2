import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import { ErrorCode } from '@domain/errors';
import { systemActor, Role } from '@domain/identity/actor';
import { newId } from '@domain/ids';
import { wantsMail, type Refusal } from '@domain/media/preferences';
import { buildActor } from '../../../../test/factories/actor.factory';
import { officeIdByCode } from '../../../../test/factories/identity.factory';
import {
  buildContact,
  buildList,
  buildOutlet,
  buildRefusal,
  mediaServices,
} from '../../../../test/factories/media.factory';
import { testNow } from '../../../../test/support/clock';
import { testDatabase, type TestDatabase } from '../../../../test/support/database';
import { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import type { MediaRecipients } from './media-recipients.service';

describe('MediaRecipients', () => {
  let database: TestDatabase;
  let db: EntityManager;
  let recipients: MediaRecipients;
  let ctx: RequestContext;
  let edremit: string;
  let ayvalik: string;
  let havran: string;

  beforeAll(async () => {
    database = await testDatabase();
    db = database.dataSource.manager;
  });
  beforeEach(async () => {
    await database.reset();
    recipients = mediaServices(database).recipients;
    ctx = new RequestContext(systemActor, testNow, db, 'test-request');
    edremit = await officeIdByCode(db, 'edremit');
    ayvalik = await officeIdByCode(db, 'ayvalik');
    havran = await officeIdByCode(db, 'havran');
  });
  afterAll(() => database.close());

  const mailing = (lists: readonly { id: string }[], more: { tags?: string[]; officeIds?: string[] } = {}) => ({
    listIds: lists.map(({ id }) => id),
    leadOfficeId: edremit,
    officeIds: more.officeIds ?? [edremit],
    tags: more.tags ?? [],
  });
  const addresses = async (lists: readonly { id: string }[], more = {}) =>
    (await recipients.recipientsFor(ctx, mailing(lists, more))).map(({ address }) => address);

  describe('recipientsFor', () => {
    it('takes an address once, whatever lists and offices it comes from', async () => {
      const outlet = await buildOutlet(db, { name: 'Işık Gazetesi' });
      const own = await buildContact(db, { email: 'haber@isik.example', name: 'Işıl Çınar', outletId: outlet.id });
      const theirs = await buildContact(db, { email: 'haber@isik.example', name: 'Başkası', officeId: ayvalik });
      const first = await buildList(db, {}, { contacts: [own] });
      const second = await buildList(db, {}, { contacts: [own] });
      const lent = await buildList(db, { officeId: ayvalik }, { contacts: [theirs], lentTo: [edremit] });

      const found = await recipients.recipientsFor(ctx, mailing([first, second, lent]));

      expect(found).toEqual([
        {
          contactId: own.id,
          address: 'haber@isik.example',
          name: 'Işıl Çınar',
          outletName: 'Işık Gazetesi',
          listIds: [first.id, second.id, lent.id].sort(),
        },
      ]);
    });

    it('gives addresses in their order', async () => {
      const contacts = [];
      for (const email of ['z@x.example', 'a@x.example', 'm@x.example'])
        contacts.push(await buildContact(db, { email }));
      const list = await buildList(db, {}, { contacts });

      expect(await addresses([list])).toEqual(['a@x.example', 'm@x.example', 'z@x.example']);
    });

    it('leaves out who cannot be reached', async () => {
      const closed = await buildOutlet(db, { isActive: false });
      const contacts = [
        await buildContact(db, { isActive: false }),
        await buildContact(db, { bouncedAt: testNow, bounceReason: '550' }),
        await buildContact(db, { outletId: closed.id }),
        await buildContact(db, { email: 'kalan@x.example' }),
      ];
      const list = await buildList(db, {}, { contacts });

      expect(await addresses([list])).toEqual(['kalan@x.example']);
    });

    it('uses a list of another office only while it is on loan', async () => {
      const contact = await buildContact(db, { officeId: ayvalik, email: 'odunc@x.example' });
      const lent = await buildList(db, { officeId: ayvalik }, { contacts: [contact], lentTo: [edremit] });
      const notLent = await buildList(db, { officeId: ayvalik }, { contacts: [contact], lentTo: [havran] });

      expect(await addresses([lent])).toEqual(['odunc@x.example']);
      expect(await addresses([notLent])).toEqual([]);

      await db.query('delete from media_list_shares where list_id = $1', [lent.id]);

      expect(await addresses([lent])).toEqual([]);
    });

    it('honours refusals of all mail, of the office and of the topic', async () => {
      const contacts = [];
      for (const name of ['hepsi', 'birim', 'konu', 'baska']) {
        contacts.push(await buildContact(db, { email: `${name}@x.example` }));
      }
      await buildRefusal(db, 'hepsi@x.example');
      await buildRefusal(db, 'birim@x.example', { officeId: edremit });
      await buildRefusal(db, 'konu@x.example', { topic: 'spor-genclik' });
      await buildRefusal(db, 'baska@x.example', { officeId: havran });
      const list = await buildList(db, {}, { contacts });

      expect(await addresses([list], { tags: ['Spor'] })).toEqual(['baska@x.example']);
      expect(await addresses([list], { tags: ['Kültür'] })).toEqual(['baska@x.example', 'konu@x.example']);
    });

    it('ignores lists that there are not', async () => {
      expect(await addresses([{ id: 'olmayan' }, { id: newId(testNow) }])).toEqual([]);
    });

    it('agrees with the algebra of sets for any lists, contacts and refusals', async () => {
      const emails = ['a@x.example', 'b@x.example', 'c@x.example'];
      const offices = [edremit, ayvalik, havran];
      const place = fc.record({
        email: fc.constantFrom(...emails),
        office: fc.constantFrom(...offices),
        isActive: fc.boolean(),
        isBounced: fc.boolean(),
        lists: fc.subarray([0, 1, 2]),
      });
      const refusal = fc.record({
        email: fc.constantFrom(...emails),
        officeId: fc.constantFrom(null, ...offices),
        topic: fc.constantFrom(null, 'spor-genclik', 'kultur-turizm'),
      });
      const world = fc.record({
        places: fc.uniqueArray(place, { selector: ({ email, office }) => `${email} ${office}`, maxLength: 9 }),
        refusals: fc.uniqueArray(refusal, { selector: (one) => JSON.stringify(one), maxLength: 6 }),
        lent: fc.subarray([0, 1, 2]),
        chosen: fc.subarray([0, 1, 2]),
        tags: fc.subarray(['spor', 'kültür', 'edremit']),
      });
      // Lists 0, 1 and 2 belong to Edremit, Ayvalık and Havran; each holds contacts of its own office.
      await fc.assert(
        fc.asyncProperty(world, async ({ places, refusals, lent, chosen, tags }) => {
          await database.reset();
          const contacts = [];
          for (const { email, office, isActive, isBounced } of places) {
            const bouncedAt = isBounced ? testNow : null;
            contacts.push(await buildContact(db, { email, officeId: office, isActive, bouncedAt }));
          }
          const lists = [];
          for (const [index, officeId] of offices.entries()) {
            const members = contacts.filter(
              (contact, at) => contact.officeId === officeId && places[at]?.lists.includes(index),
            );
            const lentTo = lent.includes(index) && index > 0 ? [edremit] : [];
            lists.push(await buildList(db, { officeId }, { contacts: members, lentTo }));
          }
          for (const { email, ...one } of refusals) await buildRefusal(db, email, one);

          const picked = lists.filter((_list, index) => chosen.includes(index));
          const found = await addresses(picked, { tags, officeIds: [edremit, ayvalik] });

          const usable = chosen.filter((index) => index === 0 || lent.includes(index));
          const wanted = emails.filter((email) => {
            const own: Refusal[] = refusals.filter((one) => one.email === email);
            const isOnList = places.some(
              (one) =>
                one.email === email
                && one.isActive
                && !one.isBounced
                && usable.some((index) => one.lists.includes(index) && offices[index] === one.office),
            );
            return isOnList && wantsMail(own, { leadOfficeId: edremit, officeIds: [edremit, ayvalik], tags });
          });
          expect(found).toEqual(wanted);
        }),
        { numRuns: 40 },
      );
    });
  });

  describe('mayUseLists', () => {
    const editor = () => buildActor({ officeId: edremit, role: Role.EDITOR });
    const as = (actor = editor()) => new RequestContext(actor, testNow, db, 'test-request');

    it('allows own lists and those on loan', async () => {
      const own = await buildList(db);
      const lent = await buildList(db, { officeId: ayvalik }, { lentTo: [edremit] });

      await expect(recipients.mayUseLists(as(), [own.id, lent.id])).resolves.toBeUndefined();
    });

    it('names the list that the office may not use', async () => {
      const own = await buildList(db);
      const theirs = await buildList(db, { officeId: ayvalik }, { lentTo: [havran] });

      for (const id of [theirs.id, newId(testNow), 'olmayan']) {
        await expect(recipients.mayUseLists(as(), [own.id, id])).rejects.toMatchObject({
          code: ErrorCode.INVALID,
          path: ['input', 'listIds', '1'],
        });
      }
    });

    it('refuses who does not see the guide', async () => {
      const own = await buildList(db);
      const staff = as(buildActor({ officeId: edremit, role: Role.STAFF }));

      await expect(recipients.mayUseLists(staff, [own.id])).rejects.toMatchObject({ code: ErrorCode.FORBIDDEN });
    });
  });

  it('marks a bounced address in every guide, once', async () => {
    const own = await buildContact(db, { email: 'yok@x.example' });
    const theirs = await buildContact(db, { email: 'yok@x.example', officeId: ayvalik });
    const other = await buildContact(db);

    await recipients.markBounced(ctx, 'yok@x.example', '550 5.1.1 unknown user');
    await recipients.markBounced(ctx, 'yok@x.example', 'again');

    const rows = await db.query(
      'select id, bounced_at, bounce_reason from media_contacts where id = any($1) order by id',
      [[own.id, theirs.id, other.id]],
    );
    const expected = [own, theirs, other]
      .map(({ id }) =>
        id === other.id
          ? { id, bounced_at: null, bounce_reason: null }
          : { id, bounced_at: testNow, bounce_reason: '550 5.1.1 unknown user' },
      )
      .sort((one, two) => (one.id < two.id ? -1 : 1));
    expect(rows).toEqual(expected);
    const events = await db.query(`select office_id, subject_id from events where name = 'mediaContact.bounced'`);
    expect(events).toHaveLength(2);
    expect(events).toEqual(
      expect.arrayContaining([
        { office_id: edremit, subject_id: own.id },
        { office_id: ayvalik, subject_id: theirs.id },
      ]),
    );
  });

  it('marks two addresses that bounce at once, in guides that have them in two orders', async () => {
    for (const officeId of [edremit, ayvalik]) await buildContact(db, { email: 'ilk@x.example', officeId });
    for (const officeId of [ayvalik, edremit]) await buildContact(db, { email: 'ikinci@x.example', officeId });
    const append = Ledger.prototype.record;
    const slowly = jest.spyOn(Ledger.prototype, 'record').mockImplementation(async function (this: Ledger, ...args) {
      await append.apply(this, args);
      await new Promise((resolve) => {
        setTimeout(resolve, 150);
      });
    });

    await Promise.all(['ilk@x.example', 'ikinci@x.example'].map((one) => recipients.markBounced(ctx, one, '550')));
    slowly.mockRestore();

    const [{ bounced }] = await db.query('select count(bounced_at)::int as bounced from media_contacts');
    expect(bounced).toBe(4);
    expect(await db.query(`select 1 from events where name = 'mediaContact.bounced'`)).toHaveLength(4);
  });
});
