import { Role } from '@domain/identity/actor';
import { DeputyScope } from '@domain/identity/deputyship.policy';
import { BulletinKind } from '@domain/bulletins/bulletin';
import { defaultCharterRules } from '@domain/signoff/charter';
import { charterHash } from '../../../apps/api/src/offices/charter-rules';
import { ensureReference } from '../../../apps/api/src/offices/reference';
import { buildDeputyship, buildMembership, buildUser, officeIdByCode } from '../../factories/identity.factory';
import { startTestApp, type SignedIn, type TestApp } from '../../support/app';
import { statementsOf } from '../../support/statements';
import { buildWorld, korfezOffices, type World } from '../../support/world';

interface Payload {
  readonly errors: { code: string; path: string[]; details: string[] }[];
}

interface Charter {
  readonly id: string;
  readonly hash: string;
  readonly state: string;
  readonly versionNumber: number;
  readonly missing: { code: string }[];
  readonly answers: { office: { code: string }; verdict: string; isByDeputy: boolean; reason: string | null }[];
  readonly viewerCan: string[];
}

const charterFields =
  'id hash state versionNumber note missing { code } answers { office { code } verdict isByDeputy reason } viewerCan';
const propose = `mutation ($input: CharterProposeInput!) { charterPropose(input: $input) { charter { ${charterFields} } errors { code path details } } }`;
const sign = `mutation ($id: ID!, $hash: String!) { charterSign(id: $id, hash: $hash) { charter { ${charterFields} } errors { code path } } }`;
const giveBack = `mutation ($id: ID!, $reason: String!) { charterReturn(id: $id, reason: $reason) { charter { ${charterFields} } errors { code path } } }`;

let test: TestApp;
let world: World;
let operator: SignedIn;

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.reset();
  await ensureReference(test.system());
  world = await buildWorld(test);
  operator = await test.signInAs(await buildUser(test.dataSource.manager, { isOperator: true }), null);
});

const run = async <T = object>(document: string, variables: object, as: SignedIn | null): Promise<T & Payload> => {
  const { data, errors } = await test.gql<Record<string, T & Payload>>(document, variables, as);
  const topLevel = { errors: errors.map(({ extensions }) => ({ code: extensions.code, path: [], details: [] })) };
  return Object.values(data ?? {})[0] ?? (topLevel as unknown as T & Payload);
};
const codes = async (document: string, variables: object, as: SignedIn | null): Promise<string[]> =>
  (await run(document, variables, as)).errors.map(({ code }) => code);

