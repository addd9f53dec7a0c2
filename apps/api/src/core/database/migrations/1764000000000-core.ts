import type { MigrationInterface, QueryRunner } from 'typeorm';
import { turkishSearchSql } from '@turkish/sql';

/** Ledger, links, signatures, holds and the functions for Turkish search. */
export class Core1764000000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create extension if not exists pg_trgm');
    await db.query(turkishSearchSql);
    await db.query(`
      create table ledger_heads (
        chain text primary key,
        seq bigint not null,
        prev_hash bytea not null,
        hash bytea not null
      );
      create table events (
        id uuid primary key,
        chain text not null,
        chain_seq bigint not null,
        name text not null,
        subject_type text not null,
        subject_id uuid not null,
        office_id uuid,
        actor_id uuid,
        at timestamptz(3) not null,
        data jsonb not null,
        request_id text not null,
        prev_hash bytea not null,
        hash bytea not null,
        constraint events_chain_seq_key unique (chain, chain_seq)
      );
      create index events_subject_idx on events (subject_type, subject_id, at, id);
      create index events_office_at_idx on events (office_id, at, id);
      create function refuse_change() returns trigger language plpgsql as $$
        begin
          raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
        end $$;
      create trigger events_append_only before update or delete on events
        for each row execute function refuse_change();
    `);
    await db.query(`
      create table links (
        id uuid primary key,
        from_type text not null,
        from_id uuid not null,
        relation text not null,
        to_type text not null,
        to_id uuid not null,
        created_at timestamptz(3) not null,
        created_by_id uuid,
        constraint links_ends_key unique (from_type, from_id, relation, to_type, to_id)
      );
      create index links_to_idx on links (to_type, to_id, relation);
      create table signatures (
        id uuid primary key,
        subject_type text not null,
        subject_id uuid not null,
        office_id uuid not null,
        person_id uuid not null,
        verdict text not null constraint signatures_verdict_check check (verdict in ('SIGNED', 'RETURNED')),
        reason text,
        authority jsonb not null,
        section_hashes jsonb not null,
        answered_at timestamptz(3) not null,
        withdrawn_at timestamptz(3),
        voided_at timestamptz(3),
        voided_by_sections jsonb
      );
      create index signatures_subject_idx on signatures (subject_type, subject_id, office_id, answered_at);
      create table holds (
        id uuid primary key,
        kind text not null constraint holds_kind_check check (kind in ('FREEZE', 'BLACKOUT')),
        office_ids uuid[],
        reason text not null,
        is_blocking boolean not null default true,
        source text,
        starts_at timestamptz(3) not null,
        ends_at timestamptz(3),
        exempt_kinds text[] not null default '{}',
        exempt_item_ids uuid[] not null default '{}',
        created_by_id uuid,
        created_at timestamptz(3) not null
      );
      create index holds_span_idx on holds (starts_at, ends_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
