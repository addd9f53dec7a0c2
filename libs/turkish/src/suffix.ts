/**
 * Suffixes of names by vowel harmony. Place names, abbreviations and numbers take case suffixes after an apostrophe
 * ("Edremit'te"), institutions without one ("Edremit Belediyesinin"). Softening is spoken, not written ("Ayvalık'a").
 * Source: TDK, Yazım Kılavuzu, "Kesme İşareti". The apostrophe is always the plain one.
 */
import { type Reading, readingOf, soundOfAbbreviation } from './reading';

const VOWELS = 'aeıioöuü';
const HARD_CONSONANTS = 'fstkçşhp';

/** Words whose last vowel is back but whose suffixes are front, as their l or t is soft: "Kemal'e", "İstiklal'in". */
const SOFT_ENDING_WORDS = new Set(
  (
    'bilal celal cemal hilal iclal ikbal istiklal kemal nihal zuhal ziraat festival terminal petrol hayal sosyal kabul '
    + 'saat kontrol santral moral ideal final hal ihlal ihtimal iptal normal rol gol sembol meşgul usul alkol'
  ).split(' '),
);
const SOFT_VOWEL: Readonly<Record<string, string>> = { a: 'e', ı: 'i', o: 'ö', u: 'ü' };

/** Nouns that make a place name a compound ("Cunda Adası"): their case suffixes begin with n ("Cunda Adası'nda"). */
const COMPOUND_ENDING =
  /\s\S*(?:[aeıioöuü]s[ıiuü]|l[ae]r[ıi]|mahallesi|meydanı|parkı|körfezi|dağı|sahili|limanı|plajı|merkezi|kavşağı|yolu|bulvarı|sokağı|çayı|gölü|mezarlığı|salonu|stadı|stadyumu|evi|konağı|ormanı|hanı|hamamı|köyü|burnu|boğazı|geçidi|barajı|bahçesi|günü|haftası)$/u;

type Lift = 'two-fold' | 'four-fold';

/** Where: "Edremit'te", "Balya'da", "Şeytan Sofrası'nda". */
export function locative(name: string): string {
  const reading = readingOf(name);
  return withSuffix(name, reading, pronominalN(name) + toothOf(name, reading) + vowelAfter(reading, 'two-fold'));
}

/** From where: "Edremit'ten", "Balya'dan". */
export function ablative(name: string): string {
  return `${locative(name)}n`;
}

/** Whose: "Edremit'in", "Balya'nın". */
export function genitive(name: string): string {
  const reading = readingOf(name);
  return withSuffix(name, reading, genitiveEnding(reading));
}

/** To where: "Edremit'e", "Balya'ya", "Cunda Adası'na". */
export function dative(name: string): string {
  const reading = readingOf(name);
  return withSuffix(name, reading, bufferOf(name, reading) + vowelAfter(reading, 'two-fold'));
}

/** Whom or what: "Edremit'i", "Balya'yı". */
export function accusative(name: string): string {
  const reading = readingOf(name);
  return withSuffix(name, reading, bufferOf(name, reading) + vowelAfter(reading, 'four-fold'));
}

/** Of that place, joined without an apostrophe: "Edremitli", "Kepsutlu"; abbreviations keep it: "ODTÜ'lü". */
export function demonym(name: string): string {
  const reading = readingOf(name);
  const ending = `l${vowelAfter(reading, 'four-fold')}`;
  return reading.kind === 'word' ? name + ending : withSuffix(name, reading, ending);
}

/** Whose, of an institution, without an apostrophe: "Edremit Belediyesinin". */
export function institutionGenitive(name: string): string {
  return name + genitiveEnding(readingOf(name));
}

/** Whose, of an abbreviation, by its reading: "BASKİ'nin", "AFAD'ın", "KVKK'nin"; after a full stop "T.C.nin". */
export function abbreviationGenitive(abbreviation: string): string {
  const reading: Reading = { sound: soundOfAbbreviation(abbreviation), kind: 'abbreviation' };
  return withSuffix(abbreviation, reading, genitiveEnding(reading));
}

/** An abbreviation that ends in a full stop takes its suffix directly behind it. */
function withSuffix(name: string, reading: Reading, suffix: string): string {
  return reading.kind === 'abbreviation' && name.endsWith('.') ? name + suffix : `${name}'${suffix}`;
}

function genitiveEnding(reading: Reading): string {
  return `${endsInVowel(reading) ? 'n' : ''}${vowelAfter(reading, 'four-fold')}n`;
}

function pronominalN(name: string): string {
  return COMPOUND_ENDING.test(name.toLocaleLowerCase('tr-TR')) ? 'n' : '';
}

/** The consonant between two vowels: y, or n after a compound. */
function bufferOf(name: string, reading: Reading): string {
  if (!endsInVowel(reading)) return '';
  return pronominalN(name) || 'y';
}

/** The d of "-de", hardened to t after a hard consonant. */
function toothOf(name: string, reading: Reading): string {
  return pronominalN(name) === '' && HARD_CONSONANTS.includes(reading.sound.at(-1) ?? ' ') ? 't' : 'd';
}

function endsInVowel(reading: Reading): boolean {
  return VOWELS.includes(reading.sound.at(-1) ?? ' ');
}

/** The vowel that harmony asks for: e or a (two-fold), ı, i, u or ü (four-fold). */
function vowelAfter(reading: Reading, lift: Lift): string {
  const last = lastVowel(reading.sound);
  const isFront = 'eiöü'.includes(last);
  if (lift === 'two-fold') return isFront ? 'e' : 'a';
  const isRound = 'oöuü'.includes(last);
  if (isFront) return isRound ? 'ü' : 'i';
  return isRound ? 'u' : 'ı';
}

function lastVowel(sound: string): string {
  const vowel = /[aeıioöuü](?=[^aeıioöuü]*$)/.exec(sound)?.[0] ?? 'e';
  return SOFT_ENDING_WORDS.has(sound) ? (SOFT_VOWEL[vowel] ?? vowel) : vowel;
}
