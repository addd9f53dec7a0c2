import type { VNode } from 'preact';
import { SectionKind } from '@domain/bulletins/bulletin';
import type { EditionFile, EditionOffice, PublishedEdition } from '@domain/bulletins/edition';
import { editionDocument } from '../../documents/edition-document';
import { blocksText, richTextBlocks } from '../../documents/rich-text-blocks';
import { absolute, bulletinPath, filePath, officePath } from '../newsroom.addresses';
import { TEXTS } from '../newsroom.texts';
import type { Frame } from './document';

/**
 * schema.org NewsArticle of a bulletin as a JSON-LD data block. Browsers do not run data blocks, so the content
 * policy needs no exception for it.
 */
export function StructuredData({
  frame,
  published,
}: {
  readonly frame: Frame;
  readonly published: PublishedEdition;
}): VNode {
  const json = scriptSafe(JSON.stringify(newsArticle(frame.baseUrl, published)));
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

/** There is no schema.org type for press releases: a NewsArticle whose genre says what it is. */
export function newsArticle(baseUrl: string, published: PublishedEdition): object {
  const { edition, firstPublishedAt, updatedAt, correctedBy } = published;
  const url = absolute(baseUrl, bulletinPath(edition));
  const images = edition.files.filter((file) => file.isImage);
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': url,
    url,
    mainEntityOfPage: url,
    identifier: [edition.number, `urn:uuid:${edition.bulletinId}`],
    genre: editionDocument(published).kindText,
    inLanguage: TEXTS.language,
    headline: edition.headline,
    description: edition.spot,
    dateline: edition.dateline,
    datePublished: firstPublishedAt,
    dateModified: updatedAt,
    isAccessibleForFree: true,
    keywords: edition.tags,
    author: edition.offices.map((office) => organization(baseUrl, office)),
    publisher: edition.offices.slice(0, 1).map((office) => organization(baseUrl, office))[0],
    image: images.map((file) => imageObject(baseUrl, file)),
    hasPart: quotations(edition.sections),
    correction: correctedBy === null ? undefined : correctionComment(baseUrl, correctedBy),
  };
}

function organization(baseUrl: string, office: EditionOffice): object {
  const { name, phone, email } = office.contact;
  return {
    '@type': 'GovernmentOrganization',
    name: office.name,
    url: absolute(baseUrl, officePath(office.code)),
    contactPoint: {
      '@type': 'ContactPoint',
      contactType: office.pressUnit,
      name: name ?? undefined,
      telephone: phone ?? undefined,
      email: email ?? undefined,
      availableLanguage: TEXTS.language,
    },
  };
}

function imageObject(baseUrl: string, file: EditionFile): object {
  return {
    '@type': 'ImageObject',
    contentUrl: absolute(baseUrl, filePath(file)),
    encodingFormat: file.mediaType,
    width: file.width ?? undefined,
    height: file.height ?? undefined,
    caption: file.caption ?? undefined,
    creditText: file.credit ?? undefined,
  };
}

function quotations(sections: PublishedEdition['edition']['sections']): object[] | undefined {
  const quoted = sections.flatMap(({ kind, speaker, content }) =>
    kind !== SectionKind.QUOTE || speaker === null || speaker.name === null
      ? []
      : [
          {
            '@type': 'Quotation',
            text: blocksText(richTextBlocks(content)),
            spokenByCharacter: { '@type': 'Person', name: speaker.name, jobTitle: speaker.role },
          },
        ],
  );
  return quoted.length === 0 ? undefined : quoted;
}

function correctionComment(baseUrl: string, by: NonNullable<PublishedEdition['correctedBy']>): object {
  return {
    '@type': 'CorrectionComment',
    text: by.note,
    datePublished: by.at,
    url: absolute(baseUrl, bulletinPath(by)),
  };
}

/** JSON that cannot end the script element around it. */
function scriptSafe(json: string): string {
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
