import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The trigger that keeps events append-only looks at rows, and TRUNCATE has none: refused by its own. */
export class LedgerTruncate1764000800000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create trigger events_no_truncate before truncate on events
        for each statement execute function refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
