import { formatDateTimePress } from '@turkish/dates';

/** What the words of a notification are made of. */
export interface NotificationFacts {
  /** The office for which the person is told. */
  readonly officeName: string;
  /** Whether that office leads the bulletin. */
  readonly isLead: boolean;
  readonly leadOfficeName: string;
  /** null where the words may not be shown: in mails before the release. */
  readonly headline: string | null;
  readonly number: string | null;
  readonly isUnderEmbargo: boolean;
  /** The remark names the office, not the person. */
  readonly isForOffice: boolean;
  /** Who did it; null: the system. */
  readonly actorName: string | null;
  readonly actorOfficeName: string | null;
  readonly dueAt: Date | null;
  /** Names of the offices that are waited for. */
  readonly waitedFor: readonly string[];
  /** Why the gate stayed shut (`GateReason`). */
  readonly refusal: readonly string[];
  readonly decision: 'ACCEPTED' | 'REJECTED' | null;
  /** How many suggestions were decided at once. */
  readonly suggestionCount: number;
}

export interface NotificationWords {
  /** One line; the subject of the mail. Never a word of an unreleased bulletin. */
  readonly title: string;
  /** One or more lines. */
  readonly body: string;
  /** Why this person was told. */
  readonly why: string;
}

export type NotificationTemplate = (facts: NotificationFacts) => NotificationWords;

/** The lines that are there, one under the other. */
export function lines(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('\n');
}

/** Which bulletin: its headline where it may be shown, its number, who prepares it. */
export function about(facts: NotificationFacts): string {
  return lines(facts.headline ? `“${facts.headline}”` : null, preparedBy(facts));
}

/** The same for a title that tells the headline itself. */
export function preparedBy({ number, leadOfficeName }: NotificationFacts): string {
  return lines(number ? `Sayı: ${number}` : null, `Hazırlayan: ${leadOfficeName}`);
}

/** The line of who did it, e.g. `by('Olur veren', facts)`. */
export function by(label: string, { actorName, actorOfficeName }: NotificationFacts): string | null {
  const who = [actorOfficeName, actorName].filter((part) => part !== null).join(', ');
  return who === '' ? null : `${label}: ${who}`;
}

/** The line of an instant, in Istanbul's time. */
export function until(label: string, dueAt: Date | null): string | null {
  return dueAt ? `${label}: ${formatDateTimePress(dueAt)}` : null;
}

/** "Ambargolu bir bülten" is all that a subject says of one. */
export function aBulletin({ isUnderEmbargo }: NotificationFacts): string {
  return isUnderEmbargo ? 'Ambargolu bir bülten' : 'Bir bülten';
}

export function signsForOffice({ officeName }: NotificationFacts): string {
  return `${officeName} adına olur verenlerdensiniz.`;
}

export function answersForOffice({ officeName }: NotificationFacts): string {
  return `${officeName} adına davetlere yanıt verenlerdensiniz.`;
}

export function preparesIt({ officeName }: NotificationFacts): string {
  return `${officeName} adına bu bülteni hazırlayanlardansınız.`;
}

export function takesPart(facts: NotificationFacts): string {
  return facts.isLead ? preparesIt(facts) : `${facts.officeName} bu bültende yer alıyor.`;
}