describe('offices', () => {
  const activate =
    'mutation ($code: String!) { officeActivate(code: $code) { office { code state joinedAt viewerCan } errors { code path } } }';
  const admit =
    'mutation ($code: String!) { officeAdmit(code: $code) { office { code state } errors { code path details } } }';
  const update =
    'mutation ($id: ID!, $input: OfficeUpdateInput!) { officeUpdate(id: $id, input: $input) { office { pressUnit contact { name phone email } website version } errors { code path } } }';

  it('show the DKIM record to those who may renew it alone', async () => {
    const key = '{ office(code: "edremit") { dkimKey { domain selector dnsRecord createdAt } } }';
    const read = async (as: SignedIn) => (await test.gql<{ office: { dkimKey: object | null } }>(key, {}, as)).data;
    expect(await read(world.directors.edremit)).toEqual({ office: { dkimKey: null } });

    const renewed = await run<{ key: object }>(
      'mutation ($officeId: ID!) { officeRenewDkimKey(officeId: $officeId) { key { domain selector dnsRecord createdAt } errors { code } } }',
      { officeId: world.officeIds.edremit },
      world.directors.edremit,
    );

    expect(renewed).toMatchObject({ key: { createdAt: test.clock.now().toISOString() }, errors: [] });
    for (const as of [world.directors.edremit, operator]) {
      expect(await read(as)).toEqual({ office: { dkimKey: renewed.key } });
    }
    for (const as of [world.directors.ayvalik, await world.person('edremit', Role.EDITOR)]) {
      expect(await read(as)).toEqual({ office: { dkimKey: null } });
    }
  });

  it('are all 21 known to everybody signed in, and to no visitor', async () => {
    const { data } = await test.gql<{ offices: { code: string; state: string; district: object | null }[] }>(
      '{ offices { code state shortCode district { name zone } } }',
      {},
      world.directors.havran,
    );

    expect(data.offices).toHaveLength(21);
    expect(
      data.offices
        .filter(({ state }) => state === 'ACTIVE')
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual([...korfezOffices].toSorted());
    expect(data.offices.find(({ code }) => code === 'edremit')).toEqual({
      code: 'edremit',
      state: 'ACTIVE',
      shortCode: 'EDR',
      district: { name: 'Edremit', zone: 'korfez' },
    });
    expect((await test.gql('{ offices { code } }')).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await test.gql<{ office: null }>('{ office(code: "yok") { code } }', {}, operator)).data.office).toBeNull();
  });

  it('are read by one statement besides the one that asks who calls', async () => {
    const statements = await statementsOf(test, () =>
      test.gql('{ offices { code viewerCan district { name } } }', {}, world.directors.edremit),
    );

    expect(statements).toHaveLength(2);
  });

  it('join one by one: activated by one mutation, in shadow until they have signed the charter in force', async () => {
    const activated = await run(activate, { code: 'karesi' }, operator);
    expect(activated).toMatchObject({
      office: { code: 'karesi', state: 'SHADOW', joinedAt: test.clock.now().toISOString() },
      errors: [],
    });

    const officeId = await officeIdByCode(test.dataSource.manager, 'karesi');
    const user = await buildUser(test.dataSource.manager);
    await buildMembership(test.dataSource.manager, { userId: user.id, officeId, role: Role.PRESS_DIRECTOR });
    const director = await test.signInAs(user, officeId);
    const refused = await run(admit, { code: 'karesi' }, operator);
    expect(refused.errors).toEqual([{ code: 'SIGNATURES_MISSING', path: ['code'], details: [officeId] }]);

    const { data } = await test.gql<{ charter: Charter }>(`{ charter { ${charterFields} } }`, {}, director);
    expect(data.charter).toMatchObject({ versionNumber: 1, state: 'IN_FORCE', viewerCan: ['VIEW', 'SIGN'] });
    expect(await codes(sign, { id: data.charter.id, hash: 'başka' }, director)).toEqual(['STALE_VERSION']);
    expect(await codes(sign, { id: data.charter.id, hash: data.charter.hash }, director)).toEqual([]);
    expect(await codes(sign, { id: data.charter.id, hash: data.charter.hash }, director)).toEqual(['WRONG_STATE']);

    expect(await run(admit, { code: 'karesi' }, operator)).toMatchObject({ office: { state: 'ACTIVE' }, errors: [] });
    const events: { name: string }[] = await test.dataSource.query(
      `select name from events where office_id = $1 order by chain_seq`,
      [officeId],
    );
    expect(events.map(({ name }) => name)).toEqual(['office.activated', 'charter.signed', 'office.admitted']);
  });

  it('are activated and admitted by operators alone, once', async () => {
    expect(await codes(activate, { code: 'karesi' }, world.directors['balikesir-bb'])).toEqual(['FORBIDDEN']);
    expect(await codes(activate, { code: 'karesi' }, null)).toEqual(['UNAUTHENTICATED']);
    expect(await codes(activate, { code: 'edremit' }, operator)).toEqual(['WRONG_STATE']);
    expect(await codes(activate, { code: 'yok' }, operator)).toEqual(['NOT_FOUND']);
    expect(await codes(admit, { code: 'karesi' }, operator)).toEqual(['WRONG_STATE']);
    expect(await codes(admit, { code: 'edremit' }, operator)).toEqual(['WRONG_STATE']);
    const [row]: { count: number }[] = await test.dataSource.query(
      `select count(*)::int as count from offices where state = 'INACTIVE'`,
    );
    expect(row?.count).toBe(15);
  });

  it('are activated once when two operators do it side by side', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => codes(activate, { code: 'gonen' }, operator)));

    expect(answers.filter((list) => list.length === 0)).toHaveLength(1);
    expect(answers.flat()).toEqual(Array.from({ length: 5 }, () => 'WRONG_STATE'));
  });

  it('keep their own contact; what is left out stays and null clears', async () => {
    const id = world.officeIds.edremit;
    const input = {
      contactName: 'Işıl Gökçeoğlu',
      contactPhone: '0266 555 01 10',
      contactEmail: 'basin@edremit.ornek.tr',
      website: 'https://edremit.ornek.tr',
    };

    await run(update, { id, input }, world.directors.edremit);
    const second = await run(
      update,
      { id, input: { contactPhone: null, expectedVersion: 2 } },
      world.directors.edremit,
    );

    expect(second).toMatchObject({
      office: {
        contact: { name: 'Işıl Gökçeoğlu', phone: null, email: 'basin@edremit.ornek.tr' },
        website: 'https://edremit.ornek.tr',
        version: 3,
      },
      errors: [],
    });
  });

  it('are changed by no other office, the metropolitan one included, and by no editor', async () => {
    const variables = { id: world.officeIds.edremit, input: { contactName: 'Başkası' } };

    expect(await codes(update, variables, world.directors['balikesir-bb'])).toEqual(['FORBIDDEN']);
    expect(await codes(update, variables, world.directors.ayvalik)).toEqual(['FORBIDDEN']);
    expect(await codes(update, variables, await world.person('edremit', Role.EDITOR))).toEqual(['FORBIDDEN']);
    expect(await codes(update, { ...variables, id: 'yok' }, world.directors.edremit)).toEqual(['NOT_FOUND']);
  });

  it.each([
    ['an old version', { expectedVersion: 0, contactName: 'Işıl' }, 'STALE_VERSION', ['input', 'expectedVersion']],
    ['no press unit', { pressUnit: null }, 'INVALID', ['input', 'pressUnit']],
    ['a web site without TLS', { website: 'http://edremit.ornek.tr' }, 'INVALID', ['input', 'website']],
    ['a script for a web site', { website: 'javascript:alert(1)' }, 'INVALID', ['input', 'website']],
    ['a telephone of letters', { contactPhone: 'sıfır iki' }, 'INVALID', ['input', 'contactPhone']],
    ['an address with a line break', { contactEmail: 'a@b.tr\nBcc: c@d.tr' }, 'INVALID', ['input', 'contactEmail']],
    [
      'a logo that is not theirs',
      { logoFileId: '01995c00-0000-7000-8000-000000000000' },
      'NOT_FOUND',
      ['input', 'logoFileId'],
    ],
  ])('are not saved with %s', async (_, input, code, path) => {
    const { errors } = await run(update, { id: world.officeIds.edremit, input }, world.directors.edremit);

    expect(errors).toEqual([{ code, path }]);
    const [row]: { version: number }[] = await test.dataSource.query('select version from offices where id = $1', [
      world.officeIds.edremit,
    ]);
    expect(row?.version).toBe(1);
  });
});

