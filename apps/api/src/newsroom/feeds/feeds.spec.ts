import { XMLParser } from 'fast-xml-parser';
import { SectionKind } from '@domain/bulletins/bulletin';
import type { PublishedEdition } from '@domain/bulletins/edition';
import {
  buildEditionSection,
  buildPublishedEdition,
  EDITION_OFFICES,
} from '../../../../../test/factories/edition.factory';
import { readHtml } from '../../../../../test/support/html';
import type { FeedScope } from '../newsroom.addresses';
import { renderAtom } from './atom';
import { buildFeed, type Feed } from './feed';
import { renderJsonFeed } from './json-feed';
import { renderRss } from './rss';

const BASE = 'https://basin.balikesir.example';
const PAGE = `${BASE}/basin/2026/korfezin-alti-belediyesi-zeytin-hasadinda-ayni-sofrada-bulustu`;
const ID = 'urn:uuid:01995c00-0000-7000-8000-0000000000b1';
const HOSTILE = 'İlgi <img src=x onerror=alert(1)> & ]]> "ş" \u0007';

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  isArray: (name) => ['entry', 'item', 'author', 'category', 'dc:creator'].includes(name),
});

function feed(editions: readonly PublishedEdition[], scope: FeedScope = { kind: 'all' }): Feed {
  return buildFeed({ baseUrl: BASE, scope, name: 'Balıkesir belediyeleri', editions });
}

const plain = buildPublishedEdition();
const corrected = buildPublishedEdition({
  updatedAt: '2026-11-25T06:00:00.000Z',
  correctedBy: {
    number: '2026/EDR-015',
    slug: 'duzeltme',
    note: '46 değil, 64 kilometre.',
    at: '2026-11-25T06:00:00.000Z',
  },
});
const withdrawn = buildPublishedEdition({
  updatedAt: '2026-11-26T06:00:00.000Z',
  withdrawn: { at: '2026-11-26T06:00:00.000Z', reason: 'Tarih kesinleşmedi.' },
});
const hostile = buildPublishedEdition({
  edition: {
    headline: HOSTILE,
    spot: HOSTILE,
    tags: [HOSTILE],
    offices: EDITION_OFFICES.slice(0, 1).map((office) => ({ ...office, name: HOSTILE })),
    sections: [buildEditionSection(SectionKind.LEAD, HOSTILE)],
  },
});

describe('Atom', () => {
  const read = (editions: readonly PublishedEdition[], scope?: FeedScope) =>
    parser.parse(renderAtom(feed(editions, scope))).feed;

  it('names itself, its page and every bulletin with lasting ids', () => {
    const atom = read([plain]);

    expect(atom.id).toBe(`${BASE}/basin/akis.atom`);
    expect(atom.link).toEqual([
      { '@_rel': 'self', '@_type': 'application/atom+xml', '@_href': `${BASE}/basin/akis.atom` },
      { '@_rel': 'alternate', '@_type': 'text/html', '@_hreflang': 'tr', '@_href': `${BASE}/basin` },
    ]);
    expect(atom.updated).toBe('2026-11-24T06:00:00.000Z');
    expect(atom.entry).toHaveLength(1);
    expect(atom.entry[0]).toMatchObject({
      id: ID,
      title: 'Körfez’in altı belediyesi zeytin hasadında aynı sofrada buluştu',
      published: '2026-11-24T06:00:00.000Z',
      updated: '2026-11-24T06:00:00.000Z',
    });
    expect(atom.entry[0].author.map((author: { name: string }) => author.name)).toEqual(
      EDITION_OFFICES.map((office) => office.name),
    );
    expect(atom.entry[0].category.map((one: { '@_term': string }) => one['@_term'])).toEqual([
      'zeytin',
      'hasat',
      'tarım',
      'körfez',
    ]);
    expect(atom.entry[0].link[0]).toMatchObject({ '@_rel': 'alternate', '@_href': PAGE });
    expect(atom.entry[0].link[1]).toMatchObject({
      '@_rel': 'enclosure',
      '@_type': 'image/jpeg',
      '@_length': '1844224',
    });
  });

  it('carries the whole text as well-nested HTML', () => {
    const { content } = read([plain]).entry[0];

    expect(content['@_type']).toBe('html');
    const text = readHtml(`<div>${content['#text']}</div>`)[0]?.text ?? '';
    expect(text).toContain('EDREMİT (BALIKESİR) - 24 Kasım 2026');
    expect(text).toContain('“Dalından düşen her tane, bir ailenin kışlık emeğidir.');
    expect(text).toContain('her akşam saat 20.00’de yenileniyor.');
  });

  it('raises the date of change on a correction and keeps the id', () => {
    const [entry] = read([corrected]).entry;

    expect([entry.id, entry.published, entry.updated]).toEqual([
      ID,
      '2026-11-24T06:00:00.000Z',
      '2026-11-25T06:00:00.000Z',
    ]);
    expect(entry.content['#text']).toContain('Düzeltme (2026/EDR-015): 46 değil, 64 kilometre.');
    expect(entry.content['#text']).toContain(`href="${BASE}/basin/2026/duzeltme"`);
  });

  it('replaces a withdrawn text by its notice, without a word or file of it', () => {
    const xml = renderAtom(feed([withdrawn]));
    const [entry] = read([withdrawn]).entry;

    expect([entry.id, entry.title, entry.updated]).toEqual([
      ID,
      'Geri çekildi: 2026/EDR-014',
      '2026-11-26T06:00:00.000Z',
    ]);
    expect(entry.content['#text']).toBe('<p>Bu bülten geri çekildi. Neden: Tarih kesinleşmedi.</p>');
    expect(xml).not.toMatch(/sofrada buluştu|onarılan|dosya|enclosure|category/iu);
  });

  it('writes the addresses of an office and of a tag', () => {
    expect(read([], { kind: 'office', code: 'gomec' }).id).toBe(`${BASE}/basin/birim/gomec/akis.atom`);
    expect(read([], { kind: 'tag', slug: 'ulasim' }).id).toBe(`${BASE}/basin/etiket/ulasim/akis.atom`);
  });

  it('does not change while it is empty', () => {
    const atom = read([]);

    expect([atom.updated, atom.entry]).toEqual(['1970-01-01T00:00:00.000Z', undefined]);
  });

  it('shows hostile words as words', () => {
    const [entry] = read([hostile]).entry;

    expect(entry.title).toBe('İlgi <img src=x onerror=alert(1)> & ]]> "ş"');
    const elements = readHtml(`<div>${entry.content['#text']}</div>`);
    expect(elements.filter((element) => element.name === 'img')).toEqual([]);
    expect(elements[0]?.text).toContain('İlgi <img src=x onerror=alert(1)> & ]]> "ş"');
  });
});

