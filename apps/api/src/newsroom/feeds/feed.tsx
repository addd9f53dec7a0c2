import { renderToString } from 'preact-render-to-string';
import type { EditionFile, PublishedEdition } from '@domain/bulletins/edition';
import { editionDocument } from '../../documents/edition-document';
import {
  absolute,
  bulletinPath,
  feedPath,
  filePath,
  officePath,
  scopePath,
  type FeedFormat,
  type FeedScope,
} from '../newsroom.addresses';
import { newestChange } from '../newsroom.dates';
import { TEXTS } from '../newsroom.texts';
import { BulletinText } from '../pages/bulletin-text';

/** A feed before it takes a format: Atom, RSS and JSON Feed say the same. */
export interface Feed {
  readonly baseUrl: string;
  readonly scope: FeedScope;
  readonly title: string;
  readonly homeUrl: string;
  /** Newest change among the items; the epoch while there is none, so that an empty feed does not change. */
  readonly updatedAt: Date;
  readonly items: readonly FeedItem[];
}

export interface FeedItem {
  /** 'urn:uuid:…' of the bulletin: stays through corrections and withdrawal, so that readers replace their copy. */
  readonly id: string;
  readonly number: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly html: string;
  readonly publishedAt: Date;
  /** Raised by corrections and withdrawal. */
  readonly updatedAt: Date;
  readonly authors: readonly { readonly name: string; readonly url: string }[];
  readonly tags: readonly string[];
  readonly files: readonly (EditionFile & { readonly url: string })[];
  readonly isWithdrawn: boolean;
}

export interface FeedRequest {
  readonly baseUrl: string;
  readonly scope: FeedScope;
  /** Name of the scope: 'Edremit Belediyesi', 'Etiket: zeytin'. */
  readonly name: string;
  readonly editions: readonly PublishedEdition[];
}

export function buildFeed({ baseUrl, scope, name, editions }: FeedRequest): Feed {
  return {
    baseUrl,
    scope,
    title: TEXTS.feeds.title(name),
    homeUrl: absolute(baseUrl, scopePath(scope)),
    updatedAt: newestChange(editions) ?? new Date(0),
    items: editions.map((published) => feedItem(baseUrl, published)),
  };
}

export function selfUrl(feed: Feed, format: FeedFormat): string {
  return absolute(feed.baseUrl, feedPath(feed.scope, format));
}

function feedItem(baseUrl: string, published: PublishedEdition): FeedItem {
  const { edition, firstPublishedAt, updatedAt, withdrawn } = published;
  const address = {
    id: `urn:uuid:${edition.bulletinId}`,
    number: edition.number,
    url: absolute(baseUrl, bulletinPath(edition)),
    publishedAt: new Date(firstPublishedAt),
    updatedAt: new Date(updatedAt),
    authors: edition.offices.map((office) => ({ name: office.name, url: absolute(baseUrl, officePath(office.code)) })),
  };
  if (withdrawn !== null) {
    const note = TEXTS.feeds.withdrawnNote(withdrawn.reason);
    const html = renderToString(<p>{note}</p>);
    return {
      ...address,
      title: TEXTS.feeds.withdrawnTitle(edition.number),
      summary: note,
      html,
      tags: [],
      files: [],
      isWithdrawn: true,
    };
  }
  return {
    ...address,
    title: edition.headline,
    summary: edition.spot,
    html: bodyHtml(baseUrl, published),
    tags: edition.tags,
    files: edition.files.map((file) => ({ ...file, url: absolute(baseUrl, filePath(file)) })),
    isWithdrawn: false,
  };
}

/** The text as on the page, with the notes on corrections before it. */
function bodyHtml(baseUrl: string, published: PublishedEdition): string {
  const { edition, correctedBy } = published;
  const { dateline, body } = editionDocument(published);
  const notes = [correctedBy, edition.corrects].filter((note) => note !== null);
  return renderToString(
    <>
      {notes.map((note) => (
        <p>
          <strong>{TEXTS.feeds.correctionNote(note.number, note.note)}</strong>{' '}
          <a href={absolute(baseUrl, bulletinPath(note))}>{note.number}</a>
        </p>
      ))}
      <BulletinText dateline={dateline} body={body} />
    </>,
  );
}
