import { bulletinActs } from '@domain/bulletins/bulletin.policy';
import { seesWork, type BulletinFacts } from '@domain/bulletins/bulletin-facts';
import type { Actor } from '@domain/identity/actor';
import { defaultCharterRules } from '@domain/signoff/charter';
import { signoffComplete, type OfficeSignoff, type SignoffRound } from '@domain/signoff/signoff';
import type { RequestContext } from '../core/context';
import type { BulletinRow } from './bulletin-select';
import { signableHash } from './bulletin-signoff.service';
import type { SectionRow } from './bulletins.loaders';
import type { BulletinSignatureType, BulletinType, LocalTimeType } from './bulletin.type';

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
  const facts = factsOf(row);
  const isAtWork = seesWork(ctx.actor, facts);
  const round = once(() => roundOf(row, ctx.now));
  const outcome = once(() => signoffComplete(round()));
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    state: row.state,
    headline: row.headline,
    spot: row.spot,
    number: row.number,
    publicPath: publicPath(row),
    leadOffice: row.lead,
    author: isAtWork ? row.author : null,
    tags: row.tags,
    get signatures() {
      return isAtWork ? outcome().offices.map((office) => presentSignature(row, office)) : [];
    },
    get isSignoffComplete() {
      return outcome().isComplete;
    },
    get viewerSignableHash() {
      return isAtWork ? ownSignableHash(ctx.actor, round()) : null;
    },
    createdAt: row.created_at,
    updatedAt: isAtWork ? row.updated_at : (row.public_updated_at ?? row.updated_at),
    embargo: localTime(row.embargo_at, row.embargo_local, row.embargo_zone),
    release: localTime(row.release_at, row.release_local, row.release_zone),
    embargoLiftedAt: row.embargo_lifted_at,
    releaseRefusal: isAtWork ? (row.release_refusal ?? []) : [],
    releasedAt: row.released_at,
    publicUpdatedAt: row.public_updated_at,
    withdrawnAt: row.withdrawn_at,
    withdrawalReason: row.withdrawal_reason,
    corrects: row.corrects ?? null,
    correctedBy: row.corrected_by ?? null,
    get viewerCan() {
      return bulletinActs(ctx.actor, facts);
    },
    facts,
    written: row.written?.map((section) => ({ ...section, updatedAt: new Date(section.updatedAt) })) ?? null,
  };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function factsOf(row: BulletinRow): BulletinFacts {
  return {
    state: row.state,
    leadOfficeId: row.lead.id,
    sharedAt: row.shared_at,
    participants: row.parties.map(({ office, state, isShadow }) => ({ officeId: office.id, state, isShadow })),
  };
}

function roundOf(row: BulletinRow, now: Date): SignoffRound {
  const present = Object.fromEntries(row.sections.map(({ key, hash }) => [key, hash]));
  return {
    leadOfficeId: row.lead.id,
    parties: row.parties.map(({ office, state, isShadow, seenAt, invitedAt }) => ({
      officeId: office.id,
      state,
      isShadow,
      seenAt: instant(seenAt),
      invitedAt: new Date(invitedAt),
    })),
    sections: row.sections,
    signatures: row.answers.map(({ uncovered, ...answer }) => ({
      ...answer,
      sectionHashes: coveredHashes(present, uncovered),
      answeredAt: new Date(answer.answeredAt),
      withdrawnAt: instant(answer.withdrawnAt),
      voidedAt: instant(answer.voidedAt),
    })),
    rule: row.rule ?? defaultCharterRules.signoff[row.kind],
    startedAt: row.submitted_at,
    now,
  };
}

/** The signed hashes, as far as they are still the present ones: the others are told by being missing. */
function coveredHashes(
  present: Readonly<Record<string, string>>,
  uncovered: readonly string[],
): Readonly<Record<string, string>> {
  if (uncovered.length === 0) return present;
  return Object.fromEntries(Object.entries(present).filter(([key]) => !uncovered.includes(key)));
}

function ownSignableHash(actor: Actor, round: SignoffRound): string | null {
  const isParty =
    actor.officeId === round.leadOfficeId || round.parties.some(({ officeId }) => officeId === actor.officeId);
  return actor.officeId && isParty ? signableHash(actor.officeId, round) : null;
}

function presentSignature(row: BulletinRow, office: OfficeSignoff): BulletinSignatureType {
  const party = row.parties.find((candidate) => candidate.office.id === office.officeId);
  const answer = row.answers.find(({ officeId }) => officeId === office.officeId);
  return {
    office: party?.office ?? row.lead,
    isLead: office.isLead,
    participation: party?.state ?? null,
    status: office.status,
    answeredAt: office.answer?.answeredAt ?? null,
    personName: answer?.personName ?? null,
    isByDeputy: answer?.authority === 'DEPUTY',
    reason: party?.reason ?? answer?.reason ?? null,
    changedSectionIds: [...office.changedKeys],
    dueAt: office.dueAt,
  };
}

function publicPath(row: BulletinRow): string | null {
  return row.released_at && row.slug && row.number ? `/basin/${row.number.slice(0, 4)}/${row.slug}` : null;
}

function localTime(at: Date | null, local: string | null, zone: string | null): LocalTimeType | null {
  return at && local && zone ? { at, local, zone } : null;
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
