import { lstat, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError, ErrorCode } from '@domain/errors';
import { headerOf, type MailHeader, type ReadMail, readHead, readMail } from './mail-reader';
import { isOutboxName, outboxNames } from './outbox-mailer';

/** A mail in the outbox folder, as a list shows it. */
export interface OutboxEntry {
  /** The name of its file: what `readOutboxMail` asks for. */
  readonly name: string;
  /** Its Date header. */
  readonly sentAt: Date;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** Of the whole mail with its head. */
  readonly byteLength: number;
}

export interface OutboxListing {
  /** The newest, newest first. */
  readonly mails: readonly OutboxEntry[];
  /** How many there are in all. */
  readonly total: number;
}

export interface OutboxMail extends OutboxEntry, ReadMail {}

const LIST_LIMIT = 200;
/** Enough of a file for the head of any mail that the composer writes. */
const HEAD_BYTES = 32_768;

/** The newest mails in the outbox folder; none where there is no such folder. */
export async function listOutbox(folder: string, limit = LIST_LIMIT): Promise<OutboxListing> {
  const names = await outboxNames(folder);
  const mails: OutboxEntry[] = [];
  for (const name of names.slice(0, limit)) {
    const entry = await readEntry(folder, name);
    if (entry) mails.push(entry);
  }
  return { mails, total: names.length };
}

/**
 * One mail of the outbox folder. Refuses NOT_FOUND: a name that `listOutbox` would never give, one with a way out
 * of the folder among them, and what is not a file of its own (a link).
 */
export async function readOutboxMail(folder: string, name: string): Promise<OutboxMail> {
  const path = join(folder, name);
  if (!isOutboxName(name) || !(await isFile(path))) {
    throw new DomainError(ErrorCode.NOT_FOUND, { path: ['name'], message: 'no such mail in the outbox' });
  }
  const raw = await readFile(path);
  const mail = readMail(raw);
  return { ...entryOf(name, mail.headers, raw.length), ...mail };
}

/** Null where the file has been removed since the folder was read. */
async function readEntry(folder: string, name: string): Promise<OutboxEntry | null> {
  const path = join(folder, name);
  if (!(await isFile(path))) return null;
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return entryOf(name, readHead(buffer.subarray(0, bytesRead)), (await file.stat()).size);
  } finally {
    await file.close();
  }
}

function entryOf(name: string, head: readonly MailHeader[], byteLength: number): OutboxEntry {
  return {
    name,
    sentAt: new Date(headerOf(head, 'Date') ?? Number.NaN),
    from: headerOf(head, 'From') ?? '',
    to: headerOf(head, 'To') ?? '',
    subject: headerOf(head, 'Subject') ?? '',
    byteLength,
  };
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isFile();
  } catch {
    return false;
  }
}
