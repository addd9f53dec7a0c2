import type { EntityManager } from 'typeorm';
import { newId } from '@domain/ids';
import { systemActor } from '@domain/identity/actor';
import { startTestApp, type TestApp } from '../../../../../test/support/app';
import { Transactions } from '../transactions';
import { Ledger } from './ledger.service';
import { verifyLedger, type LedgerReport } from './ledger-verifier';

const edremit = '019d0000-0000-7000-8000-00000000000e';
const havran = '019d0000-0000-7000-8000-00000000000f';
const subject = '019d0000-0000-7000-8000-0000000000b1';
const person = '019d0000-0000-7000-8000-0000000000c1';

describe('verifyLedger', () => {
  let test: TestApp;
  /** The ids of Edremit's five events, in order. */
  let ids: string[];

  beforeAll(async () => {
    test = await startTestApp();
  });
  beforeEach(async () => {
    await test.reset();
    for (const officeId of [edremit, havran, null, edremit, edremit, havran, edremit, edremit]) await record(officeId);
    const rows: { id: string }[] = await test.dataSource.query(
      'select id from events where chain = $1 order by chain_seq',
      [edremit],
    );
    ids = rows.map(({ id }) => id);
  });
  afterAll(() => test.close());

  const record = (officeId: string | null): Promise<void> => {
    const system = test.system();
    const ctx = Object.assign(system, { actor: { ...systemActor, userId: person } });
    const event = { name: 'bulletin.sectionEdited', subjectType: 'bulletin', subjectId: subject, officeId };
    return test.app
      .get(Transactions)
      .run(ctx, (ctx) =>
        test.app.get(Ledger).record(ctx, { ...event, data: { İlçe: 'Gömeç', ışık: [1, 2], durum: { ç: null } } }),
      );
  };

  /** What the verifier finds after the owner of the tables, with the trigger off, ran these statements. */
  async function after(...statements: string[]): Promise<LedgerReport> {
    const runner = test.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query('alter table events disable trigger events_append_only');
      for (const statement of statements) await runner.query(statement);
      return await verifyLedger(runner.manager);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }

  const third = `chain = '${edremit}' and chain_seq = 3`;
  const broken = (position: number, reason: string, eventId: string | undefined = ids[position - 1]) => [
    { chain: edremit, position: String(position), eventId: eventId ?? null, reason },
  ];

  it('passes what the product wrote', async () => {
    expect(await verifyLedger(test.dataSource.manager)).toEqual({ chains: 3, events: 8, broken: [] });
  });

  it.each([
    [
      'id',
      `id = overlay(id::text placing translate(right(id::text, 1), '0123456789abcdef', '123456789abcdef0') from 36)::uuid`,
      'HASH',
    ],
    ['name', `name = 'bulletin.sectionEditeD'`, 'HASH'],
    ['subject_type', `subject_type = 'bulletiN'`, 'HASH'],
    ['subject_id', `subject_id = '019d0000-0000-7000-8000-0000000000b2'`, 'HASH'],
    ['office_id', `office_id = '${havran}'`, 'CHAIN'],
    ['actor_id', `actor_id = null`, 'HASH'],
    ['at', `at = at - interval '1 millisecond'`, 'HASH'],
    ['at beyond any date', `at = 'infinity'`, 'HASH'],
    ['data', `data = jsonb_set(data, '{ışık,1}', '3')`, 'HASH'],
    ['a letter in data', `data = jsonb_set(data, '{İlçe}', '"Gomeç"')`, 'HASH'],
    ['request_id', `request_id = request_id || ' '`, 'HASH'],
    ['prev_hash', `prev_hash = set_byte(prev_hash, 31, get_byte(prev_hash, 31) # 1)`, 'PREVIOUS_HASH'],
    ['hash', `hash = set_byte(hash, 0, get_byte(hash, 0) # 1)`, 'HASH'],
  ])('finds a changed %s', async (column, change, reason) => {
    const report = await after(`update events set ${change} where ${third}`);

    expect(report.broken).toHaveLength(1);
    expect(report.broken[0]).toMatchObject({ chain: edremit, position: '3', reason });
    if (column !== 'id') expect(report.broken).toEqual(broken(3, reason));
  });

  it('finds an event in another place', async () => {
    const report = await after(`update events set chain_seq = 77 where ${third}`);

    expect(report.broken).toEqual(broken(3, 'GAP', ids[3]));
  });

  it('finds an event in the chain of another office, from both sides', async () => {
    const report = await after(`update events set chain = '${havran}' where ${third}`);

    expect(report.broken).toEqual([
      ...broken(3, 'GAP', ids[3]),
      { chain: havran, position: '3', eventId: ids[2], reason: 'CHAIN' },
    ]);
  });

  it('finds a chain that was given to another office as a whole', async () => {
    const other = newId(test.clock.now());
    const report = await after(
      `update events set chain = '${other}' where chain = '${edremit}'`,
      `update ledger_heads set chain = '${other}' where chain = '${edremit}'`,
    );

    expect(report.broken).toEqual([{ chain: other, position: '1', eventId: ids[0], reason: 'CHAIN' }]);
  });

  it('finds a deleted event', async () => {
    expect((await after(`delete from events where ${third}`)).broken).toEqual(broken(3, 'GAP', ids[3]));
  });

  it('finds a deleted first event', async () => {
    const report = await after(`delete from events where chain = '${edremit}' and chain_seq = 1`);

    expect(report.broken).toEqual(broken(1, 'GAP', ids[1]));
  });

  it('finds a deletion whose gap was closed', async () => {
    const report = await after(
      `delete from events where ${third}`,
      `update events set chain_seq = 3 where chain = '${edremit}' and chain_seq = 4`,
      `update events set chain_seq = 4 where chain = '${edremit}' and chain_seq = 5`,
      `update ledger_heads set seq = 4 where chain = '${edremit}'`,
    );

    expect(report.broken).toEqual(broken(3, 'PREVIOUS_HASH', ids[3]));
  });

  it.each([
    ['at the end', '6', 6],
    ['before the first', '0', 1],
    ['far before the first', '-9223372036854775808', 1],
  ])('finds an event that was slipped in %s', async (_where, sequence, position) => {
    const forged = '019d0000-0000-7000-8000-0000000000ff';
    const report = await after(`
      insert into events select '${forged}', chain, ${sequence}, name, subject_type, subject_id, office_id, actor_id, at,
        data, request_id, prev_hash, hash from events where ${third}`);

    expect(report.broken).toEqual([
      { chain: edremit, position: String(position), eventId: forged, reason: position === 6 ? 'PREVIOUS_HASH' : 'GAP' },
    ]);
  });

  it('finds an event that was hashed right but never announced', async () => {
    const [head]: { hash: Buffer }[] = await test.dataSource.query('select hash from ledger_heads where chain = $1', [
      edremit,
    ]);
    await record(edremit);

    const report = await after(
      `update ledger_heads set seq = 5, hash = '\\x${head?.hash.toString('hex')}' where chain = '${edremit}'`,
    );

    expect(report.broken).toEqual([{ chain: edremit, position: '6', eventId: null, reason: 'HEAD' }]);
  });

  it('finds events that changed places', async () => {
    const report = await after(
      `update events set chain_seq = 99 where chain = '${edremit}' and chain_seq = 2`,
      `update events set chain_seq = 2 where ${third}`,
      `update events set chain_seq = 3 where chain = '${edremit}' and chain_seq = 99`,
    );

    expect(report.broken).toEqual(broken(2, 'PREVIOUS_HASH', ids[2]));
  });

  it('finds a cut tail', async () => {
    const report = await after(`delete from events where chain = '${edremit}' and chain_seq >= 4`);

    expect(report.broken).toEqual([{ chain: edremit, position: '3', eventId: null, reason: 'HEAD' }]);
  });

  it.each([
    ['hash', `hash = set_byte(hash, 0, get_byte(hash, 0) # 1)`],
    ['prev_hash', `prev_hash = set_byte(prev_hash, 0, get_byte(prev_hash, 0) # 1)`],
    ['seq', `seq = 4`],
  ])('finds a changed %s of a head', async (_column, change) => {
    const report = await after(`update ledger_heads set ${change} where chain = '${edremit}'`);

    expect(report.broken).toEqual([{ chain: edremit, position: '5', eventId: null, reason: 'HEAD' }]);
  });

  it('finds a deleted head and a head without its events', async () => {
    const headless = await after(`delete from ledger_heads where chain = '${edremit}'`);
    const emptied = await after(`delete from events where chain = '${edremit}'`);

    expect(headless.broken).toEqual([{ chain: edremit, position: '5', eventId: null, reason: 'HEAD' }]);
    expect(emptied.broken).toEqual([{ chain: edremit, position: '0', eventId: null, reason: 'HEAD' }]);
  });

  it('reads without changing anything', async () => {
    await test.dataSource.transaction(async (db: EntityManager) => {
      await db.query('set transaction read only');
      expect((await verifyLedger(db)).broken).toEqual([]);
    });
  });
});
