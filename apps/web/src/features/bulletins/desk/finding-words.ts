import { catalogue, sentenceOf } from '../../../lib/messages';

const words = catalogue(
  {
    HEADLINE_MISSING: 'Başlık boş.',
    SPOT_MISSING: 'Spot boş.',
    LEAD_MISSING: 'Giriş paragrafı boş.',
    SECTION_REPEATED: 'Bu bölümden iki tane var; birini çıkarın.',
    HEADLINE_LONG: 'Başlık uzun: {length} karakter, önerilen {limit}.',
    SPOT_LONG: 'Spot uzun: {length} karakter, önerilen {limit}.',
    SECTION_BLANK: 'Bölüm boş; boş kalırsa bültende görünmez.',
    QUOTE_SPEAKER_MISSING: 'Alıntıda konuşanın unvanı yok.',
    QUOTE_CONSENT_MISSING: 'Alıntının onayı yok.',
    IMAGE_ALT_MISSING: 'Alternatif metin yok: {fileName}',
    IMAGE_CAPTION_MISSING: 'Fotoaltı yok: {fileName}',
    IMAGE_CREDIT_MISSING: 'Fotoğrafı çeken yazılmamış: {fileName}',
    PLACEHOLDER_LEFT: 'Doldurulmamış boşluk: {words}',
    IDENTITY_NUMBER: 'Metinde T.C. kimlik numarası var (son iki hanesi {lastDigits}); çıkarın.',
    OPEN_SUGGESTIONS: 'Karara bağlanmamış öneri: {count}. Çıkacak metinde yer almazlar.',
  },
  {
    HEADLINE_MISSING: 'The headline is empty.',
    SPOT_MISSING: 'The standfirst is empty.',
    LEAD_MISSING: 'The lead is empty.',
    SECTION_REPEATED: 'There are two of this part; remove one.',
    HEADLINE_LONG: 'Long headline: {length} characters, recommended {limit}.',
    SPOT_LONG: 'Long standfirst: {length} characters, recommended {limit}.',
    SECTION_BLANK: 'The part is empty; if so, it is left off.',
    QUOTE_SPEAKER_MISSING: "The quote lacks the speaker's title.",
    QUOTE_CONSENT_MISSING: 'The quote lacks consent.',
    IMAGE_ALT_MISSING: 'No alternative text: {fileName}',
    IMAGE_CAPTION_MISSING: 'No caption: {fileName}',
    IMAGE_CREDIT_MISSING: 'No photographer: {fileName}',
    PLACEHOLDER_LEFT: 'Gap not filled: {words}',
    IDENTITY_NUMBER: 'A national identity number (ending {lastDigits}) is in the text; take it out.',
    OPEN_SUGGESTIONS: 'Open suggestions: {count}. They are not in the text that goes out.',
  },
);

/** What a check found, as a sentence; `params` are `name=value` as the API gives them. */
export function findingSentence(code: string, params: readonly string[]): string {
  const values = params.map((param): [string, string] => {
    const at = param.indexOf('=');
    return [param.slice(0, at), param.slice(at + 1)];
  });
  const messages = words as unknown as Record<string, (values: Record<string, string>) => string>;
  return messages[code]?.(Object.fromEntries(values)) ?? sentenceOf(words, code);
}
