import { testDatabase, type TestDatabase } from '../../../../../test/support/database';
import { prepared } from './prepared-statements';

describe('prepared statements', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  /** The texts that the server keeps for the connection on which all of `texts` were run twice. */
  function keptAfter(texts: readonly string[]): Promise<string[]> {
    return database.dataSource.transaction(async (db) => {
      for (const text of [...texts, ...texts]) await db.query(text, ['Işıl']);
      const rows: { statement: string }[] = await db.query('select statement from pg_prepared_statements');
      return rows.map(({ statement }) => statement);
    });
  }

  it('are those that were marked, and no others', async () => {
    const marked = prepared('select upper($1::text) as marked');
    const plain = 'select upper($1::text) as plain';

    const kept = await keptAfter([marked, plain]);

    expect(kept.filter((text) => text === marked)).toEqual([marked]);
    expect(kept).not.toContain(plain);
  });

  it('answer each call with its own values', async () => {
    const text = prepared('select $1::text as name');

    const answers: { name: string }[][] = await Promise.all(
      ['İpek', 'ılgın'].map((name) => database.dataSource.query(text, [name])),
    );

    expect(answers).toEqual([[{ name: 'İpek' }], [{ name: 'ılgın' }]]);
  });

  it('have an end: what is marked after the sixty-fourth runs as any other', async () => {
    const many = Array.from({ length: 70 }, (_, index) => prepared(`select $1::text as "name${index}"`));

    const kept = await keptAfter(many.slice(-1));

    expect(kept).not.toContain(many.at(-1));
  });
});
