/** The statements that somebody would write by hand for just these answers: one round trip each, JSON made by PostgreSQL. */

const iso = (column) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const visible = `(b.state in ('RELEASED', 'WITHDRAWN') or b.lead_office_id = $1 or (b.shared_at is not null
  and $1 in (select p.office_id from bulletin_participants p where p.bulletin_id = b.id and p.state <> 'DECLINED')))`;

const signatures = `(select json_agg(json_build_object('office', json_build_object('code', o.code, 'name', o.name),
    'isLead', party.position < 0, 'participation', party.state,
    'status', case
      when party.state = 'DECLINED' then 'DECLINED'
      when o.state <> 'ACTIVE' and party.position >= 0 then 'EXEMPT'
      when s.id is null then case when party.seen_at is null then 'PENDING' else 'SEEN' end
      when s.withdrawn_at is not null then 'WITHDRAWN'
      when s.voided_at is not null then 'STALE'
      when s.verdict = 'SIGNED' then 'SIGNED' else 'RETURNED' end,
    'answeredAt', ${iso('s.answered_at')}, 'personName', signer.name) order by party.position, party.office_id)
  from (select b.lead_office_id as office_id, null as state, -1 as position, null::timestamptz as seen_at
    union all select p.office_id, p.state, p.position, p.seen_at from bulletin_participants p where p.bulletin_id = b.id) party
  join offices o on o.id = party.office_id
  left join lateral (select * from signatures x where x.subject_type = 'bulletin' and x.subject_id = b.id
    and x.office_id = party.office_id order by x.answered_at desc, x.id desc limit 1) s on true
  left join users signer on signer.id = s.person_id)`;

const node = (more = '') => `json_build_object('id', b.id, 'version', b.version, 'kind', b.kind, 'state', b.state,
  'headline', b.headline, 'number', b.number,
  'updatedAt', ${iso('case when work.sees then b.updated_at else coalesce(b.public_updated_at, b.updated_at) end')},
  'releasedAt', ${iso('b.released_at')},
  'leadOffice', json_build_object('id', lead.id, 'code', lead.code, 'name', lead.name),
  'author', case when work.sees then (select json_build_object('id', u.id, 'name', u.name) from users u where u.id = b.created_by_id) end,
  'tags', coalesce((select json_agg(json_build_object('slug', t.slug, 'label', t.label) order by t.slug)
    from bulletin_tags t where t.bulletin_id = b.id), '[]'),
  'signatures', case when work.sees then ${signatures} else '[]' end ${more})`;

const from = `join offices lead on lead.id = b.lead_office_id
  cross join lateral (select b.lead_office_id = $1 or (b.shared_at is not null and $1 in (select p.office_id from bulletin_participants p
    where p.bulletin_id = b.id and p.state <> 'DECLINED')) as sees offset 0) work`;

const page = (condition) => `
  with page as materialized (select b.* from bulletins b where ${visible} ${condition}
    order by b.updated_at desc, b.id desc limit 21)
  select b.id, b.updated_at as "updatedAt", (${node()})::text as node
  from page b ${from} order by b.updated_at desc, b.id desc`;

export const listSql = page('');
export const searchSql = page(`and b.search @@ to_tsquery('simple', $2)`);

const kinds = `array['HEADLINE', 'SPOT', 'LEAD', 'FACTS', 'OFFICE', 'QUOTE', 'CLOSING', 'ATTACHMENTS']`;

export const detailSql = `
  select (${node(`, 'spot', b.spot`)})::text as node,
    case when work.sees then (select json_agg(json_build_object('id', s.id, 'kind', s.kind, 'officeId', s.office_id,
        'position', s.position, 'content', s.content, 'speaker', s.speaker, 'consent', s.consent, 'hash', s.hash,
        'version', s.version, 'updatedAt', ${iso('s.updated_at')})
        order by array_position(${kinds}, s.kind), case when s.office_id is null then -2
          when s.office_id = b.lead_office_id then -1 else coalesce(p.position, 99) end, s.position, s.id)
      from bulletin_sections s left join bulletin_participants p on p.bulletin_id = s.bulletin_id and p.office_id = s.office_id
      where s.bulletin_id = b.id) else '[]' end as sections
  from bulletins b ${from} where b.id = $2 and ${visible}`;

/** A draft with its five sections, their revisions and its place in the ledger, in one statement. */
export const createSql = `
  with bulletin as (
    insert into bulletins (id, kind, state, lead_office_id, headline, created_by_id, created_at, updated_at, version)
    values ($1, 'BULLETIN', 'DRAFT', $2, $3, $4, $5, $5, 2) returning *
  ), sections as (
    insert into bulletin_sections (id, bulletin_id, kind, position, content, hash, version, updated_at, updated_by_id)
    select s.id, $1, s.kind, s.position, s.content, s.hash, 1, $5, $4
    from unnest($6::uuid[], $7::text[], $8::int[], $9::jsonb[], $10::text[]) as s (id, kind, position, content, hash)
  ), revisions as (
    insert into bulletin_revisions (id, bulletin_id, section_id, sequence, snapshot, hash, cause, author_id, office_id, created_at)
    select r.id, $1, r.section_id, 1, r.snapshot, r.hash, 'CREATE', $4, $2, $5
    from unnest($11::uuid[], $6::uuid[], $12::jsonb[], $10::text[]) as r (id, section_id, snapshot, hash)
  ), head as (
    insert into ledger_heads as h (chain, seq, prev_hash, hash) values ($2::text, 1, $13, $13)
    on conflict (chain) do update set seq = h.seq + 1, prev_hash = h.hash,
      hash = sha256(h.hash || int8send(h.seq + 1) || convert_to($14, 'UTF8'))
    returning seq, prev_hash, hash
  ), event as (
    insert into events (id, chain, chain_seq, name, subject_type, subject_id, office_id, actor_id, at, data, request_id, prev_hash, hash)
    select $15, $2::text, seq, 'bulletin.created', 'bulletin', $1, $2, $4, $5, '{"kind": "BULLETIN"}', $16, prev_hash, hash from head
    returning id
  )
  select pg_notify('bench', $14), json_build_object('id', b.id, 'version', b.version, 'kind', b.kind, 'state', b.state,
    'headline', b.headline, 'createdAt', ${iso('b.created_at')},
    'leadOffice', json_build_object('id', o.id, 'code', o.code, 'name', o.name))::text as node
  from bulletin b cross join event join offices o on o.id = b.lead_office_id`;
