/**
 * The database that every test database is a copy of: the migrations, the job tables and a function that brings a
 * copy back to this state. Its name carries a hash of everything that it is made from, so it is rebuilt on change only.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import { createDataSource } from '../../apps/api/src/core/database/data-source';
import { resetFunction } from './reset';
import { connected, databaseUrl } from './server';

const root = join(__dirname, '..', '..');
/** Whatever the migrations read or run. */
const ingredients = [
  'apps/api/src/core/database',
  'apps/api/src/offices/districts.json',
  'libs/turkish',
  'test/support/template.ts',
  'test/support/reset.ts',
];
/** Any number that nothing else locks on the maintenance database. */
const buildLock = 4_210_017;

/** Name of the finished template on the server; builds it when it is missing. Safe when several workers ask. */
export async function ensureTemplate(serverUrl: string): Promise<string> {
  const name = `template_${fingerprint()}`;
  await connected(serverUrl, async (client) => {
    if (await exists(client, name)) return;
    await client.query('SELECT pg_advisory_lock($1)', [buildLock]);
    if (await exists(client, name)) return;
    await dropFormer(client);
    const draft = `draft_${name}`;
    await client.query(`CREATE DATABASE "${draft}" TEMPLATE template0`);
    await build(databaseUrl(serverUrl, draft));
    await client.query(`ALTER DATABASE "${draft}" RENAME TO "${name}"`);
    await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
  });
  return name;
}

async function build(url: string): Promise<void> {
  const dataSource = await createDataSource(url, { poolSize: 2 }).initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false });
  await boss.start();
  await boss.stop({ graceful: false });
  await connected(url, async (client) => {
    await client.query(await resetFunction(client));
  });
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const path of ingredients.flatMap((ingredient) => filesIn(ingredient))) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

function filesIn(path: string): string[] {
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('spec.'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

async function exists(client: Client, database: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  return rowCount === 1;
}

/** Templates of earlier states and drafts of killed builds. */
async function dropFormer(client: Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    String.raw`SELECT datname FROM pg_database WHERE datname ~ '^(draft_)?template_[0-9a-f]{16}$'`,
  );
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
}
