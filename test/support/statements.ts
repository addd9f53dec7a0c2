import { DataSource, type Logger } from 'typeorm';
import type { TestApp } from './app';

const nothing = (): void => undefined;

/** The SQL statements that the application runs while `work` does. */
export async function statementsOf(test: TestApp, work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const logger: Logger = {
    logQuery: (statement) => statements.push(statement),
    logQueryError: nothing,
    logQuerySlow: nothing,
    logSchemaBuild: nothing,
    logMigration: nothing,
    log: nothing,
  };
  const dataSource = test.app.get(DataSource);
  dataSource.setOptions({ logging: ['query'], logger });
  try {
    await work();
  } finally {
    dataSource.setOptions({ logging: false, logger: 'simple-console' });
  }
  return statements;
}
