/** The rules that the form can write, and a rule of any kind told in words (RFC 5545 §3.3.10). */
export type Frequency = 'NONE' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'MONTHLY_WEEKDAY' | 'YEARLY' | 'OTHER';

export interface Recurrence {
  readonly frequency: Frequency;
  /** Every how many days, weeks, months or years. */
  readonly interval: number;
  /** How often in all; null: until a day. */
  readonly count: number | null;
  /** Last day, `YYYY-MM-DD`. */
  readonly until: string | null;
}

export const never: Recurrence = { frequency: 'NONE', interval: 1, count: 10, until: null };
const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/** `2MO`: the second Monday of its month; the fifth one is the last, -1. */
function weekdayOf(start: string): string {
  const day = Number(start.slice(8, 10));
  const name = weekdays[new Date(`${start.slice(0, 10)}T00:00Z`).getUTCDay()] ?? 'MO';
  const place = Math.ceil(day / 7);
  return `${place === 5 ? -1 : place}${name}`;
}

/** The rule for an event that first takes place at this local start; null: once. */
export function ruleOf({ frequency, interval, count, until }: Recurrence, start: string): string | null {
  if (frequency === 'NONE' || frequency === 'OTHER') return null;
  const every = interval > 1 ? `;INTERVAL=${interval}` : '';
  const on = frequency === 'MONTHLY_WEEKDAY' ? `;BYDAY=${weekdayOf(start)}` : '';
  // The last instant of the day in Europe/Istanbul, which is three hours ahead of UTC.
  const end = until === null ? `;COUNT=${count ?? 10}` : `;UNTIL=${until.replaceAll('-', '')}T205959Z`;
  return `FREQ=${frequency === 'MONTHLY_WEEKDAY' ? 'MONTHLY' : frequency}${every}${on}${end}`;
}

/** The rule as the form shows it; what the form cannot write is OTHER and stays as it is. */
export function recurrenceOf(rule: string | null, start: string): Recurrence {
  if (rule === null) return never;
  const parts = new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string]));
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const count = parts.has('COUNT') ? Number(parts.get('COUNT')) : null;
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/.exec(parts.get('UNTIL') ?? '') ?? [];
  const until = year === undefined ? null : `${year}-${month}-${day}`;
  const written = (frequency: Frequency): Recurrence => ({ frequency, interval, count, until });
  const plain = written((parts.get('FREQ') ?? 'OTHER') as Frequency);
  const guesses = [plain, written('MONTHLY_WEEKDAY')];
  return guesses.find((guess) => isSame(ruleOf(guess, start), rule)) ?? { ...plain, frequency: 'OTHER' };
}

/** The same but for the hour of UNTIL and a weekday that the start says anyway. */
function isSame(one: string | null, other: string): boolean {
  const bare = (rule: string) =>
    rule
      .replace(/(UNTIL=\d{8})T\d{6}Z/, '$1')
      .split(';')
      .filter((part) => !(/^BYDAY=[A-Z]{2}$/.test(part) && rule.includes('FREQ=WEEKLY')) && part !== 'WKST=MO')
      .sort()
      .join(';');
  return one !== null && bare(one) === bare(other);
}
