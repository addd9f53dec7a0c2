import type { MigrationInterface, QueryRunner } from 'typeorm';
import places from '../../../offices/districts.json';

/** Districts, offices, people, their memberships and deputies, sessions, tokens, the charter. */
export class Identity1764000100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create extension if not exists btree_gist');
    await db.query(officesSql);
    await db.query(peopleSql);
    await db.query(sessionsSql);
    await db.query(insertPlacesSql, [JSON.stringify(places.districts), JSON.stringify(officeRows())]);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const officesSql = `
  create table districts (
    code text primary key,
    name text not null,
    zone text not null,
    is_korfez boolean not null,
    lat double precision not null,
    lon double precision not null,
    forms jsonb not null,
    rollout_wave int not null
  );
  create table offices (
    id uuid primary key,
    code text not null constraint offices_code_key unique,
    name text not null,
    name_genitive text not null,
    short_code char(3) not null constraint offices_short_code_key unique
      constraint offices_short_code_check check (short_code ~ '^[A-Z]{3}$'),
    press_unit text not null,
    level text not null constraint offices_level_check check (level in ('METROPOLITAN', 'DISTRICT')),
    district_code text references districts (code),
    state text not null constraint offices_state_check check (state in ('INACTIVE', 'SHADOW', 'ACTIVE')),
    protocol_order int not null,
    contact_name text,
    contact_phone text,
    contact_email text,
    mail_domain text not null,
    website text,
    colour text not null constraint offices_colour_check check (colour ~ '^#[0-9a-f]{6}$'),
    logo_file_id uuid,
    joined_at timestamptz(3),
    version int not null default 1,
    constraint offices_district_check check ((level = 'DISTRICT') = (district_code is not null))
  );
  create unique index offices_district_code_key on offices (district_code);
  create unique index offices_metropolitan_key on offices (level) where level = 'METROPOLITAN';
  create table charters (
    id uuid primary key,
    version_number int not null constraint charters_version_number_key unique,
    state text not null constraint charters_state_check 
      check (state in ('PROPOSED', 'IN_FORCE', 'SUPERSEDED', 'WITHDRAWN')),
    rules jsonb not null,
    hash text not null,
    note text not null,
    proposed_by_office_id uuid references offices (id),
    created_by_id uuid,
    created_at timestamptz(3) not null,
    in_force_at timestamptz(3)
  );
  create unique index charters_in_force_key on charters (state) where state = 'IN_FORCE';
  create unique index charters_proposed_key on charters (state) where state = 'PROPOSED';`;

const peopleSql = `
  create table users (
    id uuid primary key,
    email text not null constraint users_email_key unique
      constraint users_email_check check (email = lower(email collate "C") and email ~ '^[!-~]+@[!-~]+$'),
    name text not null,
    password_hash text,
    is_operator boolean not null default false,
    totp_secret text,
    totp_enabled_at timestamptz(3),
    totp_last_step bigint,
    oidc_issuer text,
    oidc_subject text,
    locale text not null default 'tr',
    notification_preferences jsonb not null default '{}',
    suspended_at timestamptz(3),
    created_at timestamptz(3) not null,
    version int not null default 1,
    constraint users_oidc_key unique (oidc_issuer, oidc_subject),
    constraint users_oidc_check check ((oidc_issuer is null) = (oidc_subject is null)),
    constraint users_totp_check check (totp_enabled_at is null or totp_secret is not null)
  );
  create table memberships (
    id uuid primary key,
    user_id uuid not null references users (id),
    office_id uuid not null references offices (id),
    role text not null constraint memberships_role_check
      check (role in ('PRESS_DIRECTOR', 'DEPARTMENT_HEAD', 'EDITOR', 'STAFF', 'OBSERVER')),
    title text not null,
    valid_from date not null,
    valid_until date,
    created_at timestamptz(3) not null,
    constraint memberships_validity_check check (valid_until >= valid_from - 1),
    constraint memberships_user_office_key exclude using gist (
      user_id with =, office_id with =, daterange(valid_from, valid_until + 1, '[)') with &&
    )
  );
  create index memberships_office_id_idx on memberships (office_id, valid_until);
  create table deputyships (
    id uuid primary key,
    office_id uuid not null references offices (id),
    principal_id uuid not null references users (id),
    deputy_id uuid not null references users (id),
    scope text not null,
    reason text not null,
    valid_from timestamptz(3) not null,
    valid_until timestamptz(3) not null,
    revoked_at timestamptz(3),
    created_at timestamptz(3) not null,
    constraint deputyships_people_check check (principal_id <> deputy_id),
    constraint deputyships_validity_check check (valid_until > valid_from)
  );
  create index deputyships_deputy_id_idx on deputyships (deputy_id, valid_until);
  create index deputyships_office_id_idx on deputyships (office_id, valid_until);`;

