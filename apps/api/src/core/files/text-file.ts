/** Control characters that no text holds; tab, line ends and form feed are left. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/;
const BYTE_ORDER_MARK = '\ufeff';

/**
 * The text of a file in UTF-8, or null if it is no text. Read as UTF-16 where it begins with that mark, as UTF-8
 * where it is valid, else as windows-1254, in which Turkish desktop programs still write. A CSV gets a byte order
 * mark, without which spreadsheet programs misread ğ, ş and ı; a plain text gets none.
 */
export function readTextFile(content: Buffer, kind: 'TXT' | 'CSV'): Buffer | null {
  const text = decode(content);
  if (text === null || CONTROL.test(text)) return null;
  if (text === '') return Buffer.alloc(0);
  return Buffer.from(kind === 'CSV' ? BYTE_ORDER_MARK + text : text, 'utf8');
}

function decode(content: Buffer): string | null {
  if (content[0] === 0xff && content[1] === 0xfe) return decodeStrictly('utf-16le', content);
  if (content[0] === 0xfe && content[1] === 0xff) return decodeStrictly('utf-16be', content);
  return decodeStrictly('utf-8', content) ?? decodeStrictly('windows-1254', content);
}

/** Leaves the byte order mark out; null where the bytes are not valid in this encoding. */
function decodeStrictly(encoding: string, content: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    return null;
  }
}
