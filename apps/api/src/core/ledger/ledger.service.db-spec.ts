import { newId } from '@domain/ids';
import { systemActor } from '@domain/identity/actor';
import { startTestApp, type TestApp } from '../../../../../test/support/app';
import { bulletinDesk, doc, sectionOf } from '../../../../../test/support/bulletin-desk';
import { TestClock } from '../../../../../test/support/clock';
import { testDatabase, type TestDatabase } from '../../../../../test/support/database';
import { buildWorld } from '../../../../../test/support/world';
import { BulletinReleaseClock } from '../../bulletins/bulletin-release-clock.service';
import { RequestContext } from '../context';
import { Jobs } from '../jobs/jobs.service';
import { Logger } from '../logger';
import { Transactions } from '../transactions';
import { Ledger, type EventNotice, type NewEvent } from './ledger.service';
import { verifyLedger } from './ledger-verifier';

const edremit = '019d0000-0000-7000-8000-00000000000e';
const noted = 'ledgerProof.noted';

describe('the ledger', () => {
  let test: TestApp;
  let ledger: Ledger;
  let transactions: Transactions;

  beforeAll(async () => {
    test = await startTestApp();
    ledger = test.app.get(Ledger);
    transactions = test.app.get(Transactions);
  });
  beforeEach(() => test.reset());
  afterAll(() => test.close());

  const event = (changes: Partial<NewEvent> = {}): NewEvent => ({
    name: noted,
    subjectType: 'proof',
    subjectId: newId(test.clock.now()),
    officeId: edremit,
    ...changes,
  });
  const record = (changes: Partial<NewEvent> = {}) =>
    transactions.run(test.system(), (ctx) => ledger.record(ctx, event(changes)));

  async function count(sql: string): Promise<number> {
    const [row]: { count: number }[] = await test.dataSource.query(`select count(*)::int as count from ${sql}`);
    return row?.count ?? -1;
  }

  it.each([
    ['an update', `update events set name = 'bulletin.signed'`],
    ['an update that changes nothing', `update events set name = name`],
    ['a deletion', `delete from events`],
    ['emptying the table', `truncate events`],
  ])('refuses %s of what happened', async (_what, sql) => {
    await record();

    await expect(test.dataSource.query(sql)).rejects.toThrow('events is append-only');
    expect(await count('events')).toBe(1);
  });

  it('is whole after the life of a bulletin', async () => {
    const world = await buildWorld(test);
    const desk = bulletinDesk(test);
    const lead = world.directors.edremit;
    const partner = world.directors.ayvalik;
    const id = (await desk.create({ headline: 'Işıklı yürüyüş yolu açılıyor' }, lead)).bulletin?.id ?? '';
    for (const [kind, text] of [
      ['SPOT', 'İki belediye yolu birlikte yaptı.'],
      ['LEAD', 'Edremit ve Ayvalık 3 km yolu açıyor.'],
    ] as const) {
      const section = sectionOf(await desk.get(id, lead), kind);
      await desk.editSection(id, section.id, { expectedVersion: section.version, content: doc(text) }, lead);
    }
    await desk.invite(id, [world.officeIds.ayvalik], lead);
    await desk.share(id, lead);
    await desk.accept(id, partner);
    await desk.submit(id, lead);
    await desk.sign(id, lead);
    await desk.sign(id, partner);
    await desk.approve(id, lead);
    await test.app.get(BulletinReleaseClock).releaseDue(test.system());
    await desk.withdraw(id, 'Tarih yanlış', lead);

    expect(await namesOf(world.officeIds.edremit)).toEqual(['bulletin.created', 'bulletin.sectionEdited',
      'bulletin.sectionEdited', 'bulletin.officesInvited', 'bulletin.shared', 'bulletin.submitted', 'bulletin.signed',
      'bulletin.releaseApproved', 'bulletin.released', 'bulletin.withdrawn']); // prettier-ignore
    expect(await namesOf(world.officeIds.ayvalik)).toEqual(['bulletin.accepted', 'bulletin.signed']);
    expect(await verifyLedger(test.dataSource.manager)).toEqual({ chains: 2, events: 12, broken: [] });
  });

  async function namesOf(chain: string): Promise<string[]> {
    const rows: { name: string }[] = await test.dataSource.query(
      'select name from events where chain = $1 order by chain_seq',
      [chain],
    );
    return rows.map(({ name }) => name);
  }

  it('keeps every chain without gaps when sixteen write at once', async () => {
    const chains = [edremit, '019d0000-0000-7000-8000-00000000000f', null];
    const writers = Array.from({ length: 16 }, async (_, writer) => {
      for (let turn = 0; turn < 60; turn += 1)
        await record({ officeId: chains[(writer + turn) % 3] ?? null, data: { writer, turn } });
    });
    await Promise.all(writers);

    expect(await verifyLedger(test.dataSource.manager)).toEqual({ chains: 3, events: 960, broken: [] });
    const spans: { chain: string; events: number; last: number }[] = await test.dataSource.query(
      'select chain, count(*)::int as events, max(chain_seq)::int as last from events group by chain',
    );
    expect(spans.map(({ events, last }) => [events, last])).toEqual([
      [320, 320],
      [320, 320],
      [320, 320],
    ]);
  });

  it('writes nothing outside a transaction', async () => {
    await expect(ledger.record(test.system(), event())).rejects.toThrow(
      `${noted} must be recorded inside a transaction`,
    );

    expect(await count('events')).toBe(0);
  });
});

