import { Role } from '@domain/identity/actor';
import { startTestApp, type SignedIn, type TestApp } from '../../support/app';
import { bulletinDesk } from '../../support/bulletin-desk';
import { approved, signedBulletins } from '../../support/bulletin-stories';
import { buildWorld, type World } from '../../support/world';

describe('numbers of bulletins', () => {
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

  const from1 = (code: string, count: number) =>
    Array.from({ length: count }, (_, index) => `2026/${code}-${String(index + 1).padStart(3, '0')}`);

  async function approveAtOnce(
    bulletins: Awaited<ReturnType<typeof signedBulletins>>,
    as: SignedIn,
  ): Promise<string[]> {
    const all = await Promise.all(bulletins.map((bulletin) => approved(desk, bulletin, as)));
    return all.map(({ number }) => number ?? '').sort();
  }

  it('leave no gap and are given once when fifty are approved at once', async () => {
    const bulletins = await signedBulletins(desk, world.directors.edremit, 50);

    expect(await approveAtOnce(bulletins, world.directors.edremit)).toEqual(from1('EDR', 50));
  });

  it('are counted by each office for itself, also at the same time', async () => {
    const ofEdremit = await signedBulletins(desk, world.directors.edremit, 8);
    const ofGomec = await signedBulletins(desk, world.directors.gomec, 8);

    const [edremit, gomec] = await Promise.all([
      approveAtOnce(ofEdremit, world.directors.edremit),
      approveAtOnce(ofGomec, world.directors.gomec),
    ]);

    expect(edremit).toEqual(from1('EDR', 8));
    expect(gomec).toEqual(from1('GOM', 8));
  });

  it('are not used up by an approval that was refused', async () => {
    const [first, second] = await signedBulletins(desk, world.directors.edremit, 2);
    if (!first || !second) throw new Error('two were asked for');
    await expect(approved(desk, { ...first, version: first.version - 1 }, world.directors.edremit)).rejects.toThrow(
      'STALE_VERSION',
    );

    expect((await approved(desk, second, world.directors.edremit)).number).toBe('2026/EDR-001');
    expect((await approved(desk, first, world.directors.edremit)).number).toBe('2026/EDR-002');
  });

  it('are given once to a bulletin that is approved fifty times at once', async () => {
    const [bulletin] = await signedBulletins(desk, world.directors.edremit, 1);
    if (!bulletin) throw new Error('one was asked for');

    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, () => approved(desk, bulletin, world.directors.edremit)),
    );

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await desk.get(bulletin.id, world.directors.edremit))?.number).toBe('2026/EDR-001');
    const editions = await test.dataSource.query('select sequence from editions where bulletin_id = $1', [bulletin.id]);
    expect(editions).toEqual([{ sequence: 1 }]);
  });

  it('begin anew with the year of Istanbul, not of Greenwich', async () => {
    test.clock.set('2026-12-31T23:59:59+03:00');
    const director = await world.person('edremit', Role.PRESS_DIRECTOR);
    const [last, first] = await signedBulletins(desk, director, 2);
    if (!last || !first) throw new Error('two were asked for');
    expect((await approved(desk, last, director)).number).toBe('2026/EDR-001');

    test.clock.set('2027-01-01T00:00:00+03:00');

    expect((await approved(desk, first, director)).number).toBe('2027/EDR-001');
  });
});
