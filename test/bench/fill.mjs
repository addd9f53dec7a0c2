/**
 * Fills an empty, migrated database with bulletins of six offices over three years: written in memory, inserted set by
 * set. Everything that the application would compute (hashes, canonical text, ids) comes from its own compiled code.
 */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { compiled } from '../../tools/build.mjs';
import { randomFrom, tagLabels, writerFrom } from './words.mjs';

const require = createRequire(import.meta.url);
const hour = 3_600_000;
const batch = 1_000;

/** Columns that are filled, per table, with their types: one insert of a JSON recordset each. */
const tables = {
  bulletins: `id uuid, kind text, state text, lead_office_id uuid, headline text, spot text, body_text text,
    tags_text text, created_by_id uuid, created_at timestamptz, updated_at timestamptz, shared_at timestamptz,
    submitted_at timestamptz, number text, slug text, release_at timestamptz, release_local text, release_zone text,
    release_approved_at timestamptz, released_at timestamptz, public_updated_at timestamptz, withdrawn_at timestamptz,
    withdrawal_reason text, version int`,
  bulletin_participants: `bulletin_id uuid, office_id uuid, position int, state text, invited_at timestamptz,
    invited_by_id uuid, answered_at timestamptz, answered_by_id uuid, seen_at timestamptz, is_silent boolean`,
  bulletin_sections: `id uuid, bulletin_id uuid, kind text, office_id uuid, position int, content jsonb, speaker jsonb,
    consent jsonb, hash text, version int, updated_at timestamptz, updated_by_id uuid`,
  bulletin_revisions: `id uuid, bulletin_id uuid, section_id uuid, sequence int, snapshot jsonb, hash text, cause text,
    author_id uuid, office_id uuid, created_at timestamptz`,
  bulletin_tags: 'bulletin_id uuid, slug text, label text, office_id uuid',
  signatures: `id uuid, subject_type text, subject_id uuid, office_id uuid, person_id uuid, verdict text, reason text,
    authority jsonb, section_hashes jsonb, answered_at timestamptz, voided_at timestamptz, voided_by_sections jsonb`,
  editions: `id uuid, bulletin_id uuid, sequence int, content jsonb, hash text, approved_at timestamptz,
    approved_by_id uuid, released_at timestamptz, year int, slug text, office_codes text[], tag_slugs text[], search text`,
};

/** Six offices with an editor and a director each, then the bulletins: all or nothing, and nothing when they are there. */
export async function fill(db, { count, log }) {
  const { rows } = await db.query('select exists (select 1 from bulletins) as "isFilled"');
  if (rows[0].isFilled) return;
  log(`${count} bülten yazılıyor…`);
  await db.query('begin');
  const write = bulletinWriter(await addPeople(db), count);
  for (let start = 0; start < count; start += batch) {
    const sets = Object.fromEntries(Object.keys(tables).map((table) => [table, []]));
    for (let index = start; index < Math.min(start + batch, count); index += 1) write(sets, index);
    for (const [table, columns] of Object.entries(tables)) await insert(db, table, columns, sets[table]);
  }
  await db.query('commit');
  await db.query('vacuum analyze');
}

function insert(db, table, columns, rows) {
  const names = columns.split(',').map((column) => column.trim().split(' ')[0]);
  const values = names.map((name) => (name === 'search' ? `to_tsvector('simple', tr_search_text(search))` : name));
  return db.query(
    `insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from jsonb_to_recordset($1) as row (${columns})`,
    [JSON.stringify(rows)],
  );
}

