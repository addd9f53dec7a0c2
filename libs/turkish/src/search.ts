/**
 * One rule of search for the browser and the database: every folded word of the query is the beginning of a folded
 * word of the text. It can be explained to anybody, and it finds "su kesinti" in "su kesintisi", which PostgreSQL's
 * Turkish stemmer does not.
 */
import { foldWords } from './fold';

/** A query has at most this many words; the rest is not looked at. */
const MAX_TERMS = 16;

/** Characters of a word that are looked at; PostgreSQL refuses lexemes above 2046 bytes. */
const MAX_TERM_LENGTH = 64;

/** The folded words of a query, each once, in their order, without operators or punctuation. May be empty. */
export function searchTerms(query: string): string[] {
  const terms = foldWords(query).map((word) => Array.from(word).slice(0, MAX_TERM_LENGTH).join(''));
  return [...new Set(terms)].slice(0, MAX_TERMS);
}

/** Whether the text has, for every word of the query, a word that begins with it. A query without words matches all. */
export function matchesSearch(text: string, query: string): boolean {
  const words = foldWords(text);
  return searchTerms(query).every((term) => words.some((word) => word.startsWith(term)));
}

/**
 * The query for `to_tsquery('simple', $1)` over a `tr_search_text` document, e.g. `su:* & kesinti:*`, or null when
 * there is no word to look for. Terms hold letters and digits only, so no operator of the user's reaches PostgreSQL.
 */
export function toPrefixTsquery(query: string): string | null {
  const terms = searchTerms(query);
  return terms.length === 0 ? null : terms.map((term) => `${term}:*`).join(' & ');
}
