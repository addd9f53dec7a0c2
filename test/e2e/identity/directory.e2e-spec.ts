import { Role } from '@domain/identity/actor';
import { buildMembership, buildUser, officeIdByCode } from '../../factories/identity.factory';
import { startTestApp, type SignedIn, type TestApp } from '../../support/app';
import { startOidcProvider, testClient, type Bend, type TestProvider } from '../../support/oidc-provider';

interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: { errors?: { code: string }[] };
}

const future = 1_000_000;

describe('sign-in at a directory', () => {
  let test: TestApp;
  let provider: TestProvider;
  let edremit: string;
  let director: SignedIn;

  beforeAll(async () => {
    provider = await startOidcProvider();
    test = await startTestApp({
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: testClient.id,
      OIDC_CLIENT_SECRET: testClient.secret,
    });
  });
  afterAll(async () => {
    await test.close();
    await provider.close();
  });
  beforeEach(async () => {
    await test.reset();
    test.clock.set(new Date()); // the provider and the library live in the present
    edremit = await officeIdByCode(test.dataSource.manager, 'edremit');
    const user = await buildUser(test.dataSource.manager);
    await buildMembership(test.dataSource.manager, { userId: user.id, officeId: edremit, role: Role.PRESS_DIRECTOR });
    director = await test.signInAs(user, edremit);
  });

  const cookieOf = (answer: Answer, name: string): string =>
    ((answer.headers['set-cookie'] as string[] | undefined) ?? [])
      .find((header) => header.startsWith(`${name}=`))
      ?.split(';')[0] ?? '';
  const start = async (invitation = ''): Promise<{ url: string; cookie: string }> => {
    const answer = await test.http.get('/auth/oidc/start').query(invitation ? { invitation } : {});
    expect(answer.status).toBe(302);
    return { url: String(answer.headers['location']), cookie: cookieOf(answer, 'tekses-oidc') };
  };
  const comeBack = async (path: string, cookie: string): Promise<Answer> => test.http.get(path).set('Cookie', cookie);
  const journey = async (subject: string, bend: Bend = {}, invitation = ''): Promise<Answer> => {
    const { url, cookie } = await start(invitation);
    provider.bend(bend);
    return comeBack(provider.visit(url, subject), cookie);
  };
  const linked = async (subject = 'rehber-17') => {
    const user = await buildUser(test.dataSource.manager, { oidcIssuer: provider.issuer, oidcSubject: subject });
    await buildMembership(test.dataSource.manager, { userId: user.id, officeId: edremit });
    return user;
  };
  const invite = async (overrides: object = {}): Promise<string> => {
    const input = {
      officeId: edremit,
      email: 'gulsah@edremit.ornek.tr',
      name: 'Gülşah İnceoğlu',
      role: 'EDITOR',
      title: 'Haber editörü',
      ...overrides,
    };
    const { data } = await test.gql<{ userInvite: { errors: object[] } }>(
      'mutation ($input: UserInviteInput!) { userInvite(input: $input) { errors { code path } } }',
      { input },
      director,
    );
    expect(data.userInvite.errors).toEqual([]);
    const [mail]: { text: string }[] = await test.dataSource.query(
      'select body_text as text from mails order by id desc limit 1',
    );
    return /davet#(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
  };
  const viewerOf = async (answer: Answer) => {
    const as = { userId: '', officeId: null, cookie: cookieOf(answer, 'tekses') };
    return (
      await test.gql<{ viewer: { user: { id: string; email: string }; office: object; role: string } }>(
        '{ viewer { user { id email } office { code } role } }',
        {},
        as,
      )
    ).data.viewer;
  };

  it('asks with state, nonce and a PKCE challenge, and binds the state to the browser', async () => {
    const { url, cookie } = await start();

    const { origin, searchParams } = new URL(url);
    expect(origin).toBe(provider.issuer);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: testClient.id,
      response_type: 'code',
      scope: 'openid',
      code_challenge_method: 'S256',
      redirect_uri: 'http://localhost:4000/auth/oidc/callback',
    });
    expect(searchParams.get('nonce')).toMatch(/^[\w-]{43}$/);
    expect(searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    expect(cookie).toBe(`tekses-oidc=${searchParams.get('state')}`);
  });

  it('opens a session for the person whom issuer and subject name', async () => {
    const user = await linked();

    const answer = await journey('rehber-17');

    expect(answer.status).toBe(302);
    expect(answer.headers['location']).toBe('http://localhost:4000/');
    expect(await viewerOf(answer)).toMatchObject({
      user: { id: user.id },
      office: { code: 'edremit' },
      role: 'EDITOR',
    });
  });

  it.each<[string, Bend]>([
    ['signed with a key that is not published', { isForeignKey: true }],
    ['that names a key that is not published', { head: { kid: 'anahtar-2' }, isForeignKey: true }],
    ['without a signature', { isUnsigned: true }],
    ['signed with the client’s secret', { isHmac: true }],
    ['of another issuer', { claims: (claims) => ({ ...claims, iss: 'https://baska.ornek.tr' }) }],
    ['for another client', { claims: (claims) => ({ ...claims, aud: 'baska' }) }],
    [
      'for another client too, without saying for whom',
      { claims: (claims) => ({ ...claims, aud: [testClient.id, 'baska'] }) },
    ],
    ['with another nonce', { claims: (claims) => ({ ...claims, nonce: 'baska' }) }],
    ['without a nonce', { claims: (claims) => ({ ...claims, nonce: undefined }) }],
    [
      'that is over',
      { claims: (claims) => ({ ...claims, iat: Number(claims['iat']) - 900, exp: Number(claims['exp']) - 600 }) },
    ],
    [
      'from the future',
      { claims: (claims) => ({ ...claims, iat: Number(claims['iat']) + 600, exp: Number(claims['exp']) + future }) },
    ],
    ['without a subject', { claims: (claims) => ({ ...claims, sub: undefined }) }],
    ['that is missing', { isWithoutIdToken: true }],
  ])('refuses an ID token %s', async (_, bend) => {
    await linked();

    const answer = await journey('rehber-17', bend);

    expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([401, 'BAD_CREDENTIALS']);
    expect(cookieOf(answer, 'tekses')).toBe('');
    const sessions: object[] = await test.dataSource.query('select 1 from sessions where user_id <> $1', [
      director.userId,
    ]);
    expect(sessions).toEqual([]);
  });

  it('refuses an answer that was used before', async () => {
    await linked();
    const { url, cookie } = await start();
    const path = provider.visit(url, 'rehber-17');
    expect((await comeBack(path, cookie)).status).toBe(302);

    const replayed = await comeBack(path, cookie);

    expect([replayed.status, replayed.body.errors?.[0]?.code]).toEqual([401, 'BAD_CREDENTIALS']);
  });

  it('refuses an answer to a sign-in that another browser began, or that began too long ago', async () => {
    await linked();
    const first = await start();
    const second = await start();
    const path = provider.visit(first.url, 'rehber-17');

    expect((await comeBack(path, second.cookie)).status).toBe(401);
    expect((await comeBack(path, '')).status).toBe(401);
    test.clock.advance({ minutes: 10 });
    expect((await comeBack(path, first.cookie)).status).toBe(401);
  });

  it('refuses a code of another sign-in', async () => {
    await linked();
    const mine = await start();
    const theirs = await start();
    const code = new URL(provider.visit(theirs.url, 'rehber-17'), 'http://x').searchParams.get('code');
    const path = new URL(provider.visit(mine.url, 'rehber-17'), 'http://x');
    path.searchParams.set('code', code ?? '');

    expect((await comeBack(path.pathname + path.search, mine.cookie)).status).toBe(401);
  });

  it('lets nobody in by an e-mail address', async () => {
    await buildUser(test.dataSource.manager, { email: 'mudur@edremit.ornek.tr' });

    const answer = await journey('yabancı-1', {
      claims: (claims) => ({ ...claims, email: 'mudur@edremit.ornek.tr', email_verified: true }),
    });

    expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([403, 'FORBIDDEN']);
  });

  it('does not take the subject of another issuer for the person', async () => {
    await buildUser(test.dataSource.manager, { oidcIssuer: 'https://baska.ornek.tr', oidcSubject: 'rehber-17' });

    expect((await journey('rehber-17')).status).toBe(403);
  });

  it('refuses a suspended person', async () => {
    await buildUser(test.dataSource.manager, {
      oidcIssuer: provider.issuer,
      oidcSubject: 'rehber-17',
      suspendedAt: test.clock.now(),
    });

    const answer = await journey('rehber-17');

    expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([401, 'BAD_CREDENTIALS']);
  });

  it('links a new account by the link of an invitation, once', async () => {
    const invitation = await invite();

    const answer = await journey('rehber-21', {}, invitation);

    expect(answer.status).toBe(302);
    expect(await viewerOf(answer)).toMatchObject({
      user: { email: 'gulsah@edremit.ornek.tr' },
      office: { code: 'edremit' },
      role: 'EDITOR',
    });
    expect((await journey('rehber-21')).status).toBe(302);
    expect((await journey('rehber-22', {}, invitation)).status).toBe(410);
  });

  it('links a new account by the subject that an invitation names', async () => {
    await invite({ directorySubject: 'rehber-31' });

    expect((await journey('rehber-30')).status).toBe(403);
    expect(await viewerOf(await journey('rehber-31'))).toMatchObject({ user: { email: 'gulsah@edremit.ornek.tr' } });
  });

  it('never links an account that is there already, even with an invitation to its address', async () => {
    const user = await buildUser(test.dataSource.manager, { email: 'gulsah@edremit.ornek.tr' });
    const invitation = await invite();

    const answer = await journey('rehber-41', {}, invitation);

    expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([409, 'TAKEN']);
    const [row]: { subject: string | null }[] = await test.dataSource.query(
      'select oidc_subject as subject from users where id = $1',
      [user.id],
    );
    expect(row?.subject).toBeNull();
  });
});

describe('without a directory', () => {
  it('there is nothing to sign in at', async () => {
    const test = await startTestApp();

    expect((await test.http.get('/auth/oidc/start')).status).toBe(404);
    expect((await test.http.get('/auth/oidc/callback?state=x&code=y')).status).toBe(404);

    await test.close();
  });
});
