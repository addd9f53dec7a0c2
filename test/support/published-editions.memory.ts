import type { PublishedEdition } from '@domain/bulletins/edition';
import { MIDDLE, type Focus } from '@domain/files/crop';
import { matchesSearch } from '@turkish/search';
import { slug } from '@turkish/slug';
import type { RequestContext } from '../../apps/api/src/core/context';
import {
  PublishedEditions,
  type EditionFilter,
  type EditionPageRequest,
  type Neighbour,
  type NewsroomOffice,
  type NewsroomTag,
  type PublishedAddress,
  type PublishedPage,
} from '../../apps/api/src/newsroom/published-editions';
import { summaryOf } from '../../apps/api/src/newsroom/published-summary';

/** Published editions in an array, with every rule of the contract: for tests of what renders them. */
export class MemoryPublishedEditions extends PublishedEditions {
  private readonly published: readonly PublishedEdition[];

  constructor(
    published: readonly PublishedEdition[],
    private readonly activeOffices: readonly NewsroomOffice[],
  ) {
    super();
    this.published = published.toSorted((a, b) => b.firstPublishedAt.localeCompare(a.firstPublishedAt));
  }

  async list(_ctx: RequestContext, request: EditionPageRequest): Promise<PublishedPage> {
    const all = this.matching(request);
    const start = request.before === undefined ? 0 : all.findIndex((one) => one.edition.number === request.before) + 1;
    const rows = all.slice(start, start + request.first);
    const next = all.length > start + request.first ? (rows.at(-1)?.edition.number ?? null) : null;
    return { items: rows.map(summaryOf), next };
  }

  async latest(_ctx: RequestContext, filter: EditionFilter, first: number): Promise<readonly PublishedEdition[]> {
    return this.matching(filter).slice(0, first);
  }

  async bySlug(_ctx: RequestContext, year: number, wanted: string): Promise<PublishedEdition | null> {
    return (
      this.published.find(({ edition }) => edition.number.startsWith(`${year}/`) && edition.slug === wanted) ?? null
    );
  }

  async neighbours(_ctx: RequestContext, bulletinId: string) {
    const index = this.published.findIndex((one) => one.edition.bulletinId === bulletinId);
    const older = this.published.slice(index + 1).find((one) => one.withdrawn === null);
    const newer = this.published.slice(0, index).findLast((one) => one.withdrawn === null);
    return { older: neighbourOf(older), newer: neighbourOf(newer) };
  }

  async isFramed(_ctx: RequestContext, fileId: string, { focusX, focusY }: Focus): Promise<boolean> {
    const files = this.published.flatMap(({ edition }) => edition.files).map((file) => ({ ...MIDDLE, ...file }));
    return files.some((file) => file.fileId === fileId && file.focusX === focusX && file.focusY === focusY);
  }

  async offices(): Promise<readonly NewsroomOffice[]> {
    return this.activeOffices;
  }

  async tag(_ctx: RequestContext, wanted: string): Promise<NewsroomTag | null> {
    const name = this.published
      .filter((one) => one.withdrawn === null)
      .flatMap((one) => one.edition.tags)
      .find((tag) => slug(tag) === wanted);
    return name === undefined ? null : { slug: wanted, name };
  }

  async years(_ctx: RequestContext, filter: Pick<EditionFilter, 'officeCode' | 'tagSlug'>): Promise<readonly number[]> {
    return [...new Set(this.matching(filter).map(yearOf))];
  }

  async countAddresses(): Promise<number> {
    return this.addressed().length;
  }

  async addresses(_ctx: RequestContext, offset: number, first: number): Promise<readonly PublishedAddress[]> {
    return this.addressed()
      .toReversed()
      .slice(offset, offset + first)
      .map(({ edition, updatedAt }) => ({ number: edition.number, slug: edition.slug, updatedAt }));
  }

  private addressed(): readonly PublishedEdition[] {
    return this.published.filter((one) => one.withdrawn === null);
  }

  /** A search finds words of what may be read; a withdrawn text may not. */
  private matching({ officeCode, tagSlug, year, query }: EditionFilter): readonly PublishedEdition[] {
    return this.published.filter((one) => {
      const { edition } = one;
      const isReadable = one.withdrawn === null;
      return (
        (officeCode === undefined || edition.offices.some((office) => office.code === officeCode))
        && (tagSlug === undefined || edition.tags.some((tag) => slug(tag) === tagSlug))
        && (year === undefined || yearOf(one) === year)
        && (query === undefined || query === '' || (isReadable && matchesSearch(wordsOf(one), query)))
      );
    });
  }
}

function neighbourOf(published: PublishedEdition | undefined): Neighbour | null {
  if (published === undefined) return null;
  const { number, slug: address, headline } = published.edition;
  return { number, slug: address, headline };
}

function yearOf({ edition }: PublishedEdition): number {
  return Number(edition.number.slice(0, 4));
}

function wordsOf({ edition }: PublishedEdition): string {
  return [edition.number, edition.headline, edition.spot, ...edition.tags].join(' ');
}
