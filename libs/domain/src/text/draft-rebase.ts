import { sameRichText, type RichText, type RichTextNode } from './rich-text';
import { canonicalOf, type DraftJson } from './draft';

/** What one block of a draft adds to the words that count: nothing, or one block. */
function wordsOf(block: unknown): readonly RichTextNode[] | null {
  const isWhollyProposed =
    typeof block === 'object' && block !== null && 'attrs' in block && isInsertionAttrs((block as Block).attrs);
  return isWhollyProposed ? [] : (canonicalOf({ type: 'doc', content: [block] }).content ?? null);
}

interface Block {
  readonly attrs?: unknown;
}

function isInsertionAttrs(attrs: unknown): boolean {
  return typeof attrs === 'object' && attrs !== null && 'suggestion' in attrs && attrs.suggestion === 'insertion';
}

const doc = (content: readonly RichTextNode[]): RichText => ({ type: 'doc', content });

/** How many blocks of the draft, and of the text, agree from the start of both lists on. */
function agreement(blocks: readonly unknown[], words: readonly RichTextNode[]): { kept: number; covered: number } {
  let covered = 0;
  for (const [kept, block] of blocks.entries()) {
    const own = wordsOf(block);
    if (own === null) return { kept, covered };
    if (own.length > 0 && !sameRichText(doc(own), doc(words.slice(covered, covered + own.length)))) {
      return { kept, covered };
    }
    covered += own.length;
  }
  return { kept: blocks.length, covered };
}

/**
 * A draft for words that were written past it (by API, or restored): blocks whose words are the same keep their
 * suggestions and anchors, the others become the given words. Its canonical text is exactly `words`.
 */
export function rebaseDraft(draft: DraftJson, words: RichText): DraftJson {
  const blocks = draft.content ?? [];
  const given = words.content ?? [];
  const head = agreement(blocks, given);
  const tail = agreement(blocks.slice(head.kept).toReversed(), given.slice(head.covered).toReversed());
  const rebased: DraftJson = {
    type: 'doc',
    content: [
      ...blocks.slice(0, head.kept),
      ...given.slice(head.covered, given.length - tail.covered),
      ...blocks.slice(blocks.length - tail.kept),
    ],
  };
  return sameRichText(canonicalOf(rebased), words) ? rebased : { type: 'doc', content: given };
}
