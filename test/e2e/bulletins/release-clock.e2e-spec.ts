import { BulletinReleaseClock } from '../../../apps/api/src/bulletins/bulletin-release-clock.service';
import { ReleaseChannels } from '../../../apps/api/src/core/release/release-channels';
import { startTestApp, type TestApp } from '../../support/app';
import { bulletinDesk } from '../../support/bulletin-desk';
import { approved, signedBulletins } from '../../support/bulletin-stories';
import { buildWorld, type World } from '../../support/world';

describe('the release clock', () => {
  let test: TestApp;
  let world: World;
  let broken: string | null = null;

  beforeAll(async () => {
    test = await startTestApp();
    test.app.get(ReleaseChannels).register({
      onRelease: (_ctx, { itemId }) =>
        itemId === broken ? Promise.reject(new Error('kanal kapalı')) : Promise.resolve(),
      onWithdrawal: () => Promise.resolve(),
    });
  });
  beforeEach(async () => {
    await test.reset();
    world = await buildWorld(test);
    broken = null;
  });
  afterAll(() => test.close());

  const clock = () => test.app.get(BulletinReleaseClock);

  async function scheduled(count: number): Promise<string[]> {
    const desk = bulletinDesk(test);
    const bulletins = await signedBulletins(desk, world.directors.edremit, count);
    for (const bulletin of bulletins) await approved(desk, bulletin, world.directors.edremit);
    return bulletins.map(({ id }) => id).sort();
  }

  async function states(): Promise<{ id: string; state: string }[]> {
    return test.dataSource.query('select id, state from bulletins order by id');
  }

  it('lets the others go when one cannot, and takes back all that the broken one had begun', async () => {
    const [first = '', second = '', third = ''] = await scheduled(3);
    broken = first;

    expect((await clock().releaseDue(test.system())).sort()).toEqual([second, third]);

    expect(await states()).toEqual([
      { id: first, state: 'SCHEDULED' },
      { id: second, state: 'RELEASED' },
      { id: third, state: 'RELEASED' },
    ]);
    const events = await test.dataSource.query(
      `select subject_id from events where name = 'bulletin.released' order by 1`,
    );
    expect(events).toEqual([{ subject_id: second }, { subject_id: third }]);
    broken = null;
    expect(await clock().releaseDue(test.system())).toEqual([first]);
  });

  it('releases each once when several processes look at the same instant', async () => {
    const ids = await scheduled(6);

    const outcomes = await Promise.all(Array.from({ length: 5 }, () => clock().releaseDue(test.system())));

    expect(outcomes.flat().sort()).toEqual(ids);
    const events = await test.dataSource.query(
      `select subject_id from events where name = 'bulletin.released' order by 1`,
    );
    expect(events).toEqual(ids.map((id) => ({ subject_id: id })));
  });
});
