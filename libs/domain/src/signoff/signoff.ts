import { ParticipantState } from '../bulletins/bulletin';
import { SilenceRule, SignersRule, type SignoffRule } from './charter';

/**
 * Who has signed exactly these words? One mechanism for bulletins, the charter and minutes.
 *
 * A partner office signs what is shared and its own sections; the lead office signs every section. A signature holds
 * the hash of each section it covers. It is *current* while nobody withdrew or voided it and every section that the
 * office must sign now still has the hash it signed; a section that went because its office left matters to nobody.
 * Nothing here is stored but the answers: status, completeness and the offices that go out are computed.
 *
 * Silence is never consent: an office without a current signature either holds the release back or is left out of it.
 */

/** A part that is signed: a section of a bulletin, an agenda item, the whole charter. `officeId` null: shared by all. */
export interface SignableSection {
  /** Stable over edits, e.g. the section's id. */
  readonly key: string;
  readonly officeId: string | null;
  readonly hash: string;
}

export enum SignatureVerdict {
  SIGNED = 'SIGNED',
  /** Sent back with a reason: an answer, not silence. */
  RETURNED = 'RETURNED',
}

/** An office's answer to certain words. Rows are never changed but for the two instants at the end. */
export interface Signature {
  readonly id: string;
  readonly officeId: string;
  readonly verdict: SignatureVerdict;
  /** Section key → hash, for every section the office had to sign when it answered. */
  readonly sectionHashes: Readonly<Record<string, string>>;
  readonly answeredAt: Date;
  /** The office took its answer back. */
  readonly withdrawnAt: Date | null;
  /** A section it covers was changed, added or removed. A voided answer never revives, even if the words come back. */
  readonly voidedAt: Date | null;
}

/** A partner office in a round; the lead is not listed. */
export interface SignoffParty {
  readonly officeId: string;
  readonly state: ParticipantState;
  /** In shadow mode: sees what is shared; its signature does not count and its words do not go out. */
  readonly isShadow: boolean;
  /** First look at the text offered for signature. */
  readonly seenAt: Date | null;
  /** Asked to join; later than the start of sign-off if invited late. */
  readonly invitedAt: Date | null;
}

/** One round of sign-off, as stored. */
export interface SignoffRound {
  readonly leadOfficeId: string;
  readonly parties: readonly SignoffParty[];
  /** All of the text; sections of offices that declined or are in shadow mode are passed over (`presentSections`). */
  readonly sections: readonly SignableSection[];
  readonly signatures: readonly Signature[];
  readonly rule: SignoffRule;
  /** When the text was offered for signature; null before that, and then no deadline runs. */
  readonly startedAt: Date | null;
  readonly now: Date;
}

export enum OfficeSignoffStatus {
  /** Asked, has not looked yet. */
  PENDING = 'PENDING',
  /** Has looked, has not answered. */
  SEEN = 'SEEN',
  SIGNED = 'SIGNED',
  RETURNED = 'RETURNED',
  /** Answered, but the words have changed since: the answer must be renewed. */
  STALE = 'STALE',
  WITHDRAWN = 'WITHDRAWN',
  DECLINED = 'DECLINED',
  /** In shadow mode: not asked. */
  EXEMPT = 'EXEMPT',
}

/** Where one office stands. */
export interface OfficeSignoff {
  readonly officeId: string;
  readonly isLead: boolean;
  readonly status: OfficeSignoffStatus;
  /** Keys of the sections that differ from what its last answer covers; empty unless STALE. */
  readonly changedKeys: readonly string[];
  /** Its last answer, current or not. */
  readonly answer: Signature | null;
  /** When its time to answer ends; null: no deadline, or nothing to answer. */
  readonly dueAt: Date | null;
}

/** A changed (both hashes), added (`oldHash` null) or removed (`newHash` null) section. */
export interface SectionChange {
  readonly key: string;
  readonly officeId: string | null;
  readonly oldHash: string | null;
  readonly newHash: string | null;
}

/** The whole round in one answer. */
export interface SignoffOutcome {
  readonly isComplete: boolean;
  /** The lead first, then the partners as listed. */
  readonly offices: readonly OfficeSignoff[];
  /** Offices that go out when it is released now: each has a current signature. The lead first. */
  readonly included: readonly string[];
  /** Offices whose signature is waited for. Not empty means not complete. */
  readonly missing: readonly string[];
  /** Partners that the edition does without: declined, in shadow mode, silent past the deadline, or not needed. */
  readonly leftOut: readonly string[];
  /** How many partner signatures the quorum still lacks; 0 under other rules. */
  readonly quorumLacks: number;
}

/** The sections that count: shared ones, the lead's, and those of partners that neither declined nor are in shadow mode. */
export function presentSections<S extends Pick<SignableSection, 'officeId'>>(
  leadOfficeId: string,
  parties: readonly Pick<SignoffParty, 'officeId' | 'state' | 'isShadow'>[],
  sections: readonly S[],
): S[] {
  const present = new Set<string | null>([null, leadOfficeId]);
  for (const { officeId, state, isShadow } of parties) {
    if (state !== ParticipantState.DECLINED && !isShadow) present.add(officeId);
  }
  return sections.filter((section) => present.has(section.officeId));
}

