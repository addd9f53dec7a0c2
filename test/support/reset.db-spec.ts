import { Client } from 'pg';
import { resetFunction } from './reset';
import { connected, databaseUrl } from './server';

describe('resetFunction', () => {
  const serverUrl = process.env['TEST_SERVER_URL'] ?? '';
  const name = `test_${process.env['TEST_RUN']}_reset`;
  let client: Client;

  beforeAll(async () => {
    await connected(serverUrl, (server) => server.query(`CREATE DATABASE "${name}"`));
    client = new Client({ connectionString: databaseUrl(serverUrl, name) });
    await client.connect();
    await client.query(`
      CREATE SCHEMA pgboss; CREATE TABLE pgboss.job (id int);
      CREATE TABLE migrations (id int); INSERT INTO migrations VALUES (1);
      CREATE TABLE districts (
        id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "ad" text, folded text GENERATED ALWAYS AS (lower("ad")) STORED);
      INSERT INTO districts ("ad") VALUES ('Gömeç'), ('Edremit');
      CREATE TABLE offices (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, district int REFERENCES districts (id));`);
    await client.query(await resetFunction(client));
  });
  afterAll(async () => {
    await client.end();
    await connected(serverUrl, (server) => server.query(`DROP DATABASE "${name}" WITH (FORCE)`));
  });

  it('restores changed, deleted and added reference rows and starts counters where they were', async () => {
    await client.query(`
      UPDATE districts SET "ad" = 'Ilıca' WHERE id = 1;
      INSERT INTO offices (district) VALUES (1), (2);
      INSERT INTO districts ("ad") VALUES ('Havran');
      INSERT INTO migrations VALUES (2);`);

    await client.query('SELECT test_support.reset()');

    const districts = await client.query('SELECT * FROM districts ORDER BY id');
    expect(districts.rows).toEqual([
      { id: 1, ad: 'Gömeç', folded: 'gömeç' },
      { id: 2, ad: 'Edremit', folded: 'edremit' },
    ]);
    expect((await client.query('SELECT * FROM offices')).rows).toEqual([]);
    expect((await client.query('SELECT * FROM migrations')).rows).toHaveLength(2);
    const added = await client.query(`INSERT INTO districts ("ad") VALUES ('Burhaniye') RETURNING id`);
    const office = await client.query('INSERT INTO offices (district) VALUES (3) RETURNING id');
    expect([added.rows[0], office.rows[0]]).toEqual([{ id: 3 }, { id: 1 }]);
  });

  it('leaves foreign keys at work', async () => {
    await client.query('SELECT test_support.reset()');

    await expect(client.query('INSERT INTO offices (district) VALUES (99)')).rejects.toMatchObject({ code: '23503' });
  });
});
