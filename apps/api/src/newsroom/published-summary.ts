import type { Edition, PublishedEdition } from '@domain/bulletins/edition';
import { slug } from '@turkish/slug';
import type { PublishedSummary } from './published-editions';

/** What a row needs of an edition: everything but the words of the body. */
export type EditionCover = Omit<Edition, 'sections'>;

type Cover = Omit<PublishedEdition, 'edition'> & { readonly edition: EditionCover };

/** The row of a list for an edition. */
export function summaryOf({ edition, firstPublishedAt, updatedAt, correctedBy, withdrawn }: Cover): PublishedSummary {
  const images = edition.files.filter((file) => file.isImage);
  return {
    number: edition.number,
    slug: edition.slug,
    headline: edition.headline,
    spot: edition.spot,
    offices: edition.offices.map(({ code, name }) => ({ code, name })),
    tags: edition.tags.map((name) => ({ name, slug: slug(name) })),
    firstPublishedAt,
    updatedAt,
    correctedAt: correctedBy?.at ?? null,
    withdrawnAt: withdrawn?.at ?? null,
    imageCount: images.length,
    leadImage: images[0] ?? null,
  };
}
