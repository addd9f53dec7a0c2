import { Schema, type AttributeSpec, type NodeSpec } from 'prosemirror-model';

/**
 * The grammar of a text while it is being written: that of `rich-text.schema.ts`, with what is only proposed or
 * remarked upon. A suggestion on words is a mark, `insertion` or `deletion`. On blocks and hard breaks it is a set of
 * attributes: the shared document (Yjs through y-tiptap) stores attributes of elements but drops marks on them.
 * The words that count, are signed and go out never hold any of this: see `canonicalOf` in `draft.ts`.
 */
export enum SuggestionKind {
  /** Not in the text yet. */
  INSERTION = 'insertion',
  /** Still in the text. */
  DELETION = 'deletion',
}

/** Attributes of a block or hard break that is suggested as a whole; all null when it is plain. */
export const suggestionAttrs = {
  suggestion: { default: null },
  suggestionId: { default: null },
  suggestionUserId: { default: null },
  suggestionOfficeId: { default: null },
  suggestionAt: { default: null },
} as const satisfies Record<string, AttributeSpec>;

const mark = { attrs: { id: {}, userId: {}, officeId: {}, at: {} }, inclusive: false };

const suggestible = (spec: NodeSpec): NodeSpec => ({ ...spec, attrs: { ...spec.attrs, ...suggestionAttrs } });

export const draftSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: suggestible({ group: 'block', content: 'inline*' }),
    heading: suggestible({ group: 'block', content: 'inline*', attrs: { level: { default: 2 } } }),
    bulletList: suggestible({ group: 'block', content: 'listItem+' }),
    orderedList: suggestible({ group: 'block', content: 'listItem+' }),
    listItem: suggestible({ content: 'paragraph block*' }),
    blockquote: suggestible({ group: 'block', content: 'block+' }),
    hardBreak: suggestible({ group: 'inline', inline: true }),
    text: { group: 'inline' },
  },
  marks: {
    bold: {},
    italic: {},
    link: { attrs: { href: {} } },
    /** Words that somebody proposes. `id` UUID of the suggestion, `at` instant in UTC (ISO 8601). */
    insertion: { ...mark, excludes: 'insertion deletion' },
    /** Words that somebody proposes to leave out. Several people may, each in a suggestion of their own. */
    deletion: { ...mark, excludes: 'insertion' },
    /** Words that a thread of remarks is about: `id` is the thread's `anchorId`. Several may lie on the same words. */
    comment: { attrs: { id: {} }, inclusive: false, excludes: '' },
  },
});
