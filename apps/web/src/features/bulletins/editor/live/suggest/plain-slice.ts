import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { SuggestionKind } from '@domain/text/draft.schema';
import { suggestionsOn } from '@domain/text/draft.read';
import { isOwn, suggestedAttrs, anchor, type Suggester } from './origin';

const carried = new Set(['insertion', 'deletion', 'comment']);

function plainNode(node: Node): Node {
  const marks = node.marks.filter(({ type }) => !carried.has(type.name));
  if (node.isText) return node.mark(marks);
  const attrs = node.attrs['suggestion'] ? { ...node.attrs, ...suggestedAttrs(null, null) } : node.attrs;
  return node.type.create(attrs, plainFragment(node.content), marks);
}

function plainFragment(fragment: Fragment): Fragment {
  return Fragment.fromArray(fragment.content.map(plainNode));
}

/** Content without suggestions and anchors of remarks: what is typed, pasted or moved starts anew. */
export function plainSlice(slice: Slice): Slice {
  return new Slice(plainFragment(slice.content), slice.openStart, slice.openEnd);
}

/** What a person's copy of a text takes over: the words that count and their own, nobody else's, without any marks. */
export function ownReading(fragment: Fragment, suggester: Suggester): Fragment {
  const nodes = fragment.content.flatMap((node): Node[] => {
    const suggestions = suggestionsOn(node);
    const insertion = suggestions.find(({ kind }) => kind === SuggestionKind.INSERTION);
    if (insertion && !isOwn(insertion, suggester)) return [];
    if (suggestions.some((found) => found.kind === SuggestionKind.DELETION && isOwn(found, suggester))) return [];
    if (!node.isText) return [plainNode(node).copy(ownReading(node.content, suggester))];
    const text = suggestions.length > 0 ? (node.text ?? '').replaceAll(anchor, '') : (node.text ?? '');
    if (text === '') return [];
    return [plainNode(node.type.schema.text(text, node.marks))];
  });
  return Fragment.fromArray(nodes);
}
