/**
 * `npm run codegen`: writes `apps/api/schema.graphql`, from the root of the repository. With `--check` it writes nothing
 * and ends with code 1 when the file is stale. Needs no database.
 */
import 'reflect-metadata';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { buildSchema, schemaText } from '../schema';

const path = 'apps/api/schema.graphql';

async function run(): Promise<void> {
  const wanted = schemaText(await buildSchema());
  const isFresh = existsSync(path) && readFileSync(path, 'utf8') === wanted;
  if (isFresh) return;
  if (process.argv.includes('--check')) {
    console.error(`${path} eskimiş; npm run codegen ile yeniden yazın.`);
    process.exitCode = 1;
    return;
  }
  writeFileSync(path, wanted);
}

void run();
