/**
 * Sentences of a Turkish text, after the rules of Unicode (UAX #29) with what Turkish adds: a full stop after an
 * abbreviation ("Prof. Dr."), an initial ("A. Yılmaz") or an ordinal number ("15. Uluslararası") ends no sentence.
 */
const CONTINUES =
  /(?:^|[\s(“"])(?:\p{Lu}|T\.C|Prof|Doç|Dr|Öğr|Gör|Yrd|Uzm|Arş|Av|Ecz|Alb|Gen|Yzb|St|Mah|Cad|Sok|Bul|Apt|No|Nu|Tel|vb|vs|vd|bk|örn|\d{1,3})\.\s*$/u;

export function sentencesTr(text: string): readonly string[] {
  const sentences: string[] = [];
  let open = '';
  for (const { segment } of new Intl.Segmenter('tr', { granularity: 'sentence' }).segment(text.trim())) {
    open += segment;
    if (CONTINUES.test(open)) continue;
    sentences.push(open.trim());
    open = '';
  }
  return [...sentences, open.trim()].filter((sentence) => sentence !== '');
}
