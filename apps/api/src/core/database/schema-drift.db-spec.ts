import { testDatabase, type TestDatabase } from '../../../../../test/support/database';

/**
 * What TypeORM would do beside the migrations and that is no drift: indexes, constraints and defaults are the
 * migrations' alone (partial, by expression, by purpose), and the generated search columns are in no entity.
 */
const migrationsOwn = [
  /^(CREATE|DROP) (UNIQUE )?INDEX /,
  /^ALTER TABLE "\w+" (ADD|DROP) CONSTRAINT /,
  /^ALTER TABLE "\w+" ALTER COLUMN "\w+" (SET|DROP) DEFAULT/,
  /^DELETE FROM "typeorm_metadata"/,
];

describe('the entities', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
    // Where TypeORM keeps the expressions of generated columns; it asks for it as soon as the database has one.
    await database.dataSource.query(
      'create table typeorm_metadata (type text, database text, schema text, "table" text, name text, value text)',
    );
  });
  afterAll(() => database.close());

  /** The statements with which TypeORM would make the tables fit the entities, without what is the migrations' own. */
  async function drift(): Promise<string[]> {
    const generated: { drop: string }[] = await database.dataSource.query(`
      select format('ALTER TABLE "%s" DROP COLUMN "%s"', table_name, column_name) as drop
      from information_schema.columns where table_schema = 'public' and is_generated = 'ALWAYS'`);
    const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
    return upQueries
      .map(({ query }) => query)
      .filter((query) => !migrationsOwn.some((own) => own.test(query)))
      .filter((query) => !generated.some(({ drop }) => drop === query));
  }

  it('have the tables, columns and types that the migrations made', async () => {
    expect(await drift()).toEqual([]);
  });

  it('would be told from a table that went its own way', async () => {
    await database.dataSource.query(`
      alter table links add column note text;
      alter table links alter column created_by_id set not null;
      alter table holds alter column source type varchar(20);`);

    expect(await drift()).toEqual(
      expect.arrayContaining([
        'ALTER TABLE "links" DROP COLUMN "note"',
        'ALTER TABLE "links" ALTER COLUMN "created_by_id" DROP NOT NULL',
        'ALTER TABLE "holds" DROP COLUMN "source"',
      ]),
    );
  });
});
