import { TEXTS } from '../newsroom.texts';
import { selfUrl, type Feed, type FeedItem } from './feed';
import { element, xmlDocument, type XmlFragment } from './xml';

/** Atom 1.0. Source: RFC 4287. */
export function renderAtom(feed: Feed): string {
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': TEXTS.language },
      element('id', {}, selfUrl(feed, 'atom')),
      element('title', {}, feed.title),
      element('updated', {}, feed.updatedAt.toISOString()),
      element('link', { rel: 'self', type: 'application/atom+xml', href: selfUrl(feed, 'atom') }),
      element('link', { rel: 'alternate', type: 'text/html', hreflang: TEXTS.language, href: feed.homeUrl }),
      element('author', {}, element('name', {}, TEXTS.publisher)),
      element('rights', {}, TEXTS.reuse),
      feed.items.map(entry),
    ),
  );
}

function entry(item: FeedItem): XmlFragment {
  return element(
    'entry',
    {},
    element('id', {}, item.id),
    element('title', {}, item.title),
    element('published', {}, item.publishedAt.toISOString()),
    element('updated', {}, item.updatedAt.toISOString()),
    element('link', { rel: 'alternate', type: 'text/html', hreflang: TEXTS.language, href: item.url }),
    item.files.map((file) =>
      element('link', {
        rel: 'enclosure',
        type: file.mediaType,
        length: file.bytes,
        title: file.fileName,
        href: file.url,
      }),
    ),
    item.authors.map((author) =>
      element('author', {}, element('name', {}, author.name), element('uri', {}, author.url)),
    ),
    item.tags.map((tag) => element('category', { term: tag })),
    element('summary', {}, item.summary),
    element('content', { type: 'html' }, item.html),
  );
}
