import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { ErrorCode } from '@domain/errors';
import { type SmtpSink, startSmtpSink } from '../../../../../test/support/smtp-sink';
import { verifyDkim } from '../../../../../test/support/dkim-verifier';
import { generateDkimKey } from './dkim';
import { composeBody, composeMessage } from './mail-composer';
import type { OutgoingMail } from './mailer';
import { readSmtpUrl, SmtpMailer } from './smtp-mailer';

const to = 'haber@korfez.example.com';
const from = 'geri@edremit.bel.tr';

let sink: SmtpSink;
let mailer: SmtpMailer;
beforeEach(async () => {
  sink = await startSmtpSink({ slowMs: 400 });
  mailer = new SmtpMailer({ smtpUrl: sink.url, maxConnections: 3 });
});
afterEach(async () => {
  await mailer.close();
  await sink.close();
});

function mail(id = 'bir', recipient = to): OutgoingMail {
  const raw = Buffer.from(`Message-ID: <${id}@edremit.bel.tr>\r\nTo: ${recipient}\r\n\r\nMerhaba\r\n.\r\n..son\r\n`);
  return { envelope: { from, to: recipient }, raw };
}

/** A server that says one line and hangs up, or says nothing at all. */
async function rawServer(onConnection: (socket: Socket) => void): Promise<{ url: string; server: Server }> {
  const server = createServer(onConnection);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

describe('SmtpMailer', () => {
  it('carries the very bytes to the one recipient', async () => {
    const answer = await mailer.send(mail());

    expect(answer).toMatchObject({ outcome: 'ACCEPTED', response: expect.stringMatching(/^250 /) });
    expect(sink.mails.map(({ envelope, raw }) => ({ envelope, raw }))).toEqual([
      { envelope: { from, to: [to] }, raw: mail().raw },
    ]);
  });

  it('carries a signed mail so that the receiver verifies it', async () => {
    const key = await generateDkimKey();
    const prepared = await composeBody({ subject: 'İlan', html: '<p>ığüşöç</p>', text: '.ığüşöç\n.\nson  \n\n' });
    const dkim = { domain: 'edremit.bel.tr', selector: key.selector, privateKey: key.privateKey };
    const sender = { officeDomain: 'edremit.bel.tr', fromName: 'Edremit', fromAddress: 'basin@edremit.bel.tr', dkim };
    const date = new Date('2026-04-23T09:00:00+03:00');
    const raw = composeMessage(prepared, sender, {
      to: { address: to },
      messageId: 'a@edremit.bel.tr',
      autoSubmitted: 'no',
      date,
    });

    await mailer.send({ envelope: { from, to }, raw });

    const received = sink.mails[0]?.raw ?? Buffer.alloc(0);
    expect(verifyDkim(received, { [`${key.selector}._domainkey.edremit.bel.tr`]: key.dnsRecord })).toBe('pass');
  });

  it('sends with the null reverse-path where no bounce is wanted', async () => {
    await mailer.send({ ...mail(), envelope: { from: '', to } });

    expect(sink.mails[0]?.envelope).toEqual({ from: '', to: [to] });
  });

  it('reaches a recipient under an internationalised domain', async () => {
    await mailer.send(mail('bir', 'haber@ayvalık.bel.tr'));

    // The server shows the domain in letters again.
    expect(sink.mails[0]?.envelope.to).toEqual(['haber@ayvalık.bel.tr']);
  });

  it.each([
    ['two recipients', { from, to: 'a@b.example,c@d.example' }, 'to'],
    ['a group', { from, to: 'grup:a@b.example;' }, 'to'],
    ['a quoted address', { from, to: '"a@evil.com"@b.example' }, 'to'],
    ['a command', { from, to: 'a@b.example>\r\nRCPT TO:<x@evil.com' }, 'to'],
    ['two senders', { from: 'a@b.example,c@d.example', to }, 'from'],
  ])('refuses an envelope with %s before a word is said', async (_, envelope, field) => {
    await expect(mailer.send({ ...mail(), envelope })).rejects.toMatchObject({
      code: ErrorCode.INVALID,
      path: ['envelope', field],
    });
    expect(sink.mails).toEqual([]);
  });

  it('tells a refused recipient from a deferred one, and goes on over the same pool', async () => {
    sink.setFault((recipient) => (recipient.startsWith('yok') ? '550' : recipient.startsWith('gri') ? '451' : 'none'));

    const answers = await Promise.all([
      mailer.send(mail('bir', 'yok@b.example')),
      mailer.send(mail('iki', 'gri@b.example')),
      mailer.send(mail('uc', 'var@b.example')),
    ]);

    expect(answers).toEqual([
      { outcome: 'REFUSED', code: 550, response: '550 5.1.1 User unknown', isHardBounce: true },
      { outcome: 'DEFERRED', code: 451, response: '451 4.7.1 Greylisted, try again later' },
      { outcome: 'ACCEPTED', response: expect.stringMatching(/^250 /) },
    ]);
    expect(sink.mails.map((received) => received.messageId)).toEqual(['uc@edremit.bel.tr']);
  });

  it('defers a mail whose connection is cut before the answer, and does not repeat it by itself', async () => {
    sink.setFault((_, attempt) => (attempt === 1 ? 'cut-before-250' : 'none'));

    const first = await mailer.send(mail());
    const seenOnce = sink.mails.map((received) => received.isAnswered);
    const second = await mailer.send(mail());

    expect(first).toMatchObject({ outcome: 'DEFERRED', code: null });
    expect(seenOnce).toEqual([false]);
    expect(second.outcome).toBe('ACCEPTED');
    expect(sink.mails.map(({ messageId, isAnswered }) => [messageId, isAnswered])).toEqual([
      ['bir@edremit.bel.tr', false],
      ['bir@edremit.bel.tr', true],
    ]);
  });

  it('defers a mail that takes longer than it may, while others pass', async () => {
    const slowSink = await startSmtpSink({ slowMs: 60_000 });
    slowSink.setFault((recipient) => (recipient.startsWith('yavas') ? 'slow' : 'none'));
    const hasty = new SmtpMailer({ smtpUrl: slowSink.url, maxConnections: 2, sendTimeoutMs: 1500 });

    const [slow, quick] = await Promise.all([hasty.send(mail('bir', 'yavas@b.example')), hasty.send(mail('iki'))]);
    await hasty.close();
    await slowSink.close();

    expect(slow).toMatchObject({ outcome: 'DEFERRED', code: null });
    expect(quick.outcome).toBe('ACCEPTED');
  });

  it('defers where nobody listens', async () => {
    await sink.close();

    expect(await mailer.send(mail())).toMatchObject({
      outcome: 'DEFERRED',
      code: null,
      response: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it.each([
    ['a greeting of 554', (socket: Socket) => socket.end('554 no service\r\n'), 554],
    ['a greeting of 421', (socket: Socket) => socket.end('421 too busy\r\n'), 421],
    ['hanging up at once', (socket: Socket) => socket.destroy(), null],
  ])('defers at %s', async (_, behave, code) => {
    const { url, server } = await rawServer(behave);
    const other = new SmtpMailer({ smtpUrl: url, maxConnections: 1 });

    const answer = await other.send(mail());
    await other.close();
    server.close();

    expect(answer).toMatchObject({ outcome: 'DEFERRED', code });
  });

  it('uses a fresh connection where the server closed an idle one', async () => {
    await mailer.send(mail('bir'));
    sink.disconnect();
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });

    expect((await mailer.send(mail('iki'))).outcome).toBe('ACCEPTED');
    expect(sink.mails.map((received) => received.messageId)).toEqual(['bir@edremit.bel.tr', 'iki@edremit.bel.tr']);
  });

  it('sends a thousand mails, each once, over a few connections', async () => {
    const recipients = Array.from({ length: 1000 }, (_, index) => `muhabir${index}@b.example`);

    const answers = await Promise.all(recipients.map((recipient, index) => mailer.send(mail(`id${index}`, recipient))));

    expect(answers.every((answer) => answer.outcome === 'ACCEPTED')).toBe(true);
    expect(sink.mails).toHaveLength(1000);
    expect(new Set(sink.mails.map((received) => received.envelope.to[0]))).toEqual(new Set(recipients));
  });

  it('waits at its end for the mails that are under way', async () => {
    sink.setFault(() => 'slow');
    const sending = mailer.send(mail());
    await sink.waitFor(1, 2000);

    await mailer.close();

    expect((await sending).outcome).toBe('ACCEPTED');
  });

  describe('over TLS with a certificate that nobody vouches for', () => {
    let server: SMTPServer;
    let address: string;
    beforeEach(async () => {
      server = new SMTPServer({
        logger: false,
        disableReverseLookup: true,
        authOptional: true,
        closeTimeout: 1,
        onData: (stream, _, callback) => stream.resume().on('end', () => callback()),
      });
      server.on('error', () => undefined);
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve);
      });
      address = `127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    });
    afterEach(async () => {
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
    });

    it.each([
      ['', 'DEFERRED'],
      ['/?tls.rejectUnauthorized=false', 'ACCEPTED'],
      ['/?ignoreTLS=true', 'ACCEPTED'],
    ])('with %j the mail is %s', async (query, outcome) => {
      const secure = new SmtpMailer({ smtpUrl: `smtp://${address}${query}`, maxConnections: 1 });

      const answer = await secure.send(mail());
      await secure.close();

      expect(answer.outcome).toBe(outcome);
    });
  });
});

describe('readSmtpUrl', () => {
  it.each([
    ['smtp://user:pw@mail.edremit.bel.tr:587', true],
    ['smtp://user:pw@127.0.0.1:2525', undefined],
    ['smtp://user:pw@mail.edremit.bel.tr:587?requireTLS=false', undefined],
    ['smtp://mail.edremit.bel.tr', undefined],
  ])('sends a password in the clear only where told so: %s', (smtpUrl, requireTLS) => {
    expect(readSmtpUrl(smtpUrl).requireTLS).toBe(requireTLS);
  });

  it.each(['mail.edremit.bel.tr', 'http://user:gizli@mail', 'smtp://', 'smtp:gizli', 'user:gizli@mail:587'])(
    'refuses %s in a sentence without secrets',
    (smtpUrl) => {
      expect(() => readSmtpUrl(smtpUrl)).toThrow(/^SMTP_URL (?!.*gizli)/);
    },
  );
});
