import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who got which words: one row per mailing and recipient; and mails of the workspace itself. */
export class Delivery1764000600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table mails (
        id uuid primary key,
        purpose text not null,
        office_id uuid,
        subject text not null,
        body_text text not null,
        body_html text not null,
        created_at timestamptz(3) not null
      );
      create table deliveries (
        id uuid primary key,
        source_type text not null,
        source_id uuid not null,
        item_id uuid not null,
        office_id uuid,
        contact_id uuid,
        address text not null,
        name text,
        state text not null constraint deliveries_state_check check (state in ('PENDING', 'SENT', 'FAILED', 'CANCELLED')),
        message_id text not null constraint deliveries_message_id_key unique,
        attempts integer not null default 0,
        next_attempt_at timestamptz(3) not null,
        answer text,
        answer_code integer,
        sent_at timestamptz(3),
        created_at timestamptz(3) not null,
        constraint deliveries_recipient_key unique (source_type, source_id, address)
      );
      create index deliveries_due_idx on deliveries (next_attempt_at, id) where state = 'PENDING';
      create index deliveries_source_idx on deliveries (source_type, source_id, state);
      create index deliveries_item_idx on deliveries (item_id, address);
      create index deliveries_contact_idx on deliveries (contact_id, created_at);
      create table dkim_keys (
        office_id uuid primary key,
        domain text not null,
        selector text not null,
        private_key text not null,
        dns_record text not null,
        created_at timestamptz(3) not null
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
