import { BulletinKind } from '@domain/bulletins/bulletin';
import { ensureReference } from '../../../apps/api/src/offices/reference';
import { buildUser } from '../../factories/identity.factory';
import { startTestApp, type SignedIn, type TestApp } from '../../support/app';
import { bulletinDesk } from '../../support/bulletin-desk';
import { writtenDraft } from '../../support/bulletin-stories';
import { buildWorld, korfezOffices, type World } from '../../support/world';

describe('officeDeactivate', () => {
  let test: TestApp;
  let world: World;
  let operator: SignedIn;
  let desk: ReturnType<typeof bulletinDesk>;

  beforeAll(async () => {
    test = await startTestApp();
    desk = bulletinDesk(test);
  });
  beforeEach(async () => {
    await test.reset();
    await ensureReference(test.system());
    world = await buildWorld(test);
    operator = await test.signInAs(await buildUser(test.dataSource.manager, { isOperator: true }), null);
  });
  afterAll(() => test.close());

  interface Answer {
    readonly office: { readonly state: string; readonly joinedAt: string | null; readonly viewerCan: string[] } | null;
    readonly errors: { readonly code: string; readonly path: string[] }[];
  }

  async function change(verb: 'officeActivate' | 'officeAdmit' | 'officeDeactivate', code: string, as = operator) {
    const { data } = await test.gql<Record<string, Answer>>(
      `mutation ($code: String!) { ${verb}(code: $code) { office { state joinedAt viewerCan } errors { code path } } }`,
      { code },
      as,
    );
    return data[verb];
  }
  const deactivate = (code: string, as = operator) => change('officeDeactivate', code, as);

  const stateOf = async (code: string) => {
    const rows: { state: string }[] = await test.dataSource.query('select state from offices where code = $1', [code]);
    return rows[0]?.state;
  };

  /** A bulletin of Edremit in sign-off, with Ayvalık among the offices that are asked. */
  async function offered(kind = BulletinKind.BULLETIN): Promise<string> {
    const id = await writtenDraft(desk, world.directors.edremit);
    await test.dataSource.query('update bulletins set kind = $2 where id = $1', [id, kind]);
    await desk.invite(id, [world.officeIds.ayvalik], world.directors.edremit);
    await desk.share(id, world.directors.edremit);
    await desk.accept(id, world.directors.ayvalik);
    expect((await desk.submit(id, world.directors.edremit)).errors).toEqual([]);
    return id;
  }

  const standing = async (id: string) => {
    const bulletin = await desk.get(id, world.directors.edremit);
    return bulletin?.signatures.map(({ office, status }) => [office.code, status]);
  };

  it('lets an office go on record, and its people act for it no more', async () => {
    const { officeId } = world.directors.ayvalik;
    const answer = await deactivate('ayvalik');

    expect(answer).toEqual({
      office: { state: 'INACTIVE', joinedAt: null, viewerCan: expect.arrayContaining(['ACTIVATE']) },
      errors: [],
    });
    expect(answer?.office?.viewerCan).not.toContain('DEACTIVATE');
    const { bulletin, errors } = await desk
      .create({ headline: 'Gidenin sözü' }, world.directors.ayvalik)
      .catch((error: Error) => ({ bulletin: null, errors: [{ code: error.message }] }));
    expect([bulletin, errors[0]?.code]).toEqual([null, 'FORBIDDEN']);
    expect(
      await test.dataSource.query('select name, data, actor_id from events where office_id = $1 order by chain_seq', [
        officeId,
      ]),
    ).toEqual([{ name: 'office.deactivated', data: { from: 'ACTIVE', to: 'INACTIVE' }, actor_id: operator.userId }]);
  });

  it('is for operators alone, and for offices that are in', async () => {
    const codes = async (code: string, as: SignedIn) => (await deactivate(code, as))?.errors;

    expect(await codes('edremit', world.directors.edremit)).toEqual([{ code: 'FORBIDDEN', path: ['code'] }]);
    expect(await codes('edremit', world.directors['balikesir-bb'])).toEqual([{ code: 'FORBIDDEN', path: ['code'] }]);
    expect(await codes('karesi', operator)).toEqual([{ code: 'WRONG_STATE', path: ['code'] }]);
    expect(await codes('yok', operator)).toEqual([{ code: 'NOT_FOUND', path: ['code'] }]);
    expect(await stateOf('edremit')).toBe('ACTIVE');
  });

  it('waits until the bulletins that it leads are out or taken back', async () => {
    const id = await offered();

    const refused = await deactivate('edremit');
    expect(refused).toEqual({ office: null, errors: [{ code: 'WRONG_STATE', path: ['code'] }] });
    expect(await stateOf('edremit')).toBe('ACTIVE');

    await desk.reopen(id, world.directors.edremit);
    expect((await deactivate('edremit'))?.errors).toEqual([]);
  });

  it('leads no bulletin in sign-off when it leaves while one is offered', async () => {
    const id = await writtenDraft(desk, world.directors.edremit);

    const [offer, departure] = await Promise.all([
      desk.submit(id, world.directors.edremit).then(
        ({ errors }) => errors.length === 0,
        () => false,
      ),
      deactivate('edremit').then((answer) => answer?.errors.length === 0),
    ]);

    expect([offer, departure].filter(Boolean)).toHaveLength(1);
  });

  it('holds a release back where the charter asks for its signature', async () => {
    const id = await offered();
    await desk.sign(id, world.directors.edremit);
    await deactivate('ayvalik');
    test.clock.advance({ hours: 72 });

    const { errors } = await desk.approve(id, world.directors.edremit);

    expect(errors).toEqual([{ code: 'SIGNATURES_MISSING', path: ['id'], details: ['ayvalik'] }]);
    expect(await standing(id)).toEqual([
      ['edremit', 'SIGNED'],
      ['ayvalik', 'PENDING'],
    ]);
  });

  it('is left out once its time to answer ends where the charter says so', async () => {
    const id = await offered(BulletinKind.MEDIA_ADVISORY);
    await desk.sign(id, world.directors.edremit);
    await deactivate('ayvalik');

    const isComplete = async () => (await desk.get(id, world.directors.edremit))?.isSignoffComplete;

    expect(await isComplete()).toBe(false);
    test.clock.advance({ hours: 13 });
    expect(await isComplete()).toBe(true);
  });

  it('leaves the signature that it gave before', async () => {
    const id = await offered();
    await desk.sign(id, world.directors.ayvalik);
    await desk.sign(id, world.directors.edremit);

    await deactivate('ayvalik');

    expect(await standing(id)).toEqual([
      ['edremit', 'SIGNED'],
      ['ayvalik', 'SIGNED'],
    ]);
    expect((await desk.approve(id, world.directors.edremit)).errors).toEqual([]);
  });

  it('is waited for by no proposed charter', async () => {
    const signoff = Object.values(BulletinKind).map((kind) => ({ kind, signers: 'LEAD_ONLY', onSilence: 'BLOCK' }));
    const rules = { signoff, earlyLiftPartners: 2, nameOrder: 'LEAD_FIRST_THEN_ALPHABETICAL' };
    const { data } = await test.gql<{ charterPropose: { charter: { id: string; hash: string } } }>(
      'mutation ($input: CharterProposeInput!) { charterPropose(input: $input) { charter { id hash } } }',
      { input: { rules, note: 'Acil işlerde yürütücü kurum yeter.' } },
      world.directors.edremit,
    );
    for (const code of korfezOffices.filter((one) => one !== 'havran')) {
      await test.gql(
        'mutation ($id: ID!, $hash: String!) { charterSign(id: $id, hash: $hash) { errors { code } } }',
        data.charterPropose.charter,
        world.directors[code],
      );
    }

    await deactivate('havran');

    const rows: object[] = await test.dataSource.query(
      'select version_number as version, state from charters order by 1',
    );
    expect(rows).toEqual([
      { version: 1, state: 'SUPERSEDED' },
      { version: 2, state: 'IN_FORCE' },
    ]);
  });

  it('comes back in shadow mode by officeActivate', async () => {
    await deactivate('ayvalik');
    test.clock.advance({ hours: 24 });

    const back = await change('officeActivate', 'ayvalik');

    expect(back).toMatchObject({
      office: { state: 'SHADOW', joinedAt: test.clock.now().toISOString() },
      errors: [],
    });
    const { data } = await test.gql<{ viewer: { office: { code: string } | null } }>(
      '{ viewer { office { code } } }',
      {},
      world.directors.ayvalik,
    );
    expect(data.viewer.office).toEqual({ code: 'ayvalik' });
  });
});
