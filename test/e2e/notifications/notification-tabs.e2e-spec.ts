import { Role } from '@domain/identity/actor';
import { startTestApp, type SignedIn, type TestApp } from '../../support/app';
import { bulletinDesk } from '../../support/bulletin-desk';
import { statementsOf } from '../../support/statements';
import { buildWorld, type World } from '../../support/world';

interface Node {
  id: string;
  kind: string;
  snoozedUntil: string | null;
}

describe('the notification centre', () => {
  let test: TestApp;
  let world: World;
  let desk: ReturnType<typeof bulletinDesk>;
  let id: string;

  beforeAll(async () => {
    test = await startTestApp();
    desk = bulletinDesk(test);
  });
  beforeEach(async () => {
    await test.reset();
    world = await buildWorld(test);
    id = (await desk.create({ headline: 'Işıklı yol' }, lead())).bulletin?.id ?? '';
    await desk.invite(id, [world.officeIds.ayvalik], lead());
    await desk.share(id, lead());
    await desk.accept(id, partner());
    await desk.submit(id, await world.person('edremit', Role.EDITOR));
    await desk.sign(id, partner());
    await test.runJobs();
  });
  afterAll(() => test.close());

  const lead = () => world.directors.edremit;
  const partner = () => world.directors.ayvalik;

  async function tab(name: string, as: SignedIn = lead()): Promise<Node[]> {
    const answer = await test.gql<{ notifications: { edges: { node: Node }[] } }>(
      'query ($tab: NotificationTab!) { notifications(filter: { tab: $tab }) { edges { node { id kind snoozedUntil } } } }',
      { tab: name },
      as,
    );
    expect(answer.errors).toEqual([]);
    return answer.data.notifications.edges.map(({ node }) => node);
  }
  const kinds = async (name: string) => (await tab(name)).map(({ kind }) => kind);
  const badge = async () =>
    (await test.gql<{ notificationWaitingCount: number }>('{ notificationWaitingCount }', {}, lead())).data
      .notificationWaitingCount;

  async function snooze(notificationId: string, until: string, as: SignedIn = lead()) {
    const answer = await test.gql<{
      notificationSnooze: { notification: Node | null; errors: { code: string; path: string[] }[] };
    }>(
      `mutation ($id: ID!, $until: DateTime!) { notificationSnooze(id: $id, until: $until) {
         notification { id kind snoozedUntil } errors { code path } } }`,
      { id: notificationId, until },
      as,
    );
    return answer.data.notificationSnooze;
  }

  it('keeps what waits apart from what is for knowing; the badge counts the first', async () => {
    expect(await kinds('WAITING')).toEqual(['SIGNATURE_NEEDED']);
    expect(await kinds('FOLLOWED')).toEqual(['SIGNED']);
    expect((await kinds('ALL')).sort()).toEqual(['SIGNATURE_NEEDED', 'SIGNED']);
    expect(await badge()).toBe(1);
  });

  it('shows what was put off again when its time comes', async () => {
    const [waiting] = await tab('WAITING');

    const { notification } = await snooze(waiting?.id ?? '', '2026-04-23T08:00:00.000Z');

    expect(notification?.snoozedUntil).toBe('2026-04-23T08:00:00.000Z');
    expect([await kinds('WAITING'), await badge()]).toEqual([[], 0]);
    expect(await kinds('ALL')).toContain('SIGNATURE_NEEDED');
    test.clock.set('2026-04-23T11:00:00+03:00');
    expect([await kinds('WAITING'), await badge()]).toEqual([['SIGNATURE_NEEDED'], 1]);
  });

  it('puts off the own ones alone, for at most 30 days', async () => {
    const [waiting] = await tab('WAITING');
    const own = waiting?.id ?? '';

    for (const until of ['2026-04-23T05:59:00.000Z', '2026-05-24T06:00:00.000Z']) {
      expect((await snooze(own, until)).errors).toEqual([{ code: 'INVALID', path: ['until'] }]);
    }
    expect((await snooze(own, '2026-04-24T06:00:00.000Z', partner())).errors).toEqual([
      { code: 'NOT_FOUND', path: ['id'] },
    ]);
    expect(await badge()).toBe(1);
  });

  it('is clear of a bulletin that was opened', async () => {
    const { data } = await test.gql<{ notificationMarkBulletinRead: { markedCount: number } }>(
      'mutation ($id: ID!) { notificationMarkBulletinRead(bulletinId: $id) { markedCount errors { code } } }',
      { id },
      lead(),
    );

    expect(data.notificationMarkBulletinRead.markedCount).toBe(2);
    expect([await kinds('WAITING'), await badge()]).toEqual([[], 0]);
  });

  it('has one row for a bulletin, with the newest, the number of the others and what of all is unread', async () => {
    const rows = (as: SignedIn) =>
      test.gql<{ notifications: { edges: { node: object }[] } }>(
        '{ notifications(filter: { isNewest: true }) { edges { node { kind othersCount unreadCount bulletin { id } } } } }',
        {},
        as,
      );
    const nodes = async () => (await rows(lead())).data.notifications.edges.map(({ node }) => node);
    const [newest] = await kinds('ALL');
    expect(await nodes()).toEqual([{ kind: newest, othersCount: 1, unreadCount: 2, bulletin: { id } }]);
    const statementsForOne = (await statementsOf(test, () => rows(lead()))).length;

    const other = (await desk.create({ headline: 'İkinci yol' }, lead())).bulletin?.id ?? '';
    test.clock.advance({ minutes: 1 });
    await desk.submit(other, await world.person('edremit', Role.EDITOR));
    await test.runJobs();
    expect(await nodes()).toEqual([
      { kind: 'SIGNATURE_NEEDED', othersCount: 0, unreadCount: 1, bulletin: { id: other } },
      { kind: newest, othersCount: 1, unreadCount: 2, bulletin: { id } },
    ]);

    expect(await statementsOf(test, () => rows(lead()))).toHaveLength(statementsForOne);
    await test.gql(
      'mutation ($id: ID!) { notificationMarkBulletinRead(bulletinId: $id) { markedCount } }',
      { id },
      lead(),
    );
    expect((await nodes())[1]).toEqual({ kind: newest, othersCount: 1, unreadCount: 0, bulletin: { id } });
  });

  it('leaves out news of what the viewer unfollowed', async () => {
    await desk.mutate('bulletinUnfollow', '$id: ID!', { id }, lead());

    expect(await kinds('FOLLOWED')).toEqual([]);
    expect(await kinds('WAITING')).toEqual(['SIGNATURE_NEEDED']);
  });
});
