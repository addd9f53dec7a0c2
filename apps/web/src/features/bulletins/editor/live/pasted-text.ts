/** Texts from Word, Google Docs, WhatsApp and web pages, letter by letter; what a text may not hold goes. */

const forbidden =
  /(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|[\u202A-\u202E\u2066-\u2069\u00AD\u200B\u2060\uFEFF]/gu;
const spaces = /[\u00A0\u2000-\u200A\u202F\u205F\u3000\t]/g;

/**
 * Letters without what only made the other program's page: soft hyphens, zero-width marks, direction overrides and
 * control characters go, every sort of blank is a blank. Quotation marks and dashes stay as they were written.
 */
export function cleanLetters(text: string): string {
  return text.replaceAll(forbidden, '').replaceAll(spaces, ' ').normalize('NFC');
}

/** Plain text as paragraphs: blank lines part them, and so does every line break of a text without blank lines. */
export function pastedParagraphs(text: string): string[] {
  const clean = cleanLetters(text.replaceAll(/\r\n?/g, '\n'));
  return clean
    .split(/\n+/)
    .map((line) => line.replaceAll(/ {2,}/g, ' ').trim())
    .filter((line) => line !== '');
}

/** All on one line: a headline or spot. */
export const pastedLine = (text: string): string => pastedParagraphs(text).join(' ');

export interface WordItem {
  /** 1: outermost. */
  readonly level: number;
  readonly isOrdered: boolean;
}

/** What Word says of a list item in its style (`mso-list: l0 level2 lfo1`) and marker; null: it is none. */
export function wordItem(style: string, marker: string): WordItem | null {
  const level = /mso-list:[^;]*\blevel(\d+)/i.exec(style)?.[1];
  if (level === undefined) return null;
  return { level: Number(level), isOrdered: /^\s*\(?(\d+|[a-zçğıöşü]|[ivx]+)[.)]/iu.test(marker) };
}
