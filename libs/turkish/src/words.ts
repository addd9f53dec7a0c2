import { normalizeApostrophe } from './fold';

/** A word, or a piece of what stands between words (a space, a sign). */
export interface TextPiece {
  readonly text: string;
  readonly isWord: boolean;
}

const segmenter = new Intl.Segmenter('tr', { granularity: 'word' });

/**
 * Cuts a text into words and what stands between them without losing a character. A suffix belongs to its word,
 * whatever the apostrophe: "Ayvalık'ta" and "24'ünde" are one word each, which Unicode's rules (UAX #29) say of the
 * first only.
 */
export function cutIntoWords(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  for (const { index, segment, isWordLike } of segmenter.segment(normalizeApostrophe(text))) {
    const piece = { text: text.slice(index, index + segment.length), isWord: isWordLike === true };
    const stem = pieces.at(-2);
    const apostrophe = pieces.at(-1);
    if (piece.isWord && stem?.isWord === true && isApostrophe(apostrophe)) {
      pieces.splice(-2, 2, { text: stem.text + apostrophe.text + piece.text, isWord: true });
    } else {
      pieces.push(piece);
    }
  }
  return pieces;
}

function isApostrophe(piece: TextPiece | undefined): piece is TextPiece {
  return piece !== undefined && normalizeApostrophe(piece.text) === "'";
}
