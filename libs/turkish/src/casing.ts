/**
 * Letter case by the Turkish alphabet: i and İ are one pair, ı and I another. The plain `toLowerCase` turns
 * "IŞIK" into "işik" and "İZMİR" into seven code points, so text for people never goes through it.
 * Identifiers (e-mail addresses, codes, file extensions) are not text for people: use `fold` there.
 */

const LOCALE = 'tr-TR';

/** Words that stay small inside a title (TDK, Yazım Kılavuzu, "Büyük Harflerin Kullanıldığı Yerler"). */
const SMALL_IN_TITLES = new Set(['ve', 'ile', 'ya', 'veya', 'yahut', 'ki', 'da', 'de', 'mi', 'mı', 'mu', 'mü']);

/** A word with the suffixes that follow an apostrophe: "Ayvalık'ta". */
const WORD_WITH_SUFFIXES = /([\p{L}\p{N}][\p{L}\p{M}\p{N}]*)((?:['’][\p{L}\p{M}]+)*)/gu;

/** Lower case by the Turkish alphabet: "IŞIK İZMİR" becomes "ışık izmir". */
export function lowerTr(text: string): string {
  return text.toLocaleLowerCase(LOCALE);
}

/** Upper case by the Turkish alphabet: "ılıca iletişim" becomes "ILICA İLETİŞİM". */
export function upperTr(text: string): string {
  return text.toLocaleUpperCase(LOCALE);
}

/** Upper-cases the first letter and leaves the rest as it is: "ılıca" becomes "Ilıca". */
export function capitalizeTr(word: string): string {
  const [first = '', ...rest] = word;
  return upperTr(first) + rest.join('');
}

/**
 * Title case: each word starts with a capital, conjunctions inside the title stay small and so does the suffix after
 * an apostrophe. A word in capitals is kept (BASKİ, AFAD) unless the whole text is in capitals, where an abbreviation
 * cannot be told from a shouted word.
 */
export function titleTr(text: string): string {
  const shouted = text === upperTr(text);
  return text.replace(WORD_WITH_SUFFIXES, (_match, stem: string, suffixes: string, offset: number) => {
    const small = lowerTr(stem);
    const opensTitle = !/[\p{L}\p{N}]/u.test(text.slice(0, offset));
    if (SMALL_IN_TITLES.has(small) && !opensTitle) return small + lowerTr(suffixes);
    const kept = !shouted && isAllCapitals(stem);
    return (kept ? stem : capitalizeTr(small)) + lowerTr(suffixes);
  });
}

/** Whether a word has at least two letters, all of them capitals: how abbreviations are written. */
export function isAllCapitals(word: string): boolean {
  const letters = word.match(/\p{L}/gu) ?? [];
  return letters.length > 1 && word === upperTr(word);
}