describe('RSS', () => {
  const read = (editions: readonly PublishedEdition[]) => parser.parse(renderRss(feed(editions))).rss.channel;

  it('names itself and its items with lasting ids, dates and one picture', () => {
    const channel = read([plain]);

    expect(channel['atom:link']).toEqual({
      '@_rel': 'self',
      '@_type': 'application/rss+xml',
      '@_href': `${BASE}/basin/akis.rss`,
    });
    expect([channel.link, channel.language, channel.lastBuildDate]).toEqual([
      `${BASE}/basin`,
      'tr',
      'Tue, 24 Nov 2026 06:00:00 GMT',
    ]);
    expect(channel.item[0]).toMatchObject({
      link: PAGE,
      guid: { '#text': ID, '@_isPermaLink': 'false' },
      pubDate: 'Tue, 24 Nov 2026 06:00:00 GMT',
      category: ['zeytin', 'hasat', 'tarım', 'körfez'],
      'dc:creator': EDITION_OFFICES.map((office) => office.name),
      enclosure: {
        '@_url': `${BASE}/basin/dosya/01995c00-0000-7000-8000-0000000f0001/2026-11-24-edremit-zeytin-hasadi-01.jpg`,
        '@_length': '1844224',
        '@_type': 'image/jpeg',
      },
    });
  });

  it('tells the date of a correction and keeps that of publication', () => {
    const [item] = read([corrected]).item;

    expect([item.pubDate, item['atom:updated']]).toEqual(['Tue, 24 Nov 2026 06:00:00 GMT', '2026-11-25T06:00:00.000Z']);
  });

  it('replaces a withdrawn text by its notice', () => {
    const [item] = read([withdrawn]).item;

    expect(item).toEqual({
      title: 'Geri çekildi: 2026/EDR-014',
      link: PAGE,
      guid: { '#text': ID, '@_isPermaLink': 'false' },
      pubDate: 'Tue, 24 Nov 2026 06:00:00 GMT',
      'atom:updated': '2026-11-26T06:00:00.000Z',
      'dc:creator': EDITION_OFFICES.map((office) => office.name),
      description: 'Bu bülten geri çekildi. Neden: Tarih kesinleşmedi.',
      'content:encoded': '<p>Bu bülten geri çekildi. Neden: Tarih kesinleşmedi.</p>',
    });
  });

  it('shows hostile words as words', () => {
    expect(read([hostile]).item[0].title).toBe('İlgi <img src=x onerror=alert(1)> & ]]> "ş"');
  });
});

describe('JSON Feed', () => {
  const read = (editions: readonly PublishedEdition[]) => JSON.parse(renderJsonFeed(feed(editions)));

  it('is version 1.1 and names itself, its page and its items', () => {
    const json = read([plain]);

    expect(json).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Balıkesir belediyeleri | Basın Odası',
      home_page_url: `${BASE}/basin`,
      feed_url: `${BASE}/basin/akis.json`,
      language: 'tr',
    });
    expect(json.items[0]).toMatchObject({
      id: ID,
      url: PAGE,
      date_published: '2026-11-24T06:00:00.000Z',
      date_modified: '2026-11-24T06:00:00.000Z',
      tags: ['zeytin', 'hasat', 'tarım', 'körfez'],
      _tekses: { number: '2026/EDR-014', is_withdrawn: false },
    });
    expect(json.items[0].attachments.map((one: { mime_type: string }) => one.mime_type)).toEqual([
      'image/jpeg',
      'image/jpeg',
      'image/jpeg',
      'application/pdf',
    ]);
  });

  it('raises the date of change on a correction', () => {
    expect(read([corrected]).items[0].date_modified).toBe('2026-11-25T06:00:00.000Z');
  });

  it('marks a withdrawn text and drops its words and files', () => {
    const [item] = read([withdrawn]).items;

    expect(item).toMatchObject({
      title: 'Geri çekildi: 2026/EDR-014',
      tags: [],
      attachments: [],
      _tekses: { is_withdrawn: true },
    });
    expect(item.image).toBeUndefined();
    expect(item.content_html).toBe('<p>Bu bülten geri çekildi. Neden: Tarih kesinleşmedi.</p>');
  });
});
