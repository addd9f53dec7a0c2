import { createHash, createPublicKey, verify } from 'node:crypto';

/** What stands in DNS: `<selector>._domainkey.<domain>` to the TXT record. */
export type DkimDns = Readonly<Record<string, string>>;

/**
 * Verifies the DKIM signature of a mail, as a receiver does (RFC 6376 §6), for `rsa-sha256` and `relaxed/relaxed`.
 * Written from the RFC and without a line of the signer: texts and patterns here, bytes there.
 * @returns `pass`, or why not
 */
export function verifyDkim(raw: Buffer, dns: DkimDns): string {
  const mail = raw.toString('latin1');
  const headEnd = mail.indexOf('\r\n\r\n');
  const fields = mail.slice(0, headEnd).split(/\r\n(?![ \t])/);
  const signature = fields.find((field) => /^dkim-signature\s*:/i.test(field));
  if (signature === undefined) return 'no signature';
  const tags = tagsOf(signature.slice(signature.indexOf(':') + 1));
  if (tags.get('v') !== '1' || tags.get('a') !== 'rsa-sha256' || tags.get('c') !== 'relaxed/relaxed')
    return 'unknown form';
  if (bodyHash(mail.slice(headEnd + 4)) !== tags.get('bh')) return 'body hash differs';
  const record = dns[`${tags.get('s')}._domainkey.${tags.get('d')}`];
  if (record === undefined) return 'no key';
  const names = (tags.get('h') ?? '').split(':');
  if (!names.includes('from')) return 'From is not signed';
  const isRight = verify(
    'sha256',
    Buffer.from(signedText(fields, names, signature), 'latin1'),
    keyIn(record),
    signatureIn(tags),
  );
  return isRight ? 'pass' : 'signature differs';
}

/** The fields named in `h=`, each name taking the next one from the bottom; a name without a field is nothing. */
function signedText(fields: readonly string[], names: readonly string[], signature: string): string {
  const left = fields.filter((field) => field !== signature);
  const lines = names.map((name) => {
    const index = left.findLastIndex((field) => field.slice(0, field.indexOf(':')).trim().toLowerCase() === name);
    return index === -1 ? '' : `${relaxed(left.splice(index, 1)[0] ?? '')}\r\n`;
  });
  const withoutValue = signature.replace(/(\bb=)[A-Za-z0-9+/=\s]+$/, '$1');
  return lines.join('') + relaxed(withoutValue);
}

function relaxed(field: string): string {
  const [, name = '', value = ''] = /^([^:]+):([\s\S]*)$/.exec(field) ?? [];
  const unfolded = value
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/^ | $/g, '');
  return `${name.trim().toLowerCase()}:${unfolded}`;
}

function bodyHash(body: string): string {
  const relaxedBody = body
    .replace(/[ \t]+/g, ' ')
    .replace(/ \r\n/g, '\r\n')
    .replace(/(?:\r\n)*$/, '');
  const ended = relaxedBody === '' ? '' : `${relaxedBody}\r\n`;
  return createHash('sha256').update(ended, 'latin1').digest('base64');
}

function tagsOf(list: string): Map<string, string> {
  const tags = list.split(';').map((tag) => {
    const equals = tag.indexOf('=');
    return [tag.slice(0, equals).trim(), tag.slice(equals + 1).replace(/\s+/g, '')] as const;
  });
  return new Map(tags);
}

function keyIn(record: string) {
  const key = Buffer.from(tagsOf(record).get('p') ?? '', 'base64');
  return createPublicKey({ key, format: 'der', type: 'spki' });
}

function signatureIn(tags: ReadonlyMap<string, string>): Buffer {
  return Buffer.from(tags.get('b') ?? '', 'base64');
}
