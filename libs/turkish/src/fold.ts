/**
 * Folding makes texts comparable that a person typed with or without Turkish letters: "AYÇİÇEĞİ", "ayçiçeği" and
 * "aycicegi" are one. It is for search, slugs and uniqueness, never for display. The database has the same fold in
 * `tr_fold` (sql.ts); both are checked against the same vectors.
 */

/** Signs that people and word processors put where an apostrophe belongs: ’ ‘ ʼ ´ ` ′ ＇ */
export const APOSTROPHE_VARIANTS = '\u2019\u2018\u02BC\u00B4\u0060\u2032\uFF07';

const ANY_APOSTROPHE_VARIANT = new RegExp(`[${APOSTROPHE_VARIANTS}]`, 'g');
const COMBINING_MARKS = /\p{M}/gu;
const BETWEEN_WORDS = /[^\p{L}\p{Nd}]+/u;

/** A suffix that an apostrophe separates from its stem, in folded text: the "'ta" of "ayvalik'ta". */
const SUFFIX_AFTER_APOSTROPHE = /(?<=[a-z0-9])'[a-z]+/g;

/** Writes every kind of apostrophe as the plain one. The length of the text does not change. */
export function normalizeApostrophe(text: string): string {
  return text.replace(ANY_APOSTROPHE_VARIANT, "'");
}

/**
 * Reduces text to what it is searched by: plain apostrophes, no dotless ı, no diacritics, small letters.
 * Marks go before the lower-casing, so that "İ" gives "i" both composed and decomposed. Folding twice changes nothing.
 */
export function fold(text: string): string {
  return normalizeApostrophe(text.normalize('NFC'))
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(COMBINING_MARKS, '')
    .toLowerCase();
}

/**
 * The folded words of a text in their order. A word ends at its apostrophe, as the suffix behind it is not a word:
 * "Ayvalık'ta konser" gives "ayvalik", "konser".
 */
export function foldWords(text: string): string[] {
  return fold(text)
    .replace(SUFFIX_AFTER_APOSTROPHE, '')
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');
}
