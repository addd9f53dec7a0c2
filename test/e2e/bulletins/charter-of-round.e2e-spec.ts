import { BulletinKind } from '@domain/bulletins/bulletin';
import { BulletinReleaseClock } from '../../../apps/api/src/bulletins/bulletin-release-clock.service';
import { ensureReference } from '../../../apps/api/src/offices/reference';
import { startTestApp, type SignedIn, type TestApp } from '../../support/app';
import { bulletinDesk } from '../../support/bulletin-desk';
import { writtenDraft } from '../../support/bulletin-stories';
import { buildWorld, korfezOffices, type World } from '../../support/world';

describe('the charter that a round is judged by', () => {
  let test: TestApp;
  let world: World;
  let desk: ReturnType<typeof bulletinDesk>;

  beforeAll(async () => {
    test = await startTestApp();
    desk = bulletinDesk(test);
  });
  beforeEach(async () => {
    await test.reset();
    await ensureReference(test.system());
    world = await buildWorld(test);
  });
  afterAll(() => test.close());

  const lead = () => world.directors.edremit;
  const partner = () => world.directors.ayvalik;

  /** Version 2, in force: the lead signs alone. */
  async function letLeadsSignAlone(): Promise<void> {
    const signoff = Object.values(BulletinKind).map((kind) => ({ kind, signers: 'LEAD_ONLY', onSilence: 'BLOCK' }));
    const rules = { signoff, earlyLiftPartners: 2, nameOrder: 'LEAD_FIRST_THEN_ALPHABETICAL' };
    const { data } = await test.gql<{ charterPropose: { charter: { id: string; hash: string }; errors: object[] } }>(
      'mutation ($input: CharterProposeInput!) { charterPropose(input: $input) { charter { id hash } errors { code path } } }',
      { input: { rules, note: 'Acil işlerde yürütücü kurum yeter.' } },
      lead(),
    );
    const { charter, errors } = data.charterPropose;
    expect(errors).toEqual([]);
    for (const code of korfezOffices) {
      await test.gql(
        'mutation ($id: ID!, $hash: String!) { charterSign(id: $id, hash: $hash) { errors { code } } }',
        charter,
        world.directors[code],
      );
    }
  }

  async function offered(): Promise<string> {
    const id = await writtenDraft(desk, lead());
    expect((await desk.invite(id, [world.officeIds.ayvalik], lead())).errors).toEqual([]);
    expect((await desk.share(id, lead())).errors).toEqual([]);
    expect((await desk.accept(id, partner())).errors).toEqual([]);
    expect((await desk.submit(id, lead())).errors).toEqual([]);
    await desk.sign(id, lead());
    return id;
  }

  async function judgedBy(id: string, as: SignedIn) {
    const { data } = await test.gql<{
      bulletin: { isSignoffComplete: boolean; charter: { versionNumber: number; state: string } | null } | null;
    }>('query ($id: ID!) { bulletin(id: $id) { isSignoffComplete charter { versionNumber state } } }', { id }, as);
    return data.bulletin;
  }

  it('is the one in force when it was offered, whatever comes into force since', async () => {
    const id = await offered();
    await letLeadsSignAlone();

    const approval = await desk.approve(id, lead());

    expect(approval.errors).toEqual([{ code: 'SIGNATURES_MISSING', path: ['id'], details: ['ayvalik'] }]);
    expect(await judgedBy(id, partner())).toEqual({
      isSignoffComplete: false,
      charter: { versionNumber: 1, state: 'SUPERSEDED' },
    });
  });

  it('is the new one after the text was taken back and offered anew', async () => {
    const id = await offered();
    await letLeadsSignAlone();

    await desk.reopen(id, lead());
    expect(await judgedBy(id, lead())).toEqual({ isSignoffComplete: true, charter: null });
    await desk.submit(id, lead());

    expect(await judgedBy(id, lead())).toEqual({
      isSignoffComplete: true,
      charter: { versionNumber: 2, state: 'IN_FORCE' },
    });
    expect((await desk.approve(id, lead())).errors).toEqual([]);
  });

  it('is shown to those who work on it alone', async () => {
    await letLeadsSignAlone();
    const id = await offered();
    await desk.approve(id, lead());

    expect(await judgedBy(id, world.directors.gomec)).toBeNull();
    await test.app.get(BulletinReleaseClock).releaseDue(test.system());
    expect((await judgedBy(id, world.directors.gomec))?.charter).toBeNull();
    expect((await judgedBy(id, partner()))?.charter).toEqual({ versionNumber: 2, state: 'IN_FORCE' });
  });
});
