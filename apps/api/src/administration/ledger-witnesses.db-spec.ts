import { newId } from '@domain/ids';
import { startTestApp, type TestApp } from '../../../../test/support/app';
import { buildWorld, type World } from '../../../../test/support/world';
import { Ledger } from '../core/ledger/ledger.service';
import { verifyLedger } from '../core/ledger/ledger-verifier';
import { contradictionsOf, presentHeads, readWitness } from '../core/ledger/ledger-witness';
import { Transactions } from '../core/transactions';
import { LedgerWitnesses } from './ledger-witnesses.service';

describe('the witnesses of the ledger', () => {
  let test: TestApp;
  let world: World;

  beforeAll(async () => {
    test = await startTestApp();
  });
  beforeEach(async () => {
    await test.reset();
    world = await buildWorld(test);
    for (const name of ['office.updated', 'office.charterProposed', 'office.updated']) await record(name);
  });
  afterAll(() => test.close());

  const record = (name: string) =>
    test.app.get(Transactions).run(test.system(), (ctx) =>
      test.app.get(Ledger).record(ctx, {
        name,
        subjectType: 'office',
        subjectId: newId(ctx.now),
        officeId: world.officeIds.edremit,
        data: { İlçe: 'Gömeç' },
      }),
    );
  const send = () => test.app.get(LedgerWitnesses).sendDue(test.system());
  const mails = (): Promise<{ subject: string; body_text: string; address: string }[]> =>
    test.dataSource.query(
      `select m.subject, m.body_text, d.address from mails m join deliveries d on d.source_id = m.id
       where m.purpose = 'ledgerWitness' order by d.address`,
    );

  /** What the owner of the tables may do: with the triggers off, for good. */
  async function behindTheBack(...statements: string[]): Promise<void> {
    await test.dataSource.transaction(async (db) => {
      await db.query('alter table events disable trigger all');
      for (const statement of statements) await db.query(statement);
      await db.query('alter table events enable trigger all');
    });
  }

  it('are told every head once a day from 08.00 on, at their own mailbox or by their directors', async () => {
    const { edremit, ayvalik } = world.officeIds;
    await test.dataSource.query(`update offices set contact_email = null where id = $1`, [ayvalik]);
    await test.dataSource.query(`update offices set contact_email = 'defter@edremit.ornek' where id = $1`, [edremit]);
    test.clock.set('2026-04-24T07:59:59+03:00');
    const early = await send();
    test.clock.set('2026-04-24T08:00:00+03:00');
    const [first, second] = await Promise.all([send(), send()]);
    const again = await send();

    expect([early, again]).toEqual([0, 0]);
    expect([first, second].toSorted((a, b) => a - b)).toEqual([0, (await mails()).length]);
    const director: { email: string }[] = await test.dataSource.query('select email from users where id = $1', [
      world.directors.ayvalik.userId,
    ]);
    const addresses = (await mails()).map(({ address }) => address);
    expect(addresses).toContain('defter@edremit.ornek');
    expect(addresses).toContain(director[0]?.email);
    const heads = await presentHeads(test.dataSource.manager);
    for (const { subject, body_text } of await mails()) {
      expect(subject).toBe('Tek Ses denetim tanığı: 24 Nisan 2026');
      expect(readWitness(body_text)).toEqual(heads);
      expect(body_text).toContain('Edremit Belediyesi\ntek-ses-zincir-ucu');
    }
    test.clock.set('2026-04-25T11:00:00+03:00');
    expect(await send()).toBe(addresses.length);
  });

  it('agree with a ledger that only went on', async () => {
    const heads = await presentHeads(test.dataSource.manager);
    await record('office.updated');

    expect(await contradictionsOf(test.dataSource.manager, heads)).toEqual([]);
  });

  it('find a ledger whose every hash was computed anew, which looks whole by itself', async () => {
    const { manager } = test.dataSource;
    const heads = await presentHeads(manager);
    const { edremit } = world.officeIds;
    await behindTheBack(
      `delete from events where chain = '${edremit}'`,
      `delete from ledger_heads where chain = '${edremit}'`,
    );
    const told = heads.find(({ chain }) => chain === edremit);
    for (let position = 0n; position < (told?.position ?? 0n); position += 1n) await record('office.updated');

    expect((await verifyLedger(manager)).broken).toEqual([]);
    expect(await contradictionsOf(manager, heads)).toEqual([{ head: told, reason: 'CHANGED' }]);
  });

  it('find a cut-off end whose head was set back, which looks whole by itself', async () => {
    const { manager } = test.dataSource;
    const heads = await presentHeads(manager);
    const { edremit } = world.officeIds;
    const told = heads.find(({ chain }) => chain === edremit);
    await behindTheBack(
      `delete from events where chain = '${edremit}' and chain_seq = ${told?.position}`,
      `update ledger_heads h set seq = e.chain_seq, hash = e.hash, prev_hash = e.prev_hash from events e
       where h.chain = '${edremit}' and e.chain = h.chain and e.chain_seq = ${told?.position} - 1`,
    );

    expect((await verifyLedger(manager)).broken).toEqual([]);
    expect(await contradictionsOf(manager, heads)).toEqual([{ head: told, reason: 'GONE' }]);
  });
});
