import { SectionKind } from '@domain/bulletins/bulletin';
import { slug } from '@turkish/slug';
import {
  buildEditionSection,
  buildPublishedEdition,
  EDITION_OFFICES,
} from '../../../../../test/factories/edition.factory';
import { buildNewsroom, NEWSROOM_OFFICES } from '../../../../../test/factories/newsroom.factory';
import { find, readHtml, type HtmlElement } from '../../../../../test/support/html';
import { STYLESHEET } from '../newsroom.stylesheet';
import type { PublishedPage, PublishedSummary } from '../published-editions';
import { summaryOf } from '../published-summary';
import { renderAccessibilityPage } from './accessibility-page';
import { renderBulletinPage } from './bulletin-page';
import type { BulletinPageContent } from './bulletin-parts';
import { renderContactsPage } from './contacts-page';
import type { Frame } from './document';
import { renderListPage } from './list-page';
import { renderNotFoundPage } from './not-found-page';
import { renderSearchPage } from './search-page';

const BASE = 'https://basin.balikesir.example';
const HOSTILE = "\"><script>alert('İ')</script><img src=x onerror=alert(1)> {{7*7}} & ışık";

const frame: Frame = { baseUrl: BASE, stylesheetPath: '/basin/stil-0.css', offices: NEWSROOM_OFFICES };

function contentOf(published: BulletinPageContent['published']): BulletinPageContent {
  const tags = published.edition.tags.map((name) => ({ name, slug: slug(name) }));
  return { published, tags, older: null, newer: null };
}

function pageOf(items: readonly PublishedSummary[], next: string | null = null): PublishedPage {
  return { items, next };
}

const rows = buildNewsroom().map(summaryOf);
const bulletin = buildPublishedEdition();
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
  correctedBy: { number: '2026/EDR-015', slug: 'duzeltme', note: HOSTILE, at: '2026-11-25T06:00:00.000Z' },
  edition: {
    headline: HOSTILE,
    spot: HOSTILE,
    dateline: HOSTILE,
    tags: [HOSTILE],
    offices: EDITION_OFFICES.map((office) => ({
      ...office,
      name: HOSTILE,
      pressUnit: HOSTILE,
      contact: { name: HOSTILE, phone: HOSTILE, email: HOSTILE },
    })),
    sections: [
      buildEditionSection(SectionKind.LEAD, HOSTILE),
      buildEditionSection(SectionKind.QUOTE, HOSTILE, { speaker: { role: HOSTILE, name: HOSTILE } }),
    ],
    files: bulletin.edition.files.map((file) => ({
      ...file,
      fileName: HOSTILE,
      alt: HOSTILE,
      caption: HOSTILE,
      credit: HOSTILE,
    })),
  },
});
const [office] = NEWSROOM_OFFICES;
if (office === undefined) throw new Error('the factory has no office');

const pages: Readonly<Record<string, string>> = {
  'front page': renderListPage(frame, { page: pageOf(rows.slice(0, 20), 'imleç'), years: [2026, 2025] }),
  'front page without bulletins': renderListPage(frame, { page: pageOf([]), years: [] }),
  'older page of a year': renderListPage(frame, {
    page: pageOf(rows.slice(5, 9)),
    years: [2026, 2025],
    year: 2026,
    before: 'x',
  }),
  'office page': renderListPage(frame, { page: pageOf(rows.slice(0, 3)), years: [2026], office }),
  'tag page': renderListPage(frame, { page: pageOf([]), years: [2026], tag: { slug: 'ulasim', name: 'ulaşım' } }),
  bulletin: renderBulletinPage(frame, contentOf(bulletin)),
  'corrected bulletin': renderBulletinPage(frame, contentOf(corrected)),
  'withdrawn bulletin': renderBulletinPage(frame, contentOf(withdrawn)),
  'bulletin without files and tags': renderBulletinPage(
    frame,
    contentOf(buildPublishedEdition({ edition: { files: [], tags: [] } })),
  ),
  'hostile bulletin': renderBulletinPage(frame, contentOf(hostile)),
  'hostile row': renderListPage(frame, { page: pageOf([summaryOf(hostile), summaryOf(hostile)]), years: [2026] }),
  'search form': renderSearchPage(frame, { query: '', years: [2026], page: pageOf([]) }),
  'search results': renderSearchPage(frame, {
    query: 'su kesinti',
    years: [2026],
    page: pageOf(rows.slice(0, 2), 'i'),
  }),
  'search without results': renderSearchPage(frame, { query: HOSTILE, years: [2026], page: pageOf([]) }),
  contacts: renderContactsPage(frame),
  'contacts without offices': renderContactsPage({ ...frame, offices: [] }),
  'accessibility statement': renderAccessibilityPage(frame),
  'not found': renderNotFoundPage(frame),
};

