import type { EntityManager } from 'typeorm';
import { ErrorCode } from '@domain/errors';
import { Role, systemActor } from '@domain/identity/actor';
import { LegalBasis } from '@domain/media/media';
import { buildActor } from '../../../../test/factories/actor.factory';
import { buildUser, officeIdByCode } from '../../../../test/factories/identity.factory';
import { buildContact, buildList, buildOutlet, mediaServices } from '../../../../test/factories/media.factory';
import { testNow } from '../../../../test/support/clock';
import { testDatabase, type TestDatabase } from '../../../../test/support/database';
import { RequestContext } from '../core/context';
import { LineStatus } from './contact-lines';

const csv = Buffer.from(
  [
    'Kuruluş;Tür;İlçe;Ad soyad;E-posta;Dayanak',
    'IŞIK Gazetesi;Gazete;Edremit;Işıl Çınar;isil@isik.example;',
    'Yeni Ajans;Ajans;;;haber@yeni.example;Açık rıza',
    'Yeni ajans;;;;foto@yeni.example;',
    ';;;Bilinen;bilinen@x.example;',
    ';;;Hatalı;hatalı@x.example;',
    ';;;Yine;ISIL@isik.example;',
  ].join('\n'),
);

describe('importing contacts', () => {
  let database: TestDatabase;
  let db: EntityManager;
  let services: ReturnType<typeof mediaServices>;
  let edremit: string;
  let ctx: RequestContext;
  const order = {
    csv,
    consentStatement: 'Adresler künyelerden alındı, kişiler aydınlatıldı.',
    legalBasis: LegalBasis.MADE_PUBLIC,
    source: 'Künye taraması',
    noticeGivenOn: '2026-03-01',
  };

  beforeAll(async () => {
    database = await testDatabase();
    db = database.dataSource.manager;
  });
  beforeEach(async () => {
    await database.reset();
    services = mediaServices(database);
    edremit = await officeIdByCode(db, 'edremit');
    const { id: userId } = await buildUser(db);
    ctx = new RequestContext(buildActor({ officeId: edremit, role: Role.EDITOR, userId }), testNow, db, 'test-request');
    await buildOutlet(db, { name: 'Işık Gazetesi' });
    await buildContact(db, { email: 'bilinen@x.example', name: 'Eski Ad' });
  });
  afterAll(() => database.close());

  it('shows what would become of each line and changes nothing', async () => {
    const { importId, lines } = await services.imports.preview(ctx, csv);

    expect(importId).toBeNull();
    expect(lines.map(({ line, status, problems }) => [line, status, problems[0]?.problem])).toEqual([
      [2, 'OK', undefined],
      [3, 'OK', undefined],
      [4, 'OK', undefined],
      [5, 'DUPLICATE', 'IN_GUIDE'],
      [6, 'ERROR', 'NOT_AN_ADDRESS'],
      [7, 'DUPLICATE', 'TWICE_IN_FILE'],
    ]);
    expect(await db.query('select 1 from media_contacts')).toHaveLength(1);
    expect(await db.query('select 1 from events')).toEqual([]);
  });

  it('brings in what the preview promised, with outlets and the declaration', async () => {
    const list = await buildList(db);

    const report = await services.imports.run(ctx, { ...order, listId: list.id });

    const contacts = await db.query(`
      select c.email, c.name, outlet.name as outlet, c.legal_basis, c.source, c.notice_given_on::text, c.review_due_on::text,
        exists (select 1 from media_list_members m where m.contact_id = c.id) as on_list
      from media_contacts c left join media_outlets outlet on outlet.id = c.outlet_id order by c.email`);
    const from = {
      source: 'Künye taraması',
      notice_given_on: '2026-03-01',
      review_due_on: '2027-03-01',
      on_list: true,
    };
    expect(contacts).toEqual([
      expect.objectContaining({ email: 'bilinen@x.example', name: 'Eski Ad', source: 'Yayın künyesi', on_list: true }),
      { email: 'foto@yeni.example', name: null, outlet: 'Yeni Ajans', legal_basis: 'MADE_PUBLIC', ...from },
      { email: 'haber@yeni.example', name: null, outlet: 'Yeni Ajans', legal_basis: 'EXPLICIT_CONSENT', ...from },
      { email: 'isil@isik.example', name: 'Işıl Çınar', outlet: 'Işık Gazetesi', legal_basis: 'MADE_PUBLIC', ...from },
    ]);
    expect(await db.query('select name, type from media_outlets order by name')).toEqual([
      { name: 'Işık Gazetesi', type: 'NEWSPAPER' },
      { name: 'Yeni Ajans', type: 'AGENCY' },
    ]);
    const [evidence] = await db.query('select * from media_imports');
    expect(evidence).toMatchObject({
      id: report.importId,
      office_id: edremit,
      imported_by_id: ctx.actor.userId,
      consent_statement: order.consentStatement,
      created_count: 3,
      duplicate_count: 2,
      error_count: 1,
    });
    const [event] = await db.query(`select data, subject_id from events where name = 'mediaContacts.imported'`);
    expect(event).toEqual({ data: { created: 3, duplicates: 2, errors: 1 }, subject_id: report.importId });
  });

  it('finds nothing new the second time', async () => {
    await services.imports.run(ctx, order);
    const before = await db.query('select * from media_contacts order by id');

    const { lines } = await services.imports.run(ctx, order);

    expect(lines.filter(({ status }) => status === LineStatus.OK)).toEqual([]);
    expect(await db.query('select * from media_contacts order by id')).toEqual(before);
  });

  it('takes its own export back line by line', async () => {
    await services.imports.run(ctx, order);
    const head = new RequestContext({ ...ctx.actor, ...roles(Role.DEPARTMENT_HEAD) }, testNow, db, 'test-request');

    const file = await services.exports.csv(head);

    const { lines } = await services.imports.preview(ctx, Buffer.from(file));
    expect(lines.map(({ status }) => status)).toEqual(['DUPLICATE', 'DUPLICATE', 'DUPLICATE', 'DUPLICATE']);
  });

  it('refuses who does not keep the guide, and a list of others', async () => {
    const staff = new RequestContext({ ...ctx.actor, ...roles(Role.STAFF) }, testNow, db, 'test-request');
    const theirs = await buildList(db, { officeId: await officeIdByCode(db, 'ayvalik') });

    await expect(services.imports.preview(staff, csv)).rejects.toMatchObject({ code: ErrorCode.FORBIDDEN });
    await expect(services.imports.run(staff, order)).rejects.toMatchObject({ code: ErrorCode.FORBIDDEN });
    await expect(services.imports.run(ctx, { ...order, listId: theirs.id })).rejects.toMatchObject({
      code: ErrorCode.NOT_FOUND,
    });
    expect(await db.query('select 1 from media_contacts')).toHaveLength(1);
    expect(await db.query('select 1 from media_imports')).toEqual([]);
  });

  const roles = (role: Role) => ({ memberships: [{ id: 'membership', officeId: edremit, role }] });
});

