import { createHash, createPrivateKey, generateKeyPair, type KeyObject, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { DomainError, ErrorCode } from '@domain/errors';
import type { DkimIdentity } from './mail';
import { parseDomain } from './mail-address';

/**
 * DomainKeys Identified Mail (RFC 6376): `rsa-sha256`, `relaxed/relaxed`. The body is the same for every
 * recipient, so its hash is taken once; what is done per recipient is one signature over the head.
 */

/** Signed where they are present, in this order. */
const SIGNED_FIELDS = [
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'reply-to',
  'in-reply-to',
  'references',
  'list-id',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'auto-submitted',
  'mime-version',
  'content-type',
];
/** Named once more than they are present, so that a second one added on the way breaks the signature (§5.4.2). */
const OVERSIGNED_FIELDS = new Set(['from', 'to', 'subject', 'date', 'content-type']);

/** RFC 8301 §3.2: signers use 2048 bits. */
const KEY_BITS = 2048;
const SELECTOR = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const SIGNATURE_LINE = 72;

const SPACE = 0x20;
const TAB = 0x09;
const CR = 0x0d;
const LF = 0x0a;
const CRLF = Buffer.from('\r\n');

/** Parsed keys, by their PEM: parsing costs about as much as signing. */
const parsedKeys = new Map<string, KeyObject>();
const PARSED_KEYS_LIMIT = 100;

export interface DkimKey {
  /** PKCS #8 PEM. */
  readonly privateKey: string;
  /** The TXT record, to stand at `<selector>._domainkey.<domain>`; zone files split it into strings of 255 octets. */
  readonly dnsRecord: string;
  /** Taken from the key itself, so that a new key never stands under an old name. */
  readonly selector: string;
}

/** A new key pair for an office. */
export async function generateDkimKey(): Promise<DkimKey> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: KEY_BITS });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const fingerprint = createHash('sha256').update(spki).digest('hex');
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    dnsRecord: `v=DKIM1; k=rsa; p=${spki.toString('base64')}`,
    selector: `tekses-${fingerprint.slice(0, 12)}`,
  };
}

/**
 * The DKIM-Signature field, folded and without its closing line break.
 * Refuses INVALID: a domain, selector or key that cannot sign.
 * @param fields the head as it is sent, one folded `Name: value` each
 * @param bodyHash from `relaxedBodyHash`
 */
export function signHead(fields: readonly string[], bodyHash: string, identity: DkimIdentity): string {
  const path = ['sender', 'dkim'];
  const domain = parseDomain(identity.domain, [...path, 'domain']);
  if (!SELECTOR.test(identity.selector)) {
    throw new DomainError(ErrorCode.INVALID, { path: [...path, 'selector'], message: 'not a DKIM selector' });
  }
  const canonical = new Map(fields.map((field) => relaxedField(field)));
  const present = SIGNED_FIELDS.filter((name) => canonical.has(name));
  const names = present.flatMap((name) => (OVERSIGNED_FIELDS.has(name) ? [name, name] : [name]));
  const unsigned =
    `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domain};\r\n s=${identity.selector};`
    + `\r\n bh=${bodyHash};\r\n h=${foldedNames(names)};\r\n b=`;
  const lines = present.map((name) => `${name}:${canonical.get(name)}\r\n`);
  const signed = lines.join('') + relaxedField(unsigned).join(':');
  const signature = sign('sha256', Buffer.from(signed, 'latin1'), rsaKey(identity.privateKey)).toString('base64');
  return unsigned + (signature.match(new RegExp(`.{1,${SIGNATURE_LINE}}`, 'g')) ?? []).join('\r\n ');
}

/** SHA-256 of the body in relaxed form (§3.4.4), in base64. Lines of the body end with CRLF. */
export function relaxedBodyHash(body: Buffer): string {
  const hash = createHash('sha256');
  const line = Buffer.allocUnsafe(body.length + CRLF.length);
  let emptyLines = 0;
  let start = 0;
  while (start < body.length) {
    const feed = body.indexOf(LF, start);
    const end = feed === -1 ? body.length : feed;
    const length = relaxLine(body.subarray(start, end), line);
    if (length === 0) emptyLines += 1;
    else {
      for (; emptyLines > 0; emptyLines -= 1) hash.update(CRLF);
      hash.update(line.subarray(0, length)).update(CRLF);
    }
    start = end + 1;
  }
  return hash.digest('base64');
}

/** Writes the line with its runs of white space as one space and none at its end; returns the length written. */
function relaxLine(line: Buffer, out: Buffer): number {
  const end = line.at(-1) === CR ? line.length - 1 : line.length;
  let length = 0;
  let isSpacePending = false;
  for (let index = 0; index < end; index += 1) {
    const byte = line[index] ?? 0;
    if (byte === SPACE || byte === TAB) {
      isSpacePending = true;
      continue;
    }
    if (isSpacePending) out[length++] = SPACE;
    isSpacePending = false;
    out[length++] = byte;
  }
  return length;
}

/** Name and value of a field in relaxed form (§3.4.2). */
function relaxedField(field: string): [name: string, value: string] {
  const colon = field.indexOf(':');
  const value = field
    .slice(colon + 1)
    .replaceAll('\r\n', '')
    .replace(/[ \t]+/g, ' ')
    .trim();
  return [field.slice(0, colon).trim().toLowerCase(), value];
}

/** The names of `h=`, divided by colons, on lines of their own length. */
function foldedNames(names: readonly string[]): string {
  let text = '';
  let lineLength = 3;
  for (const [index, name] of names.entries()) {
    const piece = index < names.length - 1 ? `${name}:` : name;
    const isNewLine = lineLength + piece.length > SIGNATURE_LINE;
    text += isNewLine ? `\r\n  ${piece}` : piece;
    lineLength = (isNewLine ? 2 : lineLength) + piece.length;
  }
  return text;
}

function rsaKey(pem: string): KeyObject {
  const known = parsedKeys.get(pem);
  if (known) return known;
  const key = parseRsaKey(pem);
  if (parsedKeys.size >= PARSED_KEYS_LIMIT) parsedKeys.clear();
  parsedKeys.set(pem, key);
  return key;
}

function parseRsaKey(pem: string): KeyObject {
  const refusal = { path: ['sender', 'dkim', 'privateKey'], message: 'not an RSA private key in PEM' };
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'rsa') return key;
  } catch (error) {
    throw new DomainError(ErrorCode.INVALID, { ...refusal, cause: error });
  }
  throw new DomainError(ErrorCode.INVALID, refusal);
}
