import { Role } from '@domain/identity/actor';
import { startTestApp, type TestApp } from '../../support/app';
import { bulletinDesk, doc, sectionOf } from '../../support/bulletin-desk';
import { buildWorld, type World } from '../../support/world';

describe('bulletinReturn', () => {
  const reason = 'Üretici sayısı eski: İlçe Tarım’ın son listesinde 1250 kişi var.';
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
  const partner = () => world.directors.ayvalik;

  /** A bulletin of Edremit with Ayvalık, shared and, unless told otherwise, offered for signature. */
  async function offered(): Promise<string> {
    const id = await shared();
    expect((await desk.submit(id, lead())).errors).toEqual([]);
    return id;
  }

  async function shared(): Promise<string> {
    const { bulletin } = await desk.create({ headline: 'Ayçiçeği üreticisine tohum desteği' }, lead());
    const id = bulletin?.id ?? '';
    await desk.invite(id, [world.officeIds.ayvalik], lead());
    await desk.share(id, lead());
    expect((await desk.accept(id, partner())).errors).toEqual([]);
    return id;
  }

  const statuses = async (id: string) =>
    (await desk.get(id, lead()))?.signatures.map(({ office, status, reason: why }) => [office.code, status, why]);

  const events = (id: string): Promise<{ name: string; data: Record<string, string> }[]> =>
    test.dataSource.query(`select name, data from events where subject_id = $1 and name = 'bulletin.returned'`, [id]);

  it('holds the release back and shows the reason to those at work on it', async () => {
    const id = await offered();
    await desk.sign(id, lead());

    const { errors } = await desk.return(id, reason, partner());
    const approval = await desk.approve(id, lead());

    expect(errors).toEqual([]);
    expect(await statuses(id)).toEqual([
      ['edremit', 'SIGNED', null],
      ['ayvalik', 'RETURNED', reason],
    ]);
    expect(approval.errors).toEqual([{ code: 'SIGNATURES_MISSING', path: ['id'], details: ['ayvalik'] }]);
  });

  it('is one event without the reason in it', async () => {
    const id = await offered();

    await desk.return(id, reason, partner());

    const recorded = await events(id);
    expect(recorded).toHaveLength(1);
    expect(Object.keys(recorded[0]?.data ?? {}).sort()).toEqual(['authority', 'hash', 'signatureId']);
    expect(recorded[0]?.data['authority']).toBe('ROLE');
  });

  it('asks the office anew once the words have changed', async () => {
    const id = await offered();
    await desk.return(id, reason, partner());
    const section = sectionOf(await desk.get(id, lead()), 'LEAD');

    await desk.editSection(id, section.id, { expectedVersion: section.version, content: doc('1250 üretici') }, lead());

    test.clock.advance({ minutes: 5 });
    expect((await statuses(id))?.[1]?.slice(0, 2)).toEqual(['ayvalik', 'STALE']);
    expect((await desk.sign(id, partner())).errors).toEqual([]);
    expect((await statuses(id))?.[1]).toEqual(['ayvalik', 'SIGNED', null]);
  });

  it('is refused before the text is offered', async () => {
    const id = await shared();

    const { bulletin, errors } = await desk.return(id, reason, partner());

    expect({ bulletin, errors }).toEqual({
      bulletin: null,
      errors: [{ code: 'WRONG_STATE', path: ['id'], details: [] }],
    });
    expect(await events(id)).toEqual([]);
  });

  it('is refused to those who do not sign for their office', async () => {
    const id = await offered();

    for (const role of [Role.DEPARTMENT_HEAD, Role.EDITOR, Role.STAFF, Role.OBSERVER]) {
      const { errors } = await desk.return(id, reason, await world.person('ayvalik', role));
      expect(errors).toEqual([{ code: 'FORBIDDEN', path: ['id'], details: [] }]);
    }
    expect(await events(id)).toEqual([]);
  });

  it('tells an office outside no more than an id that never was', async () => {
    const id = await offered();

    const foreign = await desk.return(id, reason, world.directors.gomec);
    const unknown = await desk.return('018f0000-0000-7000-8000-000000000000', reason, world.directors.gomec);

    expect(foreign).toEqual({ bulletin: null, errors: [{ code: 'NOT_FOUND', path: ['id'], details: [] }] });
    expect(unknown).toEqual(foreign);
  });

  it('wants a reason of three characters to two thousand', async () => {
    const id = await offered();

    for (const bad of ['', 'ok', 'ı'.repeat(2_001)]) {
      const { errors } = await desk.return(id, bad, partner());
      expect(errors.map(({ code, path }) => ({ code, path }))).toEqual([
        { code: 'INVALID', path: ['input', 'reason'] },
      ]);
    }
    expect((await statuses(id))?.[1]?.[1]).not.toBe('RETURNED');
  });

  it('is closed to visitors', async () => {
    const id = await offered();
    const document = `mutation { bulletinReturn(id: "${id}", input: { reason: "${reason}" }) { errors { code } } }`;

    const { errors, data } = await test.gql(document);

    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    expect(data ?? null).toBeNull();
  });
});
