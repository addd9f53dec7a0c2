import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Media contacts whom a bulletin leaves out although they stand on its lists. */
export class BulletinExclusions1764001400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table bulletin_exclusions (
        bulletin_id uuid not null references bulletins (id) on delete cascade,
        contact_id uuid not null references media_contacts (id) on delete cascade,
        constraint bulletin_exclusions_pkey primary key (bulletin_id, contact_id)
      );
      create index bulletin_exclusions_contact_idx on bulletin_exclusions (contact_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
