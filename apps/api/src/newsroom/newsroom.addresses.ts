import { inPercents, MIDDLE, type CropName, type Focus } from '@domain/files/crop';
import type { DocumentFormat } from '../documents/edition-links';

/** Every public path of the newsroom in one place. Paths are relative to the origin; `absolute` adds it. */

interface Addressed {
  /** '2026/EDR-014': the year before the slash is part of the address. */
  readonly number: string;
  readonly slug: string;
}

/** What a feed covers: all bulletins, those of an office or those with a tag. */
export type FeedScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'office'; readonly code: string }
  | { readonly kind: 'tag'; readonly slug: string };

export const FEED_FORMATS = ['atom', 'rss', 'json', 'ninjs.json'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

export const NEWSROOM_PATH = '/basin';
export const SEARCH_PATH = '/basin/arama';
export const CONTACTS_PATH = '/basin/iletisim';
export const ACCESSIBILITY_PATH = '/basin/erisilebilirlik';
export const SUBSCRIPTION_PATH = '/basin/abonelik';
export const ICON_PATH = '/basin/simge.svg';

export function officePath(code: string): string {
  return `/basin/birim/${encodeURIComponent(code)}`;
}

/** What the holder of the token gets, and how to change it; `MediaRecipients.unsubscribePath` names the same. */
export function subscriptionPath(token: string): string {
  return `${SUBSCRIPTION_PATH}/${encodeURIComponent(token)}`;
}

export function tagPath(slug: string): string {
  return `/basin/etiket/${encodeURIComponent(slug)}`;
}

export function bulletinPath(bulletin: Addressed): string {
  return `/basin/${bulletin.number.slice(0, 4)}/${encodeURIComponent(bulletin.slug)}`;
}

export function documentPath(bulletin: Addressed, format: DocumentFormat | 'ninjs.json'): string {
  return `${bulletinPath(bulletin)}.${format}`;
}

/** The file as it was uploaded, under its own name. */
export function filePath(file: { readonly fileId: string; readonly fileName: string }): string {
  return `/basin/dosya/${encodeURIComponent(file.fileId)}/${encodeURIComponent(file.fileName)}`;
}

/** The rendition of an image that is at most 800 pixels wide. */
export function imagePath(file: { readonly fileId: string; readonly fileName: string }): string {
  return `/basin/dosya/${encodeURIComponent(file.fileId)}/w800/${encodeURIComponent(file.fileName)}`;
}

/** The picture cropped around its focus; the point is part of the address, so that a new one is a new picture. */
export function cropPath(
  file: { readonly fileId: string; readonly fileName: string } & Partial<Focus>,
  name: CropName,
): string {
  const { x, y } = inPercents({ ...MIDDLE, ...file });
  return `/basin/dosya/${encodeURIComponent(file.fileId)}/${name}-${x}-${y}/${encodeURIComponent(file.fileName)}`;
}

/** All pictures of a bulletin in one file. */
export function picturesPath(bulletin: Addressed): string {
  return `${bulletinPath(bulletin)}.zip`;
}

export function scopePath(scope: FeedScope): string {
  if (scope.kind === 'office') return officePath(scope.code);
  return scope.kind === 'tag' ? tagPath(scope.slug) : NEWSROOM_PATH;
}

export function feedPath(scope: FeedScope, format: FeedFormat): string {
  return `${scopePath(scope)}/akis.${format}`;
}

/** A path with its query; members without a value are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** `baseUrl` is the public origin, 'https://basin.balikesir.bel.tr'; a slash at its end does no harm. */
export function absolute(baseUrl: string, path: string): string {
  return `${baseUrl.replace(/\/+$/, '')}${path}`;
}
