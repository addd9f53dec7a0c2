import { generateKeyPairSync } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import RelaxedBody from 'nodemailer/lib/dkim/relaxed-body';
import { ErrorCode } from '@domain/errors';
import { verifyDkim } from '../../../../../test/support/dkim-verifier';
import { type DkimKey, generateDkimKey, relaxedBodyHash, signHead } from './dkim';

const body = Buffer.from('Merhaba  =C5=9Fehir\t \r\n\r\nson satir \r\n\r\n\r\n');
const head = [
  'From: =?UTF-8?Q?Ay=C5=9Fe?=\r\n <basin@edremit.bel.tr>',
  'To: haber@example.com',
  'Subject: Su  kesintisi',
  'Date: Thu, 23 Apr 2026 06:00:00 +0000',
  'Message-ID: <a@edremit.bel.tr>',
  'List-Unsubscribe: <https://example.com/a>',
  'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  'MIME-Version: 1.0',
  'Content-Type: text/plain',
];

let key: DkimKey;
beforeAll(async () => {
  key = await generateDkimKey();
});

function identity(changes: { domain?: string; selector?: string; privateKey?: string } = {}) {
  return { domain: 'edremit.bel.tr', selector: key.selector, privateKey: key.privateKey, ...changes };
}

function mail(fields: readonly string[] = head, signedBody = body): Buffer {
  const signature = signHead(fields, relaxedBodyHash(signedBody), identity());
  return Buffer.concat([Buffer.from(`${[signature, ...fields].join('\r\n')}\r\n\r\n`), signedBody]);
}

function dns() {
  return { [`${key.selector}._domainkey.edremit.bel.tr`]: key.dnsRecord };
}

function changed(raw: Buffer, from: string | RegExp, to: string): Buffer {
  const text = raw.toString('latin1');
  const result = text.replace(from, to);
  expect(result).not.toBe(text);
  return Buffer.from(result, 'latin1');
}

describe('signHead', () => {
  it('signs so that a receiver verifies it', () => {
    expect(verifyDkim(mail(), dns())).toBe('pass');
  });

  it('keeps its lines within 78 characters', () => {
    const signature = signHead(head, relaxedBodyHash(body), identity());

    expect(Math.max(...signature.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
    expect(signature.replace(/\s/g, '')).toContain(
      'h=from:from:to:to:subject:subject:date:date:message-id:list-unsubscribe:list-unsubscribe-post:mime-version:content-type:content-type;',
    );
  });

  it.each([
    ['the sender', 'basin@edremit', 'evil@edremit'],
    ['the recipient', 'haber@example', 'evil@example'],
    ['the subject', 'kesintisi', 'baskini'],
    ['the unsubscribe address', 'example.com/a', 'evil.com/a'],
    ['a removed field', 'MIME-Version: 1.0\r\n', ''],
    ['a second From', 'To: haber', 'From: evil@example.com\r\nTo: haber'],
    ['a second Subject', 'MIME-Version', 'Subject: Deprem\r\nMIME-Version'],
    ['a second Content-Type', 'MIME-Version', 'Content-Type: text/html\r\nMIME-Version'],
  ])('lets a change of %s be seen', (_, from, to) => {
    expect(verifyDkim(changed(mail(), from, to), dns())).toBe('signature differs');
  });

  it('lets a change of the body be seen', () => {
    expect(verifyDkim(changed(mail(), 'Merhaba', 'Merhabe'), dns())).toBe('body hash differs');
  });

  it('survives what relays do: other folding, other white space, other case of field names', () => {
    const relayed = changed(mail(), 'Subject: Su  kesintisi', 'SUBJECT:\tSu\r\n  kesintisi  ');

    expect(verifyDkim(changed(relayed, 'son satir \r\n', 'son \t satir\r\n'), dns())).toBe('pass');
  });

  it('does not verify under another key', async () => {
    const other = await generateDkimKey();

    expect(verifyDkim(mail(), { [`${key.selector}._domainkey.edremit.bel.tr`]: other.dnsRecord })).toBe(
      'signature differs',
    );
  });

  it.each([
    ['domain', { domain: 'edremit.bel.tr; l=0' }],
    ['domain', { domain: 'edremit.bel.tr\r\nBcc: x@evil.com' }],
    ['selector', { selector: 'a; l=0' }],
    ['selector', { selector: '' }],
    ['privateKey', { privateKey: 'not a key' }],
    ['privateKey', { privateKey: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) }],
  ])('refuses an unfit %s', (name, changes) => {
    expect(() => signHead(head, relaxedBodyHash(body), identity(changes))).toThrow(
      expect.objectContaining({ code: ErrorCode.INVALID, path: ['sender', 'dkim', name] }),
    );
  });
});

describe('relaxedBodyHash', () => {
  it.each([
    ['', '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='],
    ['\r\n\r\n', '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='],
  ])('takes %j for an empty body', (content, hash) => {
    expect(relaxedBodyHash(Buffer.from(content))).toBe(hash);
  });

  it.each([
    'a\r\n',
    'a',
    'a \t b\t\r\n',
    '  a\r\n \t\r\n\r\nb\r\n\r\n',
    '\r\n\r\na\r\n',
    'a\rb\r\n',
    `${' '.repeat(5000)}x${' '.repeat(5000)}\r\n${'\r\n'.repeat(5000)}y`,
  ])('agrees with the hash that nodemailer takes of %j', async (content) => {
    const reference = new RelaxedBody();
    const hash = new Promise((resolve) => {
      reference.once('hash', resolve);
    });
    reference.end(content);
    await buffer(reference);

    expect(relaxedBodyHash(Buffer.from(content))).toBe(await hash);
  });
});

describe('generateDkimKey', () => {
  it('gives a key of 2048 bits, a record for DNS and a selector of its own', async () => {
    const other = await generateDkimKey();

    expect(key.privateKey).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
    expect(key.dnsRecord).toMatch(/^v=DKIM1; k=rsa; p=[A-Za-z0-9+/]{392}$/);
    expect(key.selector).toMatch(/^tekses-[0-9a-f]{12}$/);
    expect(other.selector).not.toBe(key.selector);
  });
});