describe.each(Object.entries(pages))('%s', (_, html) => {
  const elements = readHtml(html);

  it('is a Turkish document with one title, one main heading and one main part', () => {
    expect(html.startsWith('<!doctype html><html lang="tr">')).toBe(true);
    expect(['title', 'h1', 'main'].map((name) => find(elements, name).length)).toEqual([1, 1, 1]);
    expect(find(elements, 'meta', { charset: 'utf-8' })).toHaveLength(1);
  });

  it('skips no level of headings', () => {
    const levels = elements.filter(({ name }) => /^h[1-6]$/.test(name)).map(({ name }) => Number(name[1]));
    const notices = levels.slice(0, levels.indexOf(1));

    expect(notices.every((level) => level === 2)).toBe(true);
    levels.slice(notices.length).reduce((before, level) => {
      expect(level).toBeLessThanOrEqual(before + 1);
      return level;
    }, 0);
  });

  it('has ids once, and a target for every label, description and link on the page', () => {
    const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? []);
    const wanted = elements.flatMap(({ attributes }) => [
      ...[attributes['for'], attributes['aria-describedby'], attributes['aria-labelledby']].flatMap((id) => id ?? []),
      ...(attributes['href']?.startsWith('#') === true ? [attributes['href'].slice(1)] : []),
    ]);

    expect(new Set(ids).size).toBe(ids.length);
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('gives every picture an alternative and every link, button and field a name', () => {
    expect(find(elements, 'img').filter(({ attributes }) => attributes['alt'] === undefined)).toEqual([]);
    const unnamed = [...find(elements, 'a'), ...find(elements, 'button')].filter(({ text }) => text.trim() === '');
    expect(unnamed).toEqual([]);
    const labelled = find(elements, 'label').map(({ attributes }) => attributes['for']);
    const fields = [...find(elements, 'input'), ...find(elements, 'select')].map(({ attributes }) => attributes['id']);
    expect(fields.filter((id) => !labelled.includes(id))).toEqual([]);
  });

  it('runs nothing, styles nothing inline and loads nothing from elsewhere', () => {
    const scripts = find(elements, 'script');
    expect(scripts.filter(({ attributes }) => attributes['type'] !== 'application/ld+json')).toEqual([]);
    expect(elements.filter(({ name }) => ['style', 'iframe', 'object', 'embed', 'base'].includes(name))).toEqual([]);
    const attributes = elements.flatMap((element) => Object.keys(element.attributes));
    expect(attributes.filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
    const loaded = [
      ...find(elements, 'img').map((one) => one.attributes['src']),
      ...find(elements, 'link', { rel: 'stylesheet' }).map((one) => one.attributes['href']),
    ];
    expect(loaded.filter((address) => address?.startsWith('/basin/') !== true)).toEqual([]);
    const addresses = elements.flatMap((one) => one.attributes['href'] ?? []);
    expect(addresses.filter((address) => !/^(\/|#|https:\/\/|mailto:|tel:)/.test(address))).toEqual([]);
  });

  it('says nothing that was not released: no ids of offices, sections or people inside', () => {
    const hidden = [
      ...EDITION_OFFICES.map(({ id }) => id),
      ...bulletin.edition.sections.flatMap(({ id, hash }) => [id, hash]),
    ];

    expect(hidden.filter((secret) => html.includes(secret))).toEqual([]);
  });

  it('stays below 45 kB together with the stylesheet', () => {
    expect(Buffer.byteLength(html) + Buffer.byteLength(STYLESHEET.css)).toBeLessThan(45_000);
  });
});

const textOf = (html: string): string => find(readHtml(html), 'main')[0]?.text ?? '';
const linksOf = (elements: readonly HtmlElement[]) => find(elements, 'a').map(({ attributes }) => attributes['href']);

describe('bulletin page', () => {
  const page = pages['bulletin'] ?? '';
  const parts = readHtml(page);

  it('shows both dates, the number, the kind and every office', () => {
    const text = textOf(page);

    expect(text).toContain('İlk yayım24 Kasım 2026 Salı 09.00');
    expect(text).toContain('Güncelleme24 Kasım 2026 Salı 09.00');
    expect(text).toContain('Ortak basın bülteni 2026/EDR-014');
    for (const { name } of EDITION_OFFICES) expect(text).toContain(name);
  });

  it('keeps the signed words and their order', () => {
    const text = textOf(page);
    const order = [
      'EDREMİT (BALIKESİR) - 24 Kasım 2026',
      'Edremit Körfezi’nin altı belediyesi, 2026 zeytin hasadını',
      'Hasat rakamlarla',
      'Havran Belediyesi, kooperatifle',
      '“Makineyi paylaşınca',
      'Hasadın aralık ayının',
    ].map((words) => text.indexOf(words));

    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('offers the files, each picture in full size and the short text for messages', () => {
    const address = '/basin/2026/korfezin-alti-belediyesi-zeytin-hasadinda-ayni-sofrada-bulustu';
    const links = linksOf(parts);

    for (const ending of ['.pdf', '.docx', '.txt', '.ninjs.json']) expect(links).toContain(address + ending);
    expect(links).toContain('/basin/dosya/01995c00-0000-7000-8000-0000000f0004/2026-11-24-hasat-cizelgesi.pdf');
    expect(
      find(parts, 'img').map(({ attributes }) => [attributes['src'], attributes['width'], attributes['height']])[0],
    ).toEqual([
      '/basin/dosya/01995c00-0000-7000-8000-0000000f0001/w800/2026-11-24-edremit-zeytin-hasadi-01.jpg',
      '800',
      '533',
    ]);
    expect(find(parts, 'p', { class: 'message-text' })[0]?.text).toContain(BASE + address);
  });

  it('names picture, caption, credit and alternative', () => {
    const text = textOf(page);

    expect(text).toContain('Edremit’in Çamcı Mahallesi’nde hasada başlayan üreticiler');
    expect(text).toContain('Fotoğraf: Edremit Belediyesi');
    expect(text).not.toContain('Fotoğraf: Fotoğraf');
    expect(find(parts, 'img', { alt: 'Cam tüpteki zeytinyağını ışığa tutan laborant' })).toHaveLength(1);
  });

  it('gives telephone numbers that can be dialled from anywhere', () => {
    expect(linksOf(parts)).toContain('tel:+902665550110');
  });

  it('shows the hash of the signed text in full', () => {
    expect(page).toContain(`<code>${bulletin.edition.hash}</code>`);
  });

  it('describes itself to machines', () => {
    const address = `${BASE}/basin/2026/korfezin-alti-belediyesi-zeytin-hasadinda-ayni-sofrada-bulustu`;
    const json = JSON.parse(find(parts, 'script')[0]?.text ?? '');

    expect(find(parts, 'link', { rel: 'canonical' })[0]?.attributes['href']).toBe(address);
    expect(find(parts, 'meta', { property: 'og:type' })[0]?.attributes['content']).toBe('article');
    expect(find(parts, 'meta', { property: 'og:image' })[0]?.attributes['content']).toMatch(
      /^https:.*\/paylasim-50-50\//,
    );
    expect(json).toMatchObject({
      '@type': 'NewsArticle',
      url: address,
      headline: 'Körfez’in altı belediyesi zeytin hasadında aynı sofrada buluştu',
      datePublished: '2026-11-24T06:00:00.000Z',
      dateModified: '2026-11-24T06:00:00.000Z',
      publisher: { '@type': 'GovernmentOrganization', name: 'Edremit Belediyesi' },
    });
    expect(json.author).toHaveLength(6);
    expect(json.hasPart.map((one: { spokenByCharacter: { name: string } }) => one.spokenByCharacter.name)).toContain(
      'Rüştü İğdeli',
    );
    expect(json).not.toHaveProperty('correction');
  });

  it('puts a correction before the headline, with its date, note and text', () => {
    const correctedElements = readHtml(pages['corrected bulletin'] ?? '');
    const text = textOf(pages['corrected bulletin'] ?? '');

    expect(text.indexOf('Düzeltme 25 Kasım 2026 Çarşamba 09.00')).toBe(0);
    expect(text).toContain('46 değil, 64 kilometre.');
    expect(text).toContain('Güncelleme25 Kasım 2026 Çarşamba 09.00');
    expect(linksOf(correctedElements)).toContain('/basin/2026/duzeltme');
    expect(JSON.parse(find(correctedElements, 'script')[0]?.text ?? '').correction.text).toBe(
      '46 değil, 64 kilometre.',
    );
  });

  it('shows a correction what it corrects', () => {
    const correction = buildPublishedEdition({
      edition: { corrects: { bulletinId: 'b', number: '2025/HAV-007', slug: 'ilk-metin', note: 'Sayı düzeltildi.' } },
    });

    const html = renderBulletinPage(frame, contentOf(correction));

    expect(textOf(html)).toContain('Bu metin bir düzeltmedirSayı düzeltildi.Düzeltilen bülten: 2025/HAV-007');
    expect(linksOf(readHtml(html))).toContain('/basin/2025/ilk-metin');
  });

  it('leaves of a withdrawn bulletin its number, dates and reason, and no word, file or description of it', () => {
    const notice = pages['withdrawn bulletin'] ?? '';
    const text = textOf(notice);

    expect(text).toContain('Bu bülten geri çekildi');
    expect(text).toContain('Tarih kesinleşmedi.');
    expect(text).toContain('İlk yayım24 Kasım 2026 Salı 09.00Geri çekilme26 Kasım 2026 Perşembe 09.00');
    expect(notice).toContain('<meta name="robots" content="noindex"/>');
    expect(notice).not.toMatch(
      /zeytin hasadında|sofrada buluştu|Oğuz Çığırgan|onardı|basin\/dosya|ld\+json|og:|\.pdf/u,
    );
  });

  it('links to the bulletins before and after', () => {
    const html = renderBulletinPage(frame, {
      ...contentOf(bulletin),
      older: { number: '2025/AYV-001', slug: 'eski', headline: 'Işıklar söndü' },
      newer: { number: '2026/HAV-002', slug: 'yeni', headline: 'İlk adım' },
    });

    expect(textOf(html)).toContain('Önceki bülten Işıklar söndüSonraki bülten İlk adım');
    expect(linksOf(readHtml(html))).toEqual(expect.arrayContaining(['/basin/2025/eski', '/basin/2026/yeni']));
  });

  it('shows hostile words as words, also inside the data block', () => {
    const elements = readHtml(pages['hostile bulletin'] ?? '');
    const scripts = find(elements, 'script');

    expect(find(elements, 'h1')[0]?.text).toBe(HOSTILE);
    expect(scripts).toHaveLength(1);
    expect(JSON.parse(scripts[0]?.text ?? '').headline).toBe(HOSTILE);
    expect(scripts[0]?.text).not.toContain('<');
  });
});

describe('list page', () => {
  it('shows the newest large and the rest under their days', () => {
    const elements = readHtml(pages['front page'] ?? '');

    expect(
      find(elements, 'h2')
        .slice(0, 4)
        .map(({ text }) => text),
    ).toEqual([
      'Körfez’in altı belediyesi zeytin hasadında aynı sofrada buluştu',
      '24 Kasım 2026 Salı',
      '23 Kasım 2026 Pazartesi',
      '22 Kasım 2026 Pazar',
    ]);
  });

  it('marks what was corrected and gives of what was withdrawn number and date alone', () => {
    const text = textOf(pages['front page'] ?? '');

    expect(text).toContain('DÜZELTİLDİ 24 Kasım 2026 Salı 11.02');
    expect(text).toContain('Geri çekilen bülten: 2026/GOM-097Geri çekilme: 22 Kasım 2026 Pazar 15.00');
    expect(text).not.toContain('ayçiçeği');
  });

  it('leads to offices, years, the older page and its feeds', () => {
    const elements = readHtml(pages['office page'] ?? '');
    const front = linksOf(readHtml(pages['front page'] ?? ''));

    expect(front).toEqual(
      expect.arrayContaining(['/basin/birim/gomec', '/basin?yil=2025', '/basin?once=imle%C3%A7', '/basin/akis.rss']),
    );
    expect(find(elements, 'link', { type: 'application/atom+xml' })[0]?.attributes['href']).toBe(
      '/basin/birim/balikesir-bb/akis.atom',
    );
    expect(find(elements, 'a', { 'aria-current': 'page' }).map(({ text }) => text)).toEqual([
      'Balıkesir Büyükşehir BAL',
    ]);
  });

  it('leads back from an older page and keeps the year', () => {
    const html = pages['older page of a year'] ?? '';

    expect(linksOf(readHtml(html))).toContain('/basin?yil=2026');
    expect(textOf(html)).toContain('En yeni bültenlere dön');
    expect(html).toContain('noindex');
  });

  it('says what will be here while there is nothing, and how to widen a choice without results', () => {
    expect(textOf(pages['front page without bulletins'] ?? '')).toContain('Burada henüz yayımlanmış bülten yok.');
    const filtered = renderListPage(frame, { page: pageOf([]), years: [2026], year: 2024 });
    expect(textOf(filtered)).toContain('Bu seçime uyan bülten yok.Süzgeçleri temizle');
  });
});

describe('search page', () => {
  it('marks what was found by the folding of the search', () => {
    const marks = find(readHtml(pages['search results'] ?? ''), 'mark').map(({ text }) => text);

    expect(marks).toEqual(expect.arrayContaining(['su', 'kesintisi', 'Kesinti']));
    expect(marks).not.toContain('sürecek');
  });

  it('keeps the words typed and stays out of search engines', () => {
    const elements = readHtml(pages['search without results'] ?? '');

    expect(find(elements, 'input', { id: 'q' })[0]?.attributes['value']).toBe(HOSTILE);
    expect(find(elements, 'meta', { name: 'robots' })[0]?.attributes['content']).toBe('noindex');
    expect(textOf(pages['search without results'] ?? '')).toContain('Bu sözcüklerle eşleşen bülten bulunamadı.');
  });

  it('carries words and choices to the older page', () => {
    const html = renderSearchPage(frame, {
      query: 'ışık',
      officeCode: 'gomec',
      year: 2026,
      years: [2026],
      page: pageOf(rows.slice(0, 2), 'i'),
    });

    expect(linksOf(readHtml(html))).toContain('/basin/arama?q=%C4%B1%C5%9F%C4%B1k&birim=gomec&yil=2026&once=i');
  });
});

describe('contacts page', () => {
  it('gives each office with what it gave, and leaves out what it did not', () => {
    const elements = readHtml(pages['contacts'] ?? '');
    const links = linksOf(elements);

    expect(
      find(elements, 'h2')
        .map(({ text }) => text)
        .slice(0, 6),
    ).toEqual(NEWSROOM_OFFICES.map(({ name }) => name));
    expect(links.filter((link) => link?.startsWith('tel:'))).toHaveLength(5);
    expect(links.filter((link) => link?.startsWith('mailto:'))).toHaveLength(6);
    expect(links).toContain('/basin/birim/havran/akis.atom');
  });
});
