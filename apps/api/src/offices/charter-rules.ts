import { BulletinKind } from '@domain/bulletins/bulletin';
import { DomainError, DomainErrors, ErrorCode } from '@domain/errors';
import { charterSections, parseCharterRules, type CharterRules } from '@domain/signoff/charter';
import type { CharterRulesInput } from './charter.inputs';
import type { CharterRulesType } from './charter.type';

/** The hash of the rules: what a signature on them holds. */
export function charterHash(rules: CharterRules): string {
  const [section] = charterSections(rules);
  if (!section) throw new Error('the charter has no section');
  return section.hash;
}

/** Reads the rules that somebody proposes. Refuses INVALID for each fault, all at once. */
export function readRules(input: CharterRulesInput): CharterRules {
  const path = ['input', 'rules'];
  const kinds = input.signoff.map(({ kind }) => kind);
  if (new Set(kinds).size !== kinds.length) {
    throw new DomainError(ErrorCode.INVALID, { path: [...path, 'signoff'], message: 'a kind is ruled twice' });
  }
  const signoff = Object.fromEntries(input.signoff.map(({ kind, ...rule }) => [kind, { ...rule }]));
  try {
    const { earlyLiftPartners, nameOrder } = input;
    return parseCharterRules({ signoff, earlyLift: { partners: earlyLiftPartners }, nameOrder });
  } catch (error) {
    if (!(error instanceof DomainErrors)) throw error;
    throw new DomainErrors(
      error.errors.map(
        (fault) =>
          new DomainError(fault.code, { path: [...path, ...fault.path], message: fault.message, cause: fault }),
      ),
    );
  }
}

/** The rules as the API shows them: one entry per kind, in the order of the kinds. */
export function showRules(rules: CharterRules): CharterRulesType {
  return {
    signoff: Object.values(BulletinKind).map((kind) => ({ kind, ...rules.signoff[kind] })),
    earlyLiftPartners: rules.earlyLift.partners,
    nameOrder: rules.nameOrder,
  };
}
