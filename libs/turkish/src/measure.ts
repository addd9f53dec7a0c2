import { cutIntoWords } from './words';

const graphemes = new Intl.Segmenter('tr', { granularity: 'grapheme' });

/** 3GPP TS 23.038 §6.2.1, the default alphabet: one septet each. It has ç only as a capital and no ğ, ı, İ, ş. */
const GSM_BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);

/** 3GPP TS 23.038 §6.2.1.1, the extension table: an escape and a septet each. */
const GSM_EXTENSION = new Set('\f^{}\\[~]|€');

export interface SmsUnits {
  /** `gsm7` if every character is in the default alphabet or its extension, else the whole message is `ucs2`. */
  readonly encoding: 'gsm7' | 'ucs2';
  /** Septets for `gsm7` (160 in a single message), 16-bit units for `ucs2` (70). */
  readonly units: number;
}

/** Characters as people count them: a letter with its combining marks is one, and so is a composed emoji. */
export function graphemeLength(text: string): number {
  return Array.from(graphemes.segment(text)).length;
}

/** Words as people count them: "Ayvalık'ta" and "24'ünde" are one each, punctuation is none. */
export function countWords(text: string): number {
  return cutIntoWords(text).filter((piece) => piece.isWord).length;
}

/** What a text costs as an SMS, composed letters taken as one (NFC). */
export function smsUnits(text: string): SmsUnits {
  const composed = text.normalize('NFC');
  let septets = 0;
  for (const character of composed) {
    if (GSM_BASIC.has(character)) septets += 1;
    else if (GSM_EXTENSION.has(character)) septets += 2;
    else return { encoding: 'ucs2', units: composed.length };
  }
  return { encoding: 'gsm7', units: septets };
}
