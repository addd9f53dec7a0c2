import { capitalizeTr, isAllCapitals, lowerTr, upperTr } from './casing';
import { normalizeApostrophe } from './fold';
import { slug } from './slug';

const EXTENSION = /^(.*[^.].*)\.([A-Za-z0-9]{1,8})$/su;
const DEVICE_NAMES_OF_WINDOWS = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
const NAME_OF_NAMELESS_FILE = 'dosya';

/** Conjunctions are no initials: "Basın ve Halkla İlişkiler" is BH. */
const NOT_AN_INITIAL = new Set(['ve', 'ile', 'veya', 'ya', 'da', 'de']);
const MAX_INITIALS = 2;

/**
 * A file name that every system keeps: the slug of the name and the extension in small letters, no path, no spaces.
 * "İHALE ilanı.PDF" becomes "ihale-ilani.pdf"; a name without usable letters becomes "dosya".
 */
export function safeFileName(name: string): string {
  const [, stem = name, extension] = EXTENSION.exec(name.trim()) ?? [];
  const safeStem = slug(stem) || NAME_OF_NAMELESS_FILE;
  const allowedStem = DEVICE_NAMES_OF_WINDOWS.test(safeStem) ? `${safeStem}-${NAME_OF_NAMELESS_FILE}` : safeStem;
  return extension === undefined ? allowedStem : `${allowedStem}.${extension.toLowerCase()}`;
}

/** The capitals of the first two words that are no conjunctions: "Edremit Belediyesi" is EB. Empty for no words. */
export function initials(name: string): string {
  return wordsOf(name)
    .filter((word) => !NOT_AN_INITIAL.has(lowerTr(word)))
    .slice(0, MAX_INITIALS)
    .map((word) => upperTr(Array.from(word)[0] ?? ''))
    .join('');
}

/**
 * A hashtag with a capital at each word, so that screen readers say the words: "#KörfezİçinTekSes".
 * Turkish letters stay; abbreviations keep their capitals unless the whole phrase is in capitals. Empty for no words.
 */
export function hashtag(phrase: string): string {
  const shouted = phrase === upperTr(phrase);
  const words = wordsOf(phrase).map((word) => (!shouted && isAllCapitals(word) ? word : capitalizeTr(lowerTr(word))));
  return words.length === 0 ? '' : `#${words.join('')}`;
}

function wordsOf(text: string): string[] {
  return (
    normalizeApostrophe(text.normalize('NFC'))
      .replaceAll("'", '')
      .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []
  );
}
