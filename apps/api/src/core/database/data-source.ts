import { join } from 'node:path';
import { readdirSync } from 'node:fs';
import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
import { PreparingClient } from './prepared-statements';

type MigrationClass = new () => MigrationInterface;
type EntityClass = new () => object;

const folder = join(__dirname, 'migrations');
const sources = join(__dirname, '..', '..');

/** All migrations in order of their time stamps; a file that does not export a class is a mistake and fails here. */
export function migrations(): MigrationClass[] {
  return readdirSync(folder)
    .filter((name) => /^\d+-[a-z0-9-]+\.(ts|js)$/.test(name))
    .sort()
    .map((name) => {
      const exported = exportedClasses<MigrationClass>(join(folder, name));
      const [migration] = exported;
      if (!migration || exported.length !== 1) throw new Error(`${name} must export one class`);
      return migration;
    });
}

/** Every class that a `*.entity` file of any module exports: a new table is known by being there. */
export function entities(): EntityClass[] {
  return readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.entity\.(ts|js)$/.test(name))
    .sort()
    .flatMap((name) => exportedClasses<EntityClass>(join(sources, name)));
}

function exportedClasses<T>(path: string): T[] {
  return Object.values(require(path) as Record<string, unknown>).filter((value) => typeof value === 'function') as T[];
}

/**
 * The data source of a process. The schema comes from the migrations alone (`synchronize` is off everywhere).
 * Idle connections are kept: opening one costs more than most queries.
 */
export function createDataSource(url: string, options: { readonly poolSize?: number } = {}): DataSource {
  return new DataSource(dataSourceOptions(url, options));
}

export function dataSourceOptions(url: string, options: { readonly poolSize?: number } = {}): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: entities(),
    migrations: migrations(),
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    applicationName: 'tekses',
    poolSize: options.poolSize ?? 20,
    extra: { Client: PreparingClient, min: 2, idleTimeoutMillis: 600_000, keepAlive: true },
  };
}