/** The sections an office signs: the lead signs all, a partner what is shared and its own. */
export function sectionsToSign(
  officeId: string,
  leadOfficeId: string,
  sections: readonly SignableSection[],
): SignableSection[] {
  return sections.filter((section) => mustSign(officeId, leadOfficeId, section.officeId));
}

/** Whether an office answers for a section of this owner. */
export function mustSign(officeId: string, leadOfficeId: string, ownerId: string | null): boolean {
  return officeId === leadOfficeId || ownerId === null || ownerId === officeId;
}

/** What a signature given now must hold: key → hash of every section the office signs. */
export function hashesToSign(
  officeId: string,
  leadOfficeId: string,
  sections: readonly SignableSection[],
): Record<string, string> {
  return Object.fromEntries(
    sectionsToSign(officeId, leadOfficeId, sections).map((section) => [section.key, section.hash]),
  );
}

/** Keys of the present sections that the office must sign and that the answer does not cover with the present hash. */
export function changedKeys(
  signature: Pick<Signature, 'officeId' | 'sectionHashes'>,
  leadOfficeId: string,
  sections: readonly SignableSection[],
): string[] {
  return sectionsToSign(signature.officeId, leadOfficeId, sections)
    .filter(({ key, hash }) => !Object.hasOwn(signature.sectionHashes, key) || signature.sectionHashes[key] !== hash)
    .map(({ key }) => key);
}

/** Whether the signature stands for the present words. */
export function isCurrent(signature: Signature, leadOfficeId: string, sections: readonly SignableSection[]): boolean {
  return (
    signature.verdict === SignatureVerdict.SIGNED
    && signature.withdrawnAt === null
    && signature.voidedAt === null
    && changedKeys(signature, leadOfficeId, sections).length === 0
  );
}

/**
 * The answers (signatures and returns) that a change voids, among those neither withdrawn nor voided yet: a changed or
 * removed section voids the answers that cover it, an added one those of the offices that must sign it, and none else.
 * Sections that go because their office declined are not a change in this sense: do not ask for them.
 */
export function signaturesVoidedBy<S extends Signature>(
  change: SectionChange,
  leadOfficeId: string,
  signatures: readonly S[],
): S[] {
  if (change.oldHash === change.newHash) return [];
  return signatures.filter((signature) => {
    if (signature.withdrawnAt !== null || signature.voidedAt !== null) return false;
    if (Object.hasOwn(signature.sectionHashes, change.key)) {
      return signature.sectionHashes[change.key] !== change.newHash;
    }
    return change.newHash !== null && mustSign(signature.officeId, leadOfficeId, change.officeId);
  });
}

/** An office's last answer: the newest by instant, then by id. */
export function lastAnswer(officeId: string, signatures: readonly Signature[]): Signature | null {
  return signatures
    .filter((signature) => signature.officeId === officeId)
    .reduce<Signature | null>((last, next) => (last === null || isLater(next, last) ? next : last), null);
}

function isLater(left: Signature, right: Signature): boolean {
  const distance = left.answeredAt.getTime() - right.answeredAt.getTime();
  return distance > 0 || (distance === 0 && left.id > right.id);
}

const HOUR = 3_600_000;

/**
 * When the office's time to answer ends: the charter's hours after it was asked. It is asked at the start of sign-off,
 * on a later invitation, and again whenever a change voids its answer, so nobody can be made silent by a late edit.
 */
export function answerDueAt(officeId: string, round: SignoffRound): Date | null {
  if (round.startedAt === null || round.rule.answerWithinHours === null) return null;
  const party = round.parties.find((candidate) => candidate.officeId === officeId);
  const asked = [round.startedAt, party?.invitedAt, lastAnswer(officeId, round.signatures)?.voidedAt]
    .filter((instant): instant is Date => instant instanceof Date)
    .map((instant) => instant.getTime());
  return new Date(Math.max(...asked) + round.rule.answerWithinHours * HOUR);
}

/** What changed under an answer, among the sections that count. */
function changedSince(answer: Signature, round: SignoffRound): string[] {
  if (round.sections.length === 0) return [];
  return changedKeys(answer, round.leadOfficeId, presentSections(round.leadOfficeId, round.parties, round.sections));
}

function statusOfAnswer(answer: Signature, round: SignoffRound): OfficeSignoffStatus {
  if (answer.withdrawnAt !== null) return OfficeSignoffStatus.WITHDRAWN;
  const stands = answer.voidedAt === null && changedSince(answer, round).length === 0;
  if (!stands) return OfficeSignoffStatus.STALE;
  return answer.verdict === SignatureVerdict.SIGNED ? OfficeSignoffStatus.SIGNED : OfficeSignoffStatus.RETURNED;
}

