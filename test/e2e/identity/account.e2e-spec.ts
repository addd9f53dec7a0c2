import { TOTP, Secret } from 'otpauth';
import { Role } from '@domain/identity/actor';
import { hashPassword } from '../../../apps/api/src/identity/passwords';
import type { UserEntity } from '../../../apps/api/src/identity/user.entity';
import { buildMembership, buildUser, officeIdByCode } from '../../factories/identity.factory';
import { startTestApp, type SignedIn, type TestApp } from '../../support/app';

const password = 'Kışın çınar gölgesi uzar';
const nextPassword = 'Yazın dut ağacı serin tutar';
const me = '{ viewer { user { id } office { code } sessions { id isCurrent } } }';

interface Payload {
  readonly errors: { code: string; path: string[]; details: string[] }[];
}

describe('the own account', () => {
  let test: TestApp;
  let passwordHash: string;
  let user: UserEntity;
  let session: SignedIn;

  beforeAll(async () => {
    test = await startTestApp();
    passwordHash = await hashPassword(password);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.reset();
    user = await buildUser(test.dataSource.manager, {
      email: 'isil@edremit.ornek.tr',
      name: 'Işıl Gökçeoğlu',
      passwordHash,
    });
    const { officeId } = await buildMembership(test.dataSource.manager, { userId: user.id, role: Role.PRESS_DIRECTOR });
    session = await test.signInAs(user, officeId);
  });

  const signIn = (body: object) => test.http.post('/auth/sign-in').set('x-tekses', '1').send(body);
  const bearer = (secret: string, query: string) =>
    test.http.post('/graphql').set('Authorization', `Bearer ${secret}`).send({ query });
  const refusals = async (mutation: string, as: SignedIn | null = session): Promise<string[]> => {
    const { data, errors } = await test.gql<Record<string, Payload>>(mutation, {}, as);
    return [
      ...errors.map(({ extensions }) => extensions.code),
      ...Object.values(data ?? {}).flatMap((payload) => payload.errors.map(({ code }) => code)),
    ];
  };

  describe('password', () => {
    const change = (current: string, next: string) =>
      `mutation { passwordChange(input: { currentPassword: ${JSON.stringify(current)}, newPassword: ${JSON.stringify(next)} }) { isDone errors { code path details } } }`;

    it('is changed with the present one; other sessions end and the running one gets a new secret', async () => {
      const other = await test.signInAs(user, null);

      const response = await test.http
        .post('/graphql')
        .set('Cookie', session.cookie)
        .send({ query: change(password, nextPassword) });

      expect(response.body.data.passwordChange).toEqual({ isDone: true, errors: [] });
      const renewed = String(response.headers['set-cookie']).split(';')[0] ?? '';
      expect(renewed).toMatch(/^tekses=ts_s_/);
      const viewer = await test.gql<{ viewer: { sessions: object[] } }>(me, {}, { ...session, cookie: renewed });
      expect(viewer.data.viewer.sessions).toHaveLength(1);
      for (const former of [session, other]) {
        expect((await test.gql(me, {}, former)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
      }
      expect((await signIn({ email: user.email, password })).status).toBe(401);
      expect((await signIn({ email: user.email, password: nextPassword })).status).toBe(200);
    });

    it('is told to the owner by mail', async () => {
      await test.gql(change(password, nextPassword), {}, session);

      const [mail]: { subject: string }[] = await test.dataSource.query('select subject from mails');
      expect(mail?.subject).toBe('Tek Ses parolanız değişti');
    });

    it('stays when the present one is wrong, and tries are counted', async () => {
      for (let index = 0; index < 10; index += 1) {
        expect(await refusals(change('yanlış ama uzun', nextPassword))).toEqual(['BAD_CREDENTIALS']);
      }

      expect(await refusals(change(password, nextPassword))).toEqual(['TOO_MANY']);
      expect((await signIn({ email: user.email, password })).status).toBe(200);
    });

    it.each(['kısa', 'edremit2026', 'Gökçeoğlu1', 'qwerty123', 'ş'.repeat(257)])(
      'refuses %p as a new one',
      async (weak) => {
        expect(await refusals(change(password, weak))).toEqual(['INVALID']);
      },
    );

    it('is not told to a personal token', async () => {
      const { data } = await test.gql<{ apiTokenCreate: { secret: string } }>(
        'mutation { apiTokenCreate(input: { name: "Deneme", scopes: [WRITE], expiresInDays: 1 }) { secret } }',
        {},
        session,
      );

      const { body } = await bearer(data.apiTokenCreate.secret, change(password, nextPassword));

      expect(body.data.passwordChange).toMatchObject({ isDone: null, errors: [{ code: 'FORBIDDEN' }] });
    });
  });

  describe('reset by mail', () => {
    const request = (email: string) =>
      `mutation { passwordResetRequest(email: ${JSON.stringify(email)}) { isDone errors { code } } }`;
    const reset = (token: string, next: string) =>
      `mutation { passwordReset(token: ${JSON.stringify(token)}, newPassword: ${JSON.stringify(next)}) { isDone errors { code path } } }`;
    const mailedToken = async (): Promise<string> => {
      const [mail]: { text: string }[] = await test.dataSource.query(
        'select body_text as text from mails order by created_at desc limit 1',
      );
      return /parola#(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
    };

    it('sets a new password once and ends sessions and tokens', async () => {
      const { data } = await test.gql<{ apiTokenCreate: { secret: string } }>(
        'mutation { apiTokenCreate(input: { name: "Deneme", scopes: [READ], expiresInDays: 9 }) { secret } }',
        {},
        session,
      );
      await test.gql(request(user.email));
      await test.runJobs();
      const token = await mailedToken();

      expect(await refusals(reset(token, nextPassword), null)).toEqual([]);

      expect((await signIn({ email: user.email, password: nextPassword })).status).toBe(200);
      expect((await test.gql(me, {}, session)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
      expect((await bearer(data.apiTokenCreate.secret, me)).body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
      expect(await refusals(reset(token, 'Bir başka uzun söz'), null)).toEqual(['EXPIRED']);
    });

    it('does not use the link up when the new password is refused', async () => {
      await test.gql(request(user.email));
      await test.runJobs();
      const token = await mailedToken();

      expect(await refusals(reset(token, 'edremit2026'), null)).toEqual(['INVALID']);
      expect(await refusals(reset(token, nextPassword), null)).toEqual([]);
    });

    it('ends after an hour', async () => {
      await test.gql(request(user.email));
      await test.runJobs();
      test.clock.advance({ hours: 1 });

      expect(await refusals(reset(await mailedToken(), nextPassword), null)).toEqual(['EXPIRED']);
    });

    it('answers known, unknown and malformed addresses alike and mails only the first', async () => {
      const answers = [];
      for (const email of [user.email, 'yok@edremit.ornek.tr', 'İ@', ''])
        answers.push((await test.gql(request(email))).data);
      await test.runJobs();

      expect(new Set(answers.map((data) => JSON.stringify(data)))).toEqual(
        new Set(['{"passwordResetRequest":{"isDone":true,"errors":[]}}']),
      );
      const mails: object[] = await test.dataSource.query('select 1 from mails');
      expect(mails).toHaveLength(1);
    });

    it('mails at most three links in an hour to an account, and still says the same', async () => {
      for (let index = 0; index < 6; index += 1) {
        expect((await test.gql(request(user.email))).data).toEqual({
          passwordResetRequest: { isDone: true, errors: [] },
        });
        await test.runJobs();
      }

      const mails: object[] = await test.dataSource.query('select 1 from mails');
      expect(mails).toHaveLength(3);
    });

    it('gives one success to many uses side by side', async () => {
      await test.gql(request(user.email));
      await test.runJobs();
      const token = await mailedToken();

      const codes = await Promise.all(Array.from({ length: 8 }, () => refusals(reset(token, nextPassword), null)));

      expect(codes.filter((list) => list.length === 0)).toHaveLength(1);
      expect(codes.filter((list) => list[0] === 'EXPIRED')).toHaveLength(7);
    });
  });

  describe('second factor', () => {
    const codeAt = (secret: string, at: Date) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
    const turnOn = async (): Promise<{ secret: string; recoveryCodes: string[] }> => {
      const { data } = await test.gql<{ twoFactorStart: { secret: string; uri: string } }>(
        'mutation { twoFactorStart { secret uri errors { code } } }',
        {},
        session,
      );
      const { secret } = data.twoFactorStart;
      const code = codeAt(secret, test.clock.now());
      const confirmed = await test.gql<{ twoFactorConfirm: { recoveryCodes: string[] } }>(
        `mutation { twoFactorConfirm(code: "${code}") { recoveryCodes errors { code } } }`,
        {},
        session,
      );
      test.clock.advance({ minutes: 2 });
      return { secret, recoveryCodes: confirmed.data.twoFactorConfirm.recoveryCodes };
    };

    it('is asked for after the right password only', async () => {
      const { secret } = await turnOn();

      expect((await signIn({ email: user.email, password })).body.errors[0].code).toBe('SECOND_FACTOR_REQUIRED');
      expect((await signIn({ email: user.email, password: 'yanlış ama uzun' })).body.errors[0].code).toBe(
        'BAD_CREDENTIALS',
      );
      expect((await signIn({ email: user.email, password, code: '000000' })).body.errors[0].code).toBe(
        'BAD_CREDENTIALS',
      );
      expect((await signIn({ email: user.email, password, code: codeAt(secret, test.clock.now()) })).status).toBe(200);
    });

    it.each([
      [-60, 401],
      [-30, 200],
      [0, 200],
      [30, 200],
      [60, 401],
    ])('takes the code of %d seconds from now: %d', async (seconds, status) => {
      const { secret } = await turnOn();
      const code = codeAt(secret, new Date(test.clock.now().getTime() + seconds * 1_000));

      expect((await signIn({ email: user.email, password, code })).status).toBe(status);
    });

    it('takes a code once, also when it is sent many times side by side', async () => {
      const { secret } = await turnOn();
      const code = codeAt(secret, test.clock.now());

      const statuses = await Promise.all(
        Array.from({ length: 10 }, async () => (await signIn({ email: user.email, password, code })).status),
      );

      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      expect(statuses.filter((status) => status === 401)).toHaveLength(9);
    });

    it('never takes an older step after a newer one', async () => {
      const { secret } = await turnOn();
      const now = test.clock.now();
      expect((await signIn({ email: user.email, password, code: codeAt(secret, now) })).status).toBe(200);

      const older = codeAt(secret, new Date(now.getTime() - 30_000));
      expect((await signIn({ email: user.email, password, code: older })).status).toBe(401);
    });

    it('gives ten recovery codes, each good once', async () => {
      const { recoveryCodes } = await turnOn();
      const [first = ''] = recoveryCodes;

      expect(recoveryCodes).toHaveLength(10);
      expect(new Set(recoveryCodes).size).toBe(10);
      const statuses = await Promise.all(
        Array.from(
          { length: 5 },
          async () => (await signIn({ email: user.email, password, code: first.toLowerCase() })).status,
        ),
      );
      expect(statuses.toSorted((left, right) => left - right)).toEqual([200, 401, 401, 401, 401]);
    });

    it('keeps the secret sealed and the recovery codes marked in the database', async () => {
      const { secret, recoveryCodes } = await turnOn();

      const rows: { row: string }[] = await test.dataSource.query(
        'select u::text as row from users u union all select r::text from recovery_codes r union all select e::text from events e',
      );
      const secrets = [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replace('-', ''))];
      expect(rows.filter(({ row }) => secrets.some((text) => row.includes(text)))).toEqual([]);
    });

    it('is turned off by a code, and not without', async () => {
      const { secret } = await turnOn();

      expect(await refusals('mutation { twoFactorDisable(code: "000000") { isDone errors { code } } }')).toEqual([
        'BAD_CREDENTIALS',
      ]);
      const code = codeAt(secret, test.clock.now());
      expect(await refusals(`mutation { twoFactorDisable(code: "${code}") { isDone errors { code } } }`)).toEqual([]);
      expect((await signIn({ email: user.email, password })).status).toBe(200);
    });

    it('is not started again while it is on, nor confirmed before it was started', async () => {
      expect(await refusals('mutation { twoFactorConfirm(code: "123456") { errors { code } } }')).toEqual([
        'WRONG_STATE',
      ]);
      await turnOn();
      expect(await refusals('mutation { twoFactorStart { errors { code } } }')).toEqual(['WRONG_STATE']);
    });

    it('ends the other sessions when it is turned on', async () => {
      const other = await test.signInAs(user, null);
      await turnOn();

      expect((await test.gql(me, {}, other)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
      expect((await test.gql(me, {}, session)).errors).toEqual([]);
    });
  });

  describe('sessions and offices', () => {
    it('are listed and ended by their owner alone', async () => {
      const other = await test.signInAs(user, null);
      const stranger = await test.signInAs(await buildUser(test.dataSource.manager), null);
      const { data } = await test.gql<{ viewer: { sessions: { id: string; isCurrent: boolean }[] } }>(me, {}, session);
      const id = data.viewer.sessions.find(({ isCurrent }) => !isCurrent)?.id;
      expect(data.viewer.sessions).toHaveLength(2);

      expect(await refusals(`mutation { sessionRevoke(id: "${id}") { errors { code } } }`, stranger)).toEqual([
        'NOT_FOUND',
      ]);
      expect(await refusals(`mutation { sessionRevoke(id: "${id}") { errors { code } } }`)).toEqual([]);

      expect((await test.gql(me, {}, other)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
      expect(await refusals('mutation { sessionRevoke(id: "yok") { errors { code } } }')).toEqual(['NOT_FOUND']);
    });

    it('switch between the offices that the viewer belongs to, and to no other', async () => {
      const havran = await officeIdByCode(test.dataSource.manager, 'havran');
      const gomec = await officeIdByCode(test.dataSource.manager, 'gomec');
      await buildMembership(test.dataSource.manager, { userId: user.id, officeId: havran, role: Role.OBSERVER });
      const to = (id: string) =>
        `mutation { sessionSwitchOffice(officeId: "${id}") { viewer { office { code } role } errors { code } } }`;

      const { data } = await test.gql<Record<string, object>>(to(havran), {}, session);

      expect(data['sessionSwitchOffice']).toEqual({
        viewer: { office: { code: 'havran' }, role: 'OBSERVER' },
        errors: [],
      });
      expect((await test.gql<{ viewer: { office: object } }>(me, {}, session)).data.viewer.office).toEqual({
        code: 'havran',
      });
      expect(await refusals(to(gomec))).toEqual(['NOT_FOUND']);
    });
  });

  describe('personal tokens', () => {
    const create = (scopes: string, days = 30) =>
      `mutation { apiTokenCreate(input: { name: "Arşiv betiği", scopes: [${scopes}], expiresInDays: ${days} }) { secret apiToken { id name scopes lastUsedAt } errors { code path } } }`;
    const make = async (scopes: string, days = 30): Promise<{ secret: string; id: string }> => {
      const { data } = await test.gql<{ apiTokenCreate: { secret: string; apiToken: { id: string } } }>(
        create(scopes, days),
        {},
        session,
      );
      return { secret: data.apiTokenCreate.secret, id: data.apiTokenCreate.apiToken.id };
    };

    it('act as their owner for one office, and their secret is stored nowhere', async () => {
      const { secret } = await make('READ');

      const { body } = await bearer(
        secret,
        '{ viewer { user { id } office { code } apiTokens { name scopes lastUsedAt } } }',
      );

      expect(secret).toMatch(/^ts_t_[\w-]{43}$/);
      expect(body.data.viewer).toMatchObject({ user: { id: user.id }, office: { code: 'edremit' } });
      expect(body.data.viewer.apiTokens).toEqual([
        { name: 'Arşiv betiği', scopes: ['READ'], lastUsedAt: test.clock.now().toISOString() },
      ]);
      const rows: { row: string }[] = await test.dataSource.query(
        'select t::text as row from api_tokens t union all select e::text from events e',
      );
      expect(rows.filter(({ row }) => row.includes(secret))).toEqual([]);
    });

    it('change nothing without the scope for it', async () => {
      const { secret } = await make('READ');
      const officeId = await officeIdByCode(test.dataSource.manager, 'edremit');
      const update = `mutation { officeUpdate(id: "${officeId}", input: { contactName: "Işıl" }) { office { contact { name } } errors { code } } }`;

      const refused = await bearer(secret, update);
      expect(refused.body.errors[0].extensions.code).toBe('FORBIDDEN');
      const { body } = await bearer((await make('WRITE')).secret, update);
      expect(body.data.officeUpdate).toEqual({ office: { contact: { name: 'Işıl' } }, errors: [] });
    });

    it('make no other tokens', async () => {
      const { secret } = await make('READ, WRITE');

      const { body } = await bearer(secret, create('READ'));

      expect(body.data.apiTokenCreate).toMatchObject({ secret: null, errors: [{ code: 'FORBIDDEN' }] });
    });

    it('end at their time and when they are revoked', async () => {
      const short = await make('READ', 1);
      const long = await make('READ', 365);
      test.clock.advance({ hours: 24 });

      expect((await bearer(short.secret, me)).body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
      expect((await bearer(long.secret, me)).body.data.viewer.user.id).toBe(user.id);
      expect(await refusals(`mutation { apiTokenRevoke(id: "${long.id}") { errors { code } } }`)).toEqual([]);
      expect((await bearer(long.secret, me)).body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
      expect(await refusals(`mutation { apiTokenRevoke(id: "${long.id}") { errors { code } } }`)).toEqual([
        'WRONG_STATE',
      ]);
    });

    it('are judged alone: a broken token does not fall back on the cookie', async () => {
      const { body } = await bearer(`ts_t_${'A'.repeat(43)}`, me).set('Cookie', session.cookie);

      expect(body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
    });

    it.each([
      ['no scope', 'scopes: [], expiresInDays: 1', ['scopes']],
      ['the same scope twice', 'scopes: [READ, READ], expiresInDays: 1', ['scopes']],
      ['no end', 'scopes: [READ], expiresInDays: 0', ['expiresInDays']],
      ['an end in two years', 'scopes: [READ], expiresInDays: 730', ['expiresInDays']],
    ])('are not made with %s', async (_, fields, [field]) => {
      const { data } = await test.gql<{ apiTokenCreate: Payload }>(
        `mutation { apiTokenCreate(input: { name: "Arşiv", ${fields} }) { errors { code path details } } }`,
        {},
        session,
      );

      expect(data.apiTokenCreate.errors).toMatchObject([{ code: 'INVALID', path: ['input', field] }]);
    });
  });
});
