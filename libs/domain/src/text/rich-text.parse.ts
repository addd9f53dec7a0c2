import { canonicalJson, type Json } from '../canonical';
import { DomainError, ErrorCode } from '../errors';
import { linkAddress } from './link-address';
import type { RichText, RichTextMark, RichTextNode } from './rich-text';
import { richTextSchema } from './rich-text.schema';

/** Bounds of one text; a text beyond them is refused, never cut. */
export interface RichTextLimits {
  /** UTF-8 bytes of the canonical JSON. */
  readonly maxBytes: number;
  /** Nodes of every type, the document itself included. */
  readonly maxNodes: number;
  /** Levels below the document; its blocks are level 1. */
  readonly maxDepth: number;
}

export const defaultRichTextLimits: RichTextLimits = { maxBytes: 200_000, maxNodes: 2000, maxDepth: 8 };

type Path = readonly string[];
type Members = { readonly [key: string]: unknown };

interface Walk {
  readonly limits: RichTextLimits;
  nodes: number;
  /** UTF-16 code units of text so far: a cheap bound before the exact one. */
  codeUnits: number;
}

const MARK_ORDER = ['bold', 'italic', 'link'] as const;
const BLOCK_TYPES = new Set(['paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'blockquote']);

/**
 * What no text may hold: control characters (tab and line feed excepted), lone surrogates, noncharacters, and the
 * bidirectional overrides and isolates that make a text read differently from what was signed (Unicode TR #36).
 */
const FORBIDDEN = /(?![\t\n])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|[\u202A-\u202E\u2066-\u2069]/u;

/** Whether a text holds characters that no text may hold. */
export function hasForbiddenCharacters(text: string): boolean {
  return FORBIDDEN.test(text);
}

function invalid(path: Path, message: string): DomainError {
  return new DomainError(ErrorCode.INVALID, { path, message: `parsing a rich text: ${message}` });
}

function membersOf(value: unknown, path: Path): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(path, 'an object is needed');
  return value as Members;
}

/** Own members only: what sits on a prototype, or under `__proto__`, is never read. */
function own(members: Members, key: string): unknown {
  return Object.hasOwn(members, key) ? members[key] : undefined;
}

function listOf(value: unknown, path: Path): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw invalid(path, 'a list is needed');
  return value as readonly unknown[];
}

function parseText(value: unknown, path: Path, walk: Walk): string {
  if (typeof value !== 'string') throw invalid(path, 'a text is needed');
  walk.codeUnits += value.length;
  if (walk.codeUnits > walk.limits.maxBytes) throw invalid([], 'the text is too long');
  const text = value.replaceAll('\r\n', '\n').normalize('NFC');
  if (FORBIDDEN.test(text)) throw invalid(path, 'control characters are not allowed');
  return text;
}

function parseMark(value: unknown, path: Path): RichTextMark {
  const members = membersOf(value, path);
  const type = own(members, 'type');
  if (type === 'bold' || type === 'italic') return { type };
  if (type !== 'link') throw invalid([...path, 'type'], 'unknown mark');
  const href = linkAddress(own(membersOf(own(members, 'attrs'), [...path, 'attrs']), 'href'));
  if (href === null) throw invalid([...path, 'attrs', 'href'], 'only http, https, mailto and tel may be linked to');
  return { type, attrs: { href } };
}

/** In one fixed order; of two marks of one type the first counts, as in ProseMirror. */
function parseMarks(value: unknown, path: Path): readonly RichTextMark[] {
  const list = listOf(value, path);
  if (list.length > 2 * MARK_ORDER.length) throw invalid(path, 'too many marks');
  const marks = list.map((mark, index) => parseMark(mark, [...path, String(index)]));
  return MARK_ORDER.flatMap((type) => marks.find((mark) => mark.type === type) ?? []);
}

