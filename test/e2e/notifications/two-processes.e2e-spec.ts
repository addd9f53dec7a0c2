import { startTestApp, type TestApp } from '../../support/app';
import { bulletinDesk } from '../../support/bulletin-desk';
import { liveClient, type LiveClient } from '../../support/live-client';
import { startSecondProcess, type SecondProcess } from '../../support/second-process';
import { buildWorld, type World } from '../../support/world';

describe('two processes on one database', () => {
  let test: TestApp;
  let second: SecondProcess;
  let world: World;
  let clients: LiveClient[];

  beforeAll(async () => {
    test = await startTestApp();
    await test.reset();
    second = await startSecondProcess((test.dataSource.options as { url: string }).url);
  }, 300_000);
  beforeEach(async () => {
    test.clock.set(new Date()); // the second process has the real clock
    world = await buildWorld(test);
    clients = [];
  });
  afterEach(async () => {
    for (const client of clients) await client.close();
  });
  afterAll(async () => {
    await second?.stop();
    await test.close();
  });

  function connect(url: string, as: World['directors']['edremit']): LiveClient {
    const client = liveClient(url, as);
    clients.push(client);
    return client;
  }

  const subscription = `subscription ($id: ID!) { bulletinChanged(id: $id) { event bulletin { state } } }`;

  async function draft(): Promise<string> {
    const desk = bulletinDesk(test);
    const { bulletin } = await desk.create({ headline: 'Şınık yolu asfaltlandı' }, world.directors.edremit);
    const id = bulletin?.id ?? '';
    await desk.invite(id, [world.officeIds.ayvalik], world.directors.edremit);
    return id;
  }

  it('what is done in one is told live in the other, in both directions', async () => {
    const id = await draft();
    const here = await connect(test.url, world.directors.edremit).watch<object>(subscription, { id });
    const there = await connect(second.url, world.directors.edremit).watch<object>(subscription, { id });

    await bulletinDesk(test).share(id, world.directors.edremit);
    const shared = { bulletinChanged: { event: 'bulletin.shared', bulletin: { state: 'IN_REVIEW' } } };
    expect([await here.next(), await there.next()]).toEqual([shared, shared]);

    const answer = await fetch(`${second.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: world.directors.ayvalik.cookie },
      body: JSON.stringify({ query: `mutation { bulletinAccept(id: "${id}") { errors { code } } }` }),
    });
    expect(await answer.json()).toEqual({ data: { bulletinAccept: { errors: [] } } });
    const accepted = { bulletinChanged: { event: 'bulletin.accepted', bulletin: { state: 'IN_REVIEW' } } };
    expect([await here.next(), await there.next()]).toEqual([accepted, accepted]);
  });

  it('a notification written in one arrives at its person in the other', async () => {
    const id = await draft();
    const watch = await connect(second.url, world.directors.ayvalik).watch<object>(
      'subscription { notificationReceived { kind bulletin { id } } }',
    );

    await bulletinDesk(test).share(id, world.directors.edremit);
    await test.runJobs();

    expect(await watch.next()).toEqual({ notificationReceived: { kind: 'INVITED', bulletin: { id } } });
  });

  it('a session that is ended in one hears nothing more in the other', async () => {
    const id = await draft();
    const { edremit } = world.directors;
    const watch = await connect(second.url, edremit).watch<object>(subscription, { id });
    const sessions = await test.gql<{ viewer: { sessions: { id: string; isCurrent: boolean }[] } }>(
      '{ viewer { sessions { id isCurrent } } }',
      {},
      edremit,
    );
    const current = sessions.data.viewer.sessions.find(({ isCurrent }) => isCurrent);

    await test.gql(`mutation { sessionRevoke(id: "${current?.id}") { errors { code } } }`, {}, edremit);
    await watch.ended();

    expect(watch.events).toEqual([]);
  });
});
