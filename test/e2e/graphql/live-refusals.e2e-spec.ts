import { DomainError, ErrorCode } from '@domain/errors';
import WebSocket from 'ws';
import { BulletinQueries } from '../../../apps/api/src/bulletins/bulletins.queries';
import { Ledger } from '../../../apps/api/src/core/ledger/ledger.service';
import { SessionGuard } from '../../../apps/api/src/core/session.guard';
import { Transactions } from '../../../apps/api/src/core/transactions';
import { BulletinChanges } from '../../../apps/api/src/notifications/bulletin-changes.service';
import { startTestApp, type TestApp } from '../../support/app';
import { bulletinDesk, doc, sectionOf } from '../../support/bulletin-desk';
import { liveClient, settled, type LiveClient } from '../../support/live-client';
import { buildWorld, type World } from '../../support/world';

const subscription = 'subscription ($id: ID!) { bulletinChanged(id: $id) { event bulletin { id headline } } }';

/** What one operation was answered with, as it came over the wire. */
interface Frame {
  readonly type: string;
  readonly payload?: { readonly errors?: readonly object[] } | readonly object[];
}

describe('what a subscription is refused with', () => {
  let test: TestApp;
  let world: World;
  let desk: ReturnType<typeof bulletinDesk>;
  let client: LiveClient;
  let id: string;

  beforeAll(async () => {
    test = await startTestApp();
    desk = bulletinDesk(test);
  });
  beforeEach(async () => {
    await test.reset();
    world = await buildWorld(test);
    const { bulletin } = await desk.create({ headline: 'Iğdır’dan İzmir’e kardeş şehir' }, world.directors.edremit);
    id = bulletin?.id ?? '';
    client = liveClient(test.url, world.directors.edremit);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await client.close();
  });
  afterAll(() => test.close());

  async function edit(): Promise<void> {
    const section = sectionOf(await desk.get(id, world.directors.edremit), 'LEAD');
    const content = doc('Şenlik 5 Mayıs’ta başlıyor.');
    await desk.editSection(id, section.id, { expectedVersion: section.version, content }, world.directors.edremit);
  }

  /** An event of the bulletin that nobody had to read it for. */
  async function remark(): Promise<void> {
    await test.app
      .get(Transactions)
      .run(test.system(), (ctx) =>
        test.app.get(Ledger).record(ctx, { name: 'bulletin.listsChosen', subjectType: 'bulletin', subjectId: id }),
      );
  }

  /** The frames that answer one operation on a bare socket. */
  async function framesOf(payload: object, meanwhile: () => Promise<void> = settled): Promise<Frame[]> {
    const socket = new WebSocket(`${test.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { Cookie: world.directors.edremit.cookie },
    });
    const frames: Frame[] = [];
    socket.on('message', (text: Buffer) => frames.push(JSON.parse(text.toString()) as Frame));
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ type: 'connection_init' }));
    await settled();
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
    await settled();
    await meanwhile();
    await settled();
    socket.close();
    return frames.filter(({ type }) => type !== 'connection_ack');
  }

  it('answers a refusal of a guard for that operation and keeps the socket', async () => {
    const guard = jest.spyOn(SessionGuard.prototype, 'canActivate').mockImplementation(() => {
      throw new DomainError(ErrorCode.FORBIDDEN, { path: ['id'] });
    });
    const refused = await client.watch(subscription, { id });
    guard.mockRestore();
    const watch = await client.watch<{ bulletinChanged: { event: string } }>(subscription, { id });
    await edit();

    expect(refused.refusals).toEqual(['FORBIDDEN']);
    expect((await watch.next()).bulletinChanged.event).toBe('bulletin.sectionEdited');
    expect(watch.refusals).toEqual([]);
  });

  it('gives a refusal inside of an event the shape that it has over HTTP', async () => {
    const watching = framesOf({ query: subscription, variables: { id } }, async () => {
      jest
        .spyOn(BulletinQueries.prototype, 'get')
        .mockRejectedValueOnce(new DomainError(ErrorCode.HELD, { path: ['id'], message: 'held for a while' }));
      await remark();
    });

    expect(await watching).toEqual([
      {
        id: '1',
        type: 'error',
        payload: [{ message: 'held for a while', extensions: { code: 'HELD', path: ['id'] } }],
      },
    ]);
  });

  it('says of a surprise its request and nothing else', async () => {
    jest
      .spyOn(BulletinChanges.prototype, 'follow')
      .mockRejectedValue(new Error('relation "bulletins" does not exist at /srv/tekses/queries.js:1'));

    expect(await framesOf({ query: subscription, variables: { id } })).toEqual([
      {
        id: '1',
        type: 'next',
        payload: {
          errors: [
            {
              message: 'Unexpected error',
              path: ['bulletinChanged'],
              extensions: { code: 'INTERNAL', requestId: expect.stringMatching(/^[\w-]{8,}$/) },
            },
          ],
        },
      },
      { id: '1', type: 'complete' },
    ]);
  });

  it('formats what fails while the fields of an event are read', async () => {
    const broken = {
      event: 'bulletin.signed',
      get bulletin(): never {
        throw new Error('secret words of the engine');
      },
    };
    jest.spyOn(BulletinChanges.prototype, 'follow').mockImplementation(async () => {
      async function* one() {
        yield broken;
      }
      return Promise.resolve(one() as never);
    });

    const [first] = await framesOf({ query: subscription, variables: { id } });

    expect(first).toMatchObject({
      type: 'next',
      payload: {
        errors: [
          { message: 'Unexpected error', path: ['bulletinChanged', 'bulletin'], extensions: { code: 'INTERNAL' } },
        ],
      },
    });
    expect(JSON.stringify(first)).not.toContain('secret words');
  });

  it.each([
    ['broken text', { query: 'subscription {' }, 'GRAPHQL_PARSE_FAILED'],
    ['unknown fields', { query: 'subscription { bulletinChangd }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['an operation that is not there', { query: subscription, operationName: 'Yok' }, 'OPERATION_RESOLUTION_FAILURE'],
    ['a query, of which the session would be the old one', { query: '{ __typename }' }, 'INVALID'],
    ['a missing variable', { query: subscription }, 'INVALID'],
  ])('answers %s with a code, not with the end of the socket', async (_, payload, code) => {
    const frames = await framesOf(payload);
    const [{ payload: answer } = { payload: [] }] = frames;
    const errors = Array.isArray(answer) ? answer : (answer as { errors: object[] }).errors;

    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ extensions: { code } });
  });

  it('names the request of a surprise over HTTP, too', async () => {
    jest.spyOn(BulletinQueries.prototype, 'get').mockRejectedValue(new Error('secret words of the engine'));

    const answer = await test.http
      .post('/graphql')
      .set('Cookie', world.directors.edremit.cookie)
      .send({ query: 'query ($id: ID!) { bulletin(id: $id) { id } }', variables: { id } });

    expect(answer.body.errors).toEqual([
      {
        message: 'Unexpected error',
        path: ['bulletin'],
        extensions: { code: 'INTERNAL', requestId: answer.headers['x-request-id'] },
      },
    ]);
  });

  it('takes fifty operations on a socket and refuses the next as TOO_MANY', async () => {
    const watches = [];
    for (let count = 0; count < 50; count += 1) watches.push(client.watch(subscription, { id }));
    const open = await Promise.all(watches);

    const oneTooMany = await client.watch(subscription, { id });
    open[0]?.stop();
    await settled();
    const inItsPlace = await client.watch(subscription, { id });

    expect(open.flatMap(({ refusals }) => refusals)).toEqual([]);
    expect(oneTooMany.refusals).toEqual(['TOO_MANY']);
    expect(inItsPlace.refusals).toEqual([]);
  });

  it('sends away a reader for whom more than four MiB wait', async () => {
    const watch = await client.watch(subscription, { id });
    jest.spyOn(WebSocket.prototype, 'bufferedAmount', 'get').mockReturnValue(4 * 1024 * 1024 + 1);
    await edit();
    await watch.ended();

    expect(watch.refusals).toEqual(['1013']);
    expect(watch.events).toEqual([]);
  });
});