const happened = 'ledgerProof.happened';

describe('the consequences of an event', () => {
  let database: TestDatabase;
  let jobs: Jobs;
  let ledger: Ledger;
  let transactions: Transactions;
  let heard: EventNotice[];
  const clock = new TestClock();

  beforeAll(async () => {
    database = await testDatabase();
    const options = { databaseUrl: database.url, isWorker: true, isUpkept: false, concurrency: 1 };
    jobs = new Jobs(database.dataSource, clock, new Logger('silent'), options);
    ledger = new Ledger(jobs);
    transactions = new Transactions(database.dataSource);
    ledger.subscribe('ledgerProof.listen', [happened], (_ctx, notice) => {
      heard.push(notice);
      return Promise.resolve();
    });
    await jobs.onApplicationBootstrap();
  });
  beforeEach(async () => {
    await database.reset();
    heard = [];
  });
  afterAll(async () => {
    await jobs.beforeApplicationShutdown();
    await database.close();
  });

  const system = () => new RequestContext(systemActor, clock.now(), database.dataSource.manager, 'test-request');
  const event = (name: string): NewEvent => ({
    name,
    subjectType: 'proof',
    subjectId: '019d0000-0000-7000-8000-0000000000b1',
    officeId: edremit,
  });
  const rows = async (): Promise<number[]> => {
    const [row]: { events: number; heads: number; jobs: number }[] = await database.dataSource.query(
      `select (select count(*)::int from events) as events, (select count(*)::int from ledger_heads) as heads,
        (select count(*)::int from pgboss.job where name = 'ledgerProof.listen') as jobs`,
    );
    return [row?.events ?? -1, row?.heads ?? -1, row?.jobs ?? -1];
  };

  it('come from the commit of the event, once, and not before', async () => {
    await transactions.run(system(), async (ctx) => {
      await ledger.record(ctx, event(happened));
      expect(await jobs.runPending()).toBe(0);
    });

    expect(await rows()).toEqual([1, 1, 1]);
    expect([await jobs.runPending(), await jobs.runPending()]).toEqual([1, 0]);
    expect(heard.map(({ name, officeId }) => [name, officeId])).toEqual([[happened, edremit]]);
  });

  it('do not come from an event that nobody listens to', async () => {
    await transactions.run(system(), (ctx) => ledger.record(ctx, event(noted)));

    expect(await rows()).toEqual([1, 1, 0]);
  });

  it('are gone with what was rolled back: no event, no place in the chain, no job', async () => {
    const work = transactions.run(system(), async (ctx) => {
      await ledger.record(ctx, event(happened));
      throw new Error('vazgeçildi');
    });

    await expect(work).rejects.toThrow('vazgeçildi');
    expect(await rows()).toEqual([0, 0, 0]);
    expect(await jobs.runPending()).toBe(0);
  });
});
