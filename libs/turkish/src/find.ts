/** Where in a text the words of a query are, by the rule of the search itself; for marks on screen. */
import { fold } from './fold';
import { searchTerms } from './search';

/** A stretch of a text, in UTF-16 code units, as `String.slice` counts. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface Snippet {
  readonly text: string;
  readonly marks: readonly TextRange[];
}

const WORD = /[\p{L}\p{M}\p{Nd}]+/gu;

/** Letters before the first find: enough to read on, few enough that the find stays in sight. */
const LEAD_IN = 60;

/** The words of the text that begin with a word of the query, in order. */
export function findWords(text: string, query: string): TextRange[] {
  const terms = searchTerms(query);
  if (terms.length === 0) return [];
  const found: TextRange[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const folded = fold(word);
    if (terms.some((term) => folded.startsWith(term))) found.push({ start: index, end: index + word.length });
  }
  return found;
}

/**
 * A piece of the text around the first find, at most about `length` characters and cut between words, with `…` where
 * it was cut; the beginning of the text when nothing is found. Blanks are drawn together.
 */
export function snippetOf(text: string, query: string, length = 180): Snippet {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  const first = findWords(flat, query)[0]?.start ?? 0;
  const start = first <= LEAD_IN ? 0 : flat.indexOf(' ', first - LEAD_IN) + 1;
  const isWhole = flat.length - start <= length;
  const lastBlank = flat.lastIndexOf(' ', start + length);
  const end = isWhole ? flat.length : lastBlank > start ? lastBlank : start + length;
  const piece = `${start > 0 ? '… ' : ''}${flat.slice(start, end)}${end < flat.length ? ' …' : ''}`;
  return { text: piece, marks: findWords(piece, query) };
}
