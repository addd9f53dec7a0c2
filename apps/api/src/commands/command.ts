import { loadEnv, type Env } from '../config/env';
import { StartupError } from '../config/startup-error';
import { openDatabase } from '../core/database/open-database';

/** What a command says of itself at the end: 0 all is well, 1 something is not. */
export type ExitCode = 0 | 1;

/**
 * Runs a command on the database of the settings and ends the process with its code. What a person can mend is one
 * sentence on standard error.
 */
export async function runCommand(work: (env: Env, databaseUrl: string) => Promise<ExitCode>): Promise<void> {
  try {
    const env = loadEnv();
    const database = await openDatabase(env, (line) => process.stderr.write(`${line}\n`));
    try {
      process.exitCode = await work(env, database.url);
    } finally {
      await database.stop();
    }
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
