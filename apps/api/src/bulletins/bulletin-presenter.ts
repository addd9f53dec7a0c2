import { bulletinActs } from '@domain/bulletins/bulletin.policy';
import { seesWork, type BulletinFacts } from '@domain/bulletins/bulletin-facts';
import { sectionActs } from '@domain/bulletins/section.policy';
import type { Actor } from '@domain/identity/actor';
import { defaultCharterRules } from '@domain/signoff/charter';
import {
  signoffComplete,
  type OfficeSignoff,
  type SignableSection,
  type Signature,
  type SignoffRound,
} from '@domain/signoff/signoff';
import { plainText } from '@domain/text/rich-text';
import type { RequestContext } from '../core/context';
import type { AnswerRow, BulletinRow, LeadRow, PartnerRow } from './bulletin-select';
import { signableHash } from './bulletin-signoff.service';
import { textHash } from './bulletin-text-hash';
import type { SectionRow } from './bulletins.loaders';
import type { BulletinSectionType, BulletinSignatureType, BulletinType, LocalTimeType } from './bulletin.type';

/** A bulletin as the API shows it, with the facts that its child fields ask their rules with. */
export interface PresentedBulletin extends BulletinType {
  readonly facts: BulletinFacts;
  /** Its sections, when they were read with it. */
  readonly written: SectionRow[] | null;
}

/**
 * One row as this viewer may see it: those who do not work on it see what the public sees. What takes reckoning is
 * reckoned when it is asked for.
 */
export function presentBulletin(ctx: RequestContext, row: BulletinRow): PresentedBulletin {
  const [lead, ...partners] = row.offices;
  const facts = factsOf(row, lead, partners);
  const isAtWork = seesWork(ctx.actor, facts);
  const outcome = once(() => signoffComplete(roundOf(row, ctx.now)));
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    state: row.state,
    headline: row.headline,
    spot: row.spot,
    number: row.number,
    publicPath: publicPath(row),
    leadOffice: lead.office,
    author: isAtWork ? { id: row.author_id, name: row.author_name } : null,
    tags: row.tags,
    get signatures() {
      return isAtWork ? outcome().offices.map((signoff) => presentSignature(row, signoff)) : [];
    },
    get isSignoffComplete() {
      return outcome().isComplete;
    },
    get viewerSignableHash() {
      return isAtWork ? ownSignableHash(ctx.actor, facts, row.signable ?? []) : null;
    },
    get textHash() {
      return isAtWork ? textHash({ leadOfficeId: lead.office.id, parties: partiesOf(partners) }, row) : null;
    },
    createdAt: row.created_at,
    updatedAt: isAtWork ? row.updated_at : (row.public_updated_at ?? row.updated_at),
    embargo: localTime(row.embargo_at, row.embargo_local, row.embargo_zone),
    release: localTime(row.release_at, row.release_local, row.release_zone),
    embargoLiftedAt: row.embargo_lifted_at ?? null,
    releaseRefusal: isAtWork ? (row.release_refusal ?? []) : [],
    releasedAt: row.released_at,
    publicUpdatedAt: row.public_updated_at,
    withdrawnAt: row.withdrawn_at ?? null,
    withdrawalReason: row.withdrawal_reason ?? null,
    corrects: row.corrects ?? null,
    correctedBy: row.corrected_by ?? null,
    get viewerCan() {
      return bulletinActs(ctx.actor, facts);
    },
    facts,
    written: row.written?.map((section) => ({ ...section, updatedAt: new Date(section.updatedAt) })) ?? null,
  };
}

