import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The version of the charter that a round of sign-off began under: a newer one in force does not change a running round. */
export class CharterOfRound1764000900000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table bulletins add column charter_id uuid references charters (id);
      update bulletins b set charter_id = (select c.id from charters c
        where c.in_force_at <= b.submitted_at order by c.in_force_at desc, c.version_number desc limit 1);
      alter table bulletins add constraint bulletins_charter_check
        check (charter_id is null or submitted_at is not null);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
