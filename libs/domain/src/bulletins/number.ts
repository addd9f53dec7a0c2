import { slug } from '@turkish/slug';

/**
 * The lasting number of a bulletin: '2026/EDR-014'. The year is that of the release approval in Istanbul; the count runs
 * per lead office and year from 1 without gaps. Three digits at least; a thousandth bulletin simply has four.
 */
export function formatNumber(year: number, officeShort: string, sequence: number): string {
  return `${year}/${officeShort}-${String(sequence).padStart(3, '0')}`;
}

export interface BulletinNumber {
  readonly year: number;
  readonly officeShort: string;
  readonly sequence: number;
}

const NUMBER_PATTERN = /^(\d{4})\/([A-Z]{3})-(\d{3,6})$/;

/** The parts of a number, or null if the text is none. */
export function parseNumber(text: string): BulletinNumber | null {
  const [, year, officeShort, sequence] = NUMBER_PATTERN.exec(text) ?? [];
  if (year === undefined || officeShort === undefined || sequence === undefined) return null;
  return { year: Number(year), officeShort, sequence: Number(sequence) };
}

/** The same number in a web address or file name: '2026-edr-014'. */
export function numberSlug(number: string): string {
  return slug(number.replaceAll('/', '-'));
}

/** Whether a text may serve as an office's short code: three letters A to Z. */
export function isOfficeShort(text: string): boolean {
  return /^[A-Z]{3}$/.test(text);
}

/**
 * Three capital letters for an office, from its code: BAL for 'balikesir-bb', GOM for 'gomec'. The first three letters
 * unless they are taken (Balya, after Balıkesir): then the first two with each later letter in turn (BAY), then the
 * first with any two. An admin may set another. Codes are unique, since numbers must be.
 */
export function officeShortFor(officeCode: string, taken: ReadonlySet<string> = new Set()): string {
  const letters = slug(officeCode)
    .replaceAll(/[^a-z]/g, '')
    .toUpperCase()
    .padEnd(3, 'X');
  const rest = Array.from(letters.slice(1));
  const first = letters.slice(0, 1);
  const pairs = rest.flatMap((second, index) => rest.slice(index + 1).map((third) => first + second + third));
  const candidates = [
    letters.slice(0, 3),
    ...pairs,
    ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (third) => letters.slice(0, 2) + third),
  ];
  return candidates.find((candidate) => !taken.has(candidate)) ?? letters.slice(0, 3);
}
