import { graphemeLength } from '@turkish/measure';
import { canonicalJson, type Json } from '../canonical';

/** ProseMirror JSON of our schema (`rich-text.schema.ts`), with the node and mark names that TipTap uses. */
export interface RichText {
  readonly type: 'doc';
  readonly content?: readonly RichTextNode[];
}

export interface RichTextNode {
  readonly type:
    'paragraph' | 'heading' | 'bulletList' | 'orderedList' | 'listItem' | 'blockquote' | 'hardBreak' | 'text';
  readonly attrs?: Readonly<Record<string, string | number | null>>;
  readonly content?: readonly RichTextNode[];
  readonly marks?: readonly RichTextMark[];
  readonly text?: string;
}

export interface RichTextMark {
  readonly type: 'bold' | 'italic' | 'link';
  readonly attrs?: Readonly<Record<string, string | null>>;
}

export { defaultRichTextLimits, fromPlainText, parseRichText, type RichTextLimits } from './rich-text.parse';
export { toHtml } from './rich-text.html';

/** An empty text: one empty paragraph. */
export const emptyRichText: RichText = { type: 'doc', content: [{ type: 'paragraph' }] };

/** Text of one block's inline content; a hard break is a line break. */
function inlineText(nodes: readonly RichTextNode[] = []): string {
  return nodes.map((node) => (node.type === 'hardBreak' ? '\n' : (node.text ?? ''))).join('');
}

function isTextBlock(node: RichTextNode): boolean {
  return node.type === 'paragraph' || node.type === 'heading';
}

/** A list as lines: '- madde' or '1. madde'; what is nested in an item is indented by two spaces. */
function listLines(list: RichTextNode): string {
  return (list.content ?? [])
    .map((item, index) => {
      const marker = list.type === 'orderedList' ? `${index + 1}. ` : '- ';
      const text = (item.content ?? []).map(blockText).join('\n');
      return marker + text.replaceAll('\n', '\n  ');
    })
    .join('\n');
}

function blockText(node: RichTextNode): string {
  if (isTextBlock(node)) return inlineText(node.content);
  if (node.type === 'bulletList' || node.type === 'orderedList') return listLines(node);
  return (node.content ?? []).map(blockText).join('\n\n');
}

/** The text without marks: blocks are separated by an empty line, hard breaks are line breaks, lists are lines with markers. */
export function plainText(doc: RichText): string {
  return (doc.content ?? [])
    .map(blockText)
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}

function textBlocks(nodes: readonly RichTextNode[]): readonly RichTextNode[] {
  return nodes.flatMap((node) => (isTextBlock(node) ? [node] : textBlocks(node.content ?? [])));
}

/** Every paragraph, heading and list item as its own text, in reading order, without list markers; blank ones left out. */
export function paragraphsOf(doc: RichText): string[] {
  return textBlocks(doc.content ?? [])
    .map((node) => inlineText(node.content))
    .filter((text) => text.trim() !== '');
}

/** Whether there is nothing to read: no character but white space. */
export function isBlank(doc: RichText): boolean {
  return paragraphsOf(doc).length === 0;
}

/** Length of the plain text in characters as a reader counts them (grapheme clusters, UAX #29), not code units. */
export function textLength(doc: RichText): number {
  return graphemeLength(plainText(doc));
}

/** Whether two texts are the same, mark by mark. Both must be canonical. */
export function sameRichText(left: RichText, right: RichText): boolean {
  return canonicalJson(left as unknown as Json) === canonicalJson(right as unknown as Json);
}
