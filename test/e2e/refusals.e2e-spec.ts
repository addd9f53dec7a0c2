import { GraphQLSchemaHost } from '@nestjs/graphql';
import { Role } from '@domain/identity/actor';
import { BulletinReleaseClock } from '../../apps/api/src/bulletins/bulletin-release-clock.service';
import { buildUser } from '../factories/identity.factory';
import { startTestApp, type SignedIn, type TestApp } from '../support/app';
import { bulletinDesk, doc, sectionOf } from '../support/bulletin-desk';
import { approved, signedBulletins, writtenDraft } from '../support/bulletin-stories';
import { sampleOperation, type KnownValues } from '../support/sample-arguments';
import { buildWorld, type World } from '../support/world';

/** For who has no account yet, or cannot get into it. */
const forVisitors = ['invitationAccept', 'passwordReset', 'passwordResetRequest'];
/** Counts attempts, refused ones above all. */
const countsRefusals = ['throttles'];

interface Call {
  readonly mutation: string;
  /** Empty: it was done. */
  readonly codes: readonly string[];
  readonly changedTables: readonly string[];
}

describe('a refused mutation', () => {
  let test: TestApp;
  let world: World;
  let desk: ReturnType<typeof bulletinDesk>;
  let draft: KnownValues;
  let released: KnownValues;

  beforeAll(async () => {
    test = await startTestApp();
    desk = bulletinDesk(test);
  });
  beforeEach(async () => {
    await test.reset();
    world = await buildWorld(test);
    draft = await valuesFor(await writtenDraft(desk, world.directors.edremit));
    const [signed] = await signedBulletins(desk, world.directors.edremit, 1);
    if (!signed) throw new Error('one was asked for');
    await approved(desk, signed, world.directors.edremit);
    await test.app.get(BulletinReleaseClock).releaseDue(test.system());
    await test.runJobs();
    released = await valuesFor(signed.id);
  });
  afterAll(() => test.close());

  async function valuesFor(id: string): Promise<KnownValues> {
    const bulletin = await desk.get(id, world.directors.edremit);
    return {
      id,
      sectionId: sectionOf(bulletin, 'LEAD').id,
      expectedVersion: bulletin?.version,
      hash: bulletin?.viewerSignableHash ?? '0'.repeat(64),
      content: doc('Başka sözler'),
      officeId: world.officeIds.edremit,
      email: 'yeni.kisi@edremit.example',
      code: 'karesi',
    };
  }

  async function tableHashes(): Promise<Map<string, string>> {
    const tables: { name: string }[] = await test.dataSource.query(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> all($1) order by 1`,
      [countsRefusals],
    );
    const parts = [...tables.map(({ name }) => `public.${name}`), 'pgboss.job'].map(
      (table) => `select '${table}' as name, md5(string_agg(t::text, '|' order by t::text)) as hash from ${table} t`,
    );
    const rows: { name: string; hash: string }[] = await test.dataSource.query(parts.join(' union all '));
    return new Map(rows.map(({ name, hash }) => [name, hash]));
  }

  /** Calls every mutation of the schema once, in the order of names. */
  async function callAll(as: SignedIn | null, known: KnownValues): Promise<Call[]> {
    const { schema } = test.app.get(GraphQLSchemaHost);
    const calls: Call[] = [];
    let before = await tableHashes();
    for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      const { document, variables } = sampleOperation(field, known);
      const { data, errors } = await test.gql<Record<string, { errors: { code: string }[] }> | null>(
        document,
        variables,
        as,
      );
      const after = await tableHashes();
      calls.push({
        mutation: field.name,
        codes: [
          ...errors.map(({ extensions }) => extensions.code),
          ...(data?.[field.name]?.errors ?? []).map(({ code }) => code),
        ],
        changedTables: [...after].filter(([name, hash]) => before.get(name) !== hash).map(([name]) => name),
      });
      before = after;
    }
    return calls.sort((a, b) => (a.mutation < b.mutation ? -1 : 1));
  }

  const refused = (calls: readonly Call[]) => calls.filter(({ codes }) => codes.length > 0);
  const done = (calls: readonly Call[], prefix = '') =>
    calls
      .filter(({ codes, mutation }) => codes.length === 0 && mutation.startsWith(prefix))
      .map(({ mutation }) => mutation);

  function expectHarmless(calls: readonly Call[]): void {
    expect(refused(calls).filter(({ changedTables }) => changedTables.length > 0)).toEqual([]);
    expect(
      calls.filter(({ codes }) => codes.includes('INTERNAL') || codes.includes('GRAPHQL_VALIDATION_FAILED')),
    ).toEqual([]);
  }

  it('of a visitor changes nothing, and all but three are refused', async () => {
    const calls = await callAll(null, draft);

    expectHarmless(calls);
    const others = calls.filter(({ mutation }) => !forVisitors.includes(mutation));
    expect(others.filter(({ codes }) => codes.join() !== 'UNAUTHENTICATED')).toEqual([]);
  });

  it('of the operator changes nothing, and none about content is done', async () => {
    const operator = await test.signInAs(await buildUser(test.dataSource.manager, { isOperator: true }), null);

    const calls = await callAll(operator, draft);

    expectHarmless(calls);
    expect([...done(calls, 'bulletin'), ...done(calls, 'media'), ...done(calls, 'charter')]).toEqual([]);
  });

  it.each([
    ['gomec', Role.OBSERVER, []],
    // What an office begins from nothing is its own: a bulletin, a template.
    ['gomec', Role.PRESS_DIRECTOR, ['bulletinCreate', 'bulletinTemplateCreate']],
    ['edremit', Role.OBSERVER, ['bulletinFollow', 'bulletinMarkSeen', 'bulletinUnfollow', 'bulletinsMarkSeen']],
    [
      'edremit',
      Role.STAFF,
      ['bulletinCommentAdd', 'bulletinFollow', 'bulletinMarkSeen', 'bulletinUnfollow', 'bulletinsMarkSeen'],
    ],
  ] as const)('on a draft of edremit by %s, %s changes nothing', async (office, role, allowed) => {
    const calls = await callAll(await world.person(office, role), draft);

    expectHarmless(calls);
    expect(done(calls, 'bulletin')).toEqual(allowed);
  });

  it('on a released bulletin by a stranger changes nothing', async () => {
    const calls = await callAll(world.directors.gomec, released);

    expectHarmless(calls);
    expect(done(calls, 'bulletin')).toEqual([
      'bulletinCreate',
      'bulletinFollow',
      'bulletinTemplateCreate',
      'bulletinUnfollow',
    ]);
  });

  it('that names what is no id changes nothing and breaks nothing', async () => {
    const garbage = { id: 'yok', sectionId: 'yok', officeId: 'yok', anyId: "' or 1=1 --" };

    const calls = await callAll(world.directors.edremit, { ...draft, ...garbage });

    expectHarmless(calls);
    expect(done(calls, 'bulletin')).toEqual(['bulletinCreate', 'bulletinTemplateCreate']);
  });

  it('that names parts of another bulletin changes nothing', async () => {
    const calls = await callAll(world.directors.edremit, { ...draft, sectionId: released['sectionId'] });

    const onParts = calls.filter(({ mutation }) => /^bulletin(Section(Edit|Remove)|Attachment)/.test(mutation));
    expectHarmless(onParts);
    expect(onParts.map(({ codes }) => codes.join())).toEqual(onParts.map(() => 'NOT_FOUND'));
  });

  it.each(['draft', 'released'])('on a %s one by its own director changes nothing', async (which) => {
    const calls = await callAll(world.directors.edremit, which === 'draft' ? draft : released);
    expectHarmless(calls);
    expect(refused(calls).length).toBeGreaterThan(30);
  });
});