function parseNode(value: unknown, path: Path, depth: number, walk: Walk): RichTextNode | null {
  walk.nodes += 1;
  if (walk.nodes > walk.limits.maxNodes) throw invalid([], 'the text has too many parts');
  if (depth > walk.limits.maxDepth) throw invalid(path, 'the text is nested too deeply');
  const members = membersOf(value, path);
  const type = own(members, 'type');
  if (type === 'hardBreak') return { type };
  if (type === 'text') {
    const text = parseText(own(members, 'text'), [...path, 'text'], walk);
    const marks = parseMarks(own(members, 'marks'), [...path, 'marks']);
    if (text === '') return null;
    return marks.length === 0 ? { type, text } : { type, text, marks };
  }
  if (typeof type !== 'string' || !BLOCK_TYPES.has(type)) throw invalid([...path, 'type'], 'unknown node');
  return block(type as RichTextNode['type'], parseContent(members, path, depth + 1, walk));
}

function block(type: RichTextNode['type'], content: readonly RichTextNode[]): RichTextNode {
  const attrs = type === 'heading' ? { attrs: { level: 2 } } : {};
  return content.length === 0 ? { type, ...attrs } : { type, ...attrs, content };
}

function parseContent(members: Members, path: Path, depth: number, walk: Walk): readonly RichTextNode[] {
  const contentPath = [...path, 'content'];
  const nodes = listOf(own(members, 'content'), contentPath).map((child, index) =>
    parseNode(child, [...contentPath, String(index)], depth, walk),
  );
  return mergeTexts(nodes.filter((node) => node !== null));
}

/** Neighbours with the same marks become one; joining may compose characters, so the result is normalised again. */
function mergeTexts(nodes: readonly RichTextNode[]): readonly RichTextNode[] {
  const merged: RichTextNode[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (last && last.type === 'text' && node.type === 'text' && sameMarks(last, node)) {
      const text = `${last.text ?? ''}${node.text ?? ''}`.replaceAll('\r\n', '\n').normalize('NFC');
      merged[merged.length - 1] = { ...last, text };
    } else {
      merged.push(node);
    }
  }
  return merged;
}

function sameMarks(left: RichTextNode, right: RichTextNode): boolean {
  return canonicalJson((left.marks ?? []) as unknown as Json) === canonicalJson((right.marks ?? []) as unknown as Json);
}

function checkGrammar(doc: RichText): void {
  try {
    richTextSchema.nodeFromJSON(doc).check();
  } catch (cause) {
    throw new DomainError(ErrorCode.INVALID, {
      path: ['content'],
      message: 'parsing a rich text: the blocks do not fit into each other',
      cause,
    });
  }
}

/**
 * Reads ProseMirror JSON from outside and gives its one canonical form: NFC, marks in order, equal neighbours merged,
 * empty texts and unknown attributes and members dropped, headings of level 2, at least one block.
 * `parse(parse(x))` equals `parse(x)`, so a stored text hashes the same whoever sent it.
 * Refuses with INVALID and the path: unknown nodes or marks, forbidden link addresses, control characters, lone
 * surrogates, bidirectional overrides, blocks that do not fit into each other, more than the limits.
 */
export function parseRichText(json: unknown, limits: RichTextLimits = defaultRichTextLimits): RichText {
  const walk: Walk = { limits, nodes: 1, codeUnits: 0 };
  const members = membersOf(json, []);
  if (own(members, 'type') !== 'doc') throw invalid(['type'], 'the outermost node must be "doc"');
  const content = parseContent(members, [], 1, walk);
  const doc: RichText = { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content };
  if (new TextEncoder().encode(canonicalJson(doc as unknown as Json)).length > limits.maxBytes) {
    throw invalid([], 'the text is too long');
  }
  checkGrammar(doc);
  return doc;
}

function lineNodes(paragraph: string): readonly RichTextNode[] {
  return paragraph
    .split('\n')
    .flatMap((line, index): RichTextNode[] => [
      ...(index === 0 ? [] : [{ type: 'hardBreak' } as const]),
      { type: 'text', text: line },
    ]);
}

/** Plain text as a document: an empty line parts paragraphs, a single line break stays one. Refuses as `parseRichText`. */
export function fromPlainText(text: string, limits: RichTextLimits = defaultRichTextLimits): RichText {
  const paragraphs = text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  return parseRichText(
    { type: 'doc', content: paragraphs.map((paragraph) => ({ type: 'paragraph', content: lineNodes(paragraph) })) },
    limits,
  );
}
