/**
 * The editor's grammar: TipTap extensions that build exactly `draftSchema` of the domain, with how each part stands in
 * the page. A test holds the two together.
 */
import { Extension, Mark, Node, type Attributes } from '@tiptap/core';
import type { DOMOutputSpec } from '@tiptap/pm/model';
import { linkAddress } from '@domain/text/link-address';

const blockTypes = ['paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'blockquote', 'hardBreak'];

const silent = { default: null, rendered: false } as const;

/** Suggestions on blocks and breaks; only the words of the page tell them, never pasted or copied HTML. */
const Suggestible = Extension.create({
  name: 'suggestible',
  addGlobalAttributes: () => [
    {
      types: blockTypes,
      attributes: {
        suggestion: {
          default: null,
          parseHTML: () => null,
          renderHTML: ({ suggestion }) => (suggestion === null ? {} : { 'data-suggestion': suggestion as string }),
        },
        suggestionId: {
          default: null,
          parseHTML: () => null,
          renderHTML: ({ suggestionId }) =>
            suggestionId === null ? {} : { 'data-suggestion-id': suggestionId as string },
        },
        suggestionUserId: silent,
        suggestionOfficeId: silent,
        suggestionAt: silent,
      },
    },
  ],
});

interface BlockSpec {
  readonly name: string;
  readonly content: string;
  readonly tags: readonly string[];
  readonly group?: string;
  readonly attributes?: Attributes;
  /** Stays what it is when it is pasted into an empty paragraph. */
  readonly defining?: boolean;
}

const block = ({ name, content, tags, group, attributes, defining = false }: BlockSpec) =>
  Node.create({
    name,
    content,
    defining,
    ...(group === undefined ? {} : { group }),
    ...(attributes === undefined ? {} : { addAttributes: () => attributes }),
    parseHTML: () => tags.map((tag) => ({ tag })),
    renderHTML: ({ HTMLAttributes }): DOMOutputSpec => [tags[0] ?? 'div', HTMLAttributes, 0],
  });

const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' });

const Text = Node.create({ name: 'text', group: 'inline' });

const HardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: ({ HTMLAttributes }) => ['br', HTMLAttributes],
  renderText: () => '\n',
});

const blocks = [
  block({ name: 'paragraph', group: 'block', content: 'inline*', tags: ['p'] }),
  block({
    name: 'heading',
    group: 'block',
    content: 'inline*',
    tags: ['h4', 'h1', 'h2', 'h3', 'h5', 'h6'],
    defining: true,
    attributes: { level: { default: 2, rendered: false } },
  }),
  block({ name: 'bulletList', group: 'block', content: 'listItem+', tags: ['ul'] }),
  block({ name: 'orderedList', group: 'block', content: 'listItem+', tags: ['ol'] }),
  block({ name: 'listItem', content: 'paragraph block*', tags: ['li'], defining: true }),
  block({ name: 'blockquote', group: 'block', content: 'block+', tags: ['blockquote'], defining: true }),
];

/** Whether a style says bold or not; undefined: it does not say. */
function boldStyle(weight: string): boolean | undefined {
  if (weight === 'normal' || weight === '400') return false;
  return /^(bold(er)?|[6-9]\d{2,})$/.test(weight) ? true : undefined;
}

const Bold = Mark.create({
  name: 'bold',
  parseHTML: () => [
    { tag: 'strong' },
    // Google Docs wraps whole texts into a <b> that says that it is not bold.
    { tag: 'b', getAttrs: (element) => (element.style.fontWeight === 'normal' ? false : null) },
    { style: 'font-weight', getAttrs: (weight) => (boldStyle(weight) === true ? null : false) },
  ],
  renderHTML: () => ['strong', 0],
});

const Italic = Mark.create({
  name: 'italic',
  parseHTML: () => [{ tag: 'i' }, { tag: 'em' }, { style: 'font-style=italic' }],
  renderHTML: () => ['em', 0],
});

const Link = Mark.create({
  name: 'link',
  addAttributes: () => ({ href: { isRequired: true } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = linkAddress(element.getAttribute('href'));
        return href === null ? false : { href };
      },
    },
  ],
  renderHTML: ({ mark }) => ['a', { href: String(mark.attrs['href']), rel: 'noreferrer noopener' }, 0],
});

const required = { isRequired: true, rendered: false } as const;

/** Marks that HTML from outside never carries in: they speak in somebody's name. */
const suggestionMark = (name: 'insertion' | 'deletion', tag: string) =>
  Mark.create({
    name,
    inclusive: false,
    // Several people may strike out the same words.
    excludes: name === 'insertion' ? 'insertion deletion' : 'insertion',
    addAttributes: () => ({ id: required, userId: required, officeId: required, at: required }),
    renderHTML: ({ mark }) => [tag, { 'data-suggestion-id': String(mark.attrs['id']) }, 0],
  });

const Comment = Mark.create({
  name: 'comment',
  inclusive: false,
  excludes: '',
  addAttributes: () => ({ id: required }),
  renderHTML: ({ mark }) => ['span', { 'data-comment-id': String(mark.attrs['id']) }, 0],
});

/** In the order of `draftSchema`: it decides how nodes are filled and marks are sorted. */
export const schemaExtensions = [
  Doc,
  ...blocks,
  HardBreak,
  Text,
  Bold,
  Italic,
  Link,
  suggestionMark('insertion', 'ins'),
  suggestionMark('deletion', 'del'),
  Comment,
  Suggestible,
];
