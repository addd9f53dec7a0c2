import { linkAddress } from '@domain/text/link-address';
import type { RichText, RichTextNode } from '@domain/text/rich-text';

/**
 * The one reading of rich text for files and messages. ProseMirror JSON comes in; blocks of runs go out, with
 * characters that no format can carry already gone and links limited to addresses that are safe to press.
 * Every format (PDF, DOCX, plain text, mail) maps these blocks and never looks at the JSON itself.
 */
export interface TextRun {
  /** Never empty; `'\n'` alone is a line break inside the paragraph. */
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** http, https, mailto or tel; null where there is no link or its address is of another kind. */
  readonly href: string | null;
}

export interface ParagraphBlock {
  readonly type: 'paragraph';
  readonly runs: readonly TextRun[];
}

/** A crosshead. `depth` 1 follows the headline; 2 stands only below a 1, so that no level is skipped. */
export interface HeadingBlock {
  readonly type: 'heading';
  readonly depth: 1 | 2;
  readonly runs: readonly TextRun[];
}

export interface ListBlock {
  readonly type: 'list';
  /** The first number of a numbered list; null: bullets. */
  readonly start: number | null;
  readonly items: readonly (readonly Block[])[];
}

export interface QuoteBlock {
  readonly type: 'quote';
  readonly blocks: readonly Block[];
  /** Who says it, 'Ayvalık Belediye Başkanı Rüştü İğdeli'; null in a quote inside running text. */
  readonly attribution: string | null;
}

export type Block = ParagraphBlock | HeadingBlock | ListBlock | QuoteBlock;

/**
 * What no format may carry: control characters (XML 1.0 §2.2 forbids most), the marks that turn or isolate
 * the direction of writing (Unicode UAX #9, abused to make text read differently than it is), and the byte order mark.
 */
const UNPRINTABLE = /[\p{Cc}\p{Bidi_Control}\p{Noncharacter_Code_Point}\uFEFF]/gu;

/** The text as it may be printed: in composed form (NFC), well-formed, in one line, without characters that no format can carry. */
export function printable(text: string): string {
  return text
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .normalize('NFC')
    .replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]+/gu, ' ')
    .replaceAll(UNPRINTABLE, '');
}

/** The blocks of a rich text, empty paragraphs left out. Depth of nesting follows the text, which its schema bounds. */
export function richTextBlocks(content: RichText): readonly Block[] {
  return blocksOf(content.content ?? []);
}

/** The words of blocks without marks, paragraphs and line breaks as single spaces. */
export function blocksText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.type === 'list') return block.items.map(blocksText).join(' ');
      return block.type === 'quote' ? blocksText(block.blocks) : runsText(block.runs);
    })
    .filter((text) => text !== '')
    .join(' ');
}

/** The words of runs without marks; a line break becomes a space. */
export function runsText(runs: readonly TextRun[]): string {
  return runs
    .map((run) => run.text)
    .join('')
    .replaceAll('\n', ' ')
    .trim();
}

function blocksOf(nodes: readonly RichTextNode[]): readonly Block[] {
  return nodes.flatMap((node) => blockOf(node));
}

function blockOf(node: RichTextNode): readonly Block[] {
  switch (node.type) {
    case 'paragraph':
    case 'text':
    case 'hardBreak':
      return withRuns(node, (runs) => ({ type: 'paragraph', runs }));
    case 'heading':
      return withRuns(node, (runs) => ({
        type: 'heading',
        depth: Number(node.attrs?.['level'] ?? 2) > 2 ? 2 : 1,
        runs,
      }));
    case 'bulletList':
      return listOf(node, null);
    case 'orderedList':
      return listOf(node, firstNumber(node));
    case 'listItem':
      return blocksOf(node.content ?? []);
    case 'blockquote': {
      const blocks = blocksOf(node.content ?? []);
      return blocks.length === 0 ? [] : [{ type: 'quote', blocks, attribution: null }];
    }
    default: {
      const unknown: never = node.type;
      throw new Error(`Reading rich text failed: there is no node of type ${String(unknown)}`);
    }
  }
}

function withRuns(node: RichTextNode, build: (runs: readonly TextRun[]) => Block): readonly Block[] {
  const runs = runsOf(node.type === 'text' || node.type === 'hardBreak' ? [node] : (node.content ?? []));
  return runsText(runs) === '' ? [] : [build(runs)];
}

function listOf(node: RichTextNode, start: number | null): readonly Block[] {
  const items = (node.content ?? []).map((item) => blocksOf(item.content ?? [])).filter((blocks) => blocks.length > 0);
  return items.length === 0 ? [] : [{ type: 'list', start, items }];
}

function firstNumber(list: RichTextNode): number {
  const start = Math.trunc(Number(list.attrs?.['start'] ?? 1));
  return Number.isFinite(start) ? Math.max(0, start) : 1;
}

function runsOf(nodes: readonly RichTextNode[]): readonly TextRun[] {
  return nodes.flatMap((node): readonly TextRun[] => {
    if (node.type === 'hardBreak') return [{ text: '\n', bold: false, italic: false, href: null }];
    const text = printable(node.text ?? '');
    return text === '' ? [] : [{ text, ...marksOf(node) }];
  });
}

function marksOf(node: RichTextNode): Omit<TextRun, 'text'> {
  const marks = node.marks ?? [];
  const link = marks.find((mark) => mark.type === 'link');
  return {
    bold: marks.some((mark) => mark.type === 'bold'),
    italic: marks.some((mark) => mark.type === 'italic'),
    href: linkAddress(link?.attrs?.['href']),
  };
}
