import type { LegalBasis, OutletType } from '@domain/media/media';
import { fold } from '@turkish/fold';
import { parseDate } from '@turkish/dates';
import { ContactColumn, legalBasisOf, typeOf } from './contact-columns';
import type { ContactSheet, SheetLine } from './contact-csv';
import { mediaAddress } from './media-address';

/** What becomes of a line. */
export enum LineStatus {
  /** It becomes a contact. */
  OK = 'OK',
  /** Its address is in the guide, or earlier in the file. */
  DUPLICATE = 'DUPLICATE',
  /** It is left out. */
  ERROR = 'ERROR',
}

/** What is wrong with a value. */
export enum LineProblem {
  MISSING = 'MISSING',
  NOT_AN_ADDRESS = 'NOT_AN_ADDRESS',
  TOO_LONG = 'TOO_LONG',
  NOT_A_PHONE_NUMBER = 'NOT_A_PHONE_NUMBER',
  /** Not one of the values of its list: type or legal basis. */
  UNKNOWN_VALUE = 'UNKNOWN_VALUE',
  UNKNOWN_DISTRICT = 'UNKNOWN_DISTRICT',
  NOT_A_DATE = 'NOT_A_DATE',
  TOO_MANY_CELLS = 'TOO_MANY_CELLS',
  /** The address stands earlier in the file. */
  TWICE_IN_FILE = 'TWICE_IN_FILE',
  /** The address is in the guide already. */
  IN_GUIDE = 'IN_GUIDE',
}

export interface FoundProblem {
  readonly column: ContactColumn | null;
  readonly problem: LineProblem;
}

/** A line with its values read, whatever becomes of it. */
export interface JudgedLine {
  readonly line: number;
  readonly status: LineStatus;
  readonly email: string | null;
  readonly name: string | null;
  readonly outletName: string | null;
  readonly problems: readonly FoundProblem[];
  readonly values: LineValues;
}

export interface LineValues {
  readonly type: OutletType | null;
  readonly districtCodes: readonly string[];
  readonly unit: string | null;
  readonly phone: string | null;
  readonly legalBasis: LegalBasis | null;
  readonly source: string | null;
  readonly noticeGivenOn: string | null;
  readonly notes: string | null;
}

/** What lines are judged against. */
export interface KnownFacts {
  /** Addresses of the guide. */
  readonly addresses: ReadonlySet<string>;
  /** Code by folded name and by code. */
  readonly districts: ReadonlyMap<string, string>;
}

const limits: readonly (readonly [ContactColumn, number])[] = [
  [ContactColumn.OUTLET, 160],
  [ContactColumn.NAME, 120],
  [ContactColumn.UNIT, 120],
  [ContactColumn.SOURCE, 200],
  [ContactColumn.NOTES, 2_000],
];

/** Judges every line of a sheet; of several lines with one address the first good one counts. */
export function judgeLines(sheet: ContactSheet, known: KnownFacts): JudgedLine[] {
  const seen = new Set<string>();
  return sheet.lines.map((line) => {
    const judged = judge(line, known, seen);
    if (judged.status === LineStatus.OK && judged.email !== null) seen.add(judged.email);
    return judged;
  });
}

/** The addresses that a sheet holds, to look up which of them the guide has. */
export function addressesOf(sheet: ContactSheet): string[] {
  return sheet.lines.flatMap(({ cells }) => mediaAddress(cells[ContactColumn.EMAIL] ?? '') ?? []);
}

function judge({ line, cells, hasTooManyCells }: SheetLine, known: KnownFacts, seen: ReadonlySet<string>): JudgedLine {
  const written = cells[ContactColumn.EMAIL] ?? null;
  const email = written === null ? null : mediaAddress(written);
  const { values, problems: wrongValues } = readValues(cells, known);
  const problems = [
    ...(hasTooManyCells ? [{ column: null, problem: LineProblem.TOO_MANY_CELLS }] : []),
    ...addressProblems(written, email),
    ...limits
      .filter(([column, limit]) => (cells[column] ?? '').length > limit)
      .map(([column]) => ({ column, problem: LineProblem.TOO_LONG })),
    ...wrongValues,
  ];
  const duplicate = email === null ? null : duplicateProblem(email, known, seen);
  const isDuplicate = problems.length === 0 && duplicate !== null;
  return {
    line,
    status: problems.length > 0 ? LineStatus.ERROR : isDuplicate ? LineStatus.DUPLICATE : LineStatus.OK,
    email: email ?? written,
    name: cells[ContactColumn.NAME] ?? null,
    outletName: cells[ContactColumn.OUTLET] ?? null,
    problems: isDuplicate ? [{ column: ContactColumn.EMAIL, problem: duplicate }] : problems,
    values,
  };
}

function addressProblems(written: string | null, email: string | null): FoundProblem[] {
  if (written === null) return [{ column: ContactColumn.EMAIL, problem: LineProblem.MISSING }];
  return email === null ? [{ column: ContactColumn.EMAIL, problem: LineProblem.NOT_AN_ADDRESS }] : [];
}

function duplicateProblem(email: string, known: KnownFacts, seen: ReadonlySet<string>): LineProblem | null {
  if (known.addresses.has(email)) return LineProblem.IN_GUIDE;
  return seen.has(email) ? LineProblem.TWICE_IN_FILE : null;
}

function readValues(
  cells: SheetLine['cells'],
  known: KnownFacts,
): { readonly values: LineValues; readonly problems: readonly FoundProblem[] } {
  const problems: FoundProblem[] = [];
  const read = <T>(column: ContactColumn, problem: LineProblem, parse: (text: string) => T | null): T | null => {
    const text = cells[column];
    const value = text === undefined ? null : parse(text);
    if (text !== undefined && value === null) problems.push({ column, problem });
    return value;
  };
  const values: LineValues = {
    type: read(ContactColumn.TYPE, LineProblem.UNKNOWN_VALUE, typeOf),
    districtCodes:
      read(ContactColumn.DISTRICTS, LineProblem.UNKNOWN_DISTRICT, (text) => districtsOf(text, known)) ?? [],
    unit: cells[ContactColumn.UNIT] ?? null,
    phone: read(ContactColumn.PHONE, LineProblem.NOT_A_PHONE_NUMBER, phoneOf),
    legalBasis: read(ContactColumn.LEGAL_BASIS, LineProblem.UNKNOWN_VALUE, legalBasisOf),
    source: cells[ContactColumn.SOURCE] ?? null,
    noticeGivenOn: read(ContactColumn.NOTICE_GIVEN_ON, LineProblem.NOT_A_DATE, dayOf),
    notes: cells[ContactColumn.NOTES] ?? null,
  };
  return { values, problems };
}

/** Names or codes, apart by comma, semicolon, slash or line; null when one of them is no district. */
function districtsOf(text: string, { districts }: KnownFacts): string[] | null {
  const names = text
    .split(/[,;/\n]/)
    .map((name) => fold(name.trim()))
    .filter((name) => name !== '');
  const codes = names.flatMap((name) => districts.get(name) ?? []);
  return codes.length === names.length ? [...new Set(codes)].sort() : null;
}

function phoneOf(text: string): string | null {
  return /^\+?[0-9(][0-9 ()./-]{2,38}$/.test(text) ? text : null;
}

/** As people write it, or ISO 8601; the law that asks for the notice is of 2016. */
function dayOf(text: string): string | null {
  const day = parseDate(text);
  return day !== null && day >= '2016' ? day : null;
}
