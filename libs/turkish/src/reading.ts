/**
 * How a name is read aloud, which decides its suffixes: "24" is read "yirmi dört", "KVKK" is read letter by letter and
 * ends in "ke", "AFAD" is read as a word. Source: TDK, Yazım Kılavuzu, "Kısaltmalar" and "Kesme İşareti".
 */
import { isAllCapitals, lowerTr } from './casing';

export interface Reading {
  /** Small letters that end like the name sounds. */
  readonly sound: string;
  /** Digits and abbreviations keep every suffix apart, derivational ones too: "ODTÜ'lü", "2000'li". */
  readonly kind: 'word' | 'abbreviation' | 'digits';
}

const VOWEL = /[aeıioöuü]/;
const CONSONANT_NAMED_WITH_E = 'e';

/** Consonant pairs that can end a Turkish syllable; others ("KDV", "ABD") make the reader spell the letters. */
const PAIRS_ENDING_A_WORD = /(?:[lnr][çdkpst]|l[bfmv]|r[bfgmnşvz]|ms|mp|n[cz]|st|şt|ft|ht|ks|ps|ts|sk|şk|vk|yk|yt)$/;

/** Abbreviations that are read as words although they do not look like it. */
const READ_AS_WORDS: Readonly<Record<string, string>> = { togg: 'tog' };

const ONES = ['sıfır', 'bir', 'iki', 'üç', 'dört', 'beş', 'altı', 'yedi', 'sekiz', 'dokuz'];
const TENS = ['', 'on', 'yirmi', 'otuz', 'kırk', 'elli', 'altmış', 'yetmiş', 'seksen', 'doksan'];
const CLOCK_TIME = /^(\d{1,2})[.:](\d{2})$/;
const ENDS_IN_NUMBER = /\d+(?:[.:]\d+)*$/;

/** Reads a name: its last number, its abbreviation, or else its last word. */
export function readingOf(name: string): Reading {
  const number = ENDS_IN_NUMBER.exec(name)?.[0];
  if (number !== undefined) return { sound: lastWordOfNumber(number), kind: 'digits' };
  if (!/\s/.test(name) && isAllCapitals(name)) return { sound: soundOfAbbreviation(name), kind: 'abbreviation' };
  return { sound: lastWord(name), kind: 'word' };
}

/** The last word in small letters, circumflexes removed: "rüzgâr" sounds back like "rüzgar". */
function lastWord(name: string): string {
  const words = lowerTr(name.normalize('NFC')).match(/\p{L}+/gu) ?? [];
  const letters = words.at(-1) ?? '';
  return letters.replace(/[âîû]/g, (letter) => ({ â: 'a', î: 'i', û: 'u' })[letter] ?? letter);
}

/** What the end of an abbreviation sounds like: the word if it can be said as one, else the name of its last letter. */
export function soundOfAbbreviation(abbreviation: string): string {
  const letters = lastWord(abbreviation.replaceAll('.', ''));
  const spokenWord = READ_AS_WORDS[letters];
  if (spokenWord !== undefined) return spokenWord;
  if (VOWEL.test(letters.at(-1) ?? '')) return letters;
  return canBeSaidAsWord(letters) ? letters : letters + CONSONANT_NAMED_WITH_E;
}

function canBeSaidAsWord(letters: string): boolean {
  if (letters.length < 3 || !VOWEL.test(letters)) return false;
  const ending = /[^aeıioöuü]*$/.exec(letters)?.[0] ?? '';
  return ending.length === 1 || (ending.length === 2 && PAIRS_ENDING_A_WORD.test(ending));
}

/** "2026" ends in "altı", "1.000" in "bin", the time "19.00" in "dokuz" (its zero minutes are not said). */
function lastWordOfNumber(number: string): string {
  const [, hours, minutes] = CLOCK_TIME.exec(number) ?? [];
  if (hours !== undefined && minutes !== undefined) return lastWordOfDigits(minutes === '00' ? hours : minutes);
  return lastWordOfDigits(/^\d{1,3}(?:\.\d{3})+$/.test(number) ? number.replaceAll('.', '') : lastDigits(number));
}

function lastDigits(number: string): string {
  return /\d+$/.exec(number)?.[0] ?? number;
}

function lastWordOfDigits(digits: string): string {
  const significant = digits.replace(/^0+(?=\d)/, '');
  if (significant === '0') return 'sıfır';
  const zeros = /0*$/.exec(significant)?.[0].length ?? 0;
  const lastFigure = Number(significant.at(-1 - zeros));
  if (zeros === 0) return ONES[lastFigure] ?? '';
  if (zeros === 1) return TENS[lastFigure] ?? '';
  if (zeros === 2) return 'yüz';
  return ['bin', 'milyon', 'milyar', 'trilyon'][Math.floor(zeros / 3) - 1] ?? 'katrilyon';
}
