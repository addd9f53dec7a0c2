import { join } from 'node:path';
import type { Env } from '../../config/env';
import { startEmbeddedPostgres } from './embedded-postgres';

export interface OpenDatabase {
  readonly url: string;
  /** Gives the embedded server back; does nothing to a server that somebody else runs. */
  readonly stop: () => Promise<void>;
}

/**
 * The database of the settings: `DATABASE_URL`, or the embedded server. Refuses with a StartupError.
 * `whileStarting` is called when that server has to be started, for work that needs no database.
 */
export async function openDatabase(
  env: Env,
  log: (line: string) => void,
  whileStarting?: () => void,
): Promise<OpenDatabase> {
  if (env.DATABASE_URL) return { url: env.DATABASE_URL, stop: () => Promise.resolve() };
  return startEmbeddedPostgres({
    dataDir: join(env.DATA_DIR, 'postgres'),
    log,
    ...(whileStarting ? { whileStarting } : {}),
  });
}
