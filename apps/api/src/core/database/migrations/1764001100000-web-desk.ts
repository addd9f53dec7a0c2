import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the desk on screen asks for: follows, put-off notifications, named offices in remarks, the focus of pictures. */
export class WebDesk1764001100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table bulletin_follows (
        user_id uuid not null references users (id) on delete cascade,
        bulletin_id uuid not null references bulletins (id) on delete cascade,
        is_followed boolean not null,
        changed_at timestamptz(3) not null,
        constraint bulletin_follows_pkey primary key (user_id, bulletin_id)
      );
      create index bulletin_follows_bulletin_idx on bulletin_follows (bulletin_id);

      alter table notifications add column snoozed_until timestamptz(3);

      alter table bulletin_comments add column mentioned_office_ids uuid[] not null default '{}';

      alter table bulletin_attachments
        add column focus_x real not null default 0.5
          constraint bulletin_attachments_focus_x_check check (focus_x between 0 and 1),
        add column focus_y real not null default 0.5
          constraint bulletin_attachments_focus_y_check check (focus_y between 0 and 1);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
