import fixture from '../data/text-vectors.json';
import { lowerTr, titleTr, upperTr } from './casing';
import { compareTr } from './collate';
import {
  formatDateFull,
  formatDateLong,
  formatDateOfficial,
  formatDateRange,
  formatTimePress,
  formatTimeRangePress,
  localToUtc,
  parseDate,
  parseTime,
} from './dates';
import { fold, normalizeApostrophe } from './fold';
import { graphemeLength, smsUnits } from './measure';
import { hashtag, initials, safeFileName } from './names';
import { formatCurrencyPress, formatNumber, formatNumberPress, formatPercent, parseNumber } from './numbers';
import { matchesSearch } from './search';
import { slug } from './slug';
import {
  ablative,
  abbreviationGenitive,
  accusative,
  dative,
  demonym,
  genitive,
  institutionGenitive,
  locative,
} from './suffix';

interface Vector {
  readonly id: string;
  readonly operation: string;
  readonly input: unknown;
  readonly query?: string;
  readonly expected: unknown;
}

const vectors: readonly Vector[] = fixture.vectors;

const onText = (operation: (text: string) => unknown) => (vector: Vector) => operation(textOf(vector.input));
const onNumber = (operation: (value: number) => unknown) => (vector: Vector) => operation(Number(vector.input));
const onTexts = (operation: (texts: string[]) => unknown) => (vector: Vector) => operation(textsOf(vector.input));

const operations: Readonly<Record<string, (vector: Vector) => unknown>> = {
  lower_tr: onText(lowerTr),
  upper_tr: onText(upperTr),
  title_tr: onText(titleTr),
  lower_tr_must_not_equal: onText(lowerTr),
  upper_tr_must_not_equal: onText(upperTr),
  fold: onText(fold),
  slug: onText((text) => slug(text)),
  search_match: (vector) => matchesSearch(textOf(vector.input), textOf(vector.query)),
  sort_tr: onTexts((texts) => texts.toSorted(compareTr)),
  suffix_loc: onText(locative),
  suffix_abl: onText(ablative),
  suffix_gen: onText(genitive),
  suffix_dat: onText(dative),
  suffix_acc: onText(accusative),
  suffix_li: onText(demonym),
  institution_genitive: onText(institutionGenitive),
  abbreviation_genitive: onText(abbreviationGenitive),
  normalize_apostrophe: onText(normalizeApostrophe),
  format_date_full: onText(formatDateFull),
  format_date_long: onText(formatDateLong),
  format_date_official: onText(formatDateOfficial),
  format_date_range: onTexts(([first = '', last = '']) => formatDateRange(first, last)),
  format_time_press: onText(formatTimePress),
  format_time_range_press: onTexts(([start = '', end = '']) => formatTimeRangePress(start, end)),
  parse_date: onText(parseDate),
  parse_time: onText(parseTime),
  format_number: onNumber(formatNumber),
  parse_number: onText(parseNumber),
  format_percent: onNumber(formatPercent),
  format_currency_press: onNumber(formatCurrencyPress),
  format_number_press: onNumber(formatNumberPress),
  hashtag: onText(hashtag),
  safe_filename: onText(safeFileName),
  initials: onText(initials),
  local_to_utc_istanbul: onText((local) => localToUtc(local).toISOString().replace('.000Z', 'Z')),
  grapheme_length: onText(graphemeLength),
  sms_units: onText(smsUnits),
};

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError(`Expected a text, got ${JSON.stringify(value)}`);
  return value;
}

function textsOf(value: unknown): string[] {
  if (!Array.isArray(value)) throw new TypeError(`Expected a list of texts, got ${JSON.stringify(value)}`);
  return value.map(textOf);
}

function actualOf(vector: Vector): unknown {
  const operation = operations[vector.operation];
  if (operation === undefined) throw new Error(`${vector.id}: nothing does "${vector.operation}"`);
  return operation(vector);
}

const mustNotEqual = vectors.filter((vector) => vector.operation.endsWith('_must_not_equal'));
const mustEqual = vectors.filter((vector) => !vector.operation.endsWith('_must_not_equal'));

describe('Turkish text vectors', () => {
  it('holds the whole set, and every operation has at least one vector', () => {
    expect(vectors).toHaveLength(260);
    expect(new Set(vectors.map((vector) => vector.operation))).toEqual(new Set(Object.keys(operations)));
  });

  it.each(mustEqual)('$id: $operation of $input', (vector) => {
    expect(actualOf(vector)).toEqual(vector.expected);
  });

  it.each(mustNotEqual)('$id: $operation of $input is not $expected', (vector) => {
    expect(actualOf(vector)).not.toEqual(vector.expected);
  });
});
