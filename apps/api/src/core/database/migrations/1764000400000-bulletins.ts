import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bulletins with sections, revisions, participants, comments, templates, numbers and frozen editions. */
export class Bulletins1764000400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table bulletins (
        id uuid primary key,
        kind text not null,
        state text not null constraint bulletins_state_check check
          (state in ('DRAFT', 'IN_REVIEW', 'IN_SIGNOFF', 'SCHEDULED', 'RELEASED', 'WITHDRAWN', 'DISCARDED')),
        lead_office_id uuid not null references offices (id),
        headline text not null default '',
        spot text not null default '',
        body_text text not null default '',
        tags_text text not null default '',
        created_by_id uuid not null references users (id),
        created_at timestamptz(3) not null,
        updated_at timestamptz(3) not null,
        shared_at timestamptz(3),
        submitted_at timestamptz(3),
        number text constraint bulletins_number_key unique,
        slug text,
        embargo_at timestamptz(3),
        embargo_local text,
        embargo_zone text,
        embargo_lifted_at timestamptz(3),
        release_at timestamptz(3),
        release_local text,
        release_zone text,
        release_approved_at timestamptz(3),
        release_approved_by_id uuid,
        release_refused_at timestamptz(3),
        release_refusal jsonb,
        released_at timestamptz(3),
        public_updated_at timestamptz(3),
        withdrawn_at timestamptz(3),
        withdrawal_reason text,
        corrects_id uuid references bulletins (id),
        correction_note text,
        copied_from_id uuid,
        version integer not null,
        search tsvector generated always as (
          setweight(to_tsvector('simple', tr_search_text(headline)), 'A')
          || setweight(to_tsvector('simple', tr_search_text(tags_text || ' ' || coalesce(number, ''))), 'B')
          || setweight(to_tsvector('simple', tr_search_text(spot)), 'C')
          || setweight(to_tsvector('simple', left(tr_search_text(body_text), 300000)), 'D')
        ) stored,
        constraint bulletins_released_check check (state <> 'RELEASED' or (released_at is not null and number is not null)),
        constraint bulletins_withdrawn_check check (state <> 'WITHDRAWN' or withdrawal_reason is not null),
        constraint bulletins_scheduled_check check (state <> 'SCHEDULED' or release_approved_at is not null)
      );
      create index bulletins_lead_updated_idx on bulletins (lead_office_id, updated_at desc, id desc);
      create index bulletins_updated_idx on bulletins (updated_at desc, id desc);
      create index bulletins_released_idx on bulletins (released_at desc, id desc) where released_at is not null;
      create index bulletins_due_idx on bulletins
        (greatest(least(embargo_at, embargo_lifted_at), release_at, release_approved_at)) where state = 'SCHEDULED';
      create index bulletins_corrects_idx on bulletins (corrects_id) where corrects_id is not null;
      create index bulletins_search_idx on bulletins using gin (search);

      create table bulletin_participants (
        bulletin_id uuid not null references bulletins (id) on delete cascade,
        office_id uuid not null references offices (id),
        position integer not null,
        state text not null constraint bulletin_participants_state_check check (state in ('INVITED', 'ACCEPTED', 'DECLINED')),
        invited_at timestamptz(3) not null,
        invited_by_id uuid not null,
        answered_at timestamptz(3),
        answered_by_id uuid,
        reason text,
        is_silent boolean not null default false,
        seen_at timestamptz(3),
        constraint bulletin_participants_pkey primary key (bulletin_id, office_id)
      );
      create index bulletin_participants_office_idx on bulletin_participants (office_id, bulletin_id);

      create table bulletin_sections (
        id uuid primary key,
        bulletin_id uuid not null references bulletins (id) on delete cascade,
        kind text not null,
        office_id uuid references offices (id),
        position integer not null,
        content jsonb not null,
        speaker jsonb,
        consent jsonb,
        hash text not null,
        version integer not null,
        updated_at timestamptz(3) not null,
        updated_by_id uuid not null
      );
      create index bulletin_sections_bulletin_idx on bulletin_sections (bulletin_id, position);

      create table bulletin_attachments (
        id uuid primary key,
        section_id uuid not null references bulletin_sections (id) on delete cascade,
        file_id uuid not null references files (id),
        position integer not null,
        alt text,
        caption text,
        credit text
      );
      create index bulletin_attachments_section_idx on bulletin_attachments (section_id, position);
      create index bulletin_attachments_file_idx on bulletin_attachments (file_id);

      create table bulletin_revisions (
        id uuid primary key,
        bulletin_id uuid not null references bulletins (id) on delete cascade,
        section_id uuid not null,
        sequence integer not null,
        snapshot jsonb not null,
        hash text not null,
        cause text not null,
        author_id uuid not null,
        office_id uuid not null,
        created_at timestamptz(3) not null,
        constraint bulletin_revisions_sequence_key unique (section_id, sequence)
      );
      create index bulletin_revisions_bulletin_idx on bulletin_revisions (bulletin_id, created_at, id);

      create table bulletin_tags (
        bulletin_id uuid not null references bulletins (id) on delete cascade,
        slug text not null,
        label text not null,
        office_id uuid,
        primary key (bulletin_id, slug)
      );
      create index bulletin_tags_slug_idx on bulletin_tags (slug, bulletin_id);

      create table bulletin_comments (
        id uuid primary key,
        bulletin_id uuid not null references bulletins (id) on delete cascade,
        section_id uuid,
        thread_id uuid not null,
        author_id uuid not null,
        office_id uuid not null,
        body text not null,
        quoted_text text,
        mentions uuid[] not null default '{}',
        created_at timestamptz(3) not null,
        edited_at timestamptz(3),
        resolved_at timestamptz(3),
        resolved_by_id uuid
      );
      create index bulletin_comments_bulletin_idx on bulletin_comments (bulletin_id, thread_id, created_at);

      create table bulletin_templates (
        id uuid primary key,
        office_id uuid not null references offices (id),
        name text not null,
        kind text not null,
        sections jsonb not null,
        created_by_id uuid not null,
        created_at timestamptz(3) not null,
        version integer not null,
        constraint bulletin_templates_office_name_key unique (office_id, name)
      );

      create table saved_filters (
        id uuid primary key,
        user_id uuid not null references users (id) on delete cascade,
        name text not null,
        filter jsonb not null,
        created_at timestamptz(3) not null,
        constraint saved_filters_user_name_key unique (user_id, name)
      );

      create table bulletin_numbers (
        office_id uuid not null references offices (id),
        year integer not null,
        last integer not null,
        primary key (office_id, year)
      );

      create table embargo_lift_consents (
        bulletin_id uuid not null references bulletins (id) on delete cascade,
        office_id uuid not null,
        person_id uuid not null,
        given_at timestamptz(3) not null,
        primary key (bulletin_id, office_id)
      );

      create table bulletin_lists (
        bulletin_id uuid not null references bulletins (id) on delete cascade,
        list_id uuid not null,
        primary key (bulletin_id, list_id)
      );

      create table editions (
        id uuid primary key,
        bulletin_id uuid not null references bulletins (id),
        sequence integer not null,
        content jsonb not null,
        hash text not null,
        approved_at timestamptz(3) not null,
        approved_by_id uuid not null,
        released_at timestamptz(3),
        discarded_at timestamptz(3),
        year integer not null,
        slug text not null,
        office_codes text[] not null,
        tag_slugs text[] not null,
        search tsvector not null,
        constraint editions_sequence_key unique (bulletin_id, sequence)
      );
      create unique index editions_address_key on editions (year, slug) where released_at is not null;
      create unique index editions_released_key on editions (bulletin_id) where released_at is not null;
      create index editions_released_idx on editions (released_at desc, id desc) where released_at is not null;
      create index editions_offices_idx on editions using gin (office_codes) where released_at is not null;
      create index editions_tags_idx on editions using gin (tag_slugs) where released_at is not null;
      create index editions_search_idx on editions using gin (search) where released_at is not null;
      create function refuse_released_change() returns trigger language plpgsql as $$
        begin
          if old.released_at is not null then
            raise exception 'a released edition cannot change' using errcode = 'restrict_violation';
          end if;
          return case when tg_op = 'DELETE' then old else new end;
        end $$;
      create trigger editions_released_frozen before update or delete on editions
        for each row execute function refuse_released_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