describe('the demo guide', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  it('holds 40 outlets with two desks each on five lists lent to the other offices', async () => {
    const db = database.dataSource.manager;
    const services = mediaServices(database);
    const offices = await db.query(`select id, code from offices where state = 'ACTIVE' order by code`);
    const ctx = new RequestContext(systemActor, testNow, db, 'test-request');

    await services.demo.seed(ctx, offices);

    const [counts] = await db.query(`select
      (select count(*)::int from media_outlets) as outlets, (select count(*)::int from media_contacts) as contacts,
      (select count(*)::int from media_lists) as lists, (select count(*)::int from media_list_shares) as shares`);
    expect(counts).toEqual({ outlets: 40, contacts: 80, lists: 5, shares: 25 });
    const edremit = await officeIdByCode(db, 'edremit');
    const lists = await db.query('select id from media_lists');
    const found = await services.recipients.recipientsFor(ctx, {
      listIds: lists.map(({ id }: { id: string }) => id),
      leadOfficeId: edremit,
      officeIds: [edremit],
      tags: [],
    });
    const [expected] = await db.query(`select count(distinct email)::int as count from media_contacts c
      join media_list_members m on m.contact_id = c.id where c.is_active`);
    expect(found).toHaveLength(expected.count);
    expect(found.every(({ address }) => /@example\.(com|org)$/.test(address))).toBe(true);
  });
});
