import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The joint calendar: the register of venues, events with the offices that prepare them, who of protocol comes, each
 * time that an event takes place, and the addresses that calendar programs subscribe to. Occurrences are reckoned from the rule in the commit of the change, so that a
 * month and a clash are one look into an index.
 */
export class Calendar1764001500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(venuesSql);
    await db.query(eventsSql);
    await db.query(partsSql);
    await db.query(feedsSql);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const venuesSql = `
  create table venues (
    id uuid primary key,
    name text not null,
    district_code text references districts (code),
    latitude double precision,
    longitude double precision,
    capacity integer constraint venues_capacity_check check (capacity > 0),
    is_virtual boolean not null,
    created_at timestamptz(3) not null,
    constraint venues_place_check check (is_virtual or (latitude is not null and longitude is not null))
  );
  create unique index venues_name_key on venues (tr_fold(name));`;

const eventsSql = `
  create table calendar_events (
    id uuid primary key,
    lead_office_id uuid not null references offices (id),
    state text not null constraint calendar_events_state_check
      check (state in ('DRAFT', 'TENTATIVE', 'CONFIRMED', 'POSTPONED', 'CANCELLED', 'DONE')),
    state_reason text,
    kind text not null,
    title text not null,
    summary text not null default '',
    description text not null default '',
    tags text[] not null default '{}',
    venue_id uuid references venues (id),
    place text not null default '',
    start_local text not null constraint calendar_events_start_check
      check (start_local ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$'),
    zone text not null,
    duration_minutes integer not null constraint calendar_events_duration_check check (duration_minutes between 5 and 44640),
    is_all_day boolean not null,
    is_time_open boolean not null,
    rule text,
    added_locals text[] not null default '{}',
    excluded_locals text[] not null default '{}',
    audience integer constraint calendar_events_audience_check check (audience >= 0),
    accreditation_until timestamptz(3),
    is_filming_allowed boolean,
    contact text not null default '',
    internal_note text not null default '',
    is_confidential boolean not null,
    is_public boolean not null,
    sequence integer not null,
    created_by_id uuid references users (id),
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    version integer not null,
    search tsvector generated always as (
      to_tsvector('simple', tr_search_text(title || ' ' || summary || ' ' || place))) stored,
    constraint calendar_events_reason_check check (state not in ('POSTPONED') or state_reason is not null),
    constraint calendar_events_public_check check (not (is_public and is_confidential))
  );
  create index calendar_events_lead_idx on calendar_events (lead_office_id);
  create index calendar_events_search_idx on calendar_events using gin (search);`;

const partsSql = `
  create table calendar_event_offices (
    event_id uuid not null references calendar_events (id) on delete cascade,
    office_id uuid not null references offices (id),
    constraint calendar_event_offices_pkey primary key (event_id, office_id)
  );
  create index calendar_event_offices_office_idx on calendar_event_offices (office_id);
  create table calendar_attendances (
    event_id uuid not null references calendar_events (id) on delete cascade,
    office_id uuid not null references offices (id),
    role text not null constraint calendar_attendances_role_check
      check (role in ('MAYOR', 'DEPUTY_MAYOR', 'SECRETARY_GENERAL', 'PRESS_DIRECTOR')),
    status text not null constraint calendar_attendances_status_check check (status in ('INVITED', 'CONFIRMED', 'DECLINED')),
    constraint calendar_attendances_pkey primary key (event_id, office_id, role)
  );
  create table calendar_occurrences (
    event_id uuid not null references calendar_events (id) on delete cascade,
    start_local text not null,
    end_local text not null,
    starts_at timestamptz(3) not null,
    ends_at timestamptz(3) not null,
    constraint calendar_occurrences_pkey primary key (event_id, start_local),
    constraint calendar_occurrences_order_check check (ends_at > starts_at)
  );
  create index calendar_occurrences_time_idx on calendar_occurrences using gist (tstzrange(starts_at, ends_at));`;

const feedsSql = `
  create table calendar_feeds (
    id uuid primary key,
    user_id uuid not null references users (id),
    office_id uuid not null references offices (id),
    scope text not null constraint calendar_feeds_scope_check check (scope in ('JOINT', 'OFFICE')),
    token_hash bytea not null constraint calendar_feeds_token_hash_key unique,
    created_at timestamptz(3) not null,
    last_read_at timestamptz(3),
    revoked_at timestamptz(3)
  );
  create index calendar_feeds_user_idx on calendar_feeds (user_id, created_at);`;
