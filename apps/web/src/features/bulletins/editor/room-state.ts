/** How a text stands with the server. */
export type LineState = 'saved' | 'saving' | 'offline' | 'failed';

/** Somebody who has a section of this bulletin open. */
export interface Person {
  /** Id of the user. */
  readonly id: string;
  readonly name: string;
  /** Short code of the office acted for. */
  readonly office: string;
  /** `#rrggbb`. */
  readonly colour: string;
  readonly isTyping: boolean;
}

/** What one section tells the page about itself. */
export interface SectionReport {
  readonly state: LineState;
  /** When the server last had everything (UTC); null: not yet. */
  readonly savedAt: string | null;
  readonly people: readonly Person[];
}

export interface RoomReport {
  readonly state: LineState;
  readonly savedAt: string | null;
  readonly people: readonly Person[];
}

const gravity: readonly LineState[] = ['failed', 'offline', 'saving', 'saved'];

/**
 * What the editors of one page have in common: the status line and who is there. Light, so that the page's header can
 * show it before the editor itself is loaded; the editor reports here.
 */
export class RoomState {
  private readonly reports = new Map<string, SectionReport>();
  private readonly listeners = new Set<() => void>();
  private merged: RoomReport = { state: 'saved', savedAt: null, people: [] };
  /** Tries again what could not be saved; set by the editor. */
  retry: () => void = () => undefined;
  private readonly finders = new Set<(anchorId: string) => boolean>();

  constructor(readonly bulletinId: string) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly report = (): RoomReport => this.merged;

  /** Goes to the words that a thread of remarks (by its `anchorId`) or a suggestion (by its id) is about. */
  show(anchorId: string): boolean {
    return [...this.finders].some((find) => find(anchorId));
  }

  /** A section says how to go to a place in it; gives back how to stop that. */
  addFinder(find: (anchorId: string) => boolean): () => void {
    this.finders.add(find);
    return () => this.finders.delete(find);
  }

  /** Takes a section's report; null: the section is closed. */
  tell(sectionId: string, report: SectionReport | null): void {
    if (report === null) this.reports.delete(sectionId);
    else this.reports.set(sectionId, report);
    this.merged = mergeReports([...this.reports.values()]);
    for (const listener of this.listeners) listener();
  }
}

/** The worst state, the newest saving, everybody once. */
export function mergeReports(reports: readonly SectionReport[]): RoomReport {
  const people = new Map<string, Person>();
  for (const person of reports.flatMap((report) => report.people)) {
    const known = people.get(person.id);
    people.set(person.id, { ...person, isTyping: person.isTyping || known?.isTyping === true });
  }
  const savedAt = reports.map((report) => report.savedAt).reduce(later, null);
  const state = gravity.find((candidate) => reports.some((report) => report.state === candidate)) ?? 'saved';
  return { state, savedAt, people: [...people.values()] };
}

function later(left: string | null, right: string | null): string | null {
  if (left === null || right === null) return left ?? right;
  return left > right ? left : right;
}
