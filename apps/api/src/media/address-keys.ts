import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/**
 * What is derived from an address or a contact with a key of the workspace. A **mark** lets an address be recognised
 * without being kept; an **unsubscribe token** lets the recipient of a mail act for the contact that it was sent to,
 * without an account and without an expiry, as mails are read late.
 */

/** Whom a token speaks for: the contact, and the office whose mail carried it (null: no mail, a requested link). */
export interface TokenSubject {
  readonly contactId: string;
  readonly officeId: string | null;
}

const TAG_BYTES = 16;
const ID_BYTES = 16;
const NO_OFFICE = '00000000-0000-0000-0000-000000000000';

/** The keyed mark of an address in its one form (`mediaAddress`): 32 bytes that only this workspace can compute. */
export function addressMark(secret: string, address: string): Buffer {
  return createHmac('sha256', key(secret, 'media address')).update(address, 'utf8').digest();
}

/** 64 characters of base64url: both ids and a tag of 128 bits over them. */
export function signUnsubscribeToken(secret: string, { contactId, officeId }: TokenSubject): string {
  const ids = Buffer.concat([idBytes(contactId), idBytes(officeId ?? NO_OFFICE)]);
  return Buffer.concat([ids, tagOf(secret, ids)]).toString('base64url');
}

/** Whom the token speaks for, or null when it was not made with this secret. */
export function readUnsubscribeToken(secret: string, token: string): TokenSubject | null {
  if (!/^[\w-]{64}$/.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const ids = bytes.subarray(0, 2 * ID_BYTES);
  if (!timingSafeEqual(bytes.subarray(2 * ID_BYTES), tagOf(secret, ids))) return null;
  const officeId = idText(ids.subarray(ID_BYTES));
  return { contactId: idText(ids.subarray(0, ID_BYTES)), officeId: officeId === NO_OFFICE ? null : officeId };
}

function tagOf(secret: string, ids: Buffer): Buffer {
  return createHmac('sha256', key(secret, 'media unsubscribe')).update(ids).digest().subarray(0, TAG_BYTES);
}

function key(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'tekses', purpose, 32));
}

function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function idText(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
