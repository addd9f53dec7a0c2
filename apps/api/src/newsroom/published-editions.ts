import type { PublishedEdition } from '@domain/bulletins/edition';
import type { Focus } from '@domain/files/crop';
import type { RequestContext } from '../core/context';

/** An office as the newsroom introduces it today; old bulletins keep the names they were released with. */
export interface NewsroomOffice {
  /** 'edremit', the part of the address. */
  readonly code: string;
  /** 'EDR' */
  readonly shortCode: string;
  /** 'Edremit Belediyesi' */
  readonly name: string;
  /** 'Basın ve Halkla İlişkiler Müdürlüğü' */
  readonly pressUnit: string;
  readonly contact: { readonly name: string | null; readonly phone: string | null; readonly email: string | null };
  /** '#58a602': at least 3:1 on white and on #121417; shown only together with the name. */
  readonly colour: string;
}

export interface NewsroomTag {
  /** 'ulasim', the part of the address. */
  readonly slug: string;
  /** 'ulaşım' */
  readonly name: string;
}

/** The picture shown beside a headline: the first image of the edition. */
export interface LeadImage extends Partial<Focus> {
  readonly fileId: string;
  readonly fileName: string;
  readonly alt: string | null;
  readonly width: number | null;
  readonly height: number | null;
}

/** One row of a list. The office that leads comes first. All instants are UTC, ISO 8601. */
export interface PublishedSummary {
  readonly number: string;
  readonly slug: string;
  readonly headline: string;
  readonly spot: string;
  readonly offices: readonly { readonly code: string; readonly name: string }[];
  readonly tags: readonly NewsroomTag[];
  readonly firstPublishedAt: string;
  readonly updatedAt: string;
  /** Instant of the newest correction of this text. */
  readonly correctedAt: string | null;
  /** Set when it was taken back: the list then shows number and date, never headline or spot. */
  readonly withdrawnAt: string | null;
  readonly imageCount: number;
  readonly leadImage: LeadImage | null;
}

/** Which bulletins; every member narrows, absent members do not. */
export interface EditionFilter {
  readonly officeCode?: string;
  readonly tagSlug?: string;
  /** Year of the number, which is the year in the address. */
  readonly year?: number;
  /** Words as typed; found without regard to Turkish letters, case and suffixes. */
  readonly query?: string;
}

export interface EditionPageRequest extends EditionFilter {
  /** `next` of the page before; a value that cannot be read means the first page. */
  readonly before?: string;
  readonly first: number;
}

export interface PublishedPage {
  readonly items: readonly PublishedSummary[];
  /** Cursor of the older page, null on the last one. */
  readonly next: string | null;
}

/** What a link to another bulletin needs. */
export type Neighbour = Pick<PublishedSummary, 'number' | 'slug' | 'headline'>;

/** One line of the sitemap. */
export type PublishedAddress = Pick<PublishedSummary, 'number' | 'slug' | 'updatedAt'>;

/**
 * All that the public may read, and nothing else: the newsroom has no other source. Whoever implements it
 * asks the release gate inside each query, at `ctx.now`; an edition under embargo, held or never released
 * does not exist here, in no list, count, date or neighbour. Withdrawn bulletins stay, as a notice.
 * Lists are ordered by first publication, newest first.
 */
export abstract class PublishedEditions {
  abstract list(ctx: RequestContext, request: EditionPageRequest): Promise<PublishedPage>;

  /** Whole texts for feeds, newest first; a withdrawn one is included, so that readers' copies are replaced. */
  abstract latest(ctx: RequestContext, filter: EditionFilter, first: number): Promise<readonly PublishedEdition[]>;

  /** `year` is the year of the number ('2026/EDR-014'): it is part of the address and never changes. */
  abstract bySlug(ctx: RequestContext, year: number, slug: string): Promise<PublishedEdition | null>;

  /** The bulletins released just before and just after this one; withdrawn ones are passed over. */
  abstract neighbours(
    ctx: RequestContext,
    bulletinId: string,
  ): Promise<{ readonly older: Neighbour | null; readonly newer: Neighbour | null }>;

  /** Whether a released edition crops this picture around this point. */
  abstract isFramed(ctx: RequestContext, fileId: string, focus: Focus): Promise<boolean>;

  /** Active offices in protocol order. */
  abstract offices(ctx: RequestContext): Promise<readonly NewsroomOffice[]>;

  /** The tag of the address with its name as written, or null when no public bulletin carries it. */
  abstract tag(ctx: RequestContext, slug: string): Promise<NewsroomTag | null>;

  /** Years with a public bulletin, newest first. */
  abstract years(
    ctx: RequestContext,
    filter: Pick<EditionFilter, 'officeCode' | 'tagSlug'>,
  ): Promise<readonly number[]>;

  /** How many addresses the sitemap has; withdrawn bulletins are not counted. */
  abstract countAddresses(ctx: RequestContext): Promise<number>;

  /** A slice of the sitemap, oldest first, so that full slices stay as they are. */
  abstract addresses(ctx: RequestContext, offset: number, first: number): Promise<readonly PublishedAddress[]>;
}
