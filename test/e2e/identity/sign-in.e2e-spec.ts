import { Role } from '@domain/identity/actor';
import { hashPassword } from '../../../apps/api/src/identity/passwords';
import type { UserEntity } from '../../../apps/api/src/identity/user.entity';
import { buildMembership, buildUser, officeIdByCode } from '../../factories/identity.factory';
import { startTestApp, type TestApp } from '../../support/app';

const password = 'Kışın çınar gölgesi uzar';
const viewerQuery = '{ viewer { user { id } office { code } role sessions { id isCurrent } } }';

describe('sign-in by password', () => {
  let test: TestApp;
  let passwordHash: string;
  let user: UserEntity;

  beforeAll(async () => {
    test = await startTestApp();
    passwordHash = await hashPassword(password);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.reset();
    const db = test.dataSource.manager;
    user = await buildUser(db, { email: 'isil@edremit.ornek.tr', name: 'Işıl Gökçeoğlu', passwordHash });
    await buildMembership(db, { userId: user.id, role: Role.PRESS_DIRECTOR });
  });

  const signIn = (body: object, cookie = '', address = '') =>
    test.http
      .post('/auth/sign-in')
      .set('x-tekses', '1')
      .set('Cookie', cookie)
      .set('X-Forwarded-For', address)
      .set('User-Agent', 'Deneme 1.0')
      .send(body);
  const cookiesOf = (response: { headers: Record<string, unknown> }): string[] =>
    (response.headers['set-cookie'] as string[] | undefined) ?? [];
  const cookie = (response: { headers: Record<string, unknown> }, name: string): string =>
    cookiesOf(response)
      .find((header) => header.startsWith(`${name}=`))
      ?.split(';')[0] ?? '';

  it('opens a session behind an httpOnly SameSite cookie that acts for the own office', async () => {
    const answer = await signIn({ email: ' ISIL@Edremit.Ornek.TR ', password });

    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ user: { id: user.id, email: user.email, name: 'Işıl Gökçeoğlu' } });
    const header = cookiesOf(answer).find((text) => text.startsWith('tekses='));
    expect(header).toMatch(/^tekses=ts_s_[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/);
    const { data } = await test.gql<{ viewer: object }>(viewerQuery, {}, signedIn(answer));
    expect(data.viewer).toMatchObject({ user: { id: user.id }, office: { code: 'edremit' }, role: 'PRESS_DIRECTOR' });
  });

  it('takes the same password from a keyboard that sends decomposed letters', async () => {
    expect((await signIn({ email: user.email, password: password.normalize('NFD') })).status).toBe(200);
  });

  it('stores neither the secret of the session nor the password', async () => {
    const answer = await signIn({ email: user.email, password });
    const secret = cookie(answer, 'tekses').split('=')[1] ?? '';

    const rows: { row: string }[] = await test.dataSource.query(
      'select s::text as row from sessions s union all select u::text from users u union all select e::text from events e',
    );
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.filter(({ row }) => row.includes(secret) || row.includes('çınar'))).toEqual([]);
    expect(rows.some(({ row }) => row.includes('$argon2id$v=19$m=19456,t=2,p=1$'))).toBe(true);
  });

  it.each([
    ['a wrong password', { email: 'isil@edremit.ornek.tr', password: 'yanlış ama uzun' }],
    ['an unknown address', { email: 'yok@edremit.ornek.tr', password: 'yanlış ama uzun' }],
    ['what is no address', { email: 'İsil@@edremit', password: 'yanlış ama uzun' }],
    ['a password of a megabyte less a bit', { email: 'isil@edremit.ornek.tr', password: 'ı'.repeat(400_000) }],
    ['a cut password', { email: 'isil@edremit.ornek.tr', password: 'Kışın çınar gölgesi uza' }],
  ])('answers %s the same way', async (_, body) => {
    const answer = await signIn(body);

    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({
      errors: [{ code: 'BAD_CREDENTIALS', path: [], message: 'BAD_CREDENTIALS', details: {} }],
    });
    expect(cookiesOf(answer)).toEqual([]);
  });

  it('answers a suspended account like an unknown one', async () => {
    await test.dataSource.manager.update('UserEntity', user.id, { suspendedAt: test.clock.now() });

    const answer = await signIn({ email: user.email, password });

    expect(answer.status).toBe(401);
    expect(answer.body.errors[0].code).toBe('BAD_CREDENTIALS');
  });

  it('takes as long for an unknown address as for a wrong password', async () => {
    const times = async (email: (index: number) => string): Promise<number> => {
      const taken: number[] = [];
      for (let index = 0; index < 9; index += 1) {
        const begun = performance.now();
        await signIn({ email: email(index), password: 'yanlış ama uzun' });
        taken.push(performance.now() - begun);
      }
      return taken.toSorted((left, right) => left - right)[4] ?? 0;
    };
    await times((index) => `isinma${index}@ornek.tr`);

    const known = await times(() => user.email);
    const unknown = await times((index) => `yok${index}@ornek.tr`);

    expect(Math.abs(known - unknown) / Math.max(known, unknown)).toBeLessThan(0.5);
  });

  it('verifies at most ten tries per account in fifteen minutes, whatever address they claim', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        signIn({ email: user.email, password: `tahmin ${index} tahmin` }, '', `203.0.113.${index}`),
      ),
    );

    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(20);
    expect(refused[0]?.body.errors[0].code).toBe('TOO_MANY');
    expect(refused[0]?.headers['retry-after']).toBe('900');
    expect((await signIn({ email: user.email, password })).status).toBe(429);
    test.clock.advance({ minutes: 15, seconds: 1 });
    expect((await signIn({ email: user.email, password })).status).toBe(200);
  });

  it('lets the owner in from a known device while strangers guess', async () => {
    const device = cookie(await signIn({ email: user.email, password }), 'tekses-device');
    for (let index = 0; index < 11; index += 1) await signIn({ email: user.email, password: `tahmin ${index} tahmin` });

    expect((await signIn({ email: user.email, password })).status).toBe(429);
    expect((await signIn({ email: user.email, password }, device)).status).toBe(200);
    const forged = `${device.slice(0, -4)}AAAA`;
    expect((await signIn({ email: user.email, password }, forged)).status).toBe(429);
  });

  it('bounds guessing from a known device too', async () => {
    const device = cookie(await signIn({ email: user.email, password }), 'tekses-device');
    for (let index = 0; index < 10; index += 1) {
      expect((await signIn({ email: user.email, password: 'yanlış ama uzun' }, device)).status).toBe(401);
    }

    expect((await signIn({ email: user.email, password }, device)).status).toBe(429);
  });

  it('bounds tries of one password on many accounts from one address', async () => {
    const statuses = new Map<number, number>();
    for (let index = 0; index < 102; index += 1) {
      const { status } = await signIn({ email: `hesap${index}@ornek.tr`, password: 'bahar geldi hoş geldi' });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }

    expect(Object.fromEntries(statuses)).toEqual({ 401: 100, 429: 2 });
  });

  it('does not count right passwords', async () => {
    for (let index = 0; index < 12; index += 1)
      expect((await signIn({ email: user.email, password })).status).toBe(200);
  });

  it('gives a new session at sign-in and ends the one that the browser brought', async () => {
    const first = await signIn({ email: user.email, password });
    const second = await signIn({ email: user.email, password }, cookie(first, 'tekses'));

    expect(cookie(second, 'tekses')).not.toBe(cookie(first, 'tekses'));
    const { errors } = await test.gql(viewerQuery, {}, signedIn(first));
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const { data } = await test.gql<{ viewer: { sessions: object[] } }>(viewerQuery, {}, signedIn(second));
    expect(data.viewer.sessions).toHaveLength(1);
  });

  it('does not adopt a session that somebody put into the browser', async () => {
    const planted = `tekses=ts_s_${'A'.repeat(43)}`;

    const answer = await signIn({ email: user.email, password }, planted);

    expect(cookie(answer, 'tekses')).not.toBe(planted);
    const { errors } = await test.gql(viewerQuery, {}, { userId: user.id, officeId: null, cookie: planted });
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('ends the session at sign-out', async () => {
    const answer = await signIn({ email: user.email, password });

    const out = await test.http.post('/auth/sign-out').set('x-tekses', '1').set('Cookie', cookie(answer, 'tekses'));

    expect(out.status).toBe(204);
    expect(cookiesOf(out)).toEqual(['tekses=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax']);
    const { errors } = await test.gql(viewerQuery, {}, signedIn(answer));
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('ends a session after two weeks, or after a week without a request', async () => {
    const idle = signedIn(await signIn({ email: user.email, password }));
    test.clock.advance({ hours: 24 * 7 - 1 });
    expect((await test.gql(viewerQuery, {}, idle)).errors).toEqual([]);
    test.clock.advance({ hours: 24 * 6 });
    expect((await test.gql(viewerQuery, {}, idle)).errors).toEqual([]);
    test.clock.advance({ hours: 24 + 2 });
    expect((await test.gql(viewerQuery, {}, idle)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');

    const unused = signedIn(await signIn({ email: user.email, password }));
    test.clock.advance({ hours: 24 * 7 + 1 });
    for (let index = 0; index < 2; index += 1) {
      expect((await test.gql(viewerQuery, {}, unused)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });

  it('refuses a POST that another site made a browser send', async () => {
    const answer = await test.http.post('/auth/sign-in').send({ email: user.email, password });

    expect(answer.status).toBe(403);
    expect(answer.body.errors[0].code).toBe('FORBIDDEN');
  });

  it('never reads credentials from the address', async () => {
    const answer = await test.http
      .post('/auth/sign-in')
      .query({ email: user.email, password })
      .set('x-tekses', '1')
      .send({});

    expect(answer.status).toBe(400);
    expect(answer.body.errors[0]).toMatchObject({ code: 'INVALID', path: ['email'] });
  });

  function signedIn(answer: { headers: Record<string, unknown> }) {
    return { userId: user.id, officeId: null, cookie: cookie(answer, 'tekses') };
  }
});

describe('cookies over https', () => {
  it('are bound to the host and to TLS', async () => {
    const test = await startTestApp({ BASE_URL: 'https://tekses.ornek.bel.tr' });
    const db = test.dataSource.manager;
    const user = await buildUser(db, { email: 'sule@gomec.ornek.tr', passwordHash: await hashPassword(password) });
    await buildMembership(db, { userId: user.id, officeId: await officeIdByCode(db, 'gomec') });

    const answer = await test.http.post('/auth/sign-in').set('x-tekses', '1').send({ email: user.email, password });

    const names = (answer.headers['set-cookie'] as unknown as string[]).map((header) => header.split('=')[0]);
    expect(names).toEqual(['__Host-tekses', '__Host-tekses-device']);
    for (const header of answer.headers['set-cookie'] as unknown as string[]) {
      expect(header).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    }
    await test.close();
  });
});