async function addPeople(db) {
  const { newId } = require(compiled('libs/domain/src/ids'));
  const { rows } = await db.query(
    `select id, code, name, short_code as "shortCode", press_unit as "pressUnit", protocol_order from offices
     where state = 'ACTIVE' order by protocol_order`,
  );
  const from = new Date(Date.now() - 4 * 365 * 24 * hour);
  for (const office of rows) {
    for (const role of ['PRESS_DIRECTOR', 'EDITOR']) {
      const id = newId(from);
      office[role] = id;
      await db.query('insert into users (id, email, name, created_at) values ($1, $2, $3, $4)', [
        id,
        `${role.toLowerCase().replace('_', '-')}@${office.code}.ornek`,
        role === 'EDITOR' ? 'Işıl Şengül' : 'Gürkan Çığ',
        from,
      ]);
      await db.query(
        `insert into memberships (id, user_id, office_id, role, title, valid_from, created_at)
         values ($1, $2, $3, $4, $5, $6::timestamptz::date, $6::timestamptz)`,
        [newId(from), id, office.id, role, role === 'EDITOR' ? 'Editör' : 'Basın Müdürü', from],
      );
    }
  }
  return rows;
}

/** Older texts are out; the newest fiftieth is in work. */
function stateOf(random, age) {
  const draw = random();
  if (age < 0.02) {
    if (draw < 0.2) return 'DRAFT';
    if (draw < 0.4) return 'IN_REVIEW';
    if (draw < 0.65) return 'IN_SIGNOFF';
    return draw < 0.75 ? 'SCHEDULED' : 'RELEASED';
  }
  if (draw < 0.93) return 'RELEASED';
  if (draw < 0.96) return 'WITHDRAWN';
  return draw < 0.98 ? 'DISCARDED' : 'DRAFT';
}

function bulletinWriter(offices, count) {
  const { newId } = require(compiled('libs/domain/src/ids'));
  const { sectionHash } = require(compiled('libs/domain/src/bulletins/section-hash'));
  const { slug } = require(compiled('libs/turkish/src/slug'));
  const random = randomFrom(20_260_423);
  const text = writerFrom(random);
  const numbers = new Map();
  const begin = Date.now() - 3 * 365 * 24 * hour;
  const step = (Date.now() - 24 * hour - begin) / count;
  return (sets, index) => {
    const at = new Date(begin + index * step);
    const state = stateOf(random, 1 - index / count);
    const draft = beginBulletin({ newId, text, random, offices, at, state });
    for (const section of writeSections(draft, { newId, text })) {
      const hash = sectionHash({ ...section, attachments: [] });
      const row = { ...section, office_id: section.officeId, bulletin_id: draft.id, hash, version: 1 };
      draft.sections.push({ ...row, updated_at: draft.updatedAt, updated_by_id: draft.lead.EDITOR });
      sets.bulletin_revisions.push({
        id: newId(at),
        bulletin_id: draft.id,
        section_id: section.id,
        sequence: 1,
        snapshot: { ...section, attachments: [] },
        hash,
        cause: 'CREATE',
        author_id: draft.lead.EDITOR,
        office_id: draft.lead.id,
        created_at: at,
      });
    }
    const tags = [...new Set([text.one(tagLabels), text.one(tagLabels)])].slice(0, 1 + Math.floor(random() * 2));
    draft.tags = tags.map((label) => ({ bulletin_id: draft.id, slug: slug(label), label, office_id: null }));
    sets.bulletin_sections.push(...draft.sections);
    sets.bulletin_tags.push(...draft.tags);
    sets.bulletin_participants.push(...participantRows(draft));
    sets.signatures.push(...signatureRows(draft, { newId, random }));
    const numbered = ['SCHEDULED', 'RELEASED', 'WITHDRAWN'].includes(state);
    if (numbered) number(draft, numbers, slug);
    sets.bulletins.push(bulletinRow(draft));
    if (numbered) sets.editions.push(editionRow(draft, newId));
  };
}

