/**
 * The search functions of the database, twins of `fold` and `foldWords`. Their bodies are in the SQL-standard form
 * (PostgreSQL 14 and later): names in them are bound when the function is made, so that generated columns and indexes
 * over them survive a restore, which runs with an empty search path. They use no ICU collation, whose version changes
 * would silently invalidate an index, and lower-case letters outside ASCII by a list instead, where there are any
 * (`translate` takes a look at the whole list for every letter; `offset 0` keeps the step before from being done twice).
 */
import { APOSTROPHE_VARIANTS } from './fold';

/** Ranges of combining marks (Unicode category M) that occur in text of Latin, Greek, Cyrillic, Hebrew or Arabic script. */
const COMBINING_MARKS = String.raw`[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]`;

/** Everything but the plain space that is neither letter nor digit, as ranges: ASCII and Latin-1 signs, punctuation, symbols, emoji. */
const BETWEEN_WORDS = String.raw`[\u0001-\u001f\u0021-\u002f\u003a-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u2000-\u2070\u2074-\u207e\u2080-\u208e\u20a0-\u20cf\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3003\u3008-\u3020\ufffd\U0001f000-\U0001faff]+`;

const CAPITALS_WITHOUT_BASE = 'ÆŒØŁĐÐÞŊ';
const GREEK_CAPITALS = 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ';
const CYRILLIC_CAPITALS = 'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЂЄЅІЈЉЊЋЏҐ';
const CAPITALS = CAPITALS_WITHOUT_BASE + GREEK_CAPITALS + CYRILLIC_CAPITALS;

/**
 * Creates `tr_fold(text)` and `tr_search_text(text)`, both immutable, strict and parallel safe; run once by a migration
 * in a database with encoding UTF8. Use: `to_tsvector('simple', tr_search_text(headline || ' ' || body))` in a stored
 * generated column with a GIN index, and `to_tsquery('simple', $1)` with `toPrefixTsquery` for the question.
 */
export const turkishSearchSql = `
create function tr_fold(t text) returns text
language sql immutable parallel safe strict
return (
  select lower((case when based ~ '[${CAPITALS}]' then translate(based, '${CAPITALS}', '${CAPITALS.toLowerCase()}') else based end) collate "C")
  from (
    select regexp_replace(
      replace(regexp_replace(normalize(t, nfd), '${COMBINING_MARKS}', '', 'g'), 'ı', 'i'),
      '[${APOSTROPHE_VARIANTS}]', '''', 'g'
    ) as based
    offset 0
  ) as step
);

create function tr_search_text(t text) returns text
language sql immutable parallel safe strict
return regexp_replace(
  regexp_replace(tr_fold(t), '(?<=[a-z0-9])''[a-z]+', '', 'g'),
  '${BETWEEN_WORDS}', ' ', 'g'
);
`;
