import { StartupError } from '../../config/startup-error';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source';

/** Any number that nothing else locks: processes that start together migrate one after the other. */
const migrationLock = 7_402_113;

/** Brings the schema of the database up to date. Refuses with a StartupError when the server cannot be reached. */
export async function migrate(url: string): Promise<void> {
  // Migrations are SQL: reading every entity here would be paid at each start.
  const dataSource = new DataSource({ ...dataSourceOptions(url, { poolSize: 2 }), entities: [] });
  try {
    await dataSource.initialize();
  } catch (error) {
    throw new StartupError(
      `Veritabanına bağlanılamadı (${error instanceof Error ? error.message : String(error)}). DATABASE_URL değerini ve sunucuyu denetleyin.`,
    );
  }
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [migrationLock]);
    await dataSource.runMigrations();
    await lock.query('select pg_advisory_unlock($1)', [migrationLock]);
  } finally {
    await lock.release();
    await dataSource.destroy();
  }
}
