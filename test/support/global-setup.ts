import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StartupError } from '../../apps/api/src/config/startup-error';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../apps/api/src/core/database/embedded-postgres';
import { databaseUrl, dropDatabases } from './server';

declare global {
  /** The lease of this test run on the embedded server; given back by `global-teardown`. */
  var testServer: EmbeddedPostgres | undefined;
}

const dataDir = join(__dirname, '..', '..', '.data', 'test', 'postgres');

/** Starts (or joins) the test server. Several runs on one checkout share it; each has databases of its own. */
export default async function globalSetup(): Promise<void> {
  process.env['TEST_RUN'] = String(process.pid);
  const given = process.env['TEST_DATABASE_URL'];
  if (given) {
    process.env['TEST_SERVER_URL'] = given;
    return;
  }
  globalThis.testServer ??= await start().catch(async (cause: unknown) => {
    if (!(cause instanceof StartupError)) throw cause;
    await rm(dataDir, { recursive: true, force: true }); // test content can be made anew
    return start();
  });
  const serverUrl = databaseUrl(globalThis.testServer.url, 'postgres');
  process.env['TEST_SERVER_URL'] = serverUrl;
  await dropDatabases(serverUrl, belongsToDeadRun);
}

function start(): Promise<EmbeddedPostgres> {
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  return startEmbeddedPostgres({ dataDir, settings, log: (line) => process.stderr.write(`${line}\n`) });
}

function belongsToDeadRun(database: string): boolean {
  const pid = /^test_(\d+)_/.exec(database)?.[1];
  if (!pid) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
