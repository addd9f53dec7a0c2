import { compareTr } from '@turkish/collate';
import { BulletinKind } from '../bulletins/bulletin';
import { contentHash, type Json } from '../canonical';
import { DomainError, DomainErrors, ErrorCode } from '../errors';
import type { SignableSection } from './signoff';

/**
 * The charter: the joint rules that the offices agree on and sign like any other text. A version is never changed;
 * a new one is proposed, signed by every active office, and applies to sign-offs that start after that.
 */

/** Whose signatures a kind of bulletin needs. */
export enum SignersRule {
  ALL_PARTICIPANTS = 'ALL_PARTICIPANTS',
  LEAD_ONLY = 'LEAD_ONLY',
  /** The lead and at least `quorum` partners. */
  LEAD_AND_QUORUM = 'LEAD_AND_QUORUM',
}

/** What happens when a partner's time to answer ends without an answer. Silence never counts as consent. */
export enum SilenceRule {
  /** The release waits. */
  BLOCK = 'BLOCK',
  /** The edition is derived without that office. */
  GO_WITHOUT = 'GO_WITHOUT',
}

/** Order of names, logos, paragraphs and quotes. */
export enum NameOrder {
  LEAD_FIRST_THEN_PROTOCOL = 'LEAD_FIRST_THEN_PROTOCOL',
  LEAD_FIRST_THEN_ALPHABETICAL = 'LEAD_FIRST_THEN_ALPHABETICAL',
}

export interface SignoffRule {
  readonly signers: SignersRule;
  /** Partners besides the lead; null unless LEAD_AND_QUORUM. */
  readonly quorum: number | null;
  /** Hours from being asked, 1 to 720; null: no deadline (then `onSilence` is BLOCK). */
  readonly answerWithinHours: number | null;
  readonly onSilence: SilenceRule;
}

export interface CharterRules {
  readonly signoff: Readonly<Record<BulletinKind, SignoffRule>>;
  readonly earlyLift: {
    /** Partners that must agree besides the lead before an embargo ends early, 1 to 20. */
    readonly partners: number;
  };
  readonly nameOrder: NameOrder;
}

const allWithin = (answerWithinHours: number, onSilence: SilenceRule): SignoffRule => ({
  signers: SignersRule.ALL_PARTICIPANTS,
  quorum: null,
  answerWithinHours,
  onSilence,
});

/** The rules before the first charter is signed: everybody signs, silence blocks; statements and notes may go on without. */
export const defaultCharterRules: CharterRules = {
  signoff: {
    [BulletinKind.BULLETIN]: allWithin(24, SilenceRule.BLOCK),
    [BulletinKind.STATEMENT]: allWithin(12, SilenceRule.BLOCK),
    [BulletinKind.MEDIA_ADVISORY]: allWithin(12, SilenceRule.GO_WITHOUT),
    [BulletinKind.BRIEFING_NOTE]: allWithin(24, SilenceRule.GO_WITHOUT),
    [BulletinKind.QUESTIONS_AND_ANSWERS]: allWithin(24, SilenceRule.BLOCK),
    [BulletinKind.CORRECTION]: allWithin(4, SilenceRule.BLOCK),
  },
  earlyLift: { partners: 1 },
  nameOrder: NameOrder.LEAD_FIRST_THEN_PROTOCOL,
};

class Reader {
  readonly errors: DomainError[] = [];

  refuse(path: readonly string[], message: string): void {
    this.errors.push(new DomainError(ErrorCode.INVALID, { path, message: `reading charter rules: ${message}` }));
  }

  members(value: unknown, path: readonly string[]): Readonly<Record<string, unknown>> {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
    this.refuse(path, 'an object is needed');
    return {};
  }

  oneOf<T extends string>(value: unknown, values: Readonly<Record<string, T>>, path: readonly string[]): T {
    const all = Object.values(values);
    const found = all.find((candidate) => candidate === value);
    if (found === undefined) this.refuse(path, `one of ${all.join(', ')} is needed`);
    return found ?? (all[0] as T);
  }

  whole(value: unknown, least: number, most: number, path: readonly string[]): number {
    if (Number.isInteger(value) && Number(value) >= least && Number(value) <= most) return Number(value);
    this.refuse(path, `a whole number from ${least} to ${most} is needed`);
    return least;
  }
}

