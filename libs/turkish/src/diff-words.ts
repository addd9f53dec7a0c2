import { diffArrays } from 'diff';
import { cutIntoWords } from './words';

/** One stretch of text; those of kind same and removed give the text before, same and added the text after. */
export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond this many changed words the texts have nothing to compare; it also bounds the time (quadratic in it). */
const MAX_CHANGED_WORDS = 4000;

/**
 * What changed between two texts, by words: "Ayvalık'ta" is one word, whatever its apostrophe. Nothing is ignored, not
 * even spaces, as a signature stands for exactly these characters. In a run of changes what was removed comes first.
 */
export function diffWords(before: string, after: string): WordChange[] {
  const changes = diffArrays(piecesOf(before), piecesOf(after), { maxEditLength: MAX_CHANGED_WORDS });
  if (changes === undefined)
    return inReadingOrder([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  return inReadingOrder(
    changes.map((change) => ({
      kind: change.added ? 'added' : change.removed ? 'removed' : 'same',
      text: change.value.join(''),
    })),
  );
}

function piecesOf(text: string): string[] {
  return cutIntoWords(text).map((piece) => piece.text);
}

/** Joins changes that only a space separates, so that a rewritten phrase reads as one removal and one addition. */
function inReadingOrder(changes: readonly WordChange[]): WordChange[] {
  const ordered: WordChange[] = [];
  let removed = '';
  let added = '';
  const closeRun = () => {
    if (removed !== '') ordered.push({ kind: 'removed', text: removed });
    if (added !== '') ordered.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  changes.forEach((change, index) => {
    if (change.kind === 'removed') removed += change.text;
    else if (change.kind === 'added') added += change.text;
    else if (isGapInsideRun(changes, index)) {
      removed += change.text;
      added += change.text;
    } else {
      closeRun();
      ordered.push(change);
    }
  });
  closeRun();
  return ordered;
}

/** Whether an unchanged space has a replaced word on both sides; after an insertion alone it stays unchanged. */
function isGapInsideRun(changes: readonly WordChange[], index: number): boolean {
  const gap = changes[index];
  if (gap === undefined || !/^[^\S\n]+$/u.test(gap.text)) return false;
  return (
    isReplacement(changes.slice(Math.max(0, index - 2), index)) && isReplacement(changes.slice(index + 1, index + 3))
  );
}

function isReplacement(pair: readonly WordChange[]): boolean {
  return pair.length === 2 && pair.every((change) => change.kind !== 'same');
}
