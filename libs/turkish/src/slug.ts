import { fold } from './fold';

const DEFAULT_MAX_LENGTH = 80;

/** Latin letters that have no base letter under a diacritic and would otherwise fall out. */
const LETTERS_WITHOUT_BASE: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};

/**
 * The address form of a title: `a-z`, `0-9` and single hyphens, at most `maxLength` characters, cut between words.
 * Apostrophes fall out ("ayvalikta"), "&" is read "ve" and "%40" is read "yuzde 40". A title without Latin letters or
 * digits gives the empty string. Unique numbering is `numberedSlug`.
 */
export function slug(text: string, maxLength: number = DEFAULT_MAX_LENGTH): string {
  const words = fold(text)
    .replaceAll("'", '')
    .replaceAll('&', ' ve ')
    .replace(/%\s*(?=\d)/g, ' yuzde ')
    .replace(/[ßæœøłđðþ]/g, (letter) => LETTERS_WITHOUT_BASE[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return cutBetweenWords(words, maxLength);
}

/** The slug for the second, third, ... thing of the same title: `konser-2`, still at most `maxLength` characters. */
export function numberedSlug(base: string, ordinal: number, maxLength: number = DEFAULT_MAX_LENGTH): string {
  const ending = `-${ordinal}`;
  return cutBetweenWords(base, maxLength - ending.length) + ending;
}

/** Cuts at the last hyphen that fits; a first word that is too long by itself is cut inside. */
function cutBetweenWords(words: string, maxLength: number): string {
  if (words.length <= maxLength) return words;
  const lastFittingHyphen = words.lastIndexOf('-', maxLength);
  return words.slice(0, lastFittingHyphen > 0 ? lastFittingHyphen : maxLength);
}
