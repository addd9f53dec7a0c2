/** The records that a person opened last, kept on this device until they sign out. */
export interface RecentRecord {
  readonly href: string;
  readonly title: string;
}

const prefix = 'tekses.son.';
const kept = 8;

const isRecord = (value: unknown): value is RecentRecord =>
  typeof value === 'object' && value !== null && 'href' in value && 'title' in value;

/** Newest first. */
export function readRecent(userId: string): RecentRecord[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(prefix + userId) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isRecord) : [];
  } catch {
    return [];
  }
}

export function noteRecent(userId: string, record: RecentRecord): void {
  const others = readRecent(userId).filter(({ href }) => href !== record.href);
  localStorage.setItem(prefix + userId, JSON.stringify([record, ...others].slice(0, kept)));
}

/** Of everybody: the next person at this device must not see what was worked on. */
export function forgetRecent(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}
