/** `npm run db:migrate`: brings the schema of the database up to date. */
import 'reflect-metadata';
import { migrate } from '../core/database/migrate';
import { runCommand } from './command';

void runCommand(async (_env, databaseUrl) => {
  await migrate(databaseUrl);
  console.log('Veritabanı güncel.');
  return 0;
});
