import { Schema } from 'prosemirror-model';

/**
 * The grammar of every text in the workspace. Node and mark names are TipTap's, so the editor's JSON needs no mapping.
 * Headings have one level (2, "ara başlık"): the page's own title is level 1, and press texts know no deeper level.
 * Pictures are no part of a text: they live in ATTACHMENTS sections with alt text, caption and credit.
 */
export const richTextSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'inline*' },
    heading: { group: 'block', content: 'inline*', attrs: { level: { default: 2 } } },
    bulletList: { group: 'block', content: 'listItem+' },
    orderedList: { group: 'block', content: 'listItem+' },
    listItem: { content: 'paragraph block*' },
    blockquote: { group: 'block', content: 'block+' },
    hardBreak: { group: 'inline', inline: true },
    text: { group: 'inline' },
  },
  marks: {
    bold: {},
    italic: {},
    link: { attrs: { href: {} } },
  },
});
