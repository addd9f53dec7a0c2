import { SectionKind } from '@domain/bulletins/bulletin';
import { XMLParser } from 'fast-xml-parser';
import { buildEditionLinks } from '../../../../test/factories/edition-links.factory';
import { buildEditionSection, buildPublishedEdition, buildRichText } from '../../../../test/factories/edition.factory';
import { mailHtml, mailSubject, mailText, MAX_MAIL_HTML_BYTES } from './edition-mail';

const links = buildEditionLinks();
const withdrawn = { at: '2026-11-25T07:15:00.000Z', reason: 'Rakamlar doğrulanmadı.' };
const corrects = { bulletinId: 'b', number: '2026/EDR-013', slug: 'x', note: 'Tarih yanlıştı.' };

describe('the subject', () => {
  it('is the headline, with what happened to it in front', () => {
    const edition = { headline: 'Işıklar yandı' };

    expect(mailSubject(buildPublishedEdition({ edition }))).toBe('Işıklar yandı');
    expect(mailSubject(buildPublishedEdition({ edition: { ...edition, corrects } }))).toBe('Düzeltme: Işıklar yandı');
    expect(mailSubject(buildPublishedEdition({ edition: { ...edition, corrects }, withdrawn }))).toBe(
      'Geri çekildi: 2026/EDR-014',
    );
  });

  it('stays one line, whatever the headline holds', () => {
    const headline = 'Başlık\r\nBcc: herkes@example.com\u2028x';

    expect(mailSubject(buildPublishedEdition({ edition: { headline } }))).toBe('Başlık Bcc: herkes@example.com x');
  });
});

describe('both bodies', () => {
  const published = buildPublishedEdition();

  it.each([
    ['text', mailText(published, links)],
    ['HTML', mailHtml(published, links)],
  ])('lead to page, newsroom, files and the way out of the list in %s', (_, body) => {
    const addresses = [
      links.page,
      links.newsroom,
      links.subscription,
      links.document('pdf'),
      links.document('docx'),
      links.document('txt'),
    ];

    for (const address of [...addresses, ...published.edition.files.map(links.file)]) expect(body).toContain(address);
    for (const office of published.edition.offices) expect(body).toContain(office.contact.email);
  });

  it('name a withdrawn bulletin by its number, and not by its headline', () => {
    const taken = buildPublishedEdition({ edition: { headline: 'Iğdır yolu İzmir’den geçer' }, withdrawn });

    for (const body of [mailText(taken, links), mailHtml(taken, links)]) {
      expect(body).toContain('2026/EDR-014');
      expect(body).not.toContain('Iğdır yolu');
    }
  });

  it('tell of a withdrawn bulletin only that and why', () => {
    const taken = buildPublishedEdition({ withdrawn });

    for (const body of [mailText(taken, links), mailHtml(taken, links)]) {
      expect(body).toContain('Gerekçe: Rakamlar doğrulanmadı.');
      expect(body).not.toContain('Edremit Körfezi’nde zeytin hasadı sürüyor');
      expect(body).not.toContain('2026 zeytin hasadını');
      expect(body).not.toContain('komşuluğun');
      expect(body).not.toContain(links.document('pdf'));
      expect(body).not.toContain('.jpg');
    }
  });
});

describe('the HTML', () => {
  it('loads nothing, runs nothing and has one heading of the first level', () => {
    const html = mailHtml(buildPublishedEdition(), links);

    expect(html).toMatch(/^<!DOCTYPE html><html lang="tr" dir="ltr">/);
    expect(html).not.toMatch(
      /<(?:img|script|link|style|iframe|form|svg|object|base)\b|url\(|@import|\ssrc=|\son[a-z]+=/i,
    );
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    expect(html.match(/<table(?! role="presentation")/g)).toBeNull();
  });

  it('is well-formed', () => {
    const html = mailHtml(buildPublishedEdition(), links).replace('<!DOCTYPE html>', '');

    expect(
      () => new XMLParser({ ignoreAttributes: false }).parse(html, { allowBooleanAttributes: false }) as unknown,
    ).not.toThrow();
  });

  it('shows markup as text and lets no script into a link', () => {
    const hostile = '</td></table><script>alert("ş")</script> & <img src=x onerror=alert(1)>';
    const sections = [
      buildEditionSection(SectionKind.LEAD, {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: hostile, marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
            ],
          },
        ],
      }),
    ];

    const html = mailHtml(buildPublishedEdition({ edition: { headline: hostile, spot: hostile, sections } }), links);

    expect(html).not.toMatch(/<script|<img|javascript:/);
    expect(html.split('&lt;script>alert(').length - 1 + html.split('&lt;script&gt;alert(').length - 1).toBe(5);
  });

  it('ends a long body at a block, with a link to the rest, below what mail programs cut', () => {
    const words = (index: number): string => `${index}. ${'çığlık atan ağaçlar '.repeat(500)}`;
    const sections = [
      buildEditionSection(SectionKind.LEAD, buildRichText(...Array.from({ length: 20 }, (_, index) => words(index)))),
    ];

    const html = mailHtml(buildPublishedEdition({ edition: { sections } }), links);

    const size = Buffer.byteLength(html);
    expect(size).toBeLessThanOrEqual(MAX_MAIL_HTML_BYTES);
    expect(size).toBeGreaterThan(MAX_MAIL_HTML_BYTES - Buffer.byteLength(words(1)) - 200);
    expect(html).toContain('>0. çığlık');
    expect(html).not.toContain('>19. çığlık');
    expect(html).toContain('Metnin devamını bültenin sayfasında okuyun');
    expect(html).toContain(links.subscription);
  });

  it('shows a body that fits whole', () => {
    expect(mailHtml(buildPublishedEdition(), links)).not.toContain('Metnin devamını');
  });
});
