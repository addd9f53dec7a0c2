import { buildUser } from '../../factories/identity.factory';
import { startTestApp, type SignedIn, type TestApp } from '../../support/app';

describe('the limit of requests', () => {
  let test: TestApp;
  let user: SignedIn;

  beforeAll(async () => {
    test = await startTestApp({ REQUESTS_PER_MINUTE: '20' });
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.reset();
    user = await test.signInAs(await buildUser(test.dataSource.manager), null);
  });

  const ask = (headers: Record<string, string>) =>
    test.http.post('/graphql').set(headers).send({ query: '{ __typename }' });
  const statuses = async (count: number, headers: (index: number) => Record<string, string>): Promise<number[]> => {
    const answers = [];
    for (let index = 0; index < count; index += 1) answers.push((await ask(headers(index))).status);
    return answers;
  };

  it('stops a person after the minute’s worth and nobody else, whatever address they claim', async () => {
    const other = await test.signInAs(await buildUser(test.dataSource.manager), null);

    const answers = await statuses(22, (index) => ({ Cookie: user.cookie, 'X-Forwarded-For': `203.0.113.${index}` }));

    expect(answers).toEqual([...Array.from({ length: 20 }, () => 200), 429, 429]);
    const refused = await ask({ Cookie: user.cookie });
    expect(refused.headers['retry-after']).toBe('3');
    expect(refused.body.errors).toEqual([
      { code: 'TOO_MANY', path: [], message: 'too many requests', details: { retryAfterSeconds: 3 } },
    ]);
    expect((await ask({ Cookie: other.cookie })).status).toBe(200);
    test.clock.advance({ seconds: 3 });
    expect((await ask({ Cookie: user.cookie })).status).toBe(200);
  });

  it('stops visitors of one address after a fifth of it, also at the door', async () => {
    test.clock.advance({ hours: 1 });

    expect(await statuses(5, () => ({}))).toEqual([200, 200, 200, 200, 429]);

    const signIn = await test.http
      .post('/auth/sign-in')
      .set('x-tekses', '1')
      .send({ email: 'a@b.tr', password: 'deneme' });
    expect(signIn.status).toBe(429);
    expect((await ask({ Cookie: user.cookie })).status).toBe(200);
    expect((await test.http.get('/healthz')).status).toBe(200);
  });
});
