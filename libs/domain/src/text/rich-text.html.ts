import type { RichText, RichTextMark, RichTextNode } from './rich-text';
import { linkAddress } from './link-address';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

const BLOCK_TAGS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  heading: 'h2',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
};

function marked(html: string, mark: RichTextMark): string {
  if (mark.type === 'bold') return `<strong>${html}</strong>`;
  if (mark.type === 'italic') return `<em>${html}</em>`;
  const href = linkAddress(mark.attrs?.['href']);
  return href === null ? html : `<a href="${escapeHtml(href)}" rel="noopener nofollow">${html}</a>`;
}

function nodeHtml(node: RichTextNode): string {
  if (node.type === 'hardBreak') return '<br>';
  if (node.type === 'text') return (node.marks ?? []).reduce(marked, escapeHtml(node.text ?? ''));
  const inner = (node.content ?? []).map(nodeHtml).join('');
  const tag = BLOCK_TAGS[node.type];
  return tag === undefined ? '' : `<${tag}>${inner}</${tag}>`;
}

/**
 * The text as an HTML fragment of p, h2, ul, ol, li, blockquote, br, strong, em and a, everything else escaped.
 * Checks link addresses again, so that a row written past `parseRichText` still cannot carry a script.
 */
export function toHtml(doc: RichText): string {
  return (doc.content ?? []).map(nodeHtml).join('');
}
