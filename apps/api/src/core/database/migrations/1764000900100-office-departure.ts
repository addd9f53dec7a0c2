import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an office that left was: only one whose signature counted keeps being waited for in rounds that it is part of. */
export class OfficeDeparture1764000900100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table offices add column was_admitted boolean not null default false,
        add constraint offices_was_admitted_check check (state = 'INACTIVE' or not was_admitted);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
