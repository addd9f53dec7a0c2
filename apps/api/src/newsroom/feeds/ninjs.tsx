import { renderToString } from 'preact-render-to-string';
import { SectionKind } from '@domain/bulletins/bulletin';
import type { Edition, EditionFile, EditionOffice, PublishedEdition } from '@domain/bulletins/edition';
import { slug } from '@turkish/slug';
import { editionDocument, type EditionDocument } from '../../documents/edition-document';
import { blockText } from '../../documents/edition-text';
import {
  absolute,
  bulletinPath,
  feedPath,
  filePath,
  imagePath,
  officePath,
  tagPath,
  type FeedScope,
} from '../newsroom.addresses';
import { TEXTS } from '../newsroom.texts';
import { displaySize } from '../pages/bulletin-list';
import { BulletinText } from '../pages/bulletin-text';

const STANDARD = { name: 'ninjs', version: '2.2', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_2.2.json#' };

/**
 * A bulletin for agencies and editing systems. Source: IPTC ninjs 2.2. A withdrawn one is `canceled` and carries
 * number, dates and reason, so that receivers take their copy down, but no words of the text.
 */
export function ninjsItem(baseUrl: string, published: PublishedEdition): Record<string, unknown> {
  const { edition, firstPublishedAt, updatedAt, withdrawn } = published;
  const frame = {
    uri: absolute(baseUrl, bulletinPath(edition)),
    standard: STANDARD,
    type: 'text',
    representationtype: 'full',
    language: TEXTS.language,
    version: updatedAt,
    firstcreated: firstPublishedAt,
    versioncreated: updatedAt,
    pubstatus: withdrawn === null ? 'usable' : 'canceled',
    altids: [
      { role: 'number', value: edition.number },
      { role: 'urn', value: `urn:uuid:${edition.bulletinId}` },
    ],
    genres: [{ name: editionDocument(published).kindText, literal: edition.kind }],
    organisations: edition.offices.map((office) => organisation(baseUrl, office)),
  };
  if (withdrawn !== null) {
    return { ...frame, ednote: TEXTS.feeds.withdrawnNote(withdrawn.reason) };
  }
  return { ...frame, ...content(baseUrl, published) };
}

/** The newest bulletins as one composite item, each of them an association. */
export function ninjsList(
  baseUrl: string,
  scope: FeedScope,
  title: string,
  editions: readonly PublishedEdition[],
): Record<string, unknown> {
  return {
    uri: absolute(baseUrl, feedPath(scope, 'ninjs.json')),
    standard: STANDARD,
    type: 'composite',
    language: TEXTS.language,
    title,
    associations: editions.map((published) => ({ name: published.edition.number, ...ninjsItem(baseUrl, published) })),
  };
}

function content(baseUrl: string, published: PublishedEdition): Record<string, unknown> {
  const { edition, correctedBy } = published;
  const document = editionDocument(published);
  const notes = [correctedBy, edition.corrects].filter((note) => note !== null);
  const [place] = document.dateline.split(' - ');
  return {
    title: edition.headline,
    located: place,
    by: edition.offices.map((office) => office.name).join(', '),
    copyrightholder: edition.offices[0]?.name,
    usageterms: TEXTS.reuse,
    ednote:
      notes.length === 0
        ? undefined
        : notes.map((note) => TEXTS.feeds.correctionNote(note.number, note.note)).join('\n'),
    headlines: [{ role: 'main', contenttype: 'text/plain', value: edition.headline }],
    descriptions: [{ role: 'summary', contenttype: 'text/plain', value: edition.spot }],
    bodies: bodies(document),
    people: people(edition),
    subjects: edition.tags.map((tag) => ({ name: tag, rel: 'about', uri: absolute(baseUrl, tagPath(slug(tag))) })),
    associations: edition.files.map((file, index) => association(baseUrl, file, index)),
  };
}

function bodies(document: EditionDocument): object[] {
  const text = document.body.map((block) => blockText(block)).join('\n\n');
  return [
    {
      role: 'main',
      contenttype: 'text/html',
      value: renderToString(<BulletinText dateline={document.dateline} body={document.body} />),
    },
    {
      role: 'main',
      contenttype: 'text/plain',
      charcount: Array.from(text).length,
      wordcount: text.split(/\s+/u).filter((word) => word !== '').length,
      value: text,
    },
  ];
}

/** Those who are quoted by name; roles without a name stay in the text. */
function people(edition: Edition): object[] {
  return edition.sections.flatMap(({ kind, speaker }) =>
    kind === SectionKind.QUOTE && speaker !== null && speaker.name !== null
      ? [{ name: speaker.name, rel: 'quoted', literal: speaker.role }]
      : [],
  );
}

function organisation(baseUrl: string, office: EditionOffice): object {
  const { name, phone, email } = office.contact;
  const contact = (type: string, value: string | null): object[] =>
    value === null ? [] : [{ type, role: office.pressUnit, lang: TEXTS.language, name: name ?? undefined, value }];
  return {
    name: office.name,
    rel: 'issuer',
    uri: absolute(baseUrl, officePath(office.code)),
    contactinfo: [...contact('phone', phone), ...contact('email', email)],
  };
}

function association(baseUrl: string, file: EditionFile, index: number): object {
  const caption = file.caption === null ? [] : [{ role: 'caption', contenttype: 'text/plain', value: file.caption }];
  const alt = file.alt === null ? [] : [{ role: 'alternative', contenttype: 'text/plain', value: file.alt }];
  return {
    name: file.isImage ? `picture-${index + 1}` : `attachment-${index + 1}`,
    uri: absolute(baseUrl, filePath(file)),
    type: file.isImage ? 'picture' : 'component',
    title: file.fileName,
    by: file.credit ?? undefined,
    descriptions: [...caption, ...alt],
    renditions: renditions(baseUrl, file),
  };
}

function renditions(baseUrl: string, file: EditionFile): object[] {
  const original = {
    name: 'original',
    href: absolute(baseUrl, filePath(file)),
    contenttype: file.mediaType,
    title: file.fileName,
    width: file.width ?? undefined,
    height: file.height ?? undefined,
    sizeinbytes: file.bytes,
  };
  if (!file.isImage) return [original];
  return [
    original,
    { name: 'w800', href: absolute(baseUrl, imagePath(file)), ...displaySize(file.width, file.height) },
  ];
}
