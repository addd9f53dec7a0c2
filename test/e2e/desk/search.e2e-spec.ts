import { Role } from '@domain/identity/actor';
import { buildUser, buildMembership } from '../../factories/identity.factory';
import { startTestApp, type SignedIn, type TestApp } from '../../support/app';
import { bulletinDesk } from '../../support/bulletin-desk';
import { approved, signedBulletins, writtenDraft } from '../../support/bulletin-stories';
import { statementsOf } from '../../support/statements';
import { buildWorld, type World } from '../../support/world';
import { BulletinReleaseClock } from '../../../apps/api/src/bulletins/bulletin-release-clock.service';

interface Marked {
  text: string;
  marks: { start: number; end: number }[];
}
interface Group {
  kind: string;
  hasMore: boolean;
  hits: { id: string; title: Marked; snippet: Marked | null; label: string | null; path: string }[];
}

const document = `query ($query: String!, $first: Int! = 5, $kinds: [SearchKind!]) {
  search(query: $query, first: $first, kinds: $kinds) { kind hasMore hits { id label path
    title { text marks { start end } } snippet { text marks { start end } } } } }`;

const markedWords = ({ text, marks }: Marked) => marks.map(({ start, end }) => text.slice(start, end));

describe('search', () => {
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

  const lead = () => world.directors.edremit;

  async function search(as: SignedIn | null, query: string, more: object = {}): Promise<Group[]> {
    const answer = await test.gql<{ search: Group[] }>(document, { query, ...more }, as);
    expect(answer.errors).toEqual([]);
    return answer.data.search;
  }
  const idsOf = (groups: Group[], kind: string) =>
    groups.filter((group) => group.kind === kind).flatMap(({ hits }) => hits.map(({ id }) => id));

  it('finds what is written with Turkish letters by words typed without', async () => {
    const id = await writtenDraft(desk, lead(), 'Ayvalık’ta IŞIKLI yürüyüş yolu');

    const [group] = await search(lead(), 'ayvalik isik', { kinds: ['BULLETIN'] });

    expect(group?.hits).toHaveLength(1);
    expect(group?.hits[0]).toMatchObject({ id, path: `/bultenler/${id}`, label: null });
    expect(group?.hits[0] && markedWords(group.hits[0].title)).toEqual(['Ayvalık', 'IŞIKLI']);
    expect(group?.hits[0]?.snippet && markedWords(group.hits[0].snippet)).toEqual(['Işıklı']);
  });

  it('shows a draft to its own office alone, and a released text to all', async () => {
    const draft = await writtenDraft(desk, lead(), 'Zeytin hasadı taslağı');
    expect(await search(world.directors.gomec, 'zeytin')).toEqual([]);
    const [signed] = await signedBulletins(desk, lead(), 1);
    if (!signed) throw new Error('one was asked for');
    await approved(desk, signed, lead());
    await test.app.get(BulletinReleaseClock).releaseDue(test.system());

    expect(idsOf(await search(world.directors.gomec, 'isikli'), 'BULLETIN')).toEqual([signed.id]);
    expect(idsOf(await search(lead(), 'zeyt'), 'BULLETIN')).toEqual([draft]);
  });

  it('finds the press guide of the own office for editors and higher', async () => {
    const made = await test.gql<{ mediaOutletCreate: { outlet: { id: string } } }>(
      `mutation { mediaOutletCreate(input: { name: "Körfez Işığı", type: NEWSPAPER }) { outlet { id } errors { code } } }`,
      {},
      lead(),
    );
    const outletId = made.data.mediaOutletCreate.outlet.id;
    const contact = await test.gql<{ mediaContactCreate: { contact: { id: string } } }>(
      `mutation ($id: ID!) { mediaContactCreate(input: { name: "Işıl Körfezli", email: "isil@korfez.example", source: "Künye",
         legalBasis: MADE_PUBLIC, outletId: $id }) { contact { id } errors { code } } }`,
      { id: outletId },
      lead(),
    );
    const list = await test.gql<{ mediaListCreate: { list: { id: string } } }>(
      `mutation { mediaListCreate(input: { name: "Körfez yerel" }) { list { id } errors { code } } }`,
      {},
      lead(),
    );

    const groups = await search(lead(), 'korfez');

    expect(groups.map(({ kind }) => kind)).toEqual(['CONTACT', 'OUTLET', 'LIST']);
    expect(idsOf(groups, 'CONTACT')).toEqual([contact.data.mediaContactCreate.contact.id]);
    expect(idsOf(groups, 'OUTLET')).toEqual([outletId]);
    expect(idsOf(groups, 'LIST')).toEqual([list.data.mediaListCreate.list.id]);
    expect(await search(await world.person('edremit', Role.STAFF), 'korfez')).toEqual([]);
    expect(await search(world.directors.havran, 'korfez')).toEqual([]);
  });

  it('finds people of the own office, every office, and own templates', async () => {
    const user = await buildUser(test.dataSource.manager, { name: 'Şule Çağlar' });
    await buildMembership(test.dataSource.manager, {
      userId: user.id,
      officeId: world.officeIds.edremit,
      role: Role.STAFF,
    });
    const bulletinId = await writtenDraft(desk, lead());
    await test.gql(
      `mutation ($id: ID!) { bulletinTemplateCreate(input: { bulletinId: $id, name: "Çağrı metni" }) { errors { code } } }`,
      { id: bulletinId },
      lead(),
    );

    expect((await search(lead(), 'cag')).map(({ kind, hits }) => [kind, hits.map(({ title }) => title.text)])).toEqual([
      ['PERSON', ['Şule Çağlar']],
      ['TEMPLATE', ['Çağrı metni']],
    ]);
    expect(await search(world.directors.gomec, 'cag')).toEqual([]);
    const [offices] = await search(world.directors.gomec, 'ayvalik', { kinds: ['OFFICE'] });
    expect(offices?.hits.map(({ label }) => label)).toEqual(['ayvalik']);
  });

  it('says when there is more, and reads everything in one statement', async () => {
    for (const part of ['bir', 'iki', 'üç']) await writtenDraft(desk, lead(), `Gömeç sahili ${part}`);

    const statements = await statementsOf(test, async () => {
      const [group] = await search(lead(), 'gomec', { first: 2, kinds: ['BULLETIN'] });
      expect([group?.hits.length, group?.hasMore]).toEqual([2, true]);
    });

    expect(statements.filter((sql) => sql.includes('tsquery'))).toHaveLength(1);
    expect(statements).toHaveLength(2);
  });

  it('finds nothing without words, without a session, or by signs of the query language', async () => {
    await writtenDraft(desk, lead(), 'Zeytin');
    expect(await search(lead(), ' &|!:* ')).toEqual([]);
    const { errors } = await test.gql(document, { query: 'zeytin' });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    expect(idsOf(await search(lead(), "zeyt' | !x:*"), 'BULLETIN')).toEqual([]);
  });
});
