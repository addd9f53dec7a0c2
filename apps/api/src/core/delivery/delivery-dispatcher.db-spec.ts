import { DomainError, ErrorCode } from '@domain/errors';
import { newId } from '@domain/ids';
import { startTestApp, type TestApp } from '../../../../../test/support/app';
import { startSmtpSink, type SmtpSink } from '../../../../../test/support/smtp-sink';
import type { RequestContext } from '../context';
import { Ticker } from '../jobs/ticker.service';
import { Logger } from '../logger';
import { composeBody } from '../mail/mail-composer';
import { Mailer } from '../mail/mailer';
import { RateLimit } from '../mail/rate-limit';
import { Transactions } from '../transactions';
import { Deliveries } from './deliveries.service';
import { DeliveryDispatcher } from './delivery-dispatcher.service';
import { DeliverySources, type Permission, type PreparedMail } from './delivery-sources';
import { DeliveryEntity, DeliveryState } from './delivery.entity';

const domain = 'edremit.bel.example';

describe('the dispatcher', () => {
  let sink: SmtpSink;
  let test: TestApp;
  let permission: Permission | Error;
  let trouble: ((ctx: RequestContext) => Promise<never>) | null;
  let bounced: string[];

  beforeAll(async () => {
    sink = await startSmtpSink();
    test = await startTestApp({ SMTP_URL: sink.url, MAIL_RATE_PER_SECOND: '1000' });
    const sources = test.app.get(DeliverySources);
    const onHardBounce = (_ctx: RequestContext, { address }: DeliveryEntity) => {
      bounced.push(address);
      return Promise.resolve();
    };
    sources.register('proof', {
      mayGo: () => (permission instanceof Error ? Promise.reject(permission) : Promise.resolve(permission)),
      prepare: () => prepared(),
      onHardBounce,
    });
    sources.register('troubled', {
      mayGo: () => Promise.resolve('GO'),
      prepare: (ctx) => (trouble ? trouble(ctx) : prepared()),
    });
    sources.register('plain', { mayGo: () => Promise.resolve('GO'), prepare: () => prepared() });
  });
  beforeEach(async () => {
    await test.reset();
    sink.clear();
    sink.setFault(() => 'none');
    permission = 'GO';
    trouble = null;
    bounced = [];
  });
  afterAll(async () => {
    await test.close();
    await sink.close();
  });

  async function prepared(): Promise<PreparedMail> {
    return {
      body: await composeBody({ subject: 'Işıklı yol açılıyor', text: 'Ğ', html: '<p>Ğ</p>' }),
      sender: { officeDomain: domain, fromName: 'Edremit Belediyesi', fromAddress: `basin@${domain}` },
      autoSubmitted: 'auto-generated',
      date: test.clock.now(),
    };
  }

  const plan = (sourceType: string, ...addresses: string[]) =>
    test.app.get(Transactions).run(test.system(), (ctx) => {
      const addressees = addresses.map((address) => ({ address, name: null, contactId: null }));
      const id = newId(ctx.now);
      const mailing = { sourceType, sourceId: id, itemId: id, officeId: null, domain, addressees };
      return test.app.get(Deliveries).plan(ctx, mailing);
    });
  const sendDue = () => test.app.get(DeliveryDispatcher).sendDue(test.system());
  const delivery = (address: string) => test.dataSource.manager.findOneByOrFail(DeliveryEntity, { address });
  const receivers = () => sink.mails.map(({ envelope }) => envelope.to.join()).sort();

  it('sends each mail once and notes the answer', async () => {
    await plan('proof', 'a@gazete.example', 'b@gazete.example');

    expect(await sendDue()).toBe(2);
    expect(await sendDue()).toBe(0);

    expect(receivers()).toEqual(['a@gazete.example', 'b@gazete.example']);
    const sent = await delivery('a@gazete.example');
    expect(sent).toMatchObject({ state: 'SENT', attempts: 1, answerCode: 250, sentAt: test.clock.now() });
    expect(sent.messageId).toBe(`<${sent.id}@${domain}>`);
  });

  it('tries a deferred mail again a minute later, under the same Message-ID', async () => {
    sink.setFault((_to, attempt) => (attempt === 1 ? '451' : 'none'));
    await plan('proof', 'a@gazete.example');
    await sendDue();

    const deferred = await delivery('a@gazete.example');
    expect(deferred).toMatchObject({ state: 'PENDING', attempts: 1, answerCode: 451, sentAt: null });
    expect(deferred.answer).toContain('4.7.1 Greylisted');
    test.clock.advance({ seconds: 59 });
    expect(await sendDue()).toBe(0);
    test.clock.advance({ seconds: 1 });
    expect(await sendDue()).toBe(1);

    expect(await delivery('a@gazete.example')).toMatchObject({ state: 'SENT', attempts: 2, answerCode: 250 });
    expect(sink.mails.map(({ messageId }) => `<${messageId}>`)).toEqual([deferred.messageId]);
  });

  it('repeats a mail whose answer was cut off, under the same Message-ID', async () => {
    sink.setFault((_to, attempt) => (attempt === 1 ? 'cut-before-250' : 'none'));
    await plan('proof', 'a@gazete.example');
    await sendDue();
    test.clock.advance({ minutes: 1 });
    await sendDue();

    const { messageId, state } = await delivery('a@gazete.example');
    expect(state).toBe('SENT');
    expect(sink.mails.map((mail) => `<${mail.messageId}>`)).toEqual([messageId, messageId]);
  });

  it('gives up after seventeen attempts over three days, at growing distances', async () => {
    sink.setFault(() => '451');
    await plan('proof', 'a@gazete.example');
    const start = test.clock.now().getTime();
    const waits: number[] = [];
    for (;;) {
      await sendDue();
      const { state, nextAttemptAt } = await delivery('a@gazete.example');
      if (state !== DeliveryState.PENDING) break;
      waits.push((nextAttemptAt.getTime() - test.clock.now().getTime()) / 60_000);
      test.clock.set(nextAttemptAt);
    }

    expect(waits).toEqual([1, 2, 5, 10, 20, 40, 60, 120, 240, 240, 480, 480, 480, 720, 720, 720]);
    expect((test.clock.now().getTime() - start) / 3_600_000).toBeGreaterThan(48);
    expect(await delivery('a@gazete.example')).toMatchObject({ state: 'FAILED', attempts: 17, answerCode: 451 });
    expect(bounced).toEqual([]);
  });

  it('never tries a refused mail again, and tells of an address that does not exist', async () => {
    sink.setFault(() => '550');
    await plan('proof', 'yok@gazete.example');
    await sendDue();
    test.clock.advance({ hours: 100 });

    expect(await sendDue()).toBe(0);
    expect(await delivery('yok@gazete.example')).toMatchObject({ state: 'FAILED', attempts: 1, answerCode: 550 });
    expect(bounced).toEqual(['yok@gazete.example']);
  });

  it('holds a mail while the gate says wait, without counting an attempt', async () => {
    permission = 'WAIT';
    await plan('proof', 'a@gazete.example');
    await sendDue();

    const held = await delivery('a@gazete.example');
    expect(held).toMatchObject({ state: 'PENDING', attempts: 0, answer: null });
    expect(held.nextAttemptAt.getTime() - test.clock.now().getTime()).toBe(60_000);
    permission = 'GO';
    expect(await sendDue()).toBe(0);
    test.clock.advance({ minutes: 1 });
    expect(await sendDue()).toBe(1);
    expect(receivers()).toEqual(['a@gazete.example']);
  });

  it('cancels a mail that the gate will never let go', async () => {
    permission = 'NEVER';
    await plan('proof', 'a@gazete.example');
    await sendDue();
    permission = 'GO';
    test.clock.advance({ hours: 1 });

    expect(await sendDue()).toBe(0);
    expect(await delivery('a@gazete.example')).toMatchObject({ state: 'CANCELLED', attempts: 0, sentAt: null });
    expect(sink.mails).toEqual([]);
  });

  it.each<[string, () => void]>([
    ['cannot be prepared', () => (trouble = () => Promise.reject(new Error('dosya yok')))],
    ['breaks a statement', () => (trouble = (ctx) => ctx.db.query('select 1 / 0'))],
  ])('lets a mail that %s hold up nobody', async (_what, arrange) => {
    arrange();
    await plan('troubled', 'zor@gazete.example');
    await plan('plain', 'a@gazete.example', 'b@gazete.example');

    expect(await sendDue()).toBe(3);

    expect(receivers()).toEqual(['a@gazete.example', 'b@gazete.example']);
    const deferred = await delivery('zor@gazete.example');
    expect(deferred).toMatchObject({ state: 'PENDING', attempts: 1, answerCode: null });
    expect(deferred.nextAttemptAt.getTime() - test.clock.now().getTime()).toBe(60_000);
    trouble = null;
    test.clock.advance({ minutes: 1 });
    await sendDue();
    expect(await delivery('zor@gazete.example')).toMatchObject({ state: 'SENT', attempts: 2 });
  });

  it('lets a mail whose gate breaks hold up nobody', async () => {
    permission = new Error('kapı bozuk');
    await plan('proof', 'zor@gazete.example');
    await plan('plain', 'a@gazete.example');

    expect(await sendDue()).toBe(2);

    expect(receivers()).toEqual(['a@gazete.example']);
    expect(await delivery('zor@gazete.example')).toMatchObject({ state: 'PENDING', attempts: 1 });
  });

  it('fails a mail that can never be written', async () => {
    trouble = () => Promise.reject(new DomainError(ErrorCode.INVALID, { message: 'a control character' }));
    await plan('troubled', 'zor@gazete.example');
    await sendDue();

    expect(await delivery('zor@gazete.example')).toMatchObject({
      state: 'FAILED',
      attempts: 1,
      answer: 'not sent: a control character',
    });
  });

  it('plans one mail per address, whatever its case', async () => {
    expect(await plan('plain', 'A@gazete.example', 'a@Gazete.example', 'b@gazete.example')).toBe(2);

    await sendDue();

    expect(receivers()).toEqual(['a@gazete.example', 'b@gazete.example']);
  });

  it('sends side by side with another process, each mail once', async () => {
    const addresses = Array.from(
      { length: 60 },
      (_, index) => `haber-${String(index).padStart(2, '0')}@gazete.example`,
    );
    await plan('plain', ...addresses);
    const other = new DeliveryDispatcher(
      test.app.get(Ticker),
      test.app.get(Transactions),
      test.clock,
      test.app.get(DeliverySources),
      test.app.get(Mailer),
      new RateLimit({ perSecond: 1_000 }),
      new Logger('silent'),
      5,
    );

    const counts = await Promise.all([sendDue(), other.sendDue(test.system())]);

    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(60);
    expect(receivers()).toEqual(addresses);
  });
});
