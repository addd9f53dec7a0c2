import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@domain/ids';
import { LegalBasis } from '@domain/media/media';
import { BulletinReleaseClock } from '../../../apps/api/src/bulletins/bulletin-release-clock.service';
import { MediaContactEntity } from '../../../apps/api/src/media/media-contact.entity';
import { buildList, markOf } from '../../factories/media.factory';
import { startTestApp, type TestApp } from '../../support/app';
import { bulletinDesk } from '../../support/bulletin-desk';
import { approved, signedBulletins } from '../../support/bulletin-stories';
import { testNow } from '../../support/clock';
import { ensureCompiled, startCompiled, type CompiledProcess } from '../../support/compiled-process';
import { startSmtpSink, type ReceivedMail, type SmtpSink } from '../../support/smtp-sink';
import { buildWorld, type World } from '../../support/world';

const recipientCount = 1_000;
const killCount = 6;
/** Connections that the worker sends over side by side: so many mails may be under way when it dies. */
const parallelMails = 5;

const addressOf = (index: number) => `haber-${String(index).padStart(4, '0')}@gazete.example`;

describe('a distribution whose worker is killed', () => {
  let test: TestApp;
  let world: World;
  let sink: SmtpSink;

  beforeAll(async () => {
    await ensureCompiled();
    sink = await startSmtpSink();
    test = await startTestApp();
    await test.reset();
    world = await buildWorld(test);
  }, 300_000);
  afterAll(async () => {
    await test.close();
    await sink.close();
  });

  function startWorker(): CompiledProcess {
    return startCompiled('worker', {
      NODE_ENV: 'test',
      DATABASE_URL: String((test.dataSource.options as { url?: string }).url),
      DATA_DIR: test.dataDir,
      SMTP_URL: sink.url,
      DEMO: '0',
      LOG_LEVEL: 'error',
      MAIL_RATE_PER_SECOND: '1000',
      SESSION_SECRET: 'test secret that is long enough for keys',
      BASE_URL: 'http://localhost:4000',
    });
  }

  async function releaseToAll(): Promise<string> {
    const db = test.dataSource.manager;
    const contacts = Array.from({ length: recipientCount }, (_, index) => contact(addressOf(index)));
    await db.insert(MediaContactEntity, contacts);
    const lists = [
      await buildList(db, {}, { contacts: contacts.slice(0, 700) }),
      await buildList(db, {}, { contacts: contacts.slice(400) }),
    ];
    const desk = bulletinDesk(test);
    const [signed] = await signedBulletins(desk, world.directors.edremit, 1);
    if (!signed) throw new Error('one was asked for');
    const chosen = await desk.mutate(
      'bulletinChooseLists',
      '$id: ID!, $input: BulletinChooseListsInput!',
      { id: signed.id, input: { listIds: lists.map(({ id }) => id) } },
      world.directors.edremit,
    );
    expect(chosen.errors).toEqual([]);
    await approved(desk, chosen.bulletin ?? signed, world.directors.edremit);
    expect(await test.app.get(BulletinReleaseClock).releaseDue(test.system())).toEqual([signed.id]);
    return signed.id;
  }

  function contact(email: string): Partial<MediaContactEntity> & { id: string } {
    return {
      id: newId(testNow),
      officeId: world.officeIds.edremit,
      email,
      addressMark: markOf(email),
      legalBasis: LegalBasis.LEGITIMATE_INTEREST,
      source: 'Yayın künyesi',
      reviewDueOn: '2027-01-10',
      createdAt: testNow,
      updatedAt: testNow,
    };
  }

  const mediaMails = (): ReceivedMail[] =>
    sink.mails.filter(({ envelope }) => envelope.to.every((to) => to.endsWith('@gazete.example')));

  async function waitUntil(isReached: () => boolean | Promise<boolean>, worker: CompiledProcess): Promise<void> {
    const deadline = performance.now() + 120_000;
    while (!(await isReached())) {
      if (performance.now() > deadline)
        throw new Error(`stuck at ${mediaMails().length} mails: ${worker.complaints()}`);
      await pause(2);
    }
  }

  async function countPending(): Promise<number> {
    const [row]: { count: number }[] = await test.dataSource.query(
      `select count(*)::int as count from deliveries where source_type = 'edition' and state <> 'SENT'`,
    );
    return row?.count ?? -1;
  }

  it('still reaches every recipient, under one Message-ID each, and repeats only what was under way', async () => {
    const bulletinId = await releaseToAll();

    const moments: number[] = [];
    for (let kill = 0; kill < killCount; kill += 1) {
      const worker = startWorker();
      const wanted = mediaMails().length + 1 + Math.floor(Math.random() * 140);
      await waitUntil(() => mediaMails().length >= wanted, worker);
      await pause(Math.random() * 5);
      await worker.end('SIGKILL');
      moments.push(mediaMails().length);
    }
    const last = startWorker();
    await waitUntil(async () => mediaMails().length >= recipientCount && (await countPending()) === 0, last);
    await last.end('SIGTERM');

    const deliveries: { address: string; message_id: string; state: string }[] = await test.dataSource.query(
      'select address, message_id, state from deliveries where item_id = $1 order by address',
      [bulletinId],
    );
    const received = new Map<string, Set<string>>();
    for (const mail of mediaMails()) {
      expect(mail.envelope.to).toHaveLength(1);
      const [to = ''] = mail.envelope.to;
      received.set(to, (received.get(to) ?? new Set()).add(`<${mail.messageId}>`));
    }
    const repeats = mediaMails().length - recipientCount;

    expect(deliveries.map(({ address }) => address)).toEqual(
      Array.from({ length: recipientCount }, (_, index) => addressOf(index)),
    );
    expect(new Set(deliveries.map(({ state }) => state))).toEqual(new Set(['SENT']));
    for (const { address, message_id: messageId } of deliveries)
      expect([address, [...(received.get(address) ?? [])]]).toEqual([address, [messageId]]);
    expect(received.size).toBe(recipientCount);
    expect(repeats).toBeLessThanOrEqual(killCount * parallelMails);
    expect(moments.every((moment) => moment < recipientCount)).toBe(true);
    console.info(`killed at ${moments.join(', ')} mails: none lost, ${repeats} repeated`);
  }, 300_000);
});
