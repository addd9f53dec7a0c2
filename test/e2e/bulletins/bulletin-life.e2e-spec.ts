import { Role } from '@domain/identity/actor';
import { BulletinReleaseClock } from '../../../apps/api/src/bulletins/bulletin-release-clock.service';
import { startTestApp, type TestApp } from '../../support/app';
import { bulletinDesk, doc, sectionOf } from '../../support/bulletin-desk';
import { buildWorld, type World } from '../../support/world';

describe('the life of a bulletin', () => {
  let test: TestApp;
  let world: World;
  let desk: ReturnType<typeof bulletinDesk>;

  beforeAll(async () => {
    test = await startTestApp();
    desk = bulletinDesk(test);
  });
  beforeEach(async () => {
    await test.reset();
    world = await buildWorld(test);
  });
  afterAll(() => test.close());

  const lead = () => world.directors.edremit;

  async function writtenDraft(): Promise<string> {
    const { bulletin, errors } = await desk.create({ headline: 'Ayçiçeği üreticisine tohum desteği' }, lead());
    expect(errors).toEqual([]);
    const id = bulletin?.id ?? '';
    for (const [kind, text] of [
      ['SPOT', 'Körfezde beş ilçede İlçe Tarım ile ortak dağıtım başladı.'],
      ['LEAD', 'Edremit Belediyesi 1200 üreticiye tohum dağıttı.'],
    ] as const) {
      const section = sectionOf(await desk.get(id, lead()), kind);
      const edited = await desk.editSection(
        id,
        section.id,
        { expectedVersion: section.version, content: doc(text) },
        lead(),
      );
      expect(edited.errors).toEqual([]);
    }
    return id;
  }

  async function releaseDue(): Promise<string[]> {
    return test.app.get(BulletinReleaseClock).releaseDue(test.system());
  }

  it('shows a draft to its own office only until it is shared', async () => {
    const id = await writtenDraft();
    await desk.invite(id, [world.officeIds.ayvalik], lead());

    expect(await desk.get(id, world.directors.ayvalik)).toBeNull();
    expect(await desk.get(id, world.directors.gomec)).toBeNull();
    await desk.share(id, lead());

    expect((await desk.get(id, world.directors.ayvalik))?.headline).toBe('Ayçiçeği üreticisine tohum desteği');
    expect(await desk.get(id, world.directors.gomec)).toBeNull();
    expect((await test.gql(`query { bulletin(id: "${id}") { id } }`)).errors[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('shows all who work on it one hash of the whole text, which is that of what goes out', async () => {
    const id = await writtenDraft();
    const partners = ['havran', 'ayvalik'] as const;
    await desk.invite(
      id,
      partners.map((code) => world.officeIds[code]),
      lead(),
    );
    await desk.share(id, lead());
    for (const code of partners) {
      await desk.accept(id, world.directors[code]);
      const input = { kind: 'OFFICE', officeId: world.officeIds[code], content: doc(`${code} çiftçisi ekti.`) };
      await desk.addSection(id, input, world.directors[code]);
    }
    await desk.submit(id, lead());
    const before = (await desk.get(id, lead()))?.textHash;
    for (const as of [lead(), ...partners.map((code) => world.directors[code])]) await desk.sign(id, as);

    const seen = await Promise.all(
      [lead(), world.directors.ayvalik].map(async (as) => (await desk.get(id, as))?.textHash),
    );
    await desk.approve(id, lead());
    await releaseDue();

    const [edition] = await test.dataSource.query(
      'select content ->> $2 as hash from editions where bulletin_id = $1',
      [id, 'hash'],
    );
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    expect(seen).toEqual([before, before]);
    expect(edition).toEqual({ hash: before });
    expect((await desk.get(id, lead()))?.textHash).toBe(before);
    expect((await desk.get(id, world.directors.gomec))?.textHash).toBeNull();
  });

  it('goes out once all have signed, with a number, and is found in the list by plain letters', async () => {
    const id = await writtenDraft();
    await desk.invite(id, [world.officeIds.ayvalik], lead());
    await desk.share(id, lead());
    await desk.accept(id, world.directors.ayvalik);
    await desk.submit(id, lead());
    await desk.sign(id, lead());

    const early = await desk.approve(id, lead());
    await desk.sign(id, world.directors.ayvalik);
    const approved = await desk.approve(id, lead());
    const out = await releaseDue();

    expect(early.errors).toEqual([{ code: 'SIGNATURES_MISSING', path: ['id'], details: ['ayvalik'] }]);
    expect(approved.errors).toEqual([]);
    expect(approved.bulletin).toMatchObject({ state: 'SCHEDULED', number: '2026/EDR-001' });
    expect(out).toEqual([id]);
    const seen = await desk.get(id, world.directors.gomec);
    expect(seen).toMatchObject({
      state: 'RELEASED',
      publicPath: '/basin/2026/aycicegi-ureticisine-tohum-destegi',
      signatures: [],
      sections: [],
    });
    const found = await desk.list({ text: 'AYCICEGI uret' }, world.directors.gomec);
    expect(found.edges.map(({ node }) => node.id)).toEqual([id]);
  });

  it('voids exactly the signatures on the section that changed', async () => {
    const id = await writtenDraft();
    const partners = [world.directors.ayvalik, world.directors.gomec];
    await desk.invite(id, [world.officeIds.ayvalik, world.officeIds.gomec], lead());
    await desk.share(id, lead());
    for (const partner of partners) await desk.accept(id, partner);
    await desk.addSection(
      id,
      { kind: 'OFFICE', officeId: world.officeIds.ayvalik, content: doc('Ayvalık’ta 300 üretici') },
      world.directors.ayvalik,
    );
    await desk.submit(id, lead());
    for (const signer of [lead(), ...partners]) expect((await desk.sign(id, signer)).errors).toEqual([]);

    const own = sectionOf(await desk.get(id, world.directors.ayvalik), 'OFFICE', world.officeIds.ayvalik);
    const foreign = await desk.editSection(id, own.id, { expectedVersion: own.version, content: doc('x') }, lead());
    await desk.editSection(
      id,
      own.id,
      { expectedVersion: own.version, content: doc('Ayvalık’ta 350 üretici') },
      world.directors.ayvalik,
    );

    expect(foreign.errors).toEqual([{ code: 'FORBIDDEN', path: ['sectionId'], details: [] }]);
    const after = await desk.get(id, lead());
    expect(after?.signatures.map(({ office, status }) => [office.code, status])).toEqual([
      ['edremit', 'STALE'],
      ['ayvalik', 'STALE'],
      ['gomec', 'SIGNED'],
    ]);
    expect(after?.signatures[0]?.changedSectionIds).toEqual([own.id]);
    const since = await test.gql<{
      bulletinChangesSinceSignature: { difference: string; fields: { words: object[] }[] }[];
    }>(
      `query { bulletinChangesSinceSignature(id: "${id}") { difference fields { words { kind text } } } }`,
      {},
      lead(),
    );
    const changed = since.data.bulletinChangesSinceSignature.filter(({ difference }) => difference !== 'SAME');
    expect(changed).toHaveLength(1);
    expect(changed[0]?.fields[0]?.words).toContainEqual({ kind: 'added', text: '350' });
  });

  it('refuses a signature on words that were not on screen', async () => {
    const id = await writtenDraft();
    await desk.submit(id, lead());
    const before = await desk.get(id, lead());
    const section = sectionOf(before, 'LEAD');
    await desk.editSection(id, section.id, { expectedVersion: section.version, content: doc('Başka sözler') }, lead());

    const outcome = await desk.sign(id, lead(), before?.viewerSignableHash ?? '');

    expect(outcome.errors.map(({ code }) => code)).toEqual(['STALE_VERSION']);
  });

  it('holds an embargoed text back and lets lead and one partner lift it early', async () => {
    const id = await writtenDraft();
    const draft = await desk.get(id, lead());
    await desk.update(
      id,
      { expectedVersion: draft?.version, embargo: { local: '2026-04-24T09:00', zone: 'Europe/Istanbul' } },
      lead(),
    );
    await desk.invite(id, [world.officeIds.havran], lead());
    await desk.share(id, lead());
    await desk.accept(id, world.directors.havran);
    await desk.submit(id, lead());
    await desk.sign(id, lead());
    await desk.sign(id, world.directors.havran);
    await desk.approve(id, lead());

    expect(await releaseDue()).toEqual([]);
    await desk.liftEmbargo(id, lead());
    expect(await releaseDue()).toEqual([]);
    await desk.liftEmbargo(id, world.directors.havran);
    expect(await releaseDue()).toEqual([id]);
  });

  it('does not release what was edited after the approval, and says so', async () => {
    const id = await writtenDraft();
    const draft = await desk.get(id, lead());
    await desk.update(id, { expectedVersion: draft?.version, release: { local: '2026-04-24T09:00' } }, lead());
    await desk.submit(id, lead());
    await desk.sign(id, lead());
    await desk.approve(id, lead());
    const section = sectionOf(await desk.get(id, lead()), 'LEAD');
    await desk.editSection(
      id,
      section.id,
      { expectedVersion: section.version, content: doc('Son anda değişti') },
      lead(),
    );
    test.clock.set('2026-04-24T09:00:00+03:00');

    expect(await releaseDue()).toEqual([]);

    const refused = await desk.get(id, lead());
    expect(refused).toMatchObject({ state: 'SCHEDULED', releaseRefusal: ['SIGNATURES_MISSING', 'HASH_DIFFERS'] });
    await desk.sign(id, lead());
    expect((await desk.approve(id, lead())).bulletin?.number).toBe('2026/EDR-001');
    expect(await releaseDue()).toEqual([id]);
  });

  it('corrects by a text of its own and keeps the original', async () => {
    const id = await writtenDraft();
    await desk.submit(id, lead());
    await desk.sign(id, lead());
    await desk.approve(id, lead());
    await releaseDue();
    test.clock.advance({ hours: 24 });

    const { bulletin: correction } = await desk.correct(id, '“1200” yerine “1250” olacak.', lead());
    const correctionId = correction?.id ?? '';
    const section = sectionOf(correction, 'LEAD');
    await desk.editSection(
      correctionId,
      section.id,
      { expectedVersion: section.version, content: doc('Edremit Belediyesi 1250 üreticiye tohum dağıttı.') },
      lead(),
    );
    await desk.submit(correctionId, lead());
    await desk.sign(correctionId, lead());
    await desk.approve(correctionId, lead());
    await releaseDue();

    expect((await desk.get(id, lead()))?.correctedBy).toMatchObject({
      bulletinId: correctionId,
      number: '2026/EDR-002',
    });
    expect(sectionOf(await desk.get(id, lead()), 'LEAD').text).toBe('Edremit Belediyesi 1200 üreticiye tohum dağıttı.');
  });

  it('withdraws only by who signs for the lead, with a reason', async () => {
    const id = await writtenDraft();
    await desk.submit(id, lead());
    await desk.sign(id, lead());
    await desk.approve(id, lead());
    await releaseDue();
    const editor = await world.person('edremit', Role.EDITOR);

    const byEditor = await desk.withdraw(id, 'Yanlış tarih', editor);
    const byStranger = await desk.withdraw(id, 'Yanlış tarih', world.directors.gomec);
    const byDirector = await desk.withdraw(id, 'Yanlış tarih', lead());

    expect(byEditor.errors[0]?.code).toBe('FORBIDDEN');
    expect(byStranger.errors[0]?.code).toBe('FORBIDDEN');
    expect(byDirector.bulletin?.state).toBe('WITHDRAWN');
  });

  it('copies neither number, embargo nor signatures when it is duplicated', async () => {
    const id = await writtenDraft();
    const draft = await desk.get(id, lead());
    await desk.update(id, { expectedVersion: draft?.version, embargo: { local: '2026-04-24T09:00' } }, lead());
    await desk.submit(id, lead());
    await desk.sign(id, lead());
    await desk.approve(id, lead());

    const { bulletin } = await desk.duplicate(id, lead());

    expect(bulletin).toMatchObject({
      state: 'DRAFT',
      number: null,
      embargo: null,
      headline: 'Ayçiçeği üreticisine tohum desteği',
    });
    expect(bulletin?.signatures.map(({ status }) => status)).toEqual(['PENDING']);
  });
});
