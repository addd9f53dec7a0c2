import type { BulletinKind, BulletinState, ParticipantState } from '@domain/bulletins/bulletin';
import type { SignoffRule } from '@domain/signoff/charter';
import type { SignableSection, SignatureVerdict } from '@domain/signoff/signoff';
import { selectSections, type SectionRow } from './bulletins.loaders';
import { textHashSql, type TextHashColumns } from './bulletin-text-hash';
import type { BulletinTagType, BulletinType, OfficeSummaryType } from './bulletin.type';

/** What is read only when somebody asks for it. */
export enum BulletinPart {
  SIGNATURES = 'SIGNATURES',
  SIGNABLE = 'SIGNABLE',
  TEXT_HASH = 'TEXT_HASH',
  PLANS = 'PLANS',
  CORRECTIONS = 'CORRECTIONS',
  SECTIONS = 'SECTIONS',
}

/** The fields that each part stands behind; the other fields are read always. */
export const partFields: Readonly<Record<BulletinPart, readonly (keyof BulletinType | 'sections')[]>> = {
  [BulletinPart.SIGNATURES]: ['signatures', 'isSignoffComplete'],
  [BulletinPart.SIGNABLE]: ['viewerSignableHash'],
  [BulletinPart.TEXT_HASH]: ['textHash'],
  [BulletinPart.PLANS]: ['embargo', 'release', 'embargoLiftedAt', 'releaseRefusal', 'withdrawnAt', 'withdrawalReason'],
  [BulletinPart.CORRECTIONS]: ['corrects', 'correctedBy'],
  [BulletinPart.SECTIONS]: ['sections'],
};

/** Everything that a bulletin shows but its sections, which have a loader of their own. */
export const wholeCard: readonly BulletinPart[] = [
  BulletinPart.SIGNATURES,
  BulletinPart.SIGNABLE,
  BulletinPart.TEXT_HASH,
  BulletinPart.PLANS,
  BulletinPart.CORRECTIONS,
];

/** One bulletin with everything that lists and pages show of it, as one row. Instants inside JSON are texts. */
export interface BulletinRow extends Partial<SignoffColumns & TextHashColumns & PlanColumns & CorrectionColumns> {
  id: string;
  version: number;
  kind: BulletinKind;
  state: BulletinState;
  headline: string;
  spot: string;
  number: string | null;
  slug: string | null;
  author_id: string;
  author_name: string;
  tags: BulletinTagType[];
  /** The lead first, then the partners in order. */
  offices: [LeadRow, ...PartnerRow[]];
  created_at: Date;
  updated_at: Date;
  shared_at: Date | null;
  released_at: Date | null;
  public_updated_at: Date | null;
  written?: (Omit<SectionRow, 'updatedAt'> & { updatedAt: string })[];
}

interface OfficeRow {
  office: OfficeSummaryType;
  isShadow: boolean;
  seenAt?: string | null;
  invitedAt?: string | null;
  reason?: string | null;
  /** The newest: the one that counts. */
  answer?: AnswerRow | null;
}

export interface LeadRow extends OfficeRow {
  state: null;
}

export interface PartnerRow extends OfficeRow {
  /** Answer to the invitation. */
  state: ParticipantState;
}

export interface AnswerRow {
  id: string;
  verdict: SignatureVerdict;
  /** Sections that the office must sign and whose present words it did not: changed since, or added. Null: none. */
  uncovered: SignableSection[] | null;
  answeredAt: string;
  withdrawnAt: string | null;
  voidedAt: string | null;
  reason: string | null;
  personName: string | null;
  authority: 'ROLE' | 'DEPUTY';
}

interface SignoffColumns {
  rule: SignoffRule | null;
  submitted_at: Date | null;
  signable: SignableSection[];
}

interface PlanColumns {
  embargo_at: Date | null;
  embargo_local: string | null;
  embargo_zone: string | null;
  embargo_lifted_at: Date | null;
  release_at: Date | null;
  release_local: string | null;
  release_zone: string | null;
  release_refusal: string[] | null;
  withdrawn_at: Date | null;
  withdrawal_reason: string | null;
}

interface CorrectionColumns {
  corrects: { bulletinId: string; number: string | null; note: string | null } | null;
  corrected_by: { bulletinId: string; number: string | null; note: string | null } | null;
}

const sectionJson = `json_build_object('key', c.id, 'officeId', c.office_id, 'hash', c.hash)`;

