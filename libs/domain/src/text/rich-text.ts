/** ProseMirror JSON of our schema (`rich-text.schema.ts`), with the node and mark names that TipTap uses. */
export interface RichText {
  readonly type: 'doc';
  readonly content?: readonly RichTextNode[];
}

export interface RichTextNode {
  readonly type: 'paragraph' | 'heading' | 'bulletList' | 'orderedList' | 'listItem' | 'blockquote' | 'hardBreak' | 'text';
  readonly attrs?: Readonly<Record<string, string | number | null>>;
  readonly content?: readonly RichTextNode[];
  readonly marks?: readonly RichTextMark[];
  readonly text?: string;
}

export interface RichTextMark {
  readonly type: 'bold' | 'italic' | 'link';
  readonly attrs?: Readonly<Record<string, string | null>>;
}