function statusOf(officeId: string, answer: Signature | null, round: SignoffRound): OfficeSignoffStatus {
  const party = round.parties.find((candidate) => candidate.officeId === officeId);
  const isLead = officeId === round.leadOfficeId;
  if (!isLead && (party === undefined || party.state === ParticipantState.DECLINED))
    return OfficeSignoffStatus.DECLINED;
  if (!isLead && party?.isShadow) return OfficeSignoffStatus.EXEMPT;
  if (answer) return statusOfAnswer(answer, round);
  return party?.seenAt ? OfficeSignoffStatus.SEEN : OfficeSignoffStatus.PENDING;
}

const ANSWERED: ReadonlySet<OfficeSignoffStatus> = new Set([
  OfficeSignoffStatus.SIGNED,
  OfficeSignoffStatus.DECLINED,
  OfficeSignoffStatus.EXEMPT,
]);

/** Where an office stands in the round. An office that takes no part counts as DECLINED. */
export function officeStatus(officeId: string, round: SignoffRound): OfficeSignoff {
  const answer = lastAnswer(officeId, round.signatures);
  const status = statusOf(officeId, answer, round);
  const isStale = status === OfficeSignoffStatus.STALE && answer !== null;
  return {
    officeId,
    isLead: officeId === round.leadOfficeId,
    status,
    changedKeys: isStale ? changedSince(answer, round) : [],
    answer,
    dueAt: ANSWERED.has(status) ? null : answerDueAt(officeId, round),
  };
}

/** Not to be confused with a no: a return or a withdrawal is an answer and keeps blocking after the deadline. */
const SILENT: ReadonlySet<OfficeSignoffStatus> = new Set([
  OfficeSignoffStatus.PENDING,
  OfficeSignoffStatus.SEEN,
  OfficeSignoffStatus.STALE,
]);

function isSilentPastDeadline(office: OfficeSignoff, round: SignoffRound): boolean {
  return (
    round.rule.onSilence === SilenceRule.GO_WITHOUT
    && SILENT.has(office.status)
    && office.dueAt !== null
    && round.now.getTime() >= office.dueAt.getTime()
  );
}

function noSuchRule(rule: never): never {
  throw new RangeError(`no such signers rule: ${String(rule)}`);
}

/** The partners still waited for, and how many signatures the quorum lacks, under the charter's rule. */
function waitedFor(partners: readonly OfficeSignoff[], round: SignoffRound): { missing: string[]; lacks: number } {
  const open = partners.filter(({ status }) => !ANSWERED.has(status));
  switch (round.rule.signers) {
    case SignersRule.LEAD_ONLY:
      return { missing: [], lacks: 0 };
    case SignersRule.LEAD_AND_QUORUM: {
      const asked = partners.filter(({ status }) => status !== OfficeSignoffStatus.EXEMPT).length;
      const signed = partners.filter(({ status }) => status === OfficeSignoffStatus.SIGNED).length;
      const lacks = Math.max(0, Math.min(round.rule.quorum ?? 0, asked) - signed);
      return { missing: lacks === 0 ? [] : open.map(({ officeId }) => officeId), lacks };
    }
    case SignersRule.ALL_PARTICIPANTS:
      return {
        missing: open.filter((office) => !isSilentPastDeadline(office, round)).map(({ officeId }) => officeId),
        lacks: 0,
      };
    default:
      return noSuchRule(round.rule.signers);
  }
}

/**
 * Whether everything the charter asks for is signed, who goes out and who is still missing.
 * Every office that goes out has a current signature, whatever the rule: under LEAD_ONLY and LEAD_AND_QUORUM the
 * offices that did not sign are left out. The quorum counts partner signatures besides the lead's; when fewer partners
 * were asked than it wants, all of them must sign. Offices that declined were asked: a quorum cannot shrink by refusals.
 */
export function signoffComplete(round: SignoffRound): SignoffOutcome {
  const lead = officeStatus(round.leadOfficeId, round);
  const partners = round.parties
    .filter(({ officeId }) => officeId !== round.leadOfficeId)
    .map(({ officeId }) => officeStatus(officeId, round));
  const { missing: missingPartners, lacks } = waitedFor(partners, round);
  const offices = [lead, ...partners];
  const leadSigned = lead.status === OfficeSignoffStatus.SIGNED;
  const missing = [...(leadSigned ? [] : [lead.officeId]), ...missingPartners];
  const included = offices
    .filter(({ status }) => status === OfficeSignoffStatus.SIGNED)
    .map(({ officeId }) => officeId);
  return {
    isComplete: leadSigned && missing.length === 0 && lacks === 0,
    offices,
    included,
    missing,
    leftOut: partners.map(({ officeId }) => officeId).filter((id) => !included.includes(id) && !missing.includes(id)),
    quorumLacks: lacks,
  };
}

/** The deadlines of this round that have not passed, earliest first: when to look again, when to remind. */
export function deadlines(round: SignoffRound): readonly { readonly officeId: string; readonly dueAt: Date }[] {
  return signoffComplete(round)
    .offices.flatMap(({ officeId, dueAt }) => (dueAt && dueAt > round.now ? [{ officeId, dueAt }] : []))
    .sort((left, right) => left.dueAt.getTime() - right.dueAt.getTime());
}
