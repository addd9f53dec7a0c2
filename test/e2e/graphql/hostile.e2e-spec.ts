import { GraphQLSchemaHost } from '@nestjs/graphql';
import { ErrorCode } from '@domain/errors';
import { Role } from '@domain/identity/actor';
import { startTestApp, type SignedIn, type TestApp } from '../../support/app';
import { sampleQuery } from '../../support/sample-arguments';
import { buildWorld } from '../../support/world';

/** Words that only the inside of an engine says. */
const engineWords =
  /node_modules|\bat \S+ \(|\.[jt]s:\d|apollo|express|body-parser|SyntaxError|in JSON at|Unexpected token|typeorm|QueryFailed|postgres|pg_|relation "|syntax error at|call stack|Did you mean/i;

const expectedCodes: readonly string[] = Object.values(ErrorCode);

describe('hostile documents', () => {
  let test: TestApp;
  let editor: SignedIn;

  beforeAll(async () => {
    test = await startTestApp();
    await test.reset();
    const world = await buildWorld(test);
    editor = await world.person('edremit', Role.EDITOR);
  });
  afterAll(() => test.close());

  interface Answer {
    readonly status: number;
    readonly code: string | undefined;
    readonly text: string;
    readonly milliseconds: number;
  }

  async function send(body: string, headers: Record<string, string> = {}, path = '/graphql'): Promise<Answer> {
    const start = performance.now();
    const response = await fetch(`${test.url}${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', cookie: editor.cookie, ...headers },
      signal: AbortSignal.timeout(20_000),
    });
    return answerOf(response, start);
  }

  async function answerOf(response: Response, start: number): Promise<Answer> {
    const text = await response.text();
    const [error] = (JSON.parse(text) as { errors: { code?: string; extensions?: { code: string } }[] }).errors;
    const code = error?.extensions?.code ?? error?.code;
    return { status: response.status, code, text, milliseconds: performance.now() - start };
  }

  const query = (document: string, variables: object = {}) => send(JSON.stringify({ query: document, variables }));
  const times = (count: number, make: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => make(index)).join(' ');
  const nested = (depth: number) => `${'{ viewer '.repeat(depth)}{ __typename }${' }'.repeat(depth)}`;
  const fragmentTower = (height: number) =>
    `{ viewer { ...F0 } } ${times(height, (index) => `fragment F${index} on Viewer { ...F${index + 1} ...F${index + 1} }`)}
     fragment F${height} on Viewer { __typename }`;

  it.each<[string, string, string]>([
    ['that are too deep', nested(60), 'GRAPHQL_VALIDATION_FAILED'],
    ['with a thousand aliases', `{ ${times(300, (index) => `a${index}: __typename`)} }`, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'with sixteen aliases',
      `{ bulletin(id: "1") { ${times(16, (index) => `a${index}: headline`)} } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['with six root fields', `{ ${times(6, (index) => `a${index}: __typename`)} }`, 'GRAPHQL_VALIDATION_FAILED'],
    ['with many directives', `{ __typename ${'@include(if: true) '.repeat(40)} }`, 'GRAPHQL_VALIDATION_FAILED'],
    ['with too many words', `{ viewer { ${'__typename '.repeat(1_600)} } }`, 'GRAPHQL_PARSE_FAILED'],
    [
      'with fragments in a circle',
      '{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['with a fragment of itself', '{ viewer { ...A } } fragment A on Viewer { ...A }', 'GRAPHQL_VALIDATION_FAILED'],
    ['that break off', '{ viewer { ', 'GRAPHQL_PARSE_FAILED'],
    ['of another language', 'select * from users', 'GRAPHQL_PARSE_FAILED'],
    ['that guess names', '{ bulletin(id: "1") { headlin } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['with nothing in them', '# boş', 'GRAPHQL_PARSE_FAILED'],
    [
      'with two operations and no choice',
      'query A { __typename } query B { __typename }',
      'OPERATION_RESOLUTION_FAILURE',
    ],
  ])('refuses documents %s', async (_what, document, code) => {
    const answer = await query(document);

    expect(answer).toMatchObject({ status: 400, code });
    expect(answer.text).not.toMatch(engineWords);
    expect(answer.milliseconds).toBeLessThan(2_000);
  });

  it('says which limit it was', async () => {
    const { text } = await query(`{ bulletin(id: "1") { ${times(16, (index) => `a${index}: headline`)} } }`);

    expect((JSON.parse(text) as { errors: { message: string }[] }).errors.map(({ message }) => message)).toEqual([
      'Aliases limit of 15 exceeded, found 16',
    ]);
  });

  it('does not climb a tower of fragments that each stand on two', async () => {
    const answer = await query(fragmentTower(24));

    expect(answer).toMatchObject({ status: 400, code: 'GRAPHQL_VALIDATION_FAILED' });
    expect(answer.milliseconds).toBeLessThan(2_000);
  });

  it.each<[string, string, Record<string, string>, number, string]>([
    ['a batch', '[{"query":"{__typename}"},{"query":"{__typename}"}]', {}, 400, 'BAD_REQUEST'],
    ['broken JSON', '{"query": "{ __typename }"', {}, 400, 'INVALID'],
    ['no JSON object', '"{ __typename }"', {}, 400, 'INVALID'],
    ['very deep JSON', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, {}, 400, 'BAD_REQUEST'],
    ['a body above a megabyte', JSON.stringify({ query: `#${'x'.repeat(1_100_000)}` }), {}, 413, 'INVALID'],
    ['plain text', '{"query":"{__typename}"}', { 'content-type': 'text/plain' }, 400, 'BAD_REQUEST'],
    ['a form', 'query={__typename}', { 'content-type': 'application/x-www-form-urlencoded' }, 400, 'BAD_REQUEST'],
    ['a form of parts', '--x--', { 'content-type': 'multipart/form-data; boundary=x' }, 400, 'BAD_REQUEST'],
    ['a compressed bomb', 'x', { 'content-encoding': 'gzip' }, 400, 'INVALID'],
    ['an unknown encoding', '{}', { 'content-encoding': 'compress' }, 415, 'INVALID'],
    ['an unknown alphabet', '{}', { 'content-type': 'application/json; charset=ebcdic' }, 415, 'INVALID'],
    ['a query that is no text', '{"query": 5}', {}, 400, 'BAD_REQUEST'],
    [
      'a stored query that nobody stored',
      '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}',
      {},
      200,
      'PERSISTED_QUERY_NOT_SUPPORTED',
    ],
  ])('refuses %s', async (_what, body, headers, status, code) => {
    const answer = await send(body, headers);

    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(answer.text).not.toMatch(engineWords);
    expect(answer.milliseconds).toBeLessThan(2_000);
  });

  it.each([
    ['a mutation', 'mutation { bulletinCreate(input: { headline: "x" }) { errors { code } } }', 405],
    ['a query', '{ __typename }', 400],
  ])('refuses %s by GET', async (_what, document, status) => {
    const address = `${test.url}/graphql?query=${encodeURIComponent(document)}`;
    const start = performance.now();
    const simple = await answerOf(await fetch(address, { headers: { cookie: editor.cookie } }), start);
    const preflighted = await fetch(address, {
      headers: { cookie: editor.cookie, 'x-tekses': '1', 'content-type': 'application/json' },
    });

    expect([simple.status, simple.code]).toEqual([400, 'BAD_REQUEST']);
    expect(simple.text).not.toMatch(engineWords);
    expect(preflighted.status).toBe(status === 405 ? 405 : 200);
    expect(await test.dataSource.query('select id from bulletins')).toEqual([]);
  });

  it.each([
    [
      'a number',
      '$value: Int',
      'bulletins(first: $value) { edges { cursor } }',
      'gizli söz',
      'Int cannot represent non-integer value',
    ],
    [
      'a choice',
      '$value: BulletinOrder!',
      'bulletins(orderBy: $value) { edges { cursor } }',
      'gizli söz',
      'The value does not exist in "BulletinOrder" enum.',
    ],
    ['an id', '$value: ID!', 'bulletin(id: $value) { id }', { söz: 'gizli; söz' }, 'ID cannot represent value'],
    [
      'a filter',
      '$value: BulletinFilterInput',
      'bulletins(filter: $value) { edges { cursor } }',
      { text: ['gizli'] },
      'String cannot represent a non string value',
    ],
    [
      'an unknown member',
      '$value: BulletinFilterInput',
      'bulletins(filter: $value) { edges { cursor } }',
      { kelime: 'gizli' },
      'Field "kelime" is not defined by type "BulletinFilterInput".',
    ],
  ])('does not repeat what was sent for %s', async (_what, variable, field, value, reason) => {
    const answer = await query(`query (${variable}) { ${field} }`, { value });

    expect([answer.status, answer.code]).toEqual([400, 'INVALID']);
    expect(answer.text).not.toContain('gizli');
    expect((JSON.parse(answer.text) as { errors: { message: string }[] }).errors[0]?.message).toContain(reason);
  });

  it.each([
    ['NUL', '\u0000'],
    ['a lone surrogate', '\ud800'],
    ['an override of direction', '\u202e'],
  ])('takes or refuses a text with %s, and never breaks', async (_what, character) => {
    const text = `Işık${character}lı`;
    const answers = await Promise.all([
      test.gql(
        'mutation ($input: BulletinCreateInput!) { bulletinCreate(input: $input) { errors { code path } } }',
        { input: { headline: text } },
        editor,
      ),
      test.gql('query ($text: String) { bulletinCount(filter: { text: $text }) }', { text }, editor),
      test.gql('query ($id: ID!) { bulletin(id: $id) { id } }', { id: text }, editor),
      test.gql('query ($after: String) { bulletins(after: $after) { edges { cursor } } }', { after: text }, editor),
    ]);

    for (const { errors } of answers) expect(errors.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL');
  });

  it.each(['yok', "' or 1=1 --", '', '019d0000-0000-7000-8000-00000000000', '\u0000'])(
    'answers every query that names “%s” as an id without breaking',
    async (id) => {
      const { schema } = test.app.get(GraphQLSchemaHost);
      for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
        const { document, variables } = sampleQuery(field, { id, anyId: id });
        const { errors } = await test.gql(document, variables, editor);

        const codes = errors.map(({ extensions }) => extensions.code);
        expect([field.name, codes.filter((code) => !expectedCodes.includes(code))]).toEqual([field.name, []]);
      }
    },
  );

  it('refuses pages of more than a hundred', async () => {
    const { errors } = await test.gql('{ bulletins(first: 101) { edges { cursor } } }', {}, editor);

    expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'INVALID', path: ['input', 'first'] }]);
  });
});

describe('the schema in production', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp({ NODE_ENV: 'production', BASE_URL: 'https://tekses.example' });
  });
  afterAll(() => test.close());

  it.each(['{ __schema { types { name } } }', '{ __type(name: "Bulletin") { fields { name } } }'])(
    'is not told to who asks %s',
    async (document) => {
      const { status, errors } = await test.gql(document);

      expect(status).toBe(400);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    },
  );

  it('is not told by a page either', async () => {
    const response = await fetch(`${test.url}/graphql`, { headers: { accept: 'text/html' } });

    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/json; charset=utf-8']);
  });
});
