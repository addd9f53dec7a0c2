import type { Focus } from '../files/crop';
import type { RichText } from '../text/rich-text';

export enum BulletinKind {
  BULLETIN = 'BULLETIN',
  STATEMENT = 'STATEMENT',
  MEDIA_ADVISORY = 'MEDIA_ADVISORY',
  BRIEFING_NOTE = 'BRIEFING_NOTE',
  QUESTIONS_AND_ANSWERS = 'QUESTIONS_AND_ANSWERS',
  CORRECTION = 'CORRECTION',
}

/**
 * Life of a bulletin. Only these are stored; "ready" and "corrected" are computed.
 * DRAFT: seen by the lead office alone. IN_REVIEW: shared with the participants, being written.
 * IN_SIGNOFF: offered for signature. SCHEDULED: release approved, numbered, waiting for its instant.
 * RELEASED: public. WITHDRAWN: was public, taken back with a reason. DISCARDED: given up before release.
 */
export enum BulletinState {
  DRAFT = 'DRAFT',
  IN_REVIEW = 'IN_REVIEW',
  IN_SIGNOFF = 'IN_SIGNOFF',
  SCHEDULED = 'SCHEDULED',
  RELEASED = 'RELEASED',
  WITHDRAWN = 'WITHDRAWN',
  DISCARDED = 'DISCARDED',
}

export enum ParticipantState {
  INVITED = 'INVITED',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
}

/** The order of the members is the order on the page; OFFICE and QUOTE sections follow the order of the offices. */
export enum SectionKind {
  HEADLINE = 'HEADLINE',
  SPOT = 'SPOT',
  LEAD = 'LEAD',
  FACTS = 'FACTS',
  OFFICE = 'OFFICE',
  QUOTE = 'QUOTE',
  CLOSING = 'CLOSING',
  ATTACHMENTS = 'ATTACHMENTS',
}

/** Where a quote may be used, as the speaker agreed. */
export enum ConsentScope {
  THIS_BULLETIN = 'THIS_BULLETIN',
  BULLETIN_AND_SOCIAL = 'BULLETIN_AND_SOCIAL',
  REUSE = 'REUSE',
}

export interface QuoteConsent {
  readonly scope: ConsentScope;
  /** Who gave it: the speaker or a deputy, in words. */
  readonly givenBy: string;
  /** UTC instant, ISO 8601. */
  readonly givenAt: string;
}

export interface Speaker {
  readonly role: string;
  readonly name: string | null;
}

/**
 * A picture or document in an ATTACHMENTS section. The file's own hash makes a swapped picture a changed section; the
 * focus, by which list and share pictures are cropped, is presentation and changes no section.
 */
export interface Attachment extends Focus {
  readonly id: string;
  readonly fileId: string;
  readonly fileHash: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly alt: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** A section as the domain sees it. `officeId` null: shared, belongs to all; else only that office edits it. */
export interface Section {
  readonly id: string;
  readonly kind: SectionKind;
  readonly officeId: string | null;
  readonly position: number;
  readonly content: RichText;
  readonly speaker: Speaker | null;
  readonly consent: QuoteConsent | null;
  readonly attachments: readonly Attachment[];
}
