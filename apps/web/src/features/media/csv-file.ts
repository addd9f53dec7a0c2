/** A chosen CSV file on its way to the API: as bytes, with headings that the person matched by hand. */

const byteOrderMark = '\uFEFF';

/** The text of a file: UTF-8, else the Turkish Windows code page that spreadsheets write. */
export async function readText(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1254').decode(bytes);
  }
}

/** The text as the API takes it. */
export function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

const delimiters = [';', '\t', ','] as const;

/** The headings of the first line and what stands between them, for a file in which no address column was known. */
export function headingsOf(text: string): { readonly delimiter: string; readonly headings: readonly string[] } {
  const [firstLine = ''] = text.replace(byteOrderMark, '').split(/\r?\n/, 1);
  const delimiter = delimiters.find((sign) => firstLine.includes(sign)) ?? ';';
  const headings = firstLine.split(delimiter).map(unquoted);
  return { delimiter, headings: [...new Set(headings.filter((heading) => heading !== ''))] };
}

/** Gives a column of the first line another heading; every other character of the file stays as it is. */
export function renameHeading(text: string, delimiter: string, from: string, to: string): string {
  const [firstLine = ''] = text.split(/\r?\n/, 1);
  const cells = firstLine.replace(byteOrderMark, '').split(delimiter);
  const renamed = cells.map((cell) => (unquoted(cell) === from ? to : cell)).join(delimiter);
  return renamed + text.slice(firstLine.length);
}

function unquoted(cell: string): string {
  const trimmed = cell.trim();
  return /^".*"$/s.test(trimmed) ? trimmed.slice(1, -1).replaceAll('""', '"').trim() : trimmed;
}