describe('the charter', () => {
  const rules = (hours: number) => ({
    signoff: Object.values(BulletinKind).map((kind) => ({
      kind,
      signers: 'ALL_PARTICIPANTS',
      answerWithinHours: hours,
      onSilence: 'BLOCK',
    })),
    earlyLiftPartners: 2,
    nameOrder: 'LEAD_FIRST_THEN_ALPHABETICAL',
  });
  const input = (hours = 36) => ({ rules: rules(hours), note: 'Süre uzuyor: herkes okuyabilsin.' });
  const proposed = async (): Promise<Charter> => {
    const { charter } = await run<{ charter: Charter }>(propose, { input: input() }, world.directors.edremit);
    return charter;
  };

  it('starts with version 1, written once', async () => {
    await ensureReference(test.system());

    const { data } = await test.gql<{ charters: Charter[] }>(
      `{ charters { ${charterFields} } }`,
      {},
      world.directors.havran,
    );

    expect(data.charters).toMatchObject([
      { versionNumber: 1, state: 'IN_FORCE', hash: charterHash(defaultCharterRules), answers: [] },
    ]);
  });

  it('changes when the last active office has signed exactly those words', async () => {
    const charter = await proposed();
    expect(charter).toMatchObject({ state: 'PROPOSED', versionNumber: 2 });
    expect(charter.missing).toHaveLength(6);

    for (const [index, code] of korfezOffices.entries()) {
      const answer = await run<{ charter: Charter }>(
        sign,
        { id: charter.id, hash: charter.hash },
        world.directors[code],
      );
      expect(answer.charter.state).toBe(index === 5 ? 'IN_FORCE' : 'PROPOSED');
      expect(answer.charter.missing).toHaveLength(5 - index);
    }

    const { data } = await test.gql<{ charters: Charter[] }>(
      `{ charters { ${charterFields} } }`,
      {},
      world.directors.havran,
    );
    expect(data.charters.map(({ versionNumber, state }) => [versionNumber, state])).toEqual([
      [2, 'IN_FORCE'],
      [1, 'SUPERSEDED'],
    ]);
    const names: { name: string }[] = await test.dataSource.query(
      `select name from events where subject_id = $1 order by at, id`,
      [charter.id],
    );
    expect(names.map(({ name }) => name).toSorted()).toEqual(
      ['charter.broughtIntoForce', 'charter.proposed', ...korfezOffices.map(() => 'charter.signed')].toSorted(),
    );
  });

  it('comes into force once when all sign side by side', async () => {
    const charter = await proposed();

    await Promise.all(
      korfezOffices.map((code) => run(sign, { id: charter.id, hash: charter.hash }, world.directors[code])),
    );

    const rows: { state: string }[] = await test.dataSource.query('select state from charters order by version_number');
    expect(rows.map(({ state }) => state)).toEqual(['SUPERSEDED', 'IN_FORCE']);
    const events: object[] = await test.dataSource.query(
      `select 1 from events where name = 'charter.broughtIntoForce'`,
    );
    expect(events).toHaveLength(1);
  });

  it('waits for an office that returned it or took its signature back', async () => {
    const charter = await proposed();
    const variables = { id: charter.id, hash: charter.hash };
    for (const code of korfezOffices.slice(0, 5)) await run(sign, variables, world.directors[code]);

    test.clock.advance({ minutes: 1 });
    const returned = await run<{ charter: Charter }>(
      giveBack,
      { id: charter.id, reason: 'Süre uzun' },
      world.directors.havran,
    );
    expect(returned.charter).toMatchObject({ state: 'PROPOSED', missing: [{ code: 'havran' }] });
    expect(returned.charter.answers.at(-1)).toEqual({
      office: { code: 'havran' },
      verdict: 'RETURNED',
      isByDeputy: false,
      reason: 'Süre uzun',
    });
    const withdraw = `mutation ($id: ID!) { charterSignatureWithdraw(id: $id) { charter { missing { code } } errors { code } } }`;
    expect(
      (await run<{ charter: Charter }>(withdraw, { id: charter.id }, world.directors.gomec)).charter.missing,
    ).toHaveLength(2);
    expect(await codes(withdraw, { id: charter.id }, world.directors.gomec)).toEqual(['WRONG_STATE']);
    test.clock.advance({ minutes: 1 });
    await run(sign, variables, world.directors.gomec);

    const done = await run<{ charter: Charter }>(sign, variables, world.directors.havran);
    expect(done.charter.state).toBe('IN_FORCE');
  });

  it('asks a newly admitted office too', async () => {
    const charter = await proposed();
    const variables = { id: charter.id, hash: charter.hash };
    await test.dataSource.query(`update offices set state = 'ACTIVE' where code = 'karesi'`);
    for (const code of korfezOffices) await run(sign, variables, world.directors[code]);

    const { data } = await test.gql<{ charters: Charter[] }>(
      `{ charters { ${charterFields} } }`,
      {},
      world.directors.havran,
    );

    expect(data.charters[0]).toMatchObject({ state: 'PROPOSED', missing: [{ code: 'karesi' }] });
  });

  it('is signed by a deputy whose deputyship covers it, and by no other', async () => {
    const charter = await proposed();
    const variables = { id: charter.id, hash: charter.hash };
    const deputise = async (scope: DeputyScope): Promise<SignedIn> => {
      const deputy = await world.person('ayvalik', Role.DEPARTMENT_HEAD);
      const parties = {
        officeId: world.officeIds.ayvalik,
        principalId: world.directors.ayvalik.userId,
        deputyId: deputy.userId,
      };
      await buildDeputyship(test.dataSource.manager, parties, { scope });
      return deputy;
    };

    expect(await codes(sign, variables, await deputise(DeputyScope.BULLETINS))).toEqual(['FORBIDDEN']);
    const signed = await run<{ charter: Charter }>(sign, variables, await deputise(DeputyScope.ALL));
    expect(signed.charter.answers).toEqual([
      { office: { code: 'ayvalik' }, verdict: 'SIGNED', isByDeputy: true, reason: null },
    ]);
    const [row]: { authority: object }[] = await test.dataSource.query('select authority from signatures');
    expect(row?.authority).toMatchObject({ kind: 'DEPUTY' });
  });

  it('is not signed by staff, by operators, by visitors, nor in other words', async () => {
    const charter = await proposed();
    const variables = { id: charter.id, hash: charter.hash };

    expect(await codes(sign, variables, await world.person('ayvalik', Role.DEPARTMENT_HEAD))).toEqual(['FORBIDDEN']);
    expect(await codes(sign, variables, operator)).toEqual(['NOT_FOUND']);
    expect(await codes(sign, variables, null)).toEqual(['UNAUTHENTICATED']);
    expect(
      await codes(sign, { ...variables, hash: charterHash(defaultCharterRules) }, world.directors.ayvalik),
    ).toEqual(['STALE_VERSION']);
    expect(await codes(sign, { ...variables, id: 'yok' }, world.directors.ayvalik)).toEqual(['NOT_FOUND']);
    const signatures: object[] = await test.dataSource.query('select 1 from signatures');
    expect(signatures).toEqual([]);
  });

  it('is shown to nobody who belongs to no office', async () => {
    await proposed();

    const { data } = await test.gql<{ charter: null; charters: object[] }>(
      '{ charter { id } charters { id } }',
      {},
      operator,
    );

    expect(data).toEqual({ charter: null, charters: [] });
  });

  it('has one proposal at a time, taken back by its office alone', async () => {
    const charter = await proposed();
    const withdraw = `mutation ($id: ID!) { charterWithdraw(id: $id) { charter { state } errors { code } } }`;

    expect(await codes(propose, { input: input(48) }, world.directors.gomec)).toEqual(['WRONG_STATE']);
    expect(await codes(withdraw, { id: charter.id }, world.directors.gomec)).toEqual(['FORBIDDEN']);
    expect(await run(withdraw, { id: charter.id }, world.directors.edremit)).toEqual({
      charter: { state: 'WITHDRAWN' },
      errors: [],
    });
    expect(await codes(sign, { id: charter.id, hash: charter.hash }, world.directors.gomec)).toEqual(['WRONG_STATE']);
    expect(
      (await run<{ charter: Charter }>(propose, { input: input(48) }, world.directors.gomec)).charter.versionNumber,
    ).toBe(3);
  });

  it.each([
    ['a kind without a rule', { signoff: rules(24).signoff.slice(1) }, ['input', 'rules', 'signoff', 'BULLETIN']],
    ['a kind with two', { signoff: [...rules(24).signoff, rules(24).signoff[0]] }, ['input', 'rules', 'signoff']],
    ['no partner for lifting early', { earlyLiftPartners: 0 }, ['input', 'rules', 'earlyLift', 'partners']],
  ])('is not proposed with %s', async (_, overrides, path) => {
    const { errors } = await run(
      propose,
      { input: { ...input(), rules: { ...rules(24), ...overrides } } },
      world.directors.edremit,
    );

    expect(errors[0]).toMatchObject({ code: 'INVALID', path });
  });

  it('is not proposed by staff nor by an office in shadow mode', async () => {
    await test.dataSource.query(`update offices set state = 'SHADOW' where code = 'gomec'`);

    expect(await codes(propose, { input: input() }, await world.person('edremit', Role.EDITOR))).toEqual(['FORBIDDEN']);
    expect(await codes(propose, { input: input() }, world.directors.gomec)).toEqual(['WRONG_STATE']);
    expect(await codes(propose, { input: input() }, operator)).toEqual(['FORBIDDEN']);
  });
});