function beginBulletin({ newId, text, random, offices, at, state }) {
  const shuffled = [...offices].sort(() => random() - 0.5);
  const partners = state === 'DRAFT' ? 1 + Math.floor(random() * 2) : 1 + Math.floor(random() * 5);
  return {
    id: newId(at),
    state,
    kind: text.one(['BULLETIN', 'BULLETIN', 'BULLETIN', 'STATEMENT', 'MEDIA_ADVISORY']),
    lead: shuffled[0],
    partners: shuffled.slice(1, 1 + partners).map((office) => ({
      office,
      state: random() < 0.05 ? 'DECLINED' : state === 'IN_REVIEW' && random() < 0.3 ? 'INVITED' : 'ACCEPTED',
    })),
    headline: text.headline(),
    spot: text.sentence(),
    sections: [],
    at,
    sharedAt: state === 'DRAFT' ? null : new Date(at.getTime() + hour),
    submittedAt: ['DRAFT', 'IN_REVIEW', 'DISCARDED'].includes(state) ? null : new Date(at.getTime() + 2 * hour),
    releasedAt: ['RELEASED', 'WITHDRAWN'].includes(state) ? new Date(at.getTime() + 8 * hour) : null,
    updatedAt: new Date(at.getTime() + 9 * hour),
    number: null,
    slug: null,
  };
}

const doc = (paragraphs) => ({
  type: 'doc',
  content: paragraphs.map((one) => ({ type: 'paragraph', content: [{ type: 'text', text: one }] })),
});

/** Five shared sections, a paragraph of each second office and a quote of the lead: seven or eight in all. */
function writeSections({ lead, partners, headline, spot, at }, { newId, text }) {
  const plain = (kind, paragraphs, officeId = null) => ({
    id: newId(at),
    kind,
    officeId,
    content: doc(paragraphs),
    speaker: null,
    consent: null,
  });
  const quote = {
    ...plain('QUOTE', [text.sentence()], lead.id),
    speaker: { role: 'Belediye Başkanı', name: text.person() },
    consent: { scope: 'THIS_BULLETIN', givenBy: 'Kendisi', givenAt: at.toISOString() },
  };
  const own = partners
    .filter((_, place) => place % 2 === 0)
    .map(({ office }) => plain('OFFICE', text.paragraphs(1), office.id));
  return [
    plain('HEADLINE', [headline]),
    plain('SPOT', [spot]),
    plain('LEAD', text.paragraphs(1)),
    plain('FACTS', text.paragraphs(2)),
    plain('CLOSING', text.paragraphs(1)),
    ...own,
    quote,
  ].map((section, position) => ({ ...section, position }));
}

function participantRows({ id, partners, lead, at, sharedAt }) {
  return partners.map(({ office, state }, position) => ({
    bulletin_id: id,
    office_id: office.id,
    position,
    state,
    invited_at: at,
    invited_by_id: lead.EDITOR,
    answered_at: state === 'INVITED' ? null : sharedAt,
    answered_by_id: state === 'INVITED' ? null : office.EDITOR,
    seen_at: position % 2 === 0 ? sharedAt : null,
    is_silent: false,
  }));
}

/** Released texts are signed by all, those offered by some, and now and then a change has voided a signature. */
function signatureRows({ id, state, lead, partners, sections, submittedAt }, { newId, random }) {
  if (!submittedAt) return [];
  const signers = [lead, ...partners.filter((partner) => partner.state === 'ACCEPTED').map(({ office }) => office)];
  return signers
    .filter(() => state !== 'IN_SIGNOFF' || random() < 0.6)
    .map((office) => {
      const own = sections.filter(({ officeId }) => office === lead || officeId === null || officeId === office.id);
      const isVoid = state === 'IN_SIGNOFF' && random() < 0.2;
      return {
        id: newId(submittedAt),
        subject_type: 'bulletin',
        subject_id: id,
        office_id: office.id,
        person_id: office.PRESS_DIRECTOR,
        verdict: 'SIGNED',
        reason: null,
        authority: { kind: 'ROLE', role: 'PRESS_DIRECTOR' },
        section_hashes: Object.fromEntries(own.map((section) => [section.id, section.hash])),
        answered_at: new Date(submittedAt.getTime() + hour),
        voided_at: isVoid ? new Date(submittedAt.getTime() + 2 * hour) : null,
        voided_by_sections: isVoid ? [sections[3].id] : null,
      };
    });
}

