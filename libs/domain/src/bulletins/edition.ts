import type { Focus } from '../files/crop';
import type { RichText } from '../text/rich-text';
import type { BulletinKind, SectionKind, Speaker } from './bulletin';

/** An office as it is named in what goes out; frozen, so that old texts stay true after names change. */
export interface EditionOffice {
  readonly id: string;
  /** 'edremit' */
  readonly code: string;
  /** 'Edremit Belediyesi' */
  readonly name: string;
  /** 'Basın ve Halkla İlişkiler Müdürlüğü' */
  readonly pressUnit: string;
  readonly contact: { readonly name: string | null; readonly phone: string | null; readonly email: string | null };
  /** Public path of the logo, or null. */
  readonly logoFileId: string | null;
}

export interface EditionSection {
  readonly id: string;
  readonly kind: SectionKind;
  readonly officeId: string | null;
  readonly speaker: Speaker | null;
  readonly content: RichText;
  /** The hash that was signed. */
  readonly hash: string;
}

/** Editions that were frozen before pictures had a focus are cropped in the middle. */
export interface EditionFile extends Partial<Focus> {
  readonly fileId: string;
  readonly officeId: string | null;
  readonly isImage: boolean;
  /** '2026-11-24-edremit-zeytin-hasadi-01.jpg' */
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly alt: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
}

/**
 * Exactly what goes out: newsroom, feeds, mail and files all render this and nothing else.
 * Frozen as JSON when the release is approved; `hash` covers every section hash in order, so
 * "the released hash equals the signed hash" is one comparison.
 */
export interface Edition {
  readonly bulletinId: string;
  readonly kind: BulletinKind;
  /** '2026/EDR-014' */
  readonly number: string;
  readonly slug: string;
  readonly headline: string;
  readonly spot: string;
  /** 'EDREMİT (BALIKESİR) - 24 Kasım 2026' */
  readonly dateline: string;
  /** The lead office first, then the participants in their order. */
  readonly offices: readonly EditionOffice[];
  /** Body sections in page order; HEADLINE and SPOT are included, ATTACHMENTS are in `files`. */
  readonly sections: readonly EditionSection[];
  readonly files: readonly EditionFile[];
  readonly tags: readonly string[];
  /** Set on corrections: what is corrected, and the visible note. */
  readonly corrects: {
    readonly bulletinId: string;
    readonly number: string;
    readonly slug: string;
    readonly note: string;
  } | null;
  readonly hash: string;
}

/** An edition that the public may see, with the dates that must be shown (Law 5187 art. 4). */
export interface PublishedEdition {
  readonly edition: Edition;
  /** First publication, UTC ISO 8601. */
  readonly firstPublishedAt: string;
  /** Last change of the public text (correction, withdrawal note); equals firstPublishedAt when unchanged. */
  readonly updatedAt: string;
  /** Newest correction of this text, if any. */
  readonly correctedBy: {
    readonly number: string;
    readonly slug: string;
    readonly note: string;
    readonly at: string;
  } | null;
  readonly withdrawn: { readonly at: string; readonly reason: string } | null;
}
