import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people were told of, and on which day they last got a digest. */
export class Notifications1764000700000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table notifications (
        id uuid primary key,
        user_id uuid not null references users (id) on delete cascade,
        office_id uuid not null references offices (id),
        kind text not null,
        subject_type text not null,
        subject_id uuid not null,
        event_id uuid not null,
        data jsonb not null default '{}',
        created_at timestamptz(3) not null,
        read_at timestamptz(3),
        done_at timestamptz(3),
        mail_pace text not null
          constraint notifications_mail_pace_check check (mail_pace in ('IMMEDIATELY', 'DAILY', 'NEVER')),
        mailed_at timestamptz(3),
        constraint notifications_user_event_key unique (user_id, event_id)
      );
      create index notifications_user_created_idx on notifications (user_id, created_at desc, id desc);
      create index notifications_unread_idx on notifications (user_id, created_at desc, id desc)
        where read_at is null and done_at is null;
      create index notifications_digest_idx on notifications (created_at, user_id)
        where mail_pace = 'DAILY' and mailed_at is null;
      create index notifications_open_idx on notifications (subject_id, office_id) where done_at is null;

      create table notification_digests (
        user_id uuid primary key references users (id) on delete cascade,
        sent_on date not null
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