function number(draft, numbers, slug) {
  const year = draft.at.getUTCFullYear();
  const key = `${year}/${draft.lead.shortCode}`;
  const next = (numbers.get(key) ?? 0) + 1;
  numbers.set(key, next);
  draft.number = `${key}-${String(next).padStart(3, '0')}`;
  draft.slug = `${slug(draft.headline)}-${draft.lead.shortCode.toLowerCase()}-${next}`;
}

const plainOf = ({ content }) => content.content.map((one) => one.content[0].text).join('\n\n');

function bulletinRow(draft) {
  const body = draft.sections.filter(({ kind }) => kind !== 'HEADLINE' && kind !== 'SPOT');
  const isPlanned = draft.state === 'SCHEDULED';
  return {
    id: draft.id,
    kind: draft.kind,
    state: draft.state,
    lead_office_id: draft.lead.id,
    headline: draft.headline,
    spot: draft.spot,
    body_text: body.map(plainOf).join('\n\n'),
    tags_text: draft.tags.map(({ label }) => label).join(' '),
    created_by_id: draft.lead.EDITOR,
    created_at: draft.at,
    updated_at: draft.updatedAt,
    shared_at: draft.sharedAt,
    submitted_at: draft.submittedAt,
    number: draft.number,
    slug: draft.slug,
    release_at: isPlanned ? '2099-01-01T06:00:00Z' : null,
    release_local: isPlanned ? '2099-01-01T09:00' : null,
    release_zone: isPlanned ? 'Europe/Istanbul' : null,
    release_approved_at: draft.number ? new Date(draft.at.getTime() + 7 * hour) : null,
    released_at: draft.releasedAt,
    public_updated_at: draft.releasedAt,
    withdrawn_at: draft.state === 'WITHDRAWN' ? draft.updatedAt : null,
    withdrawal_reason: draft.state === 'WITHDRAWN' ? 'Etkinlik iptal edildi.' : null,
    version: 1,
  };
}

function editionRow(draft, newId) {
  const included = [
    draft.lead,
    ...draft.partners.filter(({ state }) => state === 'ACCEPTED').map(({ office }) => office),
  ];
  const sections = draft.sections.map(({ id, kind, officeId, speaker, content, hash }) => ({
    id,
    kind,
    officeId,
    speaker,
    content,
    hash,
  }));
  const hash = createHash('sha256')
    .update(JSON.stringify(sections.map((section) => section.hash)))
    .digest('hex');
  const tags = draft.tags.map(({ label }) => label);
  const content = {
    bulletinId: draft.id,
    kind: draft.kind,
    number: draft.number,
    slug: draft.slug,
    headline: draft.headline,
    spot: draft.spot,
    dateline: 'BALIKESİR',
    offices: included.map(({ id, code, name, pressUnit }) => ({
      id,
      code,
      name,
      pressUnit,
      contact: { name: null, phone: null, email: null },
      logoFileId: null,
    })),
    sections,
    files: [],
    tags,
    corrects: null,
    hash,
  };
  return {
    id: newId(draft.at),
    bulletin_id: draft.id,
    sequence: 1,
    content,
    hash,
    approved_at: new Date(draft.at.getTime() + 7 * hour),
    approved_by_id: draft.lead.PRESS_DIRECTOR,
    released_at: draft.releasedAt,
    year: draft.at.getUTCFullYear(),
    slug: draft.slug,
    office_codes: included.map(({ code }) => code),
    tag_slugs: draft.tags.map((tag) => tag.slug),
    search: `${draft.headline} ${tags.join(' ')} ${draft.spot} ${draft.sections.map(plainOf).join(' ')}`,
  };
}
