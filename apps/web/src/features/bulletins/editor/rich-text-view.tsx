import { createElement, Fragment, type ReactNode } from 'react';
import type { RichText, RichTextMark, RichTextNode } from '@domain/text/rich-text';
import css from './page.module.css';

const elements: Readonly<Partial<Record<RichTextNode['type'], string>>> = {
  paragraph: 'p',
  heading: 'h4',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
};

/** A finished text as it is read; no editor is needed for it. */
export function RichTextView({ text, kind }: { readonly text: RichText; readonly kind?: string }) {
  return (
    <div className={`${css.page} ${css.still}`} data-kind={kind}>
      {(text.content ?? []).map((node, index) => (
        <Fragment key={index}>{nodeView(node)}</Fragment>
      ))}
    </div>
  );
}

function nodeView(node: RichTextNode): ReactNode {
  if (node.type === 'hardBreak') return <br />;
  if (node.type === 'text') return (node.marks ?? []).reduceRight<ReactNode>(marked, node.text ?? '');
  const children = (node.content ?? []).map((child, index) => <Fragment key={index}>{nodeView(child)}</Fragment>);
  return createElement(elements[node.type] ?? 'p', null, children.length === 0 ? <br /> : children);
}

function marked(children: ReactNode, { type, attrs }: RichTextMark): ReactNode {
  if (type === 'bold') return <strong>{children}</strong>;
  if (type === 'italic') return <em>{children}</em>;
  return (
    <a href={attrs?.['href'] ?? undefined} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}
