import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The days on which the heads of the ledger were mailed to the offices. */
export class LedgerWitness1764001300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create table ledger_witness_days (sent_on date primary key)');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
