import type { AddressInfo, Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerError, type SMTPServerSession } from 'smtp-server';

/**
 * What the sink does to a mail: takes it; takes it and cuts the connection before the 250, so that the sender
 * cannot know; defers or refuses the recipient; or lets the sender wait for the 250.
 */
export type SmtpFault = 'none' | 'cut-before-250' | '451' | '550' | 'slow';

/** Decides by recipient and by how often this recipient has been named (1 for the first time). */
export type SmtpFaults = (recipient: string, attempt: number) => SmtpFault;

export interface ReceivedMail {
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  /** The very bytes, dots unstuffed. */
  readonly raw: Buffer;
  /** Whether the sender heard the 250. */
  readonly isAnswered: boolean;
  /** Unfolded, not decoded, by lower-case name, in their order. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** The Message-ID without its brackets. */
  readonly messageId: string;
  parse(): Promise<ParsedMail>;
}

export interface SmtpSink {
  /** For SMTP_URL: `smtp://127.0.0.1:<port>`. */
  readonly url: string;
  /** In the order of arrival, repeated ones among them. */
  readonly mails: readonly ReceivedMail[];
  /** Resolves once there are so many mails; rejects after the time with what there is. */
  waitFor(count: number, milliseconds: number): Promise<readonly ReceivedMail[]>;
  setFault(faults: SmtpFaults): void;
  /** Forgets the mails and the attempts counted so far. */
  clear(): void;
  /** Cuts all open connections, as a server does with those that are idle for long. */
  disconnect(): void;
  close(): Promise<void>;
}

export interface SmtpSinkOptions {
  /** A free one unless said. */
  readonly port?: number;
  readonly faults?: SmtpFaults;
  /** How long `slow` lets the sender wait. */
  readonly slowMs?: number;
}

const SLOW_MS = 2000;

/** A real SMTP server on loopback that keeps what it gets. */
export async function startSmtpSink(options: SmtpSinkOptions = {}): Promise<SmtpSink> {
  const sink = new Sink(options);
  await sink.listen(options.port ?? 0);
  return sink;
}

class Sink implements SmtpSink {
  mails: ReceivedMail[] = [];
  url = '';
  private readonly attempts = new Map<string, number>();
  private readonly faultOf = new WeakMap<SMTPServerSession, SmtpFault>();
  private readonly timers = new Set<NodeJS.Timeout>();
  /** The open connections by the port of the sender. */
  private readonly sockets = new Map<number, Socket>();
  private waiting: (() => void)[] = [];
  private faults: SmtpFaults;
  private readonly slowMs: number;
  private readonly server: SMTPServer;

  constructor(options: SmtpSinkOptions) {
    this.faults = options.faults ?? (() => 'none');
    this.slowMs = options.slowMs ?? SLOW_MS;
    this.server = new SMTPServer({
      logger: false,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      hideENHANCEDSTATUSCODES: true,
      maxAllowedUnauthenticatedCommands: false,
      closeTimeout: 1,
      onRcptTo: (address, session, callback) => callback(this.refusal(address.address, session)),
      onData: (stream, session, callback) => this.receive(stream, session, callback),
    });
    // A sender that is killed in the middle resets its connection: that is what the sink is for.
    this.server.on('error', () => undefined);
    this.server.server.on('connection', (socket) => {
      const port = socket.remotePort ?? 0;
      this.sockets.set(port, socket);
      socket.once('close', () => this.sockets.delete(port));
    });
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', resolve);
    });
    this.url = `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  setFault(faults: SmtpFaults): void {
    this.faults = faults;
  }

  clear(): void {
    this.mails = [];
    this.attempts.clear();
  }

  disconnect(): void {
    this.sockets.forEach((socket) => socket.destroy());
  }

  async waitFor(count: number, milliseconds: number): Promise<readonly ReceivedMail[]> {
    const deadline = performance.now() + milliseconds;
    while (this.mails.length < count) {
      const left = deadline - performance.now();
      if (left <= 0) throw new Error(`${this.mails.length} of ${count} mails after ${milliseconds} ms`);
      await this.nextMail(left);
    }
    return this.mails;
  }

  async close(): Promise<void> {
    this.timers.forEach((timer) => clearTimeout(timer));
    await new Promise<void>((resolve) => {
      this.server.close(resolve);
    });
  }

  private nextMail(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  private refusal(recipient: string, session: SMTPServerSession): SMTPServerError | null {
    const attempt = (this.attempts.get(recipient) ?? 0) + 1;
    this.attempts.set(recipient, attempt);
    const fault = this.faults(recipient, attempt);
    this.faultOf.set(session, fault);
    if (fault === '451') return Object.assign(new Error('4.7.1 Greylisted, try again later'), { responseCode: 451 });
    if (fault === '550') return Object.assign(new Error('5.1.1 User unknown'), { responseCode: 550 });
    return null;
  }

  private receive(stream: SMTPServerDataStream, session: SMTPServerSession, callback: () => void): void {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const fault = this.faultOf.get(session) ?? 'none';
      this.keep(Buffer.concat(chunks), session, fault !== 'cut-before-250');
      if (fault === 'cut-before-250') this.cut(session);
      else if (fault === 'slow') this.timers.add(setTimeout(callback, this.slowMs));
      else callback();
    });
  }

  private keep(raw: Buffer, session: SMTPServerSession, isAnswered: boolean): void {
    const { mailFrom, rcptTo } = session.envelope;
    const envelope = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map((recipient) => recipient.address) };
    this.mails.push(new Received(envelope, raw, isAnswered));
    const woken = this.waiting;
    this.waiting = [];
    woken.forEach((wake) => wake());
  }

  private cut(session: SMTPServerSession): void {
    this.sockets.get(session.remotePort)?.destroy();
  }
}

class Received implements ReceivedMail {
  private head: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(
    readonly envelope: { readonly from: string; readonly to: readonly string[] },
    readonly raw: Buffer,
    readonly isAnswered: boolean,
  ) {}

  get headers(): ReadonlyMap<string, readonly string[]> {
    this.head ??= headersOf(this.raw);
    return this.head;
  }

  get messageId(): string {
    return /<([^<>]+)>/.exec(this.headers.get('message-id')?.[0] ?? '')?.[1] ?? '';
  }

  parse(): Promise<ParsedMail> {
    return simpleParser(this.raw);
  }
}

function headersOf(raw: Buffer): Map<string, string[]> {
  const head = raw.subarray(0, raw.indexOf('\r\n\r\n')).toString('latin1');
  const headers = new Map<string, string[]>();
  for (const line of head.split(/\r\n(?![ \t])/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    headers.set(name, [
      ...(headers.get(name) ?? []),
      line
        .slice(colon + 1)
        .replaceAll('\r\n', '')
        .trim(),
    ]);
  }
  return headers;
}