/** One of its sections for somebody who works on it; what takes reckoning is reckoned when it is asked for. */
export function presentSection(actor: Actor, bulletin: BulletinFacts, section: SectionRow): BulletinSectionType {
  return {
    ...section,
    get content() {
      return JSON.stringify(section.content);
    },
    get text() {
      return plainText(section.content);
    },
    get viewerCan() {
      return sectionActs(actor, { bulletin, section });
    },
  };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function factsOf(row: BulletinRow, lead: LeadRow, partners: readonly PartnerRow[]): BulletinFacts {
  return {
    state: row.state,
    leadOfficeId: lead.office.id,
    sharedAt: row.shared_at,
    participants: partners.map(({ office, state, isShadow }) => ({ officeId: office.id, state, isShadow })),
  };
}

/** The round as far as it can be open: a section that every answer covers changes no answer and is not read. */
function roundOf(row: BulletinRow, now: Date): SignoffRound {
  const [lead, ...partners] = row.offices;
  const sections = uncoveredSections(row);
  return {
    leadOfficeId: lead.office.id,
    parties: partiesOf(partners),
    sections,
    signatures: row.offices.flatMap(({ office, answer }) => (answer ? [signatureOf(office.id, answer, sections)] : [])),
    rule: row.rule ?? defaultCharterRules.signoff[row.kind],
    startedAt: row.submitted_at ?? null,
    now,
  };
}

function partiesOf(partners: readonly PartnerRow[]): SignoffRound['parties'] {
  return partners.map(({ office, state, isShadow, seenAt, invitedAt }) => ({
    officeId: office.id,
    state,
    isShadow,
    seenAt: instant(seenAt),
    invitedAt: instant(invitedAt),
  }));
}

/** The sections whose present words some answer does not cover. */
function uncoveredSections({ offices }: BulletinRow): SignableSection[] {
  const uncovered = offices.flatMap(({ answer }) => answer?.uncovered ?? []);
  return uncovered.length < 2 ? uncovered : [...new Map(uncovered.map((section) => [section.key, section])).values()];
}

function signatureOf(officeId: string, answer: AnswerRow, sections: readonly SignableSection[]): Signature {
  return {
    id: answer.id,
    officeId,
    verdict: answer.verdict,
    sectionHashes: sections.length === 0 ? {} : coveredHashes(answer, sections),
    answeredAt: new Date(answer.answeredAt),
    withdrawnAt: instant(answer.withdrawnAt),
    voidedAt: instant(answer.voidedAt),
  };
}

function coveredHashes({ uncovered }: AnswerRow, sections: readonly SignableSection[]): Record<string, string> {
  const changed = new Set(uncovered?.map(({ key }) => key));
  return Object.fromEntries(sections.filter(({ key }) => !changed.has(key)).map(({ key, hash }) => [key, hash]));
}

function ownSignableHash(actor: Actor, facts: BulletinFacts, sections: readonly SignableSection[]): string | null {
  const { leadOfficeId, participants: parties } = facts;
  const isParty = actor.officeId === leadOfficeId || parties.some(({ officeId }) => officeId === actor.officeId);
  return actor.officeId && isParty ? signableHash(actor.officeId, { leadOfficeId, parties, sections }) : null;
}

function presentSignature({ offices }: BulletinRow, signoff: OfficeSignoff): BulletinSignatureType {
  const asked: LeadRow | PartnerRow = offices.find(({ office }) => office.id === signoff.officeId) ?? offices[0];
  const { office, state, answer, reason } = asked;
  return {
    office,
    isLead: signoff.isLead,
    participation: state,
    status: signoff.status,
    answeredAt: signoff.answer?.answeredAt ?? null,
    personName: answer?.personName ?? null,
    isByDeputy: answer?.authority === 'DEPUTY',
    reason: reason ?? answer?.reason ?? null,
    changedSectionIds: [...signoff.changedKeys],
    dueAt: signoff.dueAt,
  };
}

function publicPath(row: BulletinRow): string | null {
  return row.released_at && row.slug && row.number ? `/basin/${row.number.slice(0, 4)}/${row.slug}` : null;
}

function localTime(at?: Date | null, local?: string | null, zone?: string | null): LocalTimeType | null {
  return at && local && zone ? { at, local, zone } : null;
}

function instant(text: string | null | undefined): Date | null {
  return text ? new Date(text) : null;
}
