import { DomainError, ErrorCode } from './errors';

/** What a policy answers. A refusal names its code, so that `viewerCan` and the service cannot disagree. */
export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly code: ErrorCode };

export const allowed: Verdict = { allowed: true };
export const refused = (code: ErrorCode): Verdict => ({ allowed: false, code });

/** A named rule over plain facts. */
export type Rule<A, S> = (actor: A, subject: S) => Verdict;

/** Allowed when every rule allows; otherwise the first refusal. */
export function allOf<A, S>(...rules: readonly Rule<A, S>[]): Rule<A, S> {
  return (actor, subject) => {
    for (const rule of rules) {
      const verdict = rule(actor, subject);
      if (!verdict.allowed) return verdict;
    }
    return allowed;
  };
}

/** How near a refusal is to a yes: where only the state forbids, the person has the right; NOT_FOUND is farthest. */
const NEARNESS: readonly ErrorCode[] = [ErrorCode.WRONG_STATE, ErrorCode.FORBIDDEN, ErrorCode.NOT_FOUND];

function nearness(verdict: Verdict): number {
  if (verdict.allowed) return -1;
  const rank = NEARNESS.indexOf(verdict.code);
  return rank === -1 ? NEARNESS.length : rank;
}

/** Allowed when one rule allows; otherwise the nearest refusal: WRONG_STATE before FORBIDDEN before NOT_FOUND. */
export function anyOf<A, S>(...rules: readonly Rule<A, S>[]): Rule<A, S> {
  return (actor, subject) => {
    let best: Verdict = refused(ErrorCode.FORBIDDEN);
    for (const [index, rule] of rules.entries()) {
      const verdict = rule(actor, subject);
      if (verdict.allowed) return verdict;
      if (index === 0 || nearness(verdict) < nearness(best)) best = verdict;
    }
    return best;
  };
}

/** Turns a refusal into a DomainError; `path` names the input that the refusal is about. */
export function authorize(verdict: Verdict, path: readonly string[] = ['id']): void {
  if (!verdict.allowed) throw new DomainError(verdict.code, { path });
}
