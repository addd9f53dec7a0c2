/** What a deputy signs in the principal's place. */
export enum DeputyScope {
  /** Everything that the principal signs. */
  ALL = 'ALL',
  /** Bulletins, but not the charter. */
  BULLETINS = 'BULLETINS',
}

/** The longest span of one deputyship, in days: a longer absence wants a new decision. */
export const longestDeputyshipDays = 180;

/** What is wrong with the span of a new deputyship; null: nothing. It may begin in the past, but not end there. */
export function deputyshipSpanFault(
  from: Date,
  until: Date,
  now: Date,
): 'ENDS_BEFORE_START' | 'OVER' | 'TOO_LONG' | null {
  if (until.getTime() <= from.getTime()) return 'ENDS_BEFORE_START';
  if (until.getTime() <= now.getTime()) return 'OVER';
  const days = (until.getTime() - from.getTime()) / 86_400_000;
  return days > longestDeputyshipDays ? 'TOO_LONG' : null;
}