const partSql: Readonly<Record<BulletinPart, string>> = {
  [BulletinPart.SIGNATURES]: `b.submitted_at,
    (select rules -> 'signoff' -> b.kind from charters c
      where c.id = b.charter_id or (b.charter_id is null and c.state = 'IN_FORCE')) as rule`,
  [BulletinPart.SIGNABLE]: `
    coalesce((select json_agg(${sectionJson}) from bulletin_sections c where c.bulletin_id = b.id), '[]') as signable`,
  [BulletinPart.TEXT_HASH]: textHashSql,
  [BulletinPart.PLANS]: `b.embargo_at, b.embargo_local, b.embargo_zone, b.embargo_lifted_at, b.release_at, b.release_local,
    b.release_zone, b.release_refusal, b.withdrawn_at, b.withdrawal_reason`,
  [BulletinPart.CORRECTIONS]: `
    (select json_build_object('bulletinId', x.id, 'number', x.number, 'note', b.correction_note)
      from bulletins x where x.id = b.corrects_id) as corrects,
    (select json_build_object('bulletinId', x.id, 'number', x.number, 'note', x.correction_note)
      from bulletins x where x.corrects_id = b.id and x.released_at is not null order by x.released_at desc limit 1) as corrected_by`,
  [BulletinPart.SECTIONS]: `
    coalesce((select json_agg(written) from (${selectSections('s.bulletin_id = b.id')}) written), '[]') as written`,
};

/** The SQL twin of `mustSign` and of the comparison in `changedKeys`, for an answer `s` to the bulletin `b`. */
const uncoveredSql = `(select json_agg(${sectionJson}) from bulletin_sections c
  where c.bulletin_id = b.id and (s.office_id = b.lead_office_id or c.office_id is null or c.office_id = s.office_id)
    and s.section_hashes ->> c.id::text is distinct from c.hash)`;

const answerJson = `case when s.id is not null then json_build_object('id', s.id, 'verdict', s.verdict,
  'uncovered', ${uncoveredSql}, 'answeredAt', s.answered_at, 'withdrawnAt', s.withdrawn_at, 'voidedAt', s.voided_at,
  'reason', s.reason, 'personName', signer.name, 'authority', s.authority ->> 'kind') end`;

/** Read once per bulletin and matched with its offices: a search for each office costs more. */
const answerJoins = `left join (select distinct on (office_id) * from signatures
    where subject_type = 'bulletin' and subject_id = b.id order by office_id, answered_at desc, id desc) s
    on s.office_id = p.office_id
  left join users signer on signer.id = s.person_id`;

/** The offices of the bulletin `b`, the lead first; with where they stand in its sign-off only when that is asked. */
function officesSql(isSignoffAsked: boolean): string {
  const [answers, joins] = isSignoffAsked
    ? [`, 'seenAt', p.seen_at, 'invitedAt', p.invited_at, 'reason', p.reason, 'answer', ${answerJson}`, answerJoins]
    : ['', ''];
  return `(select json_agg(json_build_object('office', json_build_object('id', o.id, 'code', o.code, 'name', o.name),
      'state', p.state, 'isShadow', o.state <> 'ACTIVE' and not o.was_admitted${answers}) order by p.position, p.office_id)
    from (select b.lead_office_id as office_id, -1 as position, null as state, null::timestamptz as seen_at,
        null::timestamptz as invited_at, null as reason
      union all select office_id, position, state, seen_at, invited_at, reason from bulletin_participants
      where bulletin_id = b.id) p
    join offices o on o.id = p.office_id ${joins})`;
}

/**
 * Selects whole bulletins for the page that `pageSql` names (columns: id, and what it orders by); one statement,
 * whatever the page holds.
 */
export function selectBulletins(pageSql: string, orderSql: string, parts: readonly BulletinPart[]): string {
  return `
  with page as materialized (${pageSql})
  select b.id, b.version, b.kind, b.state, b.headline, b.spot, b.number, b.slug, b.created_at, b.updated_at, b.shared_at,
    b.released_at, b.public_updated_at, author.id as author_id, author.name as author_name,
    coalesce((select json_agg(json_build_object('slug', t.slug, 'label', t.label) order by t.slug)
      from bulletin_tags t where t.bulletin_id = b.id), '[]') as tags,
    ${officesSql(parts.includes(BulletinPart.SIGNATURES))} as offices
    ${parts.map((part) => `, ${partSql[part]}`).join('')}
  from page join bulletins b on b.id = page.id
  join users author on author.id = b.created_by_id
  order by ${orderSql}`;
}
