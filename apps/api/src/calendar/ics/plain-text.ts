/**
 * Text that every reader of a content line takes the same way: line ends as LF, no control characters, no half letters.
 * Some readers break a line at U+0085, U+2028 or U+2029 too, so those become LF. Source: RFC 5545 §3.1, §3.3.11.
 */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll(/(?![\t\n])\p{Cc}/gu, '')
    .replaceAll('\ufeff', '');
}

/** The same in one line, with no blanks at its ends: names, titles, places. */
export function plainLine(text: string): string {
  return plainText(text).replaceAll(/\s+/g, ' ').trim();
}
