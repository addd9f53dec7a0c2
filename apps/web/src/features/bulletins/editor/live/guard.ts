import type { Node } from '@tiptap/pm/model';
import { DomainError } from '@domain/errors';
import { judgeChange, readingOf, type DraftReading } from '@domain/text/draft-change';
import { isOneLine, type Writing, type WritingRefusal } from './writing';

const readings = new WeakMap<Node, DraftReading>();

/** What counts in a draft, what is proposed and what is remarked upon; reckoned once for each document. */
export function readingOfDoc(doc: Node): DraftReading {
  const known = readings.get(doc);
  if (known) return known;
  const reading = readingOf(doc.toJSON());
  readings.set(doc, reading);
  return reading;
}

const formats = ['bold', 'italic', 'link'];

/** Whether a headline or spot is no more than one paragraph of plain words. */
function isPlainLine(doc: Node): boolean {
  let isPlain = doc.childCount === 1 && doc.firstChild?.type.name === 'paragraph';
  doc.descendants((node) => {
    isPlain &&= node.type.name !== 'hardBreak' && !node.marks.some(({ type }) => formats.includes(type.name));
    return isPlain;
  });
  return isPlain;
}

/**
 * Whether the server would take this change: the same judge, asked before the change is made, so that nobody is cut
 * off for a key they pressed. null: yes.
 */
export function judge(before: Node, after: Node, { mode, kind, suggester }: Writing): WritingRefusal | null {
  if (isOneLine(kind) && !isPlainLine(after) && isPlainLine(before)) return 'ONE_LINE';
  try {
    const { userId, officeId } = suggester;
    return judgeChange(readingOfDoc(before), readingOfDoc(after), { userId, officeId, mode });
  } catch (error) {
    if (error instanceof DomainError) return 'INVALID';
    throw error;
  }
}
