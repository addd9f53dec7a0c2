import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError, ErrorCode } from '@domain/errors';
import { parseMailAddress } from './mail-address';
import { headerOf, readHead } from './mail-reader';
import { type MailAnswer, Mailer, type OutgoingMail } from './mailer';

const PLAIN_ID = /^[A-Za-z0-9._@+=-]{1,150}$/;
const FILE_NAME = /^\d{8}T\d{6}Z-([A-Za-z0-9._@+=-]{1,150})\.eml$/;

/**
 * Writes mails as `.eml` files into a folder, for machines without a mail server. A file is named by the date of
 * the mail (UTC) and its Message-ID, `20260423T060000Z-<id>@edremit.bel.tr.eml`, and holds the very bytes that SMTP
 * would have carried. One mail, one file: sending a Message-ID again changes nothing.
 */
export class OutboxMailer extends Mailer {
  /** The files by the id in their name; read once, since reading the folder for each mail would take ever longer. */
  private names: Promise<Map<string, string>> | undefined;

  constructor(private readonly folder: string) {
    super();
  }

  async send(mail: OutgoingMail): Promise<MailAnswer> {
    if (mail.envelope.from !== '') parseMailAddress(mail.envelope.from, ['envelope', 'from']);
    parseMailAddress(mail.envelope.to, ['envelope', 'to']);
    const place = placeOf(mail.raw);
    try {
      return accepted(await this.writeOnce(place, mail.raw));
    } catch (error) {
      this.names = undefined;
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
      return { outcome: 'DEFERRED', code: null, response: `the outbox folder cannot be written: ${code}` };
    }
  }

  async close(): Promise<void> {}

  /** The name under which the mail stands, whether it was written now or before. */
  private async writeOnce(place: { id: string; name: string }, raw: Buffer): Promise<string> {
    this.names ??= this.readNames();
    const names = await this.names;
    const known = names.get(place.id);
    if (known !== undefined && (await exists(join(this.folder, known)))) return known;
    names.set(place.id, place.name);
    await this.write(place.name, raw);
    return place.name;
  }

  /** The file has its name only once it is whole. */
  private async write(name: string, raw: Buffer): Promise<void> {
    const partial = join(this.folder, `.${randomUUID()}.partial`);
    try {
      await writeFile(partial, raw, { mode: 0o640 });
      await rename(partial, join(this.folder, name));
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  }

  private async readNames(): Promise<Map<string, string>> {
    await mkdir(this.folder, { recursive: true });
    const names = await outboxNames(this.folder);
    return new Map(names.map((name) => [idInName(name), name]));
  }
}

/** The names of the mails in the folder, newest first; none if there is no such folder. */
export async function outboxNames(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => FILE_NAME.test(name)).sort((one, other) => (one < other ? 1 : -1));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Whether it can be the name of a mail in the folder; such a name has no part that leads elsewhere. */
export function isOutboxName(name: string): boolean {
  return FILE_NAME.test(name);
}

function idInName(name: string): string {
  return FILE_NAME.exec(name)?.[1] ?? '';
}

function placeOf(raw: Buffer): { id: string; name: string } {
  const head = readHead(raw);
  const messageId = /^<([^<>\s]+)>$/.exec(headerOf(head, 'Message-ID') ?? '')?.[1];
  const date = new Date(headerOf(head, 'Date') ?? '');
  if (messageId === undefined || Number.isNaN(date.getTime())) {
    throw new DomainError(ErrorCode.INVALID, { path: ['raw'], message: 'a mail needs a Message-ID and a Date' });
  }
  const id = PLAIN_ID.test(messageId) ? messageId : createHash('sha256').update(messageId).digest('hex');
  const time = date
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z');
  return { id, name: `${time}-${id}.eml` };
}

function accepted(name: string): MailAnswer {
  return { outcome: 'ACCEPTED', response: `250 written to the outbox as ${name}` };
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