const sessionsSql = `
  create table sessions (
    id uuid primary key,
    token_hash bytea not null constraint sessions_token_hash_key unique,
    user_id uuid not null references users (id),
    office_id uuid references offices (id),
    created_at timestamptz(3) not null,
    last_seen_at timestamptz(3) not null,
    expires_at timestamptz(3) not null,
    ip text not null,
    user_agent text not null,
    revoked_at timestamptz(3)
  );
  create index sessions_user_id_idx on sessions (user_id, created_at);
  create table api_tokens (
    id uuid primary key,
    user_id uuid not null references users (id),
    office_id uuid references offices (id),
    name text not null,
    token_hash bytea not null constraint api_tokens_token_hash_key unique,
    scopes text[] not null constraint api_tokens_scopes_check
      check (cardinality(scopes) > 0 and scopes <@ array['READ', 'WRITE']),
    expires_at timestamptz(3) not null,
    last_used_at timestamptz(3),
    revoked_at timestamptz(3),
    created_at timestamptz(3) not null
  );
  create index api_tokens_user_id_idx on api_tokens (user_id, created_at);
  create table one_time_tokens (
    id uuid primary key,
    purpose text not null,
    user_id uuid references users (id),
    token_hash bytea not null constraint one_time_tokens_token_hash_key unique,
    data jsonb not null,
    expires_at timestamptz(3) not null,
    used_at timestamptz(3),
    created_at timestamptz(3) not null
  );
  create index one_time_tokens_user_id_idx on one_time_tokens (user_id, purpose);
  create index one_time_tokens_expires_at_idx on one_time_tokens (expires_at);
  create table recovery_codes (
    id uuid primary key,
    user_id uuid not null references users (id),
    code_hash bytea not null,
    used_at timestamptz(3),
    constraint recovery_codes_user_code_key unique (user_id, code_hash)
  );
  create table throttles (
    key text primary key,
    tries timestamptz[] not null,
    is_granted boolean not null,
    expires_at timestamptz(3) not null
  );
  create index throttles_expires_at_idx on throttles (expires_at);`;

const insertPlacesSql = `
  with new_districts as (
    insert into districts (code, name, zone, is_korfez, lat, lon, forms, rollout_wave)
    select code, name, zone, "isKorfez", lat, lon, forms, "rolloutWave"
    from jsonb_to_recordset($1::jsonb) as d (
      code text, name text, zone text, "isKorfez" boolean, lat double precision, lon double precision,
      forms jsonb, "rolloutWave" int
    )
  )
  insert into offices (
    id, code, name, name_genitive, short_code, press_unit, level, district_code, state, protocol_order,
    mail_domain, colour, joined_at
  )
  select "officeId", code, name, "nameGenitive", "shortCode", "pressUnit", level, "districtCode", state,
    "protocolOrder", "mailDomain", colour, case when state = 'ACTIVE' then now() end
  from jsonb_to_recordset($2::jsonb) as o (
    "officeId" uuid, code text, name text, "nameGenitive" text, "shortCode" text, "pressUnit" text, level text,
    "districtCode" text, state text, "protocolOrder" int, "mailDomain" text, colour text
  )`;

/** The metropolitan office first, then the districts by name: the order in which offices are listed. */
function officeRows(): object[] {
  return [
    { ...places.metropolitan, level: 'METROPOLITAN', districtCode: null, state: 'ACTIVE', protocolOrder: 1 },
    ...places.districts.map((district, index) => ({
      ...district.office,
      code: district.code,
      level: 'DISTRICT',
      districtCode: district.code,
      protocolOrder: index + 2,
    })),
  ];
}
