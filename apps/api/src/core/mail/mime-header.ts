import { DomainError, ErrorCode } from '@domain/errors';

/**
 * Header fields of a mail: encoding (RFC 2047) and folding (RFC 5322 §2.2.3). A field is one text
 * `Name: value`, folded with CRLF and a space, in ASCII, without its closing line break.
 */

/** RFC 2047 §2: a line with encoded words has at most 76 characters. */
const LINE_LIMIT = 76;
const WORD_START = '=?UTF-8?Q?';
const WORD_END = '?=';
/** RFC 2047 §2: an encoded word has at most 75 characters. */
const WORD_ROOM = 75 - WORD_START.length - WORD_END.length;

/**
 * C0, DEL and C1 controls (a line break would end the field and begin another), line and paragraph separators,
 * lone surrogates, and the overrides of writing direction, by which a name can show as another.
 */
const FORBIDDEN = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
/** What stands in a quoted-string (RFC 5322 §3.2.4) without needing an escape or looking like an address. */
const PLAIN_NAME = /^[A-Za-z0-9 .&'()-]{1,60}$/;
/** RFC 2047 §5 (3): what an encoded word in a phrase may hold as it is. */
const SAFE_CHARACTER = /^[A-Za-z0-9!*+/-]$/;

/** Refuses INVALID: a value that no header field can hold. */
export function refuseControls(value: string, path: readonly string[]): void {
  if (FORBIDDEN.test(value)) {
    throw new DomainError(ErrorCode.INVALID, { path, message: 'control characters cannot stand in a mail header' });
  }
}

/** A field of free text, such as Subject. The text arrives as it was given, in NFC. */
export function textField(name: string, value: string): string {
  const text = value.normalize('NFC');
  const words = text.split(' ');
  const isPlain = /^[\x20-\x7e]*$/.test(text) && !text.includes('=?') && words.every(isPlainWord);
  return fold(name, isPlain ? words : encodedWords(text, name));
}

/** A field of one mailbox, such as From or To. The address has been read by `parseMailAddress`. */
export function mailboxField(name: string, mailbox: { readonly name?: string; readonly address: string }): string {
  const shown = mailbox.name?.normalize('NFC').trim() ?? '';
  if (shown === '') return fold(name, [mailbox.address]);
  const phrase = PLAIN_NAME.test(shown) ? [`"${shown}"`] : encodedWords(shown, name);
  return fold(name, [...phrase, `<${mailbox.address}>`]);
}

/** A field of ASCII pieces that are divided by one space and not broken inside, such as References. */
export function listField(name: string, pieces: readonly string[]): string {
  return fold(name, pieces);
}

function isPlainWord(word: string): boolean {
  return word !== '' && word.length <= LINE_LIMIT - 16;
}

/** Puts as many pieces on a line as fit; the space between two pieces becomes the fold. */
function fold(name: string, pieces: readonly string[]): string {
  let field = `${name}:`;
  let lineLength = field.length;
  pieces.forEach((piece, index) => {
    const isNewLine = index > 0 && lineLength + 1 + piece.length > LINE_LIMIT;
    field += isNewLine ? `\r\n ${piece}` : ` ${piece}`;
    lineLength = (isNewLine ? 0 : lineLength) + 1 + piece.length;
  });
  return field;
}

/** The text as encoded words, never split inside a character; readers join them without the spaces between. */
function encodedWords(text: string, fieldName: string): string[] {
  const words: string[] = [];
  let room = LINE_LIMIT - fieldName.length - 2 - WORD_START.length - WORD_END.length;
  let payload = '';
  for (const character of text) {
    const encoded = qEncoded(character);
    if (payload.length + encoded.length > room) {
      words.push(WORD_START + payload + WORD_END);
      payload = '';
      room = WORD_ROOM;
    }
    payload += encoded;
  }
  words.push(WORD_START + payload + WORD_END);
  return words;
}

function qEncoded(character: string): string {
  if (character === ' ') return '_';
  if (SAFE_CHARACTER.test(character)) return character;
  return Array.from(Buffer.from(character), (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