function readRule(value: unknown, path: readonly string[], reader: Reader): SignoffRule {
  const members = reader.members(value, path);
  const signers = reader.oneOf(members['signers'], SignersRule, [...path, 'signers']);
  const onSilence = reader.oneOf(members['onSilence'], SilenceRule, [...path, 'onSilence']);
  const hours = members['answerWithinHours'] ?? null;
  const quorum = members['quorum'] ?? null;
  if (signers !== SignersRule.LEAD_AND_QUORUM && quorum !== null) {
    reader.refuse([...path, 'quorum'], 'a quorum goes with LEAD_AND_QUORUM only');
  }
  if (onSilence === SilenceRule.GO_WITHOUT && hours === null) {
    reader.refuse([...path, 'answerWithinHours'], 'going without an office needs a deadline');
  }
  return {
    signers,
    quorum: signers === SignersRule.LEAD_AND_QUORUM ? reader.whole(quorum, 1, 20, [...path, 'quorum']) : null,
    answerWithinHours: hours === null ? null : reader.whole(hours, 1, 720, [...path, 'answerWithinHours']),
    onSilence,
  };
}

/**
 * Reads rules from JSON; every kind must be ruled, unknown members are dropped.
 * Refuses with DomainErrors (INVALID each, with its path), all of them at once.
 */
export function parseCharterRules(json: unknown): CharterRules {
  const reader = new Reader();
  const members = reader.members(json, []);
  const signoff = reader.members(members['signoff'], ['signoff']);
  const earlyLift = reader.members(members['earlyLift'], ['earlyLift']);
  const rules: CharterRules = {
    signoff: Object.fromEntries(
      Object.values(BulletinKind).map((kind) => [kind, readRule(signoff[kind], ['signoff', kind], reader)]),
    ) as Record<BulletinKind, SignoffRule>,
    earlyLift: { partners: reader.whole(earlyLift['partners'], 1, 20, ['earlyLift', 'partners']) },
    nameOrder: reader.oneOf(members['nameOrder'], NameOrder, ['nameOrder']),
  };
  if (reader.errors.length > 0) throw new DomainErrors(reader.errors);
  return rules;
}

/** The charter as a text to be signed: one shared section, so that any change asks every office anew. */
export function charterSections(rules: CharterRules): SignableSection[] {
  return [{ key: 'rules', officeId: null, hash: contentHash({ form: 'charter/1', rules: rules as unknown as Json }) }];
}

/** Every active office signs the charter; nobody is left out of it. */
export const charterSignoffRule: SignoffRule = {
  signers: SignersRule.ALL_PARTICIPANTS,
  quorum: null,
  answerWithinHours: null,
  onSilence: SilenceRule.BLOCK,
};

export interface OrderedOffice {
  readonly id: string;
  readonly name: string;
  /** Place in the province's protocol list, 1 first. */
  readonly protocolOrder: number;
}

/** The offices in the charter's order: the lead, then the others by protocol or by the Turkish alphabet. */
export function inNameOrder<O extends OrderedOffice>(
  offices: readonly O[],
  leadOfficeId: string,
  order: NameOrder,
): O[] {
  const byName = (left: O, right: O): number =>
    compareTr(left.name, right.name) || (left.id < right.id ? -1 : Number(left.id > right.id));
  const isAlphabetical = order === NameOrder.LEAD_FIRST_THEN_ALPHABETICAL;
  return [...offices].sort(
    (left, right) =>
      Number(right.id === leadOfficeId) - Number(left.id === leadOfficeId)
      || (isAlphabetical ? 0 : left.protocolOrder - right.protocolOrder)
      || byName(left, right),
  );
}

/** Whether the embargo may end early: the lead agrees and so do enough partners (all, if there are fewer than asked for). */
export function mayLiftEarly(
  rules: Pick<CharterRules, 'earlyLift'>,
  leadOfficeId: string,
  partnerIds: readonly string[],
  consentingIds: readonly string[],
): boolean {
  const partners = new Set(partnerIds.filter((id) => id !== leadOfficeId));
  const agreed = Array.from(partners).filter((id) => consentingIds.includes(id)).length;
  return consentingIds.includes(leadOfficeId) && agreed >= Math.min(rules.earlyLift.partners, partners.size);
}
