import { Role } from '@domain/identity/actor';
import { buildContact, buildList } from '../../factories/media.factory';
import { startTestApp, type SignedIn, type TestApp } from '../../support/app';
import { buildWorld, type World } from '../../support/world';

const createContact = `mutation ($input: MediaContactCreateInput!) { mediaContactCreate(input: $input) {
  contact { id version email name reviewDueOn office { code } viewerCan } errors { code path } } }`;
const updateContact = `mutation ($id: ID!, $input: MediaContactUpdateInput!) { mediaContactUpdate(id: $id, input: $input) {
  contact { id version name phone } errors { code path } } }`;
const contacts = `query ($filter: MediaContactFilterInput, $after: String) { mediaContacts(first: 2, after: $after, filter: $filter) {
  edges { node { id email outlet { name } lists { name } } } pageInfo { hasNextPage endCursor } } mediaContactCount(filter: $filter) }`;

interface ContactAnswer {
  mediaContactCreate: { contact: { id: string } | null; errors: object[] };
}

describe('the press guide over GraphQL', () => {
  let test: TestApp;
  let world: World;
  let edremit: SignedIn;
  let ayvalik: SignedIn;

  beforeAll(async () => {
    test = await startTestApp();
  });
  beforeEach(async () => {
    await test.reset();
    world = await buildWorld(test);
    edremit = await world.person('edremit', Role.EDITOR);
    ayvalik = world.directors.ayvalik;
  });
  afterAll(() => test.close());

  const input = { email: 'Haber@Isik.example', name: 'Işıl', legalBasis: 'MADE_PUBLIC', source: 'Künye' };
  const create = async (more: object = {}, as = edremit) =>
    (await test.gql<ContactAnswer>(createContact, { input: { ...input, ...more } }, as)).data.mediaContactCreate;

  it('keeps a contact from creating to erasing', async () => {
    const created = await create();
    expect(created).toEqual({
      contact: {
        id: expect.any(String),
        version: 1,
        email: 'haber@isik.example',
        name: 'Işıl',
        reviewDueOn: '2027-04-23',
        office: { code: 'edremit' },
        viewerCan: ['VIEW', 'EDIT'],
      },
      errors: [],
    });
    const id = created.contact?.id;

    const changes = { expectedVersion: 1, name: null, phone: '0266 000 00 01' };
    const updated = await test.gql(updateContact, { id, input: changes }, edremit);
    expect(updated.data).toEqual({
      mediaContactUpdate: { contact: { id, version: 2, name: null, phone: '0266 000 00 01' }, errors: [] },
    });
    const stale = await test.gql(updateContact, { id, input: changes }, edremit);
    expect(stale.data).toEqual({
      mediaContactUpdate: { contact: null, errors: [{ code: 'STALE_VERSION', path: ['input', 'expectedVersion'] }] },
    });

    const erased = await test.gql(
      'mutation ($id: ID!) { mediaContactAnonymise(id: $id) { contact { id email name anonymisedAt } errors { code } } }',
      { id },
      edremit,
    );
    expect(erased.data).toEqual({
      mediaContactAnonymise: {
        contact: { id, email: null, name: null, anonymisedAt: '2026-04-23T06:00:00.000Z' },
        errors: [],
      },
    });
  });

  it('tells every fault of an input at once, with its path', async () => {
    const { errors } = await create({ phone: 'yok', noticeGivenOn: '2026-02-31', reviewDueOn: null, source: '  ' });

    const faults = new Set(errors.map((error) => JSON.stringify(error)));
    const expected = ['source', 'phone', 'noticeGivenOn', 'reviewDueOn'].map((field) =>
      JSON.stringify({ code: 'INVALID', path: ['input', field] }),
    );
    expect([...faults].sort()).toEqual(expected.sort());
  });

  it('pages and counts what the filter finds, with outlets and lists', async () => {
    const outlet = await test.gql<{ mediaOutletCreate: { outlet: { id: string } } }>(
      `mutation ($input: MediaOutletCreateInput!) { mediaOutletCreate(input: $input) { outlet { id } errors { code } } }`,
      { input: { name: 'Ayçiçeği Gazetesi', type: 'NEWSPAPER', districtCodes: ['edremit'], pressDeadline: '18:30' } },
      edremit,
    );
    const outletId = outlet.data.mediaOutletCreate.outlet.id;
    const ids: (string | undefined)[] = [];
    for (const email of ['a@x.example', 'b@x.example', 'c@x.example']) {
      ids.push((await create({ email, outletId })).contact?.id);
    }
    await create();
    const list = await test.gql<{ mediaListCreate: { list: { id: string } } }>(
      'mutation { mediaListCreate(input: { name: "Körfez" }) { list { id } errors { code } } }',
      {},
      edremit,
    );
    const listId = list.data.mediaListCreate.list.id;
    const added = await test.gql(
      `mutation ($id: ID!, $input: MediaListAddContactsInput!) { mediaListAddContacts(id: $id, input: $input) {
        list { memberCount recipientCount isShared } errors { code } } }`,
      { id: listId, input: { contactIds: ids } },
      edremit,
    );
    expect(added.data).toEqual({
      mediaListAddContacts: { list: { memberCount: 3, recipientCount: 3, isShared: false }, errors: [] },
    });

    const filter = { text: 'aycicegi', listId };
    const first = await test.gql<{ mediaContacts: { pageInfo: { endCursor: string } } }>(contacts, { filter }, edremit);
    const { endCursor } = first.data.mediaContacts.pageInfo;
    const node = (index: number, email: string) => ({
      node: { id: ids[index], email, outlet: { name: 'Ayçiçeği Gazetesi' }, lists: [{ name: 'Körfez' }] },
    });
    const rest = await test.gql(contacts, { filter, after: endCursor }, edremit);

    expect(first.data).toEqual({
      mediaContacts: {
        edges: [node(0, 'a@x.example'), node(1, 'b@x.example')],
        pageInfo: { hasNextPage: true, endCursor: expect.any(String) },
      },
      mediaContactCount: 3,
    });
    expect(rest.data).toEqual({
      mediaContacts: {
        edges: [node(2, 'c@x.example')],
        pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
      },
      mediaContactCount: 3,
    });
    const broken = await test.gql(contacts, { after: 'bozuk' }, edremit);
    expect(broken.errors[0]?.extensions.code).toBe('INVALID');
  });

  it('shows another office nothing until a list is lent, and never lets it change anything', async () => {
    const contact = await buildContact(test.dataSource.manager, { email: 'gizli@x.example' });
    const list = await buildList(test.dataSource.manager, { name: 'Gizli liste' }, { contacts: [contact] });
    const everything = `query ($contact: ID!, $list: ID!) { mediaContact(id: $contact) { email } mediaList(id: $list) { name }
      mediaLists { name } mediaContacts { edges { node { email } } }
      mediaRecipientCount(listIds: [$list]) }`;
    const ask = async () => (await test.gql(everything, { contact: contact.id, list: list.id }, ayvalik)).data;
    const nothing = {
      mediaContact: null,
      mediaList: null,
      mediaLists: [],
      mediaContacts: { edges: [] },
      mediaRecipientCount: 0,
    };
    expect(await ask()).toEqual(nothing);

    const share = `mutation ($id: ID!) { mediaListShare(id: $id) { list { isShared } errors { code } } }`;
    expect((await test.gql(share, { id: list.id }, ayvalik)).data).toEqual({
      mediaListShare: { list: null, errors: [{ code: 'NOT_FOUND' }] },
    });
    await test.gql(share, { id: list.id }, edremit);
    expect(await ask()).toMatchObject({
      mediaContact: { email: 'gizli@x.example' },
      mediaLists: [{ name: 'Gizli liste' }],
      mediaRecipientCount: 1,
    });
    const changes = { expectedVersion: 1, name: 'Başkası' };
    expect((await test.gql(updateContact, { id: contact.id, input: changes }, ayvalik)).data).toEqual({
      mediaContactUpdate: { contact: null, errors: [{ code: 'FORBIDDEN', path: ['id'] }] },
    });

    await test.gql('mutation ($id: ID!) { mediaListUnshare(id: $id) { errors { code } } }', { id: list.id }, edremit);
    expect(await ask()).toEqual(nothing);
  });

  it('asks for a session', async () => {
    const { errors } = await test.gql('{ mediaLists { id } }');

    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await test.http.get('/media/contacts.csv')).status).toBe(401);
  });

  it('previews a file and imports it with a declaration', async () => {
    const csvBase64 = Buffer.from('E-posta;Ad\nyeni@x.example;Şükrü\nolmaz;Ali\n').toString('base64');
    const fields = `report { okCount duplicateCount errorCount delimiter columns
      lines { line status email problems { column problem } } } errors { code path }`;
    const preview = await test.gql<{ mediaImportPreview: object }>(
      `mutation ($input: MediaImportPreviewInput!) { mediaImportPreview(input: $input) { ${fields} } }`,
      { input: { csvBase64 } },
      edremit,
    );
    const lines = [
      { line: 2, status: 'OK', email: 'yeni@x.example', problems: [] },
      { line: 3, status: 'ERROR', email: 'olmaz', problems: [{ column: 'EMAIL', problem: 'NOT_AN_ADDRESS' }] },
    ];
    const report = { okCount: 1, duplicateCount: 0, errorCount: 1, delimiter: ';', columns: ['EMAIL', 'NAME'], lines };
    expect(preview.data.mediaImportPreview).toEqual({ report, errors: [] });

    const mutation = `mutation ($input: MediaImportInput!) { mediaImport(input: $input) { ${fields} } }`;
    const order = { csvBase64, legalBasis: 'MADE_PUBLIC', source: 'Künye' };
    const short = await test.gql(mutation, { input: { ...order, consentStatement: 'tamam' } }, edremit);
    expect(short.data).toEqual({
      mediaImport: { report: null, errors: [{ code: 'INVALID', path: ['input', 'consentStatement'] }] },
    });
    const consentStatement = 'Adresler künyelerden alındı, kişiler aydınlatıldı.';
    const done = await test.gql(mutation, { input: { ...order, consentStatement } }, edremit);
    expect(done.data).toEqual({ mediaImport: { report, errors: [] } });
    const found = await test.gql(contacts, {}, edremit);
    expect(found.data).toMatchObject({ mediaContacts: { edges: [{ node: { email: 'yeni@x.example' } }] } });
  });

  it('gives the own guide as a file to the press director, not to an editor', async () => {
    await buildContact(test.dataSource.manager, { email: 'haber@isik.example', name: '=1+1' });
    const theirs = { email: 'baska@x.example', officeId: world.officeIds.ayvalik };
    await buildContact(test.dataSource.manager, theirs);
    const get = (as: SignedIn) => test.http.get('/media/contacts.csv').set('Cookie', as.cookie);

    const file = await get(world.directors.edremit);

    expect(file.status).toBe(200);
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.headers['content-disposition']).toBe('attachment; filename="basin-rehberi.csv"');
    expect(file.headers['cache-control']).toBe('no-store');
    expect(file.text).toContain(`;"'=1+1";"Yazı işleri";"haber@isik.example"`);
    expect(file.text).not.toContain('baska@x.example');
    expect((await get(edremit)).status).toBe(403);
  });
});
