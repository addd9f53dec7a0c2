import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The press guide of each office: outlets, contacts, lists and whom a list is lent to. Addresses are kept in lower case
 * (ASCII). What an address refuses is kept by a keyed mark of the address, so that it outlives the erased contact.
 */
export class Media1764000500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(outletsSql);
    await db.query(contactsSql);
    await db.query(listsSql);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const outletsSql = `
  create table media_outlets (
    id uuid primary key,
    office_id uuid not null references offices (id),
    name text not null,
    type text not null constraint media_outlets_type_check check (type in ('AGENCY', 'NEWSPAPER', 'TV', 'RADIO', 'WEB')),
    scope text not null constraint media_outlets_scope_check check (scope in ('NATIONAL', 'REGION', 'PROVINCE', 'DISTRICT')),
    district_codes text[] not null default '{}',
    press_deadline text constraint media_outlets_deadline_check check (press_deadline ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
    preferred_channel text not null constraint media_outlets_channel_check
      check (preferred_channel in ('EMAIL', 'WHATSAPP', 'LINK', 'PHONE')),
    needs text[] not null default '{}',
    phone text,
    website text,
    notes text not null default '',
    is_active boolean not null default true,
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    version integer not null,
    search tsvector generated always as (to_tsvector('simple', tr_search_text(name))) stored
  );
  create unique index media_outlets_office_name_key on media_outlets (office_id, tr_fold(name));`;

const contactsSql = `
  create table media_imports (
    id uuid primary key,
    office_id uuid not null references offices (id),
    imported_by_id uuid not null references users (id),
    imported_at timestamptz(3) not null,
    consent_statement text not null,
    legal_basis text not null,
    source text not null,
    created_count integer not null,
    duplicate_count integer not null,
    error_count integer not null
  );
  create table media_contacts (
    id uuid primary key,
    office_id uuid not null references offices (id),
    outlet_id uuid references media_outlets (id),
    import_id uuid references media_imports (id),
    name text,
    unit text,
    email text,
    address_mark bytea,
    phone text,
    legal_basis text not null constraint media_contacts_legal_basis_check
      check (legal_basis in ('PUBLIC_DUTY', 'LEGITIMATE_INTEREST', 'MADE_PUBLIC', 'EXPLICIT_CONSENT')),
    source text not null,
    notice_given_on date,
    review_due_on date not null,
    bounced_at timestamptz(3),
    bounce_reason text,
    anonymised_at timestamptz(3),
    is_active boolean not null default true,
    notes text not null default '',
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    version integer not null,
    search tsvector generated always as (
      to_tsvector('simple', tr_search_text(coalesce(name, '') || ' ' || coalesce(unit, '') || ' ' || coalesce(email, '')))
    ) stored,
    constraint media_contacts_office_email_key unique (office_id, email),
    constraint media_contacts_email_check check (email = lower(email collate "C") and email ~ '^[!-~]+@[!-~]+$'),
    constraint media_contacts_erased_check check ((email is null) = (anonymised_at is not null)),
    constraint media_contacts_mark_check check ((email is null) = (address_mark is null)),
    constraint media_contacts_erased_empty_check check (anonymised_at is null or
      (name is null and unit is null and phone is null and notes = '' and bounce_reason is null and not is_active))
  );
  create index media_contacts_email_idx on media_contacts (email);
  create index media_contacts_mark_idx on media_contacts (address_mark);
  create index media_contacts_outlet_idx on media_contacts (outlet_id);
  create table media_preferences (
    id uuid primary key,
    address_mark bytea not null,
    office_id uuid references offices (id),
    topic text,
    refused_at timestamptz(3) not null,
    constraint media_preferences_key unique nulls not distinct (address_mark, office_id, topic)
  );`;

const listsSql = `
  create table media_lists (
    id uuid primary key,
    office_id uuid not null references offices (id),
    name text not null,
    description text not null default '',
    created_by_id uuid,
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    version integer not null
  );
  create unique index media_lists_office_name_key on media_lists (office_id, tr_fold(name));
  create table media_list_members (
    list_id uuid not null references media_lists (id) on delete cascade,
    contact_id uuid not null references media_contacts (id) on delete cascade,
    added_at timestamptz(3) not null,
    primary key (list_id, contact_id)
  );
  create index media_list_members_contact_idx on media_list_members (contact_id);
  create table media_list_shares (
    list_id uuid not null references media_lists (id) on delete cascade,
    office_id uuid not null references offices (id),
    shared_at timestamptz(3) not null,
    primary key (list_id, office_id)
  );
  create index media_list_shares_office_idx on media_list_shares (office_id);`;
