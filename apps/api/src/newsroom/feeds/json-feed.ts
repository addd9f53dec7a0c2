import { TEXTS } from '../newsroom.texts';
import { selfUrl, type Feed, type FeedItem } from './feed';

/** JSON Feed 1.1. Source: jsonfeed.org/version/1.1. `_tekses` is our extension: number and withdrawal. */
export function renderJsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: TEXTS.tagline,
    home_page_url: feed.homeUrl,
    feed_url: selfUrl(feed, 'json'),
    language: TEXTS.language,
    authors: [{ name: TEXTS.publisher }],
    items: feed.items.map(jsonItem),
  });
}

function jsonItem(item: FeedItem): object {
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    summary: item.summary,
    content_html: item.html,
    image: item.files.find((file) => file.isImage)?.url,
    date_published: item.publishedAt.toISOString(),
    date_modified: item.updatedAt.toISOString(),
    authors: item.authors,
    tags: item.tags,
    attachments: item.files.map((file) => ({
      url: file.url,
      mime_type: file.mediaType,
      title: file.fileName,
      size_in_bytes: file.bytes,
    })),
    _tekses: { number: item.number, is_withdrawn: item.isWithdrawn },
  };
}
