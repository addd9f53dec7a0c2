import ICAL from 'ical.js';
import { ReadingRefusal } from './calendar-problem';

/** One content line, unfolded (RFC 5545 §3.1). */
export interface ContentLine {
  readonly text: string;
  /** Where it begins in the file, the first being 1. */
  readonly line: number;
}

/** What stands between BEGIN and END, without the components inside it. */
export interface FileComponent {
  /** Lower case: `vevent`. */
  readonly name: string;
  readonly line: number;
  readonly lines: ContentLine[];
  readonly parts: FileComponent[];
  isClosed: boolean;
}

export interface FileProperty {
  /** Lower case. */
  readonly name: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly values: readonly unknown[];
  /** What follows the colon, as it stands in the file. */
  readonly raw: string;
  readonly line: number;
}

/** Deeper than any calendar goes: VCALENDAR, VTIMEZONE, STANDARD. */
const deepest = 8;
/** Of the name and parameters of a line. Names of people and zones fit; what is longer only costs time. */
const longestHead = 4_000;

/**
 * Every component of the file in the order in which it begins, each as far as it goes: a file that is cut off or has an
 * END too many still yields what it holds. Linear in the length of the text.
 */
export function componentsOf(text: string): FileComponent[] {
  const all: FileComponent[] = [];
  const open: FileComponent[] = [];
  for (const line of unfolded(text)) {
    const [, edge, name = ''] = /^(BEGIN|END):\s*([\w-]+)\s*$/i.exec(line.text) ?? [];
    if (edge === undefined) open.at(-1)?.lines.push(line);
    else if (edge.toUpperCase() === 'BEGIN') begin(name.toLowerCase(), line.line, open, all);
    else end(name.toLowerCase(), open);
  }
  return all;
}

function begin(name: string, line: number, open: FileComponent[], all: FileComponent[]): void {
  // An event does not hold another: the one before it was not closed.
  if (name === 'vevent' || name === 'vcalendar') {
    const outer = open.findIndex((component) => component.name === 'vevent');
    if (outer !== -1) open.length = outer;
  }
  if (open.length >= deepest) return;
  const component = { name, line, lines: [], parts: [], isClosed: false };
  open.at(-1)?.parts.push(component);
  open.push(component);
  all.push(component);
}

function end(name: string, open: FileComponent[]): void {
  const position = open.findLastIndex((component) => component.name === name);
  const closed = open[position];
  if (closed === undefined) return;
  closed.isClosed = true;
  open.length = position;
}

function* unfolded(text: string): Generator<ContentLine> {
  let current: { line: number; pieces: string[] } | null = null;
  for (const [index, piece] of text.split(/\r\n|\n|\r/).entries()) {
    if (current !== null && /^[ \t]/.test(piece)) {
      current.pieces.push(piece.slice(1));
    } else if (piece.trim() !== '') {
      if (current !== null) yield { text: current.pieces.join(''), line: current.line };
      current = { line: index + 1, pieces: [piece] };
    }
  }
  if (current !== null) yield { text: current.pieces.join(''), line: current.line };
}

/** The name of the property, lower case; null where the line has none. */
export function propertyName({ text }: ContentLine): string | null {
  return /^([\w-]+)\s*(?=[;:])/.exec(text)?.[1]?.toLowerCase() ?? null;
}

/** Reads one line with ical.js. Refuses LINE_UNREADABLE. */
export function readProperty(content: ContentLine): FileProperty {
  const raw = rawValue(content);
  try {
    const [name, parameters, , ...values] = ICAL.parse.property(content.text) as [
      string,
      Record<string, unknown>,
      string,
      ...unknown[],
    ];
    return { name: name.trim(), parameters, values, raw, line: content.line };
  } catch {
    throw new ReadingRefusal('LINE_UNREADABLE', content.line);
  }
}

/** What follows the colon, as it stands in the file. Refuses LINE_UNREADABLE. */
export function rawValue({ text, line }: ContentLine): string {
  const head = headLength(text);
  if (head === null) throw new ReadingRefusal('LINE_UNREADABLE', line);
  return text.slice(head + 1);
}

/** The value as text, with its escapes undone (RFC 5545 §3.3.11), also where ical.js does not know the name as text. */
export function textValue(content: ContentLine): string {
  return rawValue(content).replaceAll(/\\([\\;,nN])/g, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped));
}

/** Where the value begins: the first colon that is not in quotation marks. */
function headLength(text: string): number | null {
  let isQuoted = false;
  for (let index = 0; index < Math.min(text.length, longestHead); index += 1) {
    if (text[index] === '"') isQuoted = !isQuoted;
    else if (text[index] === ':' && !isQuoted) return index;
  }
  return null;
}
