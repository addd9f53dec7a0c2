import { Extension } from '@tiptap/core';
import { Fragment, Slice, type Node, type Schema } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { cleanLetters, pastedLine, pastedParagraphs } from './pasted-text';
import { plainSlice } from './suggest/plain-slice';
import { cleanPastedHtml } from './pasted-html';
import { isOneLine } from './writing';

function cleanNode(node: Node): Node | null {
  if (node.isText) {
    const text = cleanLetters(node.text ?? '');
    return text === '' ? null : node.type.schema.text(text, node.marks);
  }
  const content = cleanFragment(node.content);
  const isBlankBlock = node.isTextblock && content.textBetween(0, content.size).trim() === '';
  if (isBlankBlock || (!node.isLeaf && content.size === 0)) return null;
  return node.copy(node.isTextblock ? trimmed(content) : content);
}

/** No blanks and breaks at the ends of a block. */
function trimmed(content: Fragment): Fragment {
  const nodes = [...content.content];
  while (nodes[0] && isBlank(nodes[0])) nodes.shift();
  for (let last = nodes.at(-1); last && isBlank(last); last = nodes.at(-1)) nodes.pop();
  return Fragment.fromArray(nodes);
}

const isBlank = (node: Node): boolean => node.type.name === 'hardBreak' || (node.text ?? 'x').trim() === '';

function cleanFragment(fragment: Fragment): Fragment {
  return Fragment.fromArray(fragment.content.map(cleanNode).filter((node) => node !== null));
}

function paragraphs(schema: Schema, texts: readonly string[]): Slice {
  const nodes = texts.map((text) => schema.node('paragraph', null, [schema.text(text)]));
  return new Slice(Fragment.fromArray(nodes), texts.length === 0 ? 0 : 1, texts.length === 0 ? 0 : 1);
}

function cleanSlice(slice: Slice, kind: string): Slice {
  const plain = plainSlice(slice);
  const { schema } = plain.content.firstChild?.type ?? { schema: null };
  if (schema === null) return plain;
  if (isOneLine(kind)) {
    const line = pastedLine(plain.content.textBetween(0, plain.content.size, '\n', '\n'));
    return line === '' ? Slice.empty : new Slice(Fragment.from(schema.text(line)), 0, 0);
  }
  const content = cleanFragment(plain.content);
  return Slice.maxOpen(content);
}

/** What is pasted keeps its words, lists, headings, bold, italic and links; fonts, colours and empty lines stay out. */
export const Paste = Extension.create<{ kind: string }>({
  name: 'cleanPaste',
  addOptions: () => ({ kind: '' }),
  addProseMirrorPlugins() {
    const { kind } = this.options;
    return [
      new Plugin({
        key: new PluginKey('cleanPaste'),
        props: {
          transformPastedHTML: cleanPastedHtml,
          clipboardTextParser: (text, _$context, _isPlain, view) =>
            paragraphs(
              view.state.schema,
              isOneLine(kind) ? [pastedLine(text)].filter(Boolean) : pastedParagraphs(text),
            ),
          transformPasted: (slice) => cleanSlice(slice, kind),
          clipboardTextSerializer: (slice) =>
            slice.content.textBetween(0, slice.content.size, '\n\n', '\n').replaceAll('\u200B', ''),
        },
      }),
    ];
  },
});
