import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { DomainError, ErrorCode } from '@domain/errors';
import { guardCell, unguardCell } from '../core/files/csv-cell';
import { readTextFile } from '../core/files/text-file';
import { columnOf, CONTACT_COLUMNS, ContactColumn } from './contact-columns';

/** A file of contacts as it was written: nothing is judged yet. */
export interface ContactSheet {
  readonly delimiter: string;
  readonly columns: readonly ContactColumn[];
  readonly ignoredHeadings: readonly string[];
  readonly lines: readonly SheetLine[];
}

export type ContactCells = Readonly<Partial<Record<ContactColumn, string>>>;

export interface SheetLine {
  /** In the file, the first being 1; where the line begins when a cell runs over several. */
  readonly line: number;
  readonly cells: ContactCells;
  /** More cells than headings: a delimiter inside a value is not quoted. */
  readonly hasTooManyCells: boolean;
}

const MAX_LINES = 5_000;
const DELIMITERS = [';', ',', '\t'] as const;
const PATH = ['input', 'csvBase64'];

/**
 * Reads a file that a spreadsheet or another program wrote: UTF-8, UTF-16 or Windows-1254, with or without byte order
 * mark, `;`, `,` or tab between the columns, headings in Turkish or English. Refuses: INVALID (no text, no address
 * column, two columns of one meaning, quotes that do not close), TOO_MANY (5,000 lines).
 */
export function readContactCsv(content: Buffer): ContactSheet {
  const text = readTextFile(content, 'TXT')
    ?.toString('utf8')
    .replace(/^\ufeff/, '');
  if (text === undefined) throw refuse('not a text file');
  const delimiter = delimiterOf(text);
  const [header, ...rows] = parseRows(text, delimiter);
  if (!header) throw refuse('the file is empty');
  if (rows.length > MAX_LINES) throw new DomainError(ErrorCode.TOO_MANY, { path: PATH, details: { limit: MAX_LINES } });
  const columns = header.cells.map((heading) => columnOf(heading));
  expectColumns(columns);
  return {
    delimiter,
    columns: columns.filter((column) => column !== null),
    ignoredHeadings: header.cells.filter((heading, index) => columns[index] === null && heading.trim() !== ''),
    lines: rows
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
      .map(({ line, cells }) => ({
        line,
        cells: cellsOf(columns, cells),
        hasTooManyCells: cells.slice(columns.length).some((cell) => cell.trim() !== ''),
      })),
  };
}

/**
 * Writes contacts as spreadsheets here read them: `;`, a byte order mark, every filled cell quoted. A cell that would run as
 * a formula gets an apostrophe before it, which `readContactCsv` takes off again. Source: OWASP, CSV Injection.
 */
export function writeContactCsv(rows: readonly ContactCells[]): string {
  const columns = Object.values(ContactColumn);
  const cells = rows.map((row) => columns.map((column) => guardCell(row[column] ?? '')));
  const header = columns.map((column) => CONTACT_COLUMNS[column].heading);
  return stringify([header, ...cells], { delimiter: ';', bom: true, quoted: true, record_delimiter: 'windows' });
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

function parseRows(text: string, delimiter: string): Row[] {
  try {
    const records = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
      max_record_size: 100_000,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({
      line: info.lines - record.join('').split('\n').length + 1,
      cells: record,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refuse(`not a CSV file: ${error.code}`, error);
  }
}

/** The candidate that the first line has most of, quoted parts aside; `;` when it has none. */
function delimiterOf(text: string): string {
  const first = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: first.split(delimiter).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}

function expectColumns(columns: readonly (ContactColumn | null)[]): void {
  if (!columns.includes(ContactColumn.EMAIL)) throw refuse('no column holds the e-mail address');
  const known = columns.filter((column) => column !== null);
  const doubled = known.find((column, index) => known.indexOf(column) !== index);
  if (doubled) throw refuse(`two columns mean ${doubled}`);
}

function cellsOf(columns: readonly (ContactColumn | null)[], cells: readonly string[]): ContactCells {
  const entries = columns.flatMap((column, index) => {
    const cell = unguardCell((cells[index] ?? '').normalize('NFC')).trim();
    return column === null || cell === '' ? [] : [[column, cell] as const];
  });
  return Object.fromEntries(entries);
}

function refuse(message: string, cause?: unknown): DomainError {
  return new DomainError(ErrorCode.INVALID, { path: PATH, message, cause });
}
