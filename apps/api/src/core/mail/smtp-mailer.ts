import { isIP } from 'node:net';
import { Readable } from 'node:stream';
import type { MailMessage, SMTPPoolOptions, SMTPPoolSentMessageInfo } from 'nodemailer';
import SMTPPool from 'nodemailer/lib/smtp-pool';
import { parseMailAddress } from './mail-address';
import { type MailAnswer, Mailer, type OutgoingMail } from './mailer';
import { answerOf, oneLine } from './smtp-answer';

export interface SmtpMailerOptions {
  /** `smtp://` (TLS by STARTTLS where offered) or `smtps://`, see `readSmtpUrl`. */
  readonly smtpUrl: string;
  /** Open connections at most; one mail at a time goes over each. */
  readonly maxConnections: number;
  /** Milliseconds that one mail may take from `send` to the answer, waiting for a connection included. */
  readonly sendTimeoutMs?: number;
}

/** A mail holds the transaction of its delivery: a stuck one must give it back. */
const SEND_TIMEOUT_MS = 45_000;
const CONNECT_TIMEOUT_MS = 10_000;
const SILENCE_TIMEOUT_MS = 30_000;
/** Mails per connection; some servers close a connection that stays too long. */
const MAILS_PER_CONNECTION = 100;
/** A pooled connection may have been closed by the server meanwhile: before a byte of the mail is sent, another is tried. */
const FRESH_CONNECTION_TRIES = 2;

/**
 * Sends by SMTP over a pool of connections, one transaction per recipient. Every way to fail is an answer, so that
 * the caller writes it down: what the server said, or DEFERRED for silence, a cut and a refused connection.
 */
export class SmtpMailer extends Mailer {
  private readonly pool: SMTPPool;
  private readonly underWay = new Set<Promise<MailAnswer>>();
  private readonly sendTimeoutMs: number;

  constructor(options: SmtpMailerOptions) {
    super();
    this.sendTimeoutMs = options.sendTimeoutMs ?? SEND_TIMEOUT_MS;
    this.pool = new SMTPPool({
      ...readSmtpUrl(options.smtpUrl),
      maxConnections: options.maxConnections,
      maxMessages: MAILS_PER_CONNECTION,
      maxRequeues: FRESH_CONNECTION_TRIES,
      connectionTimeout: CONNECT_TIMEOUT_MS,
      greetingTimeout: CONNECT_TIMEOUT_MS,
      socketTimeout: SILENCE_TIMEOUT_MS,
    });
  }

  async send(mail: OutgoingMail): Promise<MailAnswer> {
    const from = mail.envelope.from === '' ? '' : parseMailAddress(mail.envelope.from, ['envelope', 'from']);
    const to = parseMailAddress(mail.envelope.to, ['envelope', 'to']);
    const sending = this.deliver({ from, to }, mail.raw);
    this.underWay.add(sending);
    try {
      return await sending;
    } finally {
      this.underWay.delete(sending);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.underWay);
    this.pool.close();
  }

  private deliver(envelope: OutgoingMail['envelope'], raw: Buffer): Promise<MailAnswer> {
    const signal = AbortSignal.timeout(this.sendTimeoutMs);
    return new Promise((resolve) => {
      this.pool.send(pooledMail(envelope, raw, signal), (error, sent) => {
        resolve(error ? answerOf(error) : { outcome: 'ACCEPTED', response: oneLine(sent?.response ?? '') });
      });
    });
  }
}

/**
 * A composed mail as the pool takes it. Going through nodemailer's own message would build a MIME tree around bytes
 * that are finished already, and cost twice the time of sending them.
 */
function pooledMail(
  envelope: OutgoingMail['envelope'],
  raw: Buffer,
  signal: AbortSignal,
): MailMessage<SMTPPoolSentMessageInfo> {
  const message = {
    getEnvelope: () => ({ from: envelope.from === '' ? false : envelope.from, to: [envelope.to] }),
    // The names that the pool writes into its log, which is off; the mail has its own Message-ID in its head.
    messageId: () => '',
    getHeader: () => '',
    createReadStream: () => bytesOnce(raw),
  };
  return { data: { signal }, message } as unknown as MailMessage<SMTPPoolSentMessageInfo>;
}

function bytesOnce(bytes: Buffer): Readable {
  return new Readable({
    read() {
      this.push(bytes);
      this.push(null);
    },
  });
}

/**
 * The settings that SMTP_URL names. Throws one sentence without secrets when it cannot be one.
 * - `smtp://mail.example:587`: TLS by STARTTLS as soon as the server offers it, with its certificate checked.
 * - `smtps://user:password@mail.example:465`: TLS from the first byte. Percent-encode `/`, `@` and `:` in the password.
 * - With a password, TLS is required unless the server is this machine; `?requireTLS=false` takes that back.
 * - Further options of nodemailer as a query, e.g. `?name=ses.edremit.bel.tr` for the greeting.
 */
export function readSmtpUrl(smtpUrl: string): SMTPPoolOptions {
  if (!URL.canParse(smtpUrl)) throw new Error('SMTP_URL cannot be read. It is smtp[s]://[user:password@]host[:port].');
  const url = new URL(smtpUrl);
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:')
    throw new Error('SMTP_URL begins with smtp:// or smtps://.');
  if (url.hostname === '') throw new Error('SMTP_URL names no host.');
  const needsTls = url.username !== '' && !isThisMachine(url.hostname) && !url.searchParams.has('requireTLS');
  return needsTls ? { url: smtpUrl, requireTLS: true } : { url: smtpUrl };
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'));
}
