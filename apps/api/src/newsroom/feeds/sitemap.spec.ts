import { XMLParser } from 'fast-xml-parser';
import { bulletinEntries, pageEntries, renderRobots, renderSitemap, renderSitemapIndex } from './sitemap';

const BASE = 'https://basin.balikesir.example/';
const read = (xml: string) => new XMLParser({ isArray: (name) => ['url', 'sitemap'].includes(name) }).parse(xml);

describe('sitemap', () => {
  it('names pages and bulletins, these with their last change', () => {
    const addresses = [{ number: '2026/EDR-014', slug: 'zeytin-hasadi', updatedAt: '2026-11-24T06:00:00.000Z' }];

    const { urlset } = read(renderSitemap(BASE, [...pageEntries([{ code: 'gomec' }]), ...bulletinEntries(addresses)]));

    expect(urlset.url).toEqual([
      { loc: 'https://basin.balikesir.example/basin' },
      { loc: 'https://basin.balikesir.example/basin/iletisim' },
      { loc: 'https://basin.balikesir.example/basin/erisilebilirlik' },
      { loc: 'https://basin.balikesir.example/basin/birim/gomec' },
      { loc: 'https://basin.balikesir.example/basin/2026/zeytin-hasadi', lastmod: '2026-11-24T06:00:00.000Z' },
    ]);
  });

  it('lists its parts from 1', () => {
    expect(read(renderSitemapIndex(BASE, 2)).sitemapindex.sitemap).toEqual([
      { loc: 'https://basin.balikesir.example/sitemap-1.xml' },
      { loc: 'https://basin.balikesir.example/sitemap-2.xml' },
    ]);
  });

  it('opens only the newsroom to crawlers, without its search', () => {
    expect(renderRobots(BASE).split('\n')).toEqual([
      'User-agent: *',
      'Disallow: /basin/arama',
      'Allow: /basin',
      'Allow: /sitemap',
      'Disallow: /',
      '',
      'Sitemap: https://basin.balikesir.example/sitemap.xml',
      '',
    ]);
  });
});
