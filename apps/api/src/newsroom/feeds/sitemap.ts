import {
  absolute,
  ACCESSIBILITY_PATH,
  bulletinPath,
  CONTACTS_PATH,
  NEWSROOM_PATH,
  officePath,
} from '../newsroom.addresses';
import type { NewsroomOffice, PublishedAddress } from '../published-editions';
import { element, xmlDocument } from './xml';

/** Addresses per sitemap: the protocol (sitemaps.org) allows 50,000; the pages beside the bulletins need room. */
export const SITEMAP_SIZE = 45_000;

const NAMESPACE = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };

export interface SitemapEntry {
  readonly path: string;
  /** UTC, ISO 8601; null where the page itself says. */
  readonly updatedAt: string | null;
}

/** '/sitemap-1.xml', counted from 1. */
export function sitemapPath(part: number): string {
  return `/sitemap-${part}.xml`;
}

/** The pages that are not bulletins. */
export function pageEntries(offices: readonly Pick<NewsroomOffice, 'code'>[]): readonly SitemapEntry[] {
  const paths = [NEWSROOM_PATH, CONTACTS_PATH, ACCESSIBILITY_PATH, ...offices.map((office) => officePath(office.code))];
  return paths.map((path) => ({ path, updatedAt: null }));
}

export function bulletinEntries(addresses: readonly PublishedAddress[]): readonly SitemapEntry[] {
  return addresses.map((address) => ({ path: bulletinPath(address), updatedAt: address.updatedAt }));
}

export function renderSitemap(baseUrl: string, entries: readonly SitemapEntry[]): string {
  const urls = entries.map(({ path, updatedAt }) =>
    element(
      'url',
      {},
      element('loc', {}, absolute(baseUrl, path)),
      updatedAt === null ? null : element('lastmod', {}, updatedAt),
    ),
  );
  return xmlDocument(element('urlset', NAMESPACE, urls));
}

/** The list of the sitemaps that together name all addresses. */
export function renderSitemapIndex(baseUrl: string, parts: number): string {
  const sitemaps = Array.from({ length: parts }, (_, index) =>
    element('sitemap', {}, element('loc', {}, absolute(baseUrl, sitemapPath(index + 1)))),
  );
  return xmlDocument(element('sitemapindex', NAMESPACE, sitemaps));
}

/** Crawlers may read the newsroom and nothing else; results of searches are no pages of their own. */
export function renderRobots(baseUrl: string): string {
  return [
    'User-agent: *',
    'Disallow: /basin/arama',
    'Allow: /basin',
    'Allow: /sitemap',
    'Disallow: /',
    '',
    `Sitemap: ${absolute(baseUrl, '/sitemap.xml')}`,
    '',
  ].join('\n');
}
