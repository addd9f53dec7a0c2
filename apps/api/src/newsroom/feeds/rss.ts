import { TEXTS } from '../newsroom.texts';
import { selfUrl, type Feed, type FeedItem } from './feed';
import { element, xmlDocument, type XmlFragment } from './xml';

/** Minutes between two readings that satisfy us; feeds are cheap, corrections should arrive. */
const TTL_MINUTES = 5;

/**
 * RSS 2.0 (rssboard.org/rss-specification) with the usual content, dc and atom modules. RSS has no date of change:
 * `atom:updated` carries it, and `guid` stays.
 */
export function renderRss(feed: Feed): string {
  return xmlDocument(
    element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      element(
        'channel',
        {},
        element('title', {}, feed.title),
        element('link', {}, feed.homeUrl),
        element('description', {}, TEXTS.tagline),
        element('language', {}, TEXTS.language),
        element('copyright', {}, TEXTS.reuse),
        element('lastBuildDate', {}, feed.updatedAt.toUTCString()),
        element('ttl', {}, String(TTL_MINUTES)),
        element('atom:link', { rel: 'self', type: 'application/rss+xml', href: selfUrl(feed, 'rss') }),
        feed.items.map(rssItem),
      ),
    ),
  );
}

function rssItem(item: FeedItem): XmlFragment {
  const enclosure = item.files.find((file) => file.isImage);
  return element(
    'item',
    {},
    element('title', {}, item.title),
    element('link', {}, item.url),
    element('guid', { isPermaLink: 'false' }, item.id),
    element('pubDate', {}, item.publishedAt.toUTCString()),
    element('atom:updated', {}, item.updatedAt.toISOString()),
    item.authors.map((author) => element('dc:creator', {}, author.name)),
    item.tags.map((tag) => element('category', {}, tag)),
    element('description', {}, item.summary),
    element('content:encoded', {}, item.html),
    enclosure === undefined
      ? null
      : element('enclosure', { url: enclosure.url, length: enclosure.bytes, type: enclosure.mediaType }),
  );
}
