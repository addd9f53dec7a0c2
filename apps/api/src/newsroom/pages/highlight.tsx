import type { VNode } from 'preact';
import { fold } from '@turkish/fold';
import { searchTerms } from '@turkish/search';

const WORD = /[\p{L}\p{M}\p{Nd}]+/gu;

/** Below this length a beginning says too little to be shown as a find: "su" is found in "sürecek", but not marked. */
const MIN_BEGINNING = 3;

/** The text with every word marked that a word of the query finds, by the same folding as the search itself. */
export function Highlighted({ text, query = '' }: { readonly text: string; readonly query?: string }): VNode {
  const terms = searchTerms(query);
  if (terms.length === 0) return <>{text}</>;
  const parts: (string | VNode)[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const folded = fold(word);
    if (!terms.some((term) => isShown(folded, term))) continue;
    parts.push(text.slice(end, match.index), <mark>{word}</mark>);
    end = match.index + word.length;
  }
  parts.push(text.slice(end));
  return <>{parts}</>;
}

function isShown(word: string, term: string): boolean {
  return term.length < MIN_BEGINNING ? word === term : word.startsWith(term);
}
