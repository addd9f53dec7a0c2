import type { BulletinKind, BulletinState, ParticipantState } from '@domain/bulletins/bulletin';
import type { SignoffRule } from '@domain/signoff/charter';
import type { SignatureVerdict } from '@domain/signoff/signoff';
import { selectSections, type SectionRow } from './bulletins.loaders';
import type { BulletinTagType, OfficeSummaryType, PersonSummaryType } from './bulletin.type';

/** What is read only when somebody asks for it. */
export enum BulletinPart {
  SECTIONS = 'SECTIONS',
  CORRECTIONS = 'CORRECTIONS',
}

/** One bulletin with everything that lists and pages show of it, as one row. Instants inside JSON are texts. */
export interface BulletinRow {
  id: string;
  version: number;
  kind: BulletinKind;
  state: BulletinState;
  headline: string;
  spot: string;
  number: string | null;
  slug: string | null;
  lead: OfficeSummaryType;
  author: PersonSummaryType;
  tags: BulletinTagType[];
  parties: {
    office: OfficeSummaryType;
    state: ParticipantState;
    isShadow: boolean;
    seenAt: string | null;
    invitedAt: string;
    reason: string | null;
  }[];
  answers: {
    id: string;
    officeId: string;
    verdict: SignatureVerdict;
    /** Sections whose present words it does not cover: changed since, or never signed by this office. */
    uncovered: string[];
    answeredAt: string;
    withdrawnAt: string | null;
    voidedAt: string | null;
    reason: string | null;
    personName: string | null;
    authority: 'ROLE' | 'DEPUTY';
  }[];
  sections: { key: string; officeId: string | null; hash: string }[];
  rule: SignoffRule | null;
  created_at: Date;
  updated_at: Date;
  shared_at: Date | null;
  submitted_at: Date | null;
  embargo_at: Date | null;
  embargo_local: string | null;
  embargo_zone: string | null;
  embargo_lifted_at: Date | null;
  release_at: Date | null;
  release_local: string | null;
  release_zone: string | null;
  release_refusal: string[] | null;
  released_at: Date | null;
  public_updated_at: Date | null;
  withdrawn_at: Date | null;
  withdrawal_reason: string | null;
  corrects?: { bulletinId: string; number: string | null; note: string | null } | null;
  corrected_by?: { bulletinId: string; number: string | null; note: string | null } | null;
  written?: (Omit<SectionRow, 'updatedAt'> & { updatedAt: string })[];
}

const officeJson = (alias: string) =>
  `json_build_object('id', ${alias}.id, 'code', ${alias}.code, 'name', ${alias}.name)`;

const partSql: Readonly<Record<BulletinPart, string>> = {
  [BulletinPart.SECTIONS]: `coalesce((select json_agg(written) from (${selectSections('s.bulletin_id = b.id')}) written), '[]') as written`,
  [BulletinPart.CORRECTIONS]: `
    (select json_build_object('bulletinId', x.id, 'number', x.number, 'note', b.correction_note)
      from bulletins x where x.id = b.corrects_id) as corrects,
    (select json_build_object('bulletinId', x.id, 'number', x.number, 'note', x.correction_note)
      from bulletins x where x.corrects_id = b.id and x.released_at is not null order by x.released_at desc limit 1) as corrected_by`,
};

/**
 * Selects whole bulletins for the page that `pageSql` names (columns: id, and what it orders by); one statement,
 * whatever the page holds. Only the newest answer of each office is read: it is the one that counts.
 */
export function selectBulletins(pageSql: string, orderSql: string, parts: readonly BulletinPart[]): string {
  return `
  with page as materialized (${pageSql})
  select b.id, b.version, b.kind, b.state, b.headline, b.spot, b.number, b.slug, b.created_at, b.updated_at, b.shared_at,
    b.submitted_at, b.embargo_at, b.embargo_local, b.embargo_zone, b.embargo_lifted_at, b.release_at, b.release_local,
    b.release_zone, b.release_refusal, b.released_at, b.public_updated_at, b.withdrawn_at, b.withdrawal_reason,
    ${officeJson('lead')} as lead,
    json_build_object('id', author.id, 'name', author.name) as author,
    coalesce((select json_agg(json_build_object('slug', t.slug, 'label', t.label) order by t.slug)
      from bulletin_tags t where t.bulletin_id = b.id), '[]') as tags,
    coalesce((select json_agg(json_build_object('office', ${officeJson('o')}, 'state', p.state,
        'isShadow', o.state <> 'ACTIVE' and not o.was_admitted, 'seenAt', p.seen_at, 'invitedAt', p.invited_at, 'reason', p.reason)
        order by p.position, p.office_id)
      from bulletin_participants p join offices o on o.id = p.office_id where p.bulletin_id = b.id), '[]') as parties,
    coalesce((select json_agg(json_build_object('id', s.id, 'officeId', s.office_id, 'verdict', s.verdict,
        'uncovered', array(select c.id from bulletin_sections c
          where c.bulletin_id = b.id and s.section_hashes ->> c.id::text is distinct from c.hash),
        'answeredAt', s.answered_at, 'withdrawnAt', s.withdrawn_at, 'voidedAt', s.voided_at, 'reason', s.reason, 'personName', signer.name, 'authority', s.authority ->> 'kind'))
      from (select distinct on (office_id) * from signatures
        where subject_type = 'bulletin' and subject_id = b.id order by office_id, answered_at desc, id desc) s
      left join users signer on signer.id = s.person_id), '[]') as answers,
    coalesce((select json_agg(json_build_object('key', c.id, 'officeId', c.office_id, 'hash', c.hash))
      from bulletin_sections c where c.bulletin_id = b.id), '[]') as sections,
    (select rules -> 'signoff' -> b.kind from charters c
      where c.id = b.charter_id or (b.charter_id is null and c.state = 'IN_FORCE')) as rule
    ${parts.map((part) => `, ${partSql[part]}`).join('')}
  from page join bulletins b on b.id = page.id
  join offices lead on lead.id = b.lead_office_id
  join users author on author.id = b.created_by_id
  order by ${orderSql}`;
}
