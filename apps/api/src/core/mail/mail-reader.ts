/**
 * Reads mails that this system wrote, to show them: head (RFC 5322), encoded words (RFC 2047), file names
 * (RFC 2231) and MIME parts (RFC 2045, 2046). Not for mail from outside.
 */

export interface MailHeader {
  readonly name: string;
  /** Unfolded and decoded. */
  readonly value: string;
}

export interface ReadAttachment {
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteLength: number;
}

export interface ReadMail {
  readonly headers: readonly MailHeader[];
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly ReadAttachment[];
}

interface Part {
  readonly head: readonly MailHeader[];
  readonly body: Buffer;
}

interface FieldValue {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const ENCODED_WORD = /=\?([A-Za-z0-9-]+)(?:\*[A-Za-z-]+)?\?([BQ])\?([^? ]*)\?=/i;
/** White space between two encoded words is not part of the text (RFC 2047 §6.2). */
const ENCODED_WORDS = new RegExp(`${ENCODED_WORD.source}(?:\\s+(?=${ENCODED_WORD.source}))?`, 'gi');
const MULTIPART_DEPTH = 5;

/** The header fields, in their order. */
export function readHead(raw: Buffer): MailHeader[] {
  return divide(raw)
    .head.split(/\r?\n(?![ \t])/)
    .flatMap((line) => {
      const colon = line.indexOf(':');
      if (colon < 1) return [];
      return [{ name: line.slice(0, colon).trim(), value: decodeWords(unfold(line.slice(colon + 1))) }];
    });
}

/** The first field of that name, whatever its case. */
export function headerOf(head: readonly MailHeader[], name: string): string | undefined {
  return head.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value;
}

/** The whole mail: head, the first text and HTML in it, and what else it carries. */
export function readMail(raw: Buffer): ReadMail {
  const headers = readHead(raw);
  const parts = leavesOf({ head: headers, body: divide(raw).body }, MULTIPART_DEPTH);
  return {
    headers,
    text: textOf(parts, 'text/plain'),
    html: textOf(parts, 'text/html'),
    attachments: parts.filter(isAttachment).map(attachmentOf),
  };
}

function divide(raw: Buffer): { head: string; body: Buffer } {
  const end = raw.indexOf('\r\n\r\n');
  if (end === -1) return { head: raw.toString('latin1'), body: Buffer.alloc(0) };
  return { head: raw.subarray(0, end).toString('latin1'), body: raw.subarray(end + 4) };
}

function unfold(value: string): string {
  return value.replace(/\r?\n(?=[ \t])/g, '').trim();
}

/** Parts without parts of their own. */
function leavesOf(part: Part, depth: number): Part[] {
  const type = fieldValue(headerOf(part.head, 'Content-Type') ?? 'text/plain');
  const boundary = type.parameters.get('boundary');
  if (!/^multipart\//i.test(type.value) || boundary === undefined || depth === 0) return [part];
  return partsOf(part.body, boundary).flatMap((child) => leavesOf(child, depth - 1));
}

function partsOf(body: Buffer, boundary: string): Part[] {
  const parts: Part[] = [];
  const marked = Buffer.concat([Buffer.from('\r\n'), body]);
  const delimiter = `\r\n--${boundary}`;
  let start = marked.indexOf(delimiter);
  while (start !== -1) {
    const end = marked.indexOf(delimiter, start + delimiter.length);
    const content = marked.subarray(start + delimiter.length, end === -1 ? marked.length : end);
    if (content.subarray(0, 2).toString('latin1') === '--') break;
    const part = content.subarray(content.indexOf('\r\n') + 2);
    parts.push({ head: readHead(part), body: divide(part).body });
    start = end;
  }
  return parts;
}

function isAttachment(part: Part): boolean {
  return /^attachment\b/i.test(headerOf(part.head, 'Content-Disposition') ?? '');
}

function attachmentOf(part: Part): ReadAttachment {
  const disposition = fieldValue(headerOf(part.head, 'Content-Disposition') ?? '');
  const type = fieldValue(headerOf(part.head, 'Content-Type') ?? '');
  return {
    fileName: disposition.parameters.get('filename') ?? '',
    mediaType: type.value.toLowerCase(),
    byteLength: contentOf(part).length,
  };
}

function textOf(parts: readonly Part[], mediaType: string): string {
  const part = parts.find(
    (candidate) =>
      !isAttachment(candidate)
      && fieldValue(headerOf(candidate.head, 'Content-Type') ?? 'text/plain').value.toLowerCase() === mediaType,
  );
  return part ? contentOf(part).toString('utf8').replaceAll('\r\n', '\n') : '';
}

function contentOf(part: Part): Buffer {
  const encoding = (headerOf(part.head, 'Content-Transfer-Encoding') ?? '').toLowerCase();
  if (encoding === 'base64') return Buffer.from(part.body.toString('latin1'), 'base64');
  if (encoding === 'quoted-printable') return bytesMarked('=', part.body.toString('latin1').replace(/=\r?\n/g, ''));
  return part.body;
}

/** `value; name=text; name*0*=utf-8''…; name*1*=…`, with the pieces of a long parameter joined. */
function fieldValue(field: string): FieldValue {
  const [value = '', ...rest] = field.match(/(?:"(?:\\.|[^"\\])*"|[^;])+/g) ?? [];
  const pieces = new Map<string, { index: number; text: string; isEncoded: boolean }[]>();
  for (const parameter of rest) {
    const [, name = '', index = '0', star = '', text = ''] =
      /^\s*([^=*\s]+)(?:\*(\d+))?(\*)?\s*=\s*([\s\S]*)$/.exec(parameter) ?? [];
    const piece = { index: Number(index), text: unquoted(text.trim()), isEncoded: star === '*' };
    pieces.set(name.toLowerCase(), [...(pieces.get(name.toLowerCase()) ?? []), piece]);
  }
  const joined = [...pieces].map(([name, list]) => [name, joinPieces(list)] as const);
  return { value: value.trim(), parameters: new Map(joined) };
}

function joinPieces(pieces: { index: number; text: string; isEncoded: boolean }[]): string {
  const ordered = pieces.toSorted((one, other) => one.index - other.index);
  const text = ordered.map((piece) => piece.text).join('');
  if (!ordered.some((piece) => piece.isEncoded)) return text;
  const encoded = text.replace(/^[^']*'[^']*'/, '');
  return bytesMarked('%', encoded).toString('utf8');
}

function unquoted(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;
}

function decodeWords(text: string): string {
  return text.replace(ENCODED_WORDS, (whole) => {
    const [, charset = 'utf-8', encoding = 'Q', payload = ''] = ENCODED_WORD.exec(whole) ?? [];
    const bytes =
      encoding.toUpperCase() === 'B' ? Buffer.from(payload, 'base64') : bytesMarked('=', payload.replaceAll('_', ' '));
    return decoded(bytes, charset);
  });
}

function decoded(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

/** The bytes of a text in which a mark and two hex digits stand for one byte. */
function bytesMarked(mark: '=' | '%', text: string): Buffer {
  const hexPairs = new RegExp(`${mark}([0-9A-F]{2})`, 'gi');
  return Buffer.from(
    text.replace(hexPairs, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
