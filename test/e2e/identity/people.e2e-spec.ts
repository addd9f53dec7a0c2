import { Role } from '@domain/identity/actor';
import { DeputyScope } from '@domain/identity/deputyship.policy';
import { MembershipEntity } from '../../../apps/api/src/identity/membership.entity';
import type { UserEntity } from '../../../apps/api/src/identity/user.entity';
import { buildDeputyship, buildMembership, buildUser, officeIdByCode } from '../../factories/identity.factory';
import { startTestApp, type SignedIn, type TestApp } from '../../support/app';

const me = '{ viewer { user { id email name } office { code } role deputyships { id isInForce } } }';

interface Payload {
  readonly errors: { code: string; path: string[]; details: string[] }[];
}

describe('people of an office', () => {
  let test: TestApp;
  let edremit: string;
  let ayvalik: string;
  let director: SignedIn;
  let operator: SignedIn;
  let foreign: SignedIn;

  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.reset();
    edremit = await officeIdByCode(test.dataSource.manager, 'edremit');
    ayvalik = await officeIdByCode(test.dataSource.manager, 'ayvalik');
    director = (await join(Role.PRESS_DIRECTOR, edremit)).session;
    foreign = (await join(Role.PRESS_DIRECTOR, ayvalik)).session;
    operator = await test.signInAs(await buildUser(test.dataSource.manager, { isOperator: true }), null);
  });

  const join = async (
    role: Role,
    officeId: string,
    overrides: Partial<MembershipEntity> = {},
  ): Promise<{ user: UserEntity; membership: MembershipEntity; session: SignedIn }> => {
    const user = await buildUser(test.dataSource.manager);
    const membership = await buildMembership(test.dataSource.manager, {
      userId: user.id,
      officeId,
      role,
      ...overrides,
    });
    return { user, membership, session: await test.signInAs(user, officeId) };
  };
  const run = async (
    mutation: string,
    variables: object,
    as: SignedIn | null,
  ): Promise<Payload & Record<string, never>> => {
    const { data, errors } = await test.gql<Record<string, Payload & Record<string, never>>>(mutation, variables, as);
    const topLevel = errors.map(({ extensions }) => ({ code: extensions.code, path: [], details: [] }));
    return Object.values(data ?? {})[0] ?? ({ errors: topLevel } as unknown as Payload & Record<string, never>);
  };
  const codes = async (mutation: string, variables: object, as: SignedIn | null): Promise<string[]> =>
    (await run(mutation, variables, as)).errors.map(({ code }) => code);
  const events = async (): Promise<string[]> => {
    const rows: { name: string }[] = await test.dataSource.query(
      'select name from events order by at, chain, chain_seq',
    );
    return rows.map(({ name }) => name);
  };

  describe('invitations', () => {
    const invite = `mutation ($input: UserInviteInput!) { userInvite(input: $input) { invitation { id email role } errors { code path } } }`;
    const accept = `mutation ($token: String!, $input: InvitationAcceptInput!) { invitationAccept(token: $token, input: $input) { user { id email name } errors { code path details } } }`;
    const input = (overrides: object = {}) => ({
      officeId: edremit,
      email: 'Gulsah@Edremit.Ornek.TR',
      name: 'Gülşah İnceoğlu',
      role: 'EDITOR',
      title: 'Haber editörü',
      ...overrides,
    });
    const password = 'Kışın çınar gölgesi uzar';
    const mailedToken = async (): Promise<string> => {
      const [mail]: { text: string }[] = await test.dataSource.query(
        'select body_text as text from mails order by id desc limit 1',
      );
      return /davet#(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
    };

    it('lead to an account that signs in for the office', async () => {
      const sent = await run(invite, { input: input() }, director);
      expect(sent).toMatchObject({ invitation: { email: 'gulsah@edremit.ornek.tr', role: 'EDITOR' }, errors: [] });

      const accepted = await run(accept, { token: await mailedToken(), input: { password } }, null);

      expect(accepted).toMatchObject({
        user: { email: 'gulsah@edremit.ornek.tr', name: 'Gülşah İnceoğlu' },
        errors: [],
      });
      const signIn = await test.http
        .post('/auth/sign-in')
        .set('x-tekses', '1')
        .send({ email: 'gulsah@edremit.ornek.tr', password });
      expect(signIn.status).toBe(200);
      const cookie = String(signIn.headers['set-cookie']).split(';')[0] ?? '';
      const { data } = await test.gql<{ viewer: object }>(me, {}, { userId: '', officeId: null, cookie });
      expect(data.viewer).toMatchObject({ office: { code: 'edremit' }, role: 'EDITOR' });
      expect(await events()).toEqual(expect.arrayContaining(['invitation.sent', 'user.created', 'member.joined']));
    });

    it('work once, for seven days, and not after they were revoked', async () => {
      await run(invite, { input: input() }, director);
      const token = await mailedToken();
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => codes(accept, { token, input: { password } }, null)),
      );
      expect(answers.filter((list) => list.length === 0)).toHaveLength(1);
      expect(answers.flat()).toEqual(Array.from({ length: 5 }, () => 'EXPIRED'));

      await run(invite, { input: input({ email: 'b@edremit.ornek.tr' }) }, director);
      const late = await mailedToken();
      test.clock.advance({ hours: 24 * 7 });
      expect(await codes(accept, { token: late, input: { password } }, null)).toEqual(['EXPIRED']);

      const again = await test.signInAs({ id: director.userId }, edremit);
      const third = await run(invite, { input: input({ email: 'c@edremit.ornek.tr' }) }, again);
      const { id } = third['invitation'] as unknown as { id: string };
      const revoke = 'mutation ($id: ID!) { invitationRevoke(id: $id) { errors { code } } }';
      const stranger = await test.signInAs({ id: foreign.userId }, ayvalik);
      expect(await codes(revoke, { id }, stranger)).toEqual(['NOT_FOUND']);
      expect(await codes(revoke, { id }, again)).toEqual([]);
      expect(await codes(accept, { token: await mailedToken(), input: { password } }, null)).toEqual(['EXPIRED']);
    });

    it('are sent anew by another link, which alone works then', async () => {
      const resend = 'mutation ($id: ID!) { invitationResend(id: $id) { invitation { id email } errors { code } } }';
      const sent = await run(invite, { input: input({ validUntil: '2026-12-31' }) }, director);
      const { id } = sent['invitation'] as unknown as { id: string };
      const former = await mailedToken();
      expect(await codes(resend, { id }, foreign)).toEqual(['NOT_FOUND']);

      const anew = await run(resend, { id }, director);

      expect(anew).toMatchObject({ invitation: { email: 'gulsah@edremit.ornek.tr' }, errors: [] });
      expect(await codes(resend, { id }, director)).toEqual(['NOT_FOUND']);
      expect(await codes(accept, { token: former, input: { password } }, null)).toEqual(['EXPIRED']);
      expect(await codes(accept, { token: await mailedToken(), input: { password } }, null)).toEqual([]);
      const [row]: { until: string }[] = await test.dataSource.query(
        `select valid_until::text as until from memberships m join users u on u.id = m.user_id
         where u.email = 'gulsah@edremit.ornek.tr'`,
      );
      expect(row?.until).toBe('2026-12-31');
    });

    it('are not used up by a password that is refused', async () => {
      await run(invite, { input: input() }, director);
      const token = await mailedToken();

      const weak = await run(accept, { token, input: { password: 'gulsah2026' } }, null);
      expect(weak.errors).toEqual([{ code: 'INVALID', path: ['input', 'password'], details: ['LIKE_ACCOUNT'] }]);
      expect(await codes(accept, { token, input: {} }, null)).toEqual(['INVALID']);
      expect(await codes(accept, { token, input: { password } }, null)).toEqual([]);
    });

    it('give an existing account another office and leave its name and password alone', async () => {
      const user = await buildUser(test.dataSource.manager, { email: 'gulsah@edremit.ornek.tr', name: 'Gülşah Hanım' });
      await buildMembership(test.dataSource.manager, { userId: user.id, officeId: ayvalik });
      await run(invite, { input: input() }, director);

      const accepted = await run(accept, { token: await mailedToken(), input: { name: 'Başkası', password } }, null);

      expect(accepted).toMatchObject({ user: { id: user.id, name: 'Gülşah Hanım' }, errors: [] });
      const [row]: { hash: string | null }[] = await test.dataSource.query(
        'select password_hash as hash from users where id = $1',
        [user.id],
      );
      expect(row?.hash).toBeNull();
      await run(invite, { input: input() }, director);
      expect(await codes(accept, { token: await mailedToken(), input: {} }, null)).toEqual(['TAKEN']);
    });

    it('do not tell whether an address has an account', async () => {
      await buildUser(test.dataSource.manager, { email: 'var@edremit.ornek.tr' });

      const known = await run(invite, { input: input({ email: 'var@edremit.ornek.tr' }) }, director);
      const unknown = await run(invite, { input: input({ email: 'yok@edremit.ornek.tr' }) }, director);

      expect(known.errors).toEqual(unknown.errors);
      expect(Object.keys(known)).toEqual(Object.keys(unknown));
    });

    it.each([
      ['an editor', Role.EDITOR],
      ['a department head', Role.DEPARTMENT_HEAD],
      ['an observer', Role.OBSERVER],
    ])('are not sent by %s', async (_, role) => {
      const { session } = await join(role, edremit);

      expect(await codes(invite, { input: input() }, session)).toEqual(['FORBIDDEN']);
    });

    it('are not sent to another office, nor by a visitor, nor to a closed office', async () => {
      expect(await codes(invite, { input: input() }, foreign)).toEqual(['FORBIDDEN']);
      expect(await codes(invite, { input: input() }, null)).toEqual(['UNAUTHENTICATED']);
      const officeId = await officeIdByCode(test.dataSource.manager, 'karesi');
      expect(await codes(invite, { input: input({ officeId, role: 'PRESS_DIRECTOR' }) }, operator)).toEqual([
        'WRONG_STATE',
      ]);
      const mails: object[] = await test.dataSource.query('select 1 from mails');
      expect(mails).toEqual([]);
    });

    it('let the operator seat a press director where there is none, and nobody else', async () => {
      const gomec = await officeIdByCode(test.dataSource.manager, 'gomec');

      expect(await codes(invite, { input: input({ officeId: gomec, role: 'EDITOR' }) }, operator)).toEqual([
        'FORBIDDEN',
      ]);
      expect(await codes(invite, { input: input({ role: 'PRESS_DIRECTOR' }) }, operator)).toEqual(['FORBIDDEN']);
      expect(await codes(invite, { input: input({ officeId: gomec, role: 'PRESS_DIRECTOR' }) }, operator)).toEqual([]);
    });

    it('never make an operator a member', async () => {
      await buildUser(test.dataSource.manager, { email: 'gulsah@edremit.ornek.tr', isOperator: true });
      await run(invite, { input: input() }, director);

      expect(await codes(accept, { token: await mailedToken(), input: {} }, null)).toEqual(['FORBIDDEN']);
    });

    it.each([
      ['a Turkish letter in the address', { email: 'gülşah@edremit.ornek.tr' }, ['input', 'email']],
      ['a line break in the address', { email: 'a@edremit.ornek.tr\nBcc: b@c.tr' }, ['input', 'email']],
      ['a last day that is over', { validUntil: '2026-04-22' }, ['input', 'validUntil']],
      ['a day that does not exist', { validFrom: '2026-02-30' }, ['input', 'validFrom']],
      ['a subject without a directory', { directorySubject: 'abc' }, ['input', 'directorySubject']],
    ])('are refused for %s', async (_, overrides, path) => {
      const { errors } = await run(invite, { input: input(overrides) }, director);

      expect(errors).toEqual([{ code: 'INVALID', path }]);
    });
  });

  describe('members', () => {
    const change = `mutation ($id: ID!, $input: MemberChangeInput!) { memberChange(id: $id, input: $input) { member { id role title validFrom validUntil isCurrent } errors { code path } } }`;
    const end = 'mutation ($id: ID!) { memberEnd(id: $id) { member { validUntil isCurrent } errors { code path } } }';

    it('get another role from today on, and what they were stays readable', async () => {
      const { user, membership, session } = await join(Role.EDITOR, edremit);

      const changed = await run(
        change,
        { id: membership.id, input: { role: 'DEPARTMENT_HEAD', title: 'Şube müdürü' } },
        director,
      );

      expect(changed).toMatchObject({
        member: { role: 'DEPARTMENT_HEAD', title: 'Şube müdürü', validFrom: '2026-04-23', validUntil: null },
        errors: [],
      });
      const rows: object[] = await test.dataSource.query(
        `select role, valid_from::text as "from", valid_until::text as until from memberships where user_id = $1 order by valid_from`,
        [user.id],
      );
      expect(rows).toEqual([
        { role: 'EDITOR', from: '2026-01-01', until: '2026-04-22' },
        { role: 'DEPARTMENT_HEAD', from: '2026-04-23', until: null },
      ]);
      expect((await test.gql<{ viewer: object }>(me, {}, session)).data.viewer).toMatchObject({
        role: 'DEPARTMENT_HEAD',
      });
    });

    it('lose the office at the next request when their membership ends', async () => {
      const { membership, session } = await join(Role.EDITOR, edremit);
      expect((await test.gql<{ viewer: object }>(me, {}, session)).data.viewer).toMatchObject({ role: 'EDITOR' });

      expect(await run(end, { id: membership.id }, director)).toEqual({
        member: { validUntil: '2026-04-22', isCurrent: false },
        errors: [],
      });

      expect((await test.gql<{ viewer: object }>(me, {}, session)).data.viewer).toMatchObject({
        office: null,
        role: null,
      });
      const { errors } = await test.gql(`{ members(officeId: "${edremit}") { id } }`, {}, session);
      expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
      expect(await codes(end, { id: membership.id }, director)).toEqual(['WRONG_STATE']);
    });

    it('who joined today can leave today', async () => {
      const { membership } = await join(Role.STAFF, edremit, { validFrom: '2026-04-23' });

      expect(await run(end, { id: membership.id }, director)).toMatchObject({
        member: { isCurrent: false },
        errors: [],
      });
    });

    it.each([
      ['2026-04-22T23:59:59+03:00', null],
      ['2026-04-23T00:00:00+03:00', 'EDITOR'],
      ['2026-04-25T23:59:59+03:00', 'EDITOR'],
      ['2026-04-26T00:00:00+03:00', null],
    ])('of 23 to 25 April have at %s the role %p', async (instant, role) => {
      const { session } = await join(Role.EDITOR, edremit, { validFrom: '2026-04-23', validUntil: '2026-04-25' });
      test.clock.set(instant);

      expect((await test.gql<{ viewer: object }>(me, {}, session)).data.viewer).toMatchObject({ role });
    });

    it('are out of reach of another office’s director, who cannot tell them from none', async () => {
      const { membership } = await join(Role.EDITOR, edremit);

      const unseen = await run(end, { id: membership.id }, foreign);
      const missing = await run(end, { id: '01995c00-0000-7000-8000-000000000000' }, foreign);

      expect(unseen.errors).toEqual([{ code: 'NOT_FOUND', path: ['id'] }]);
      expect(missing).toEqual(unseen);
      expect(await codes(change, { id: membership.id, input: { role: 'STAFF' } }, foreign)).toEqual(['NOT_FOUND']);
      const { errors } = await test.gql(`{ members(officeId: "${edremit}") { id } }`, {}, foreign);
      expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
    });

    it('are changed by nobody but the director', async () => {
      const { membership } = await join(Role.EDITOR, edremit);
      const { session } = await join(Role.DEPARTMENT_HEAD, edremit);

      expect(await codes(change, { id: membership.id, input: { title: 'Muhabir' } }, session)).toEqual(['FORBIDDEN']);
      expect(await codes(end, { id: membership.id }, session)).toEqual(['FORBIDDEN']);
    });

    it('do not become directors by the operator while there is one', async () => {
      const { membership } = await join(Role.EDITOR, edremit);

      expect(await codes(change, { id: membership.id, input: { role: 'PRESS_DIRECTOR' } }, operator)).toEqual([
        'FORBIDDEN',
      ]);
      const other = await join(Role.EDITOR, await officeIdByCode(test.dataSource.manager, 'havran'));
      expect(await codes(change, { id: other.membership.id, input: { role: 'PRESS_DIRECTOR' } }, operator)).toEqual([]);
      expect(await codes(change, { id: other.membership.id, input: { role: 'OBSERVER' } }, operator)).toEqual([
        'FORBIDDEN',
      ]);
    });

    it('are not given a last day that is over', async () => {
      const { membership } = await join(Role.EDITOR, edremit);

      const { errors } = await run(change, { id: membership.id, input: { validUntil: '2026-04-22' } }, director);
      expect(errors).toEqual([{ code: 'INVALID', path: ['input', 'validUntil'] }]);
      expect(await run(change, { id: membership.id, input: { validUntil: '2026-12-31' } }, director)).toMatchObject({
        member: { validUntil: '2026-12-31' },
      });
      expect(await run(change, { id: membership.id, input: { validUntil: null } }, director)).toMatchObject({
        member: { validUntil: null },
      });
    });

    it('are listed by name in Turkish order', async () => {
      for (const name of ['Ümit', 'Çağrı', 'İlker', 'Ilgaz', 'Cem', 'Uğur']) {
        const user = await buildUser(test.dataSource.manager, { name });
        await buildMembership(test.dataSource.manager, { userId: user.id, officeId: ayvalik });
      }

      const { data } = await test.gql<{ members: { user: { name: string } }[] }>(
        `{ members(officeId: "${ayvalik}") { user { name } } }`,
        {},
        foreign,
      );

      const names = data.members.map(({ user }) => user.name).filter((name) => !name.includes(' '));
      expect(names).toEqual(['Cem', 'Çağrı', 'Ilgaz', 'İlker', 'Uğur', 'Ümit']);
    });
  });

  describe('suspension', () => {
    const suspend = 'mutation ($id: ID!) { userSuspend(id: $id) { user { isSuspended } errors { code } } }';
    const restore = 'mutation ($id: ID!) { userRestore(id: $id) { user { isSuspended } errors { code } } }';

    it('shuts a person out at the next request, with sessions and tokens', async () => {
      const { user, session } = await join(Role.EDITOR, edremit);
      const { data } = await test.gql<{ apiTokenCreate: { secret: string } }>(
        'mutation { apiTokenCreate(input: { name: "Betik", scopes: [READ], expiresInDays: 9 }) { secret } }',
        {},
        session,
      );
      const withToken = () =>
        test.http.post('/graphql').set('Authorization', `Bearer ${data.apiTokenCreate.secret}`).send({ query: me });
      expect((await withToken()).body.data.viewer.user.id).toBe(user.id);

      expect(await run(suspend, { id: user.id }, operator)).toEqual({ user: { isSuspended: true }, errors: [] });

      expect((await test.gql(me, {}, session)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
      expect((await withToken()).body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
      expect(await codes(suspend, { id: user.id }, operator)).toEqual(['WRONG_STATE']);
      expect(await run(restore, { id: user.id }, operator)).toEqual({ user: { isSuspended: false }, errors: [] });
      expect((await test.gql(me, {}, session)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
      expect(await codes(restore, { id: user.id }, operator)).toEqual(['WRONG_STATE']);
    });

    it('is the operator’s act, and never on themselves', async () => {
      const { user } = await join(Role.EDITOR, edremit);

      expect(await codes(suspend, { id: user.id }, director)).toEqual(['FORBIDDEN']);
      expect(await codes(suspend, { id: operator.userId }, operator)).toEqual(['FORBIDDEN']);
      expect(await codes(suspend, { id: 'yok' }, operator)).toEqual(['NOT_FOUND']);
    });
  });

  describe('deputies', () => {
    const grant = `mutation ($input: DeputyshipGrantInput!) { deputyshipGrant(input: $input) { deputyship { id scope isInForce deputy { id } principal { id } } errors { code path details } } }`;
    const revoke = 'mutation ($id: ID!) { deputyshipRevoke(id: $id) { deputyship { isInForce } errors { code } } }';
    const input = (deputyId: string, overrides: object = {}) => ({
      deputyId,
      scope: 'BULLETINS',
      reason: 'Yıllık izin',
      validFrom: '2026-04-24T00:00:00+03:00',
      validUntil: '2026-05-01T00:00:00+03:00',
      ...overrides,
    });

    it('are named by the director for dates, and signing rests on the dates', async () => {
      const { user } = await join(Role.DEPARTMENT_HEAD, edremit);

      const granted = await run(grant, { input: input(user.id) }, director);
      expect(granted).toMatchObject({
        deputyship: {
          scope: 'BULLETINS',
          isInForce: false,
          deputy: { id: user.id },
          principal: { id: director.userId },
        },
        errors: [],
      });

      const inForceAt = async (instant: string): Promise<unknown> => {
        test.clock.set(instant);
        const session = await test.signInAs(user, edremit);
        return (await test.gql<{ viewer: { deputyships: { isInForce: boolean }[] } }>(me, {}, session)).data.viewer
          .deputyships[0]?.isInForce;
      };
      expect(await inForceAt('2026-04-23T23:59:59.999+03:00')).toBe(false);
      expect(await inForceAt('2026-04-24T00:00:00.000+03:00')).toBe(true);
      expect(await inForceAt('2026-04-30T23:59:59.999+03:00')).toBe(true);
      expect(await inForceAt('2026-05-01T00:00:00.000+03:00')).toBeUndefined();
    });

    it('end at once when the principal ends it, leaves or is suspended, or the deputy leaves', async () => {
      const { user, membership, session } = await join(Role.DEPARTMENT_HEAD, edremit);
      const deputyship = await buildDeputyship(test.dataSource.manager, {
        officeId: edremit,
        principalId: director.userId,
        deputyId: user.id,
      });
      const isInForce = async (): Promise<boolean> =>
        (
          await test.gql<{ deputyships: { isInForce: boolean }[] }>(
            `{ deputyships(officeId: "${edremit}") { isInForce } }`,
            {},
            operator,
          )
        ).data.deputyships[0]?.isInForce ?? false;
      const set = (sql: string, ...parameters: unknown[]) => test.dataSource.query(sql, parameters);
      expect(await isInForce()).toBe(true);

      await set('update users set suspended_at = now() where id = $1', director.userId);
      expect(await isInForce()).toBe(false);
      await set('update users set suspended_at = null where id = $1', director.userId);
      await set(`update memberships set role = 'STAFF' where user_id = $1`, director.userId);
      expect(await isInForce()).toBe(false);
      await set(`update memberships set role = 'PRESS_DIRECTOR' where user_id = $1`, director.userId);
      await set(`update memberships set valid_until = '2026-04-22' where id = $1`, membership.id);
      expect(await isInForce()).toBe(false);
      await set('update memberships set valid_until = null where id = $1', membership.id);
      expect(await isInForce()).toBe(true);

      expect(await codes(revoke, { id: deputyship.id }, session)).toEqual(['FORBIDDEN']);
      expect(await codes(revoke, { id: deputyship.id }, foreign)).toEqual(['NOT_FOUND']);
      expect(await run(revoke, { id: deputyship.id }, director)).toEqual({
        deputyship: { isInForce: false },
        errors: [],
      });
      expect(await codes(revoke, { id: deputyship.id }, director)).toEqual(['WRONG_STATE']);
    });

    it.each([
      ['that ends before it begins', { validUntil: '2026-04-23T00:00:00+03:00' }, 'ENDS_BEFORE_START'],
      ['that is over', { validFrom: '2026-04-01T00:00:00+03:00', validUntil: '2026-04-23T09:00:00+03:00' }, 'OVER'],
      ['of more than 180 days', { validUntil: '2026-12-31T00:00:00+03:00' }, 'TOO_LONG'],
    ])('are not named for a span %s', async (_, overrides, fault) => {
      const { user } = await join(Role.EDITOR, edremit);

      const { errors } = await run(grant, { input: input(user.id, overrides) }, director);

      expect(errors).toEqual([{ code: 'INVALID', path: ['input', 'validUntil'], details: [fault] }]);
    });

    it('come from the same office, are not the principal and are named once for a day', async () => {
      const { user } = await join(Role.EDITOR, edremit);

      expect(await codes(grant, { input: input(foreign.userId ?? '') }, director)).toEqual(['NOT_FOUND']);
      expect(await codes(grant, { input: input(director.userId) }, director)).toEqual(['INVALID']);
      expect(await codes(grant, { input: input(user.id) }, director)).toEqual([]);
      expect(await codes(grant, { input: input(user.id) }, director)).toEqual(['TAKEN']);
      const later = { validFrom: '2026-05-01T00:00:00+03:00', validUntil: '2026-05-02T00:00:00+03:00' };
      expect(await codes(grant, { input: input(user.id, later) }, director)).toEqual([]);
    });

    it('are named by nobody but the director: not by a deputy, not by an operator', async () => {
      const { user, session } = await join(Role.DEPARTMENT_HEAD, edremit);
      const other = await join(Role.EDITOR, edremit);
      await buildDeputyship(
        test.dataSource.manager,
        { officeId: edremit, principalId: director.userId, deputyId: user.id },
        { scope: DeputyScope.ALL },
      );

      expect(await codes(grant, { input: input(other.user.id) }, session)).toEqual(['FORBIDDEN']);
      expect(await codes(grant, { input: input(other.user.id) }, operator)).toEqual(['FORBIDDEN']);
    });
  });
});
