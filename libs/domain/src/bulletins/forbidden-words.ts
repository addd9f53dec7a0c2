/** Gaps as templates and people leave them: {{saat}}, [[isim]], [TARİH], XXX, ..... or "doldurulacak". */
const PLACEHOLDERS = [
  /\{\{[^{}\n]{0,80}\}\}/u,
  /\[\[[^[\]\n]{0,80}\]\]/u,
  /\[\p{Lu}[\p{Lu}\s]{1,40}\]/u,
  /(?<![\p{L}\p{N}])[Xx]{3,}(?![\p{L}\p{N}])/u,
  /\.{6,}|_{4,}/u,
  /(?<!\p{L})doldurulacak(?!\p{L})/u,
];

/** The first unfilled gap of a template, as written, or null. */
export function findPlaceholder(text: string): string | null {
  const hits = PLACEHOLDERS.flatMap((pattern) => pattern.exec(text) ?? []);
  return hits[0] ?? null;
}

/**
 * Whether eleven digits form a valid T.C. identity number: no leading zero; the tenth digit is (7 × the odd places −
 * the even places of the first nine) mod 10; the eleventh is the sum of the first ten mod 10.
 */
export function isIdentityNumber(digits: string): boolean {
  if (!/^[1-9]\d{10}$/.test(digits)) return false;
  const numbers = Array.from(digits, Number);
  const sum = (places: readonly number[]): number => places.reduce((total, place) => total + (numbers[place] ?? 0), 0);
  const tenth = (((7 * sum([0, 2, 4, 6, 8]) - sum([1, 3, 5, 7])) % 10) + 10) % 10;
  return numbers[9] === tenth && numbers[10] === sum([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) % 10;
}

/** The first valid identity number standing alone in a text, or null. */
export function findIdentityNumber(text: string): string | null {
  const candidates = text.match(/(?<!\d)[1-9]\d{10}(?!\d)/g) ?? [];
  return candidates.find(isIdentityNumber) ?? null;
}
