import { fold, foldWords } from '@turkish/fold';
import { toPrefixTsquery } from '@turkish/search';
import fc from 'fast-check';
import fixture from '../../../../../libs/turkish/data/text-vectors.json';
import { testDatabase, type TestDatabase } from '../../../../../test/support/database';

const LETTERS =
  "abcçdefgğhıijklmnoöprsştuüvyzABCÇDĞIİÖŞÜâîûéñØŁłßÆœ 0123456789''’‘`´-–.,:/_@&%!?()[]\"“”…€°\n🫒\u0307\u0327ΑαЛлЙй";
const mixedText = fc.string({ unit: fc.constantFrom(...Array.from(LETTERS)), maxLength: 60 });
/** PostgreSQL stores no NUL, and a lone surrogate has no UTF-8 form. */
const anyText = fc.string({ unit: 'binary', maxLength: 100 }).map((text) => text.replaceAll('\0', '').toWellFormed());

describe('Turkish search functions', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  /** Evaluates an expression over `text` and `query` for each pair, in order. */
  async function evaluate<T>(expression: string, pairs: readonly (readonly [string, string | null])[]): Promise<T[]> {
    const rows = await database.dataSource.query<{ value: T }[]>(
      `select ${expression} as value from unnest($1::text[], $2::text[]) with ordinality as pair (text, query, place)
       order by place`,
      [pairs.map(([text]) => text), pairs.map(([, query]) => query)],
    );
    return rows.map((row) => row.value);
  }

  it('fold every vector as the library does', async () => {
    const vectors = fixture.vectors.filter((vector) => vector.operation === 'fold');

    const folded = await evaluate<string>(
      'tr_fold(text)',
      vectors.map((vector) => [String(vector.input), null]),
    );

    expect(folded).toEqual(vectors.map((vector) => vector.expected));
    expect(folded).toHaveLength(16);
  });

  it('find what the search vectors say and nothing else', async () => {
    const vectors = fixture.vectors.filter((vector) => vector.operation === 'search_match');

    const found = await evaluate<boolean>(
      "to_tsvector('simple', tr_search_text(text)) @@ to_tsquery('simple', query)",
      vectors.map((vector) => [String(vector.input), toPrefixTsquery(vector.query ?? '')]),
    );

    expect(found).toEqual(vectors.map((vector) => vector.expected));
    expect(found).toHaveLength(17);
  });

  it('agree with the library on any mixture of letters and signs', async () => {
    const texts = fc.sample(mixedText, 500);
    const pairs = texts.map((text) => [text, null] as const);

    const folded = await evaluate<string>('tr_fold(text)', pairs);
    const words = await evaluate<string[]>(
      "(select coalesce(array_agg(word), '{}') from regexp_split_to_table(tr_search_text(text), ' +') word where word <> '')",
      pairs,
    );

    expect(folded).toEqual(texts.map(fold));
    expect(words).toEqual(texts.map(foldWords));
  });

  it('take any query that a person can type', async () => {
    const queries = fc.sample(fc.oneof(anyText, mixedText), 500).map(toPrefixTsquery);

    const accepted = await evaluate<boolean>(
      "to_tsquery('simple', query) is not null",
      queries.filter((query) => query !== null).map((query) => ['', query]),
    );

    expect(accepted).not.toContain(false);
    expect(accepted.length).toBeGreaterThan(250);
  });
});
