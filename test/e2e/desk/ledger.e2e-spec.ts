import { Role } from '@domain/identity/actor';
import { buildUser } from '../../factories/identity.factory';
import { startTestApp, type SignedIn, type TestApp } from '../../support/app';
import { bulletinDesk } from '../../support/bulletin-desk';
import { signedBulletins, writtenDraft } from '../../support/bulletin-stories';
import { buildWorld, type World } from '../../support/world';

interface Entry {
  position: string;
  name: string;
  from: string | null;
  to: string | null;
  authority: string | null;
  subjectLabel: string | null;
  actor: { id: string; name: string } | null;
  facts: { name: string; value: string }[];
}

const document = `query ($officeId: ID!, $first: Int! = 20, $after: String, $filter: LedgerFilterInput) {
  ledger(officeId: $officeId, first: $first, after: $after, filter: $filter) {
    edges { node { position name from to authority subjectLabel actor { id name } facts { name value } } }
    pageInfo { hasNextPage endCursor } } }`;
const verification = `query ($officeId: ID!) { ledgerVerification(officeId: $officeId) {
  isWhole eventCount brokenPosition reason } }`;

describe('the ledger of an office', () => {
  let test: TestApp;
  let world: World;
  let desk: ReturnType<typeof bulletinDesk>;

  beforeAll(async () => {
    test = await startTestApp();
    desk = bulletinDesk(test);
  });
  beforeEach(async () => {
    await test.reset();
    world = await buildWorld(test);
  });
  afterAll(() => test.close());

  const director = () => world.directors.edremit;

  async function read(as: SignedIn, more: object = {}) {
    const answer = await test.gql<{
      ledger: { edges: { node: Entry }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    }>(document, { officeId: world.officeIds.edremit, ...more }, as);
    expect(answer.errors).toEqual([]);
    return { ...answer.data.ledger.pageInfo, entries: answer.data.ledger.edges.map(({ node }) => node) };
  }
  const refusal = async (as: SignedIn | null, officeId: string) =>
    (await test.gql(document, { officeId }, as)).errors.map(({ extensions }) => extensions.code);

  it('tells who did what, on what authority, from which state to which', async () => {
    await signedBulletins(desk, director(), 1);

    const { entries } = await read(director());

    expect(entries[0]).toMatchObject({
      name: 'bulletin.signed',
      authority: 'ROLE',
      actor: { id: director().userId },
      subjectLabel: 'Işıklı yürüyüş yolu açılıyor',
    });
    expect(entries[0]?.facts.map(({ name }) => name).sort()).toEqual(['hash', 'signatureId']);
    expect(entries[1]).toMatchObject({ name: 'bulletin.submitted', from: 'DRAFT', to: 'IN_SIGNOFF' });
    expect(entries.map(({ position }) => Number(position))).toEqual(entries.map((_, index) => entries.length - index));
  });

  it('comes in pages and by filter', async () => {
    await signedBulletins(desk, director(), 1);
    const all = (await read(director())).entries;

    const first = await read(director(), { first: 2 });
    const second = await read(director(), { first: 100, after: first.endCursor });

    expect(first.hasNextPage).toBe(true);
    expect([...first.entries, ...second.entries]).toEqual(all);
    expect((await read(director(), { filter: { name: 'bulletin.s' } })).entries.map(({ name }) => name)).toEqual(
      all.map(({ name }) => name).filter((name) => name.startsWith('bulletin.s')),
    );
    expect((await read(director(), { filter: { actorId: world.directors.gomec.userId } })).entries).toEqual([]);
    expect((await read(director(), { filter: { to: '2020-01-01T00:00:00Z' } })).entries).toEqual([]);
  });

  it('is open to its press director, and to operators without headlines', async () => {
    await writtenDraft(desk, director());
    const operator = await test.signInAs(await buildUser(test.dataSource.manager, { isOperator: true }), null);
    const { edremit } = world.officeIds;

    const { entries } = await read(operator);

    expect(entries.length).toBeGreaterThan(2);
    expect(entries.map(({ subjectLabel }) => subjectLabel)).toEqual(entries.map(() => null));
    expect(await refusal(await world.person('edremit', Role.DEPARTMENT_HEAD), edremit)).toEqual(['FORBIDDEN']);
    expect(await refusal(world.directors.ayvalik, edremit)).toEqual(['FORBIDDEN']);
    expect(await refusal(director(), 'yok')).toEqual(['NOT_FOUND']);
    expect(await refusal(null, edremit)).toEqual(['UNAUTHENTICATED']);
  });

  it('is proved from its first event, and names the first broken one', async () => {
    await writtenDraft(desk, director());
    const verify = async () => {
      const { edremit: officeId } = world.officeIds;
      const answer = await test.gql<{ ledgerVerification: object }>(verification, { officeId }, director());
      return answer.data.ledgerVerification;
    };
    expect(await verify()).toEqual({ isWhole: true, eventCount: 3, brokenPosition: null, reason: null });

    await test.dataSource.query('alter table events disable trigger events_append_only');
    await test.dataSource.query(`update events set name = 'bulletin.else' where chain = $1 and chain_seq = 2`, [
      world.officeIds.edremit,
    ]);
    await test.dataSource.query('alter table events enable trigger events_append_only');

    expect(await verify()).toEqual({ isWhole: false, eventCount: 2, brokenPosition: '2', reason: 'HASH' });
  });

  it('goes out as CSV that runs no formula, and that it went out stands in it', async () => {
    await desk.create({ headline: '=HYPERLINK("http://kötü")' }, director());

    const { status, text, headers } = await test.http.get('/denetim.csv').set('Cookie', director().cookie);

    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
    const lines = text.trimEnd().split('\r\n');
    expect(lines[0]).toBe(
      '\ufeff"Sıra";"Zaman";"Kim";"Ne";"Yetki";"Konu türü";"Konu";"Konu kimliği";"Önce";"Sonra";"Ayrıntı";"İstek";"Özet"',
    );
    expect(lines.slice(1).map((line) => line.split(';')[3])).toEqual(['"ledger.exported"', '"bulletin.created"']);
    expect(lines[2]).toContain(`"'=HYPERLINK(""http://kötü"")"`);
    const forbidden = await test.http.get('/denetim.csv').set('Cookie', world.directors.havran.cookie);
    expect(forbidden.text).not.toContain('HYPERLINK');
    const editor = await world.person('edremit', Role.EDITOR);
    expect((await test.http.get('/denetim.csv').set('Cookie', editor.cookie)).status).toBe(403);
    expect((await test.http.get('/denetim.csv')).status).toBe(401);
    expect((await test.http.get('/denetim.csv?bas=dun').set('Cookie', director().cookie)).status).toBe(400);
  });
});
