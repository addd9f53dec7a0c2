/**
 * The PostgreSQL server of a test run. Environment, set by `global-setup` for the workers of the run:
 * `TEST_SERVER_URL` address of its maintenance database, `TEST_RUN` the key in the names of the run's databases.
 * `TEST_DATABASE_URL`, set by a person: use that server (its role must be a superuser) instead of an embedded one.
 */
import { Client } from 'pg';

/** Runs `work` on an own connection to `url`. */
export async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** `url` with another database. */
export function databaseUrl(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** Drops every database that `isDoomed` picks by name; one that is in use loses its connections. */
export async function dropDatabases(serverUrl: string, isDoomed: (name: string) => boolean): Promise<void> {
  await connected(serverUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database');
    for (const { datname } of rows.filter((row) => isDoomed(row.datname))) {
      await client.query(`ALTER DATABASE "${datname}" IS_TEMPLATE false`).catch(() => undefined);
      await client.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`).catch(() => undefined);
    }
  });
}
