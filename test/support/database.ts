import type { DataSource } from 'typeorm';
import { createDataSource } from '../../apps/api/src/core/database/data-source';
import { connected, databaseUrl } from './server';
import { ensureTemplate } from './template';

export interface TestDatabase {
  readonly url: string;
  readonly dataSource: DataSource;
  /** Brings every row back to the state after the migrations and deletes all jobs. About 10 ms. */
  reset(): Promise<void>;
  /** Closes the data source and drops the database. */
  close(): Promise<void>;
}

let made = 0;

/**
 * A database of this test file alone, as the migrations leave it. Call it in `beforeAll`, `reset` in `beforeEach` and
 * `close` in `afterAll`; the database of a file that dies is dropped at the end of the run.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const serverUrl = process.env['TEST_SERVER_URL'];
  if (!serverUrl) throw new Error('no test server: name the file *.db-spec.ts or *.e2e-spec.ts');
  made += 1;
  const name = `test_${process.env['TEST_RUN']}_${process.env['JEST_WORKER_ID']}_${made}`;
  const template = await ensureTemplate(serverUrl);
  await connected(serverUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  });
  const url = databaseUrl(serverUrl, name);
  const dataSource = await createDataSource(url).initialize();
  return {
    url,
    dataSource,
    reset: async () => {
      await dataSource.query('SELECT test_support.reset()');
    },
    close: async () => {
      await dataSource.destroy();
      await connected(serverUrl, (client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
    },
  };
}
