import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Shared drafts of sections, recorded decisions on suggestions, and anchors of remarks. */
export class Collaboration1764001000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table section_drafts (
        section_id uuid primary key references bulletin_sections (id) on delete cascade,
        state bytea not null,
        updated_at timestamptz(3) not null
      );

      create table suggestion_decisions (
        section_id uuid not null,
        suggestion_id uuid not null,
        bulletin_id uuid not null references bulletins (id) on delete cascade,
        decision text not null check (decision in ('ACCEPTED', 'REJECTED')),
        inserted text not null,
        deleted text not null,
        suggested_by_id uuid not null references users (id),
        suggested_for_id uuid not null references offices (id),
        suggested_at timestamptz(3) not null,
        decided_by_id uuid not null references users (id),
        decided_for_id uuid not null references offices (id),
        decided_at timestamptz(3) not null,
        constraint suggestion_decisions_pkey primary key (section_id, suggestion_id)
      );
      create index suggestion_decisions_bulletin_idx on suggestion_decisions (bulletin_id);

      alter table bulletin_sections add column open_suggestion_count integer not null default 0
        check (open_suggestion_count >= 0);
      alter table bulletin_comments add column anchor_id uuid;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
