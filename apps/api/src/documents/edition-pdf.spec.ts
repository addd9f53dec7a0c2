import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentLoadingTask, PDFDocumentProxy, TextItem } from 'pdfjs-dist/types/src/display/api';
import sharp from 'sharp';
import type { PublishedEdition } from '@domain/bulletins/edition';
import { SectionKind } from '@domain/bulletins/bulletin';
import {
  buildEditionSection,
  buildPublishedEdition,
  buildRichText,
  EDITION_OFFICES,
} from '../../../../test/factories/edition.factory';
import { loadLogos, type ReadFile } from './edition-logos';
import { pdfContent, renderPdf } from './edition-pdf';
import { PdfUnavailableError, startTypst, type TypstCompiler, type TypstModule } from './typst-compiler';

interface Reading {
  readonly pdf: PDFDocumentProxy;
  /** The text of each page, lines parted by LF. */
  readonly pages: readonly string[];
  /** Roles of the structure tree with their text content left out, in order of reading. */
  readonly roles: readonly string[];
  /** Alternative texts of figures. */
  readonly alts: readonly string[];
}

interface StructNode {
  readonly role?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children?: readonly StructNode[];
}

let typst: TypstCompiler;
const read: PDFDocumentLoadingTask[] = [];

beforeAll(async () => {
  typst = await startTypst();
});

afterEach(async () => {
  for (const task of read.splice(0)) await task.destroy();
});

async function readPdf(file: Buffer): Promise<Reading> {
  const task = getDocument({ data: new Uint8Array(file), verbosity: 0, fontExtraProperties: true });
  read.push(task);
  const pdf = await task.promise;
  const pages: string[] = [];
  const nodes: StructNode[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => (item as TextItem).str + ((item as TextItem).hasEOL ? '\n' : '')).join(''));
    nodes.push(...flat((await page.getStructTree()) as StructNode));
  }
  return { pdf, pages, roles: nodes.flatMap(({ role }) => role ?? []), alts: nodes.flatMap(({ alt }) => alt ?? []) };
}

function flat(node: StructNode): readonly StructNode[] {
  return [node, ...(node.children ?? []).flatMap(flat)];
}

async function render(published: PublishedEdition, readFile: ReadFile = noFile): Promise<Reading> {
  return readPdf(renderPdf(typst, published, await loadLogos(published.edition.offices, readFile)));
}

function noFile(fileId: string): Promise<Buffer> {
  throw new Error(`No file ${fileId} was expected to be read`);
}

async function square(background: string): Promise<Buffer> {
  return sharp({ create: { width: 64, height: 64, channels: 3, background } })
    .png()
    .toBuffer();
}

/** Words as they were written: hyphens at line ends are soft, so they and the line break go away. */
function flowing(pages: readonly string[]): string {
  return pages
    .join('\n')
    .replaceAll(/[\u00AD\u2010-]?\n/g, (end) => (end.length > 1 ? '' : ' '))
    .replaceAll('\u200B', '')
    .replaceAll(/ +/g, ' ');
}

function withLead(...paragraphs: readonly string[]): PublishedEdition {
  return buildPublishedEdition({
    edition: { files: [], sections: [buildEditionSection(SectionKind.LEAD, buildRichText(...paragraphs))] },
  });
}

describe('the file', () => {
  it('has every Turkish letter of the bulletin as text', async () => {
    const { pages } = await render(withLead('ğüşıöç ĞÜŞİÖÇ âîû ÂÎÛ ’“”'));

    expect(flowing(pages)).toContain('ğüşıöç ĞÜŞİÖÇ âîû ÂÎÛ ’“”');
  });

  it('has letterhead, number, date, headline, quotes, captions and contacts', async () => {
    const { pages } = await render(buildPublishedEdition());
    const text = flowing(pages);

    for (const words of [
      'EDREMİT BELEDİYESİ',
      'Ortak basın bülteni',
      '24 Kasım 2026 Salı 09.00',
      'Körfez’in altı belediyesi zeytin hasadında aynı sofrada buluştu',
      'EDREMİT (BALIKESİR) - 24 Kasım 2026',
      '“Dalından düşen her tane, bir ailenin kışlık emeğidir. İşçimizin de üreticimizin de yanındayız.”',
      'Ayvalık Belediye Başkanı Rüştü İğdeli',
      'Edremit’in Çamcı Mahallesi’nde hasada başlayan üreticiler (Fotoğraf: Edremit Belediyesi)',
      'Çağrı Ünlüışık',
      'basin@havran.example',
    ]) {
      expect(text).toContain(words);
    }
    for (const office of EDITION_OFFICES) expect(text).toContain(office.pressUnit);
  });

  it('counts its pages', async () => {
    const { pdf, pages } = await render(buildPublishedEdition());

    expect(pdf.numPages).toBe(2);
    expect(pages.map((page) => /Sayfa \d+ \/ \d+/.exec(page)?.[0])).toEqual(['Sayfa 1 / 2', 'Sayfa 2 / 2']);
  });

  it('is tagged PDF/UA-1 in Turkish, with title, authors and the date of the last change', async () => {
    const { pdf } = await render(buildPublishedEdition({ updatedAt: '2026-11-25T07:15:00.000Z' }));
    const { info, metadata } = await pdf.getMetadata();

    // The types say an object; it is a map.
    const markInfo = (await pdf.getMarkInfo()) as unknown as ReadonlyMap<string, boolean>;

    expect(markInfo.get('Marked')).toBe(true);
    expect(metadata?.getRaw()).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect(info).toMatchObject({
      Language: 'tr-TR',
      Title: 'Körfez’in altı belediyesi zeytin hasadında aynı sofrada buluştu',
      CreationDate: 'D:20261125071500Z',
    });
    expect((info as { readonly Author: string }).Author).toContain('Gömeç Belediyesi');
  });

  it('has a structure that readers can walk: headings, lists, quotes, a table with a head', async () => {
    const { roles } = await render(buildPublishedEdition());
    const count = (role: string): number => roles.filter((found) => found === role).length;

    expect(count('H1')).toBe(5);
    expect(count('BlockQuote')).toBe(6);
    expect(count('L')).toBe(4);
    expect(count('LI')).toBe(3 + 3 + 3 + 1);
    expect(count('Table')).toBe(1);
    expect(count('TH')).toBe(4);
    expect(count('TD')).toBe(24);
  });

  it('embeds each font, and only ours', async () => {
    const { pdf } = await render(buildPublishedEdition());
    const page = await pdf.getPage(1);
    const { fnArray, argsArray } = await page.getOperatorList();
    const ids = new Set(
      fnArray.flatMap((operation, index) =>
        operation === OPS.setFont ? [String((argsArray[index] as readonly unknown[])[0])] : [],
      ),
    );
    const fonts = [...ids].map(
      (id) => page.commonObjs.get(id) as { readonly name: string; readonly missingFile: boolean },
    );

    expect(fonts.map((font) => font.name.replace(/^[A-Z]{6}\+/, '')).sort()).toEqual([
      'Inter-Regular',
      'Inter-SemiBold',
      'SourceSerif4-Bold',
      'SourceSerif4-Regular',
    ]);
    expect(fonts.map((font) => font.missingFile)).toEqual([false, false, false, false]);
  });

  it('is the same for the same edition, byte by byte', async () => {
    const published = buildPublishedEdition();
    const other = await startTypst();

    expect(renderPdf(other, published, new Map()).equals(renderPdf(typst, published, new Map()))).toBe(true);
  });
});

describe('the letterhead', () => {
  it.each([1, 2, 6, 20])('names %d offices with their logos', async (count) => {
    const offices = Array.from({ length: count }, (_, index) => ({
      ...(EDITION_OFFICES[index % 6] ?? EDITION_OFFICES[0]),
      id: String(index),
      name: `Kurum ${index + 1} Belediyesi`,
      logoFileId: `logo-${index}`,
    })) as typeof EDITION_OFFICES;

    const { alts, pages } = await render(buildPublishedEdition({ edition: { offices, files: [], sections: [] } }), () =>
      square('#0b6e4f'),
    );

    expect(alts).toEqual(offices.map((office) => `${office.name} logosu`));
    expect(flowing(pages)).toContain(`KURUM 1 BELEDİYESİ`);
    expect(pages[0]).toContain(`Kurum ${count} Belediyesi`);
  });

  it.each([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>')],
    ['a broken PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])],
    ['nothing', Buffer.alloc(0)],
  ])('shows the name alone where the logo is %s', async (_, file) => {
    const offices = EDITION_OFFICES.slice(0, 1).map((office) => ({ ...office, logoFileId: 'logo' }));

    const { alts, pages } = await render(buildPublishedEdition({ edition: { offices } }), () => Promise.resolve(file));

    expect(alts).toEqual([]);
    expect(pages[0]).toContain('EDREMİT BELEDİYESİ');
  });

  it('makes no file when a logo cannot be read', async () => {
    const offices = EDITION_OFFICES.slice(0, 1).map((office) => ({ ...office, logoFileId: 'logo' }));

    await expect(
      render(buildPublishedEdition({ edition: { offices } }), () => Promise.reject(new Error('disk'))),
    ).rejects.toThrow('disk');
  });
});

describe('notices', () => {
  const at = '2026-11-25T07:15:00.000Z';

  it('says before the headline that it was corrected, and by what', async () => {
    const { pages } = await render(
      buildPublishedEdition({
        updatedAt: at,
        correctedBy: { number: '2026/EDR-015', slug: 'x', note: 'Tartılan ürün 1.248 ton.', at },
      }),
    );
    const text = flowing(pages);

    expect(text).toContain('Güncelleme: 25 Kasım 2026 Çarşamba 10.15');
    expect(text.indexOf('Güncel metin: 2026/EDR-015 sayılı bülten')).toBeGreaterThan(0);
    expect(text.indexOf('Güncel metin: 2026/EDR-015 sayılı bülten')).toBeLessThan(
      text.indexOf('Körfez’in altı belediyesi zeytin'),
    );
  });

  it('marks every page of a withdrawn bulletin', async () => {
    const { pages } = await render(buildPublishedEdition({ withdrawn: { at, reason: 'Rakamlar doğrulanmadı.' } }));

    expect(flowing(pages)).toContain('Gerekçe: Rakamlar doğrulanmadı.');
    for (const page of pages) expect(page).toContain('GERİ ÇEKİLDİ');
  });
});

describe('hostile words', () => {
  it.each([
    '#set text(red)',
    '#import "/etc/passwd"',
    '$ sum $ *kalın* _eğik_ `kod` <etiket> @ref',
    '#read("bulletin.typ")',
    '= Başlık',
    '\\#eval("1") // yorum /* x */',
  ])('shows %j as it is', async (words) => {
    const { pages, roles } = await render(withLead(words));

    expect(flowing(pages)).toContain(words);
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
  });

  it('drops marks of direction and control characters', async () => {
    const { pages } = await render(withLead('ön\u202Egizli\u202C\u0000\u0007arka'));

    expect(flowing(pages)).toContain('öngizliarka');
  });

  it('shows what its fonts cannot draw as a square, and says so', async () => {
    const { pages } = await render(withLead('Kutlu olsun 👩\u200D🌾 中 Пловдив Αθήνα ✓'));
    const text = flowing(pages);

    expect(text).toContain('Kutlu olsun □ □ Пловдив Αθήνα ✓');
    expect(text).toContain('□ işareti, yazı tipinde bulunmayan bir karakterin yerini tutar');
    expect(flowing((await render(withLead('Düz söz'))).pages)).not.toContain('□');
  });

  it('says nothing of squares that the words have themselves', () => {
    expect(pdfContent(withLead('Kutu □ çizildi'), new Set(), typst.coverage).hasReplacedCharacters).toBe(false);
  });

  it('breaks a word that is longer than the line', async () => {
    const address = `https://edremit.example/${'a'.repeat(300)}`;
    const { pages } = await render(withLead(address));

    expect(flowing(pages).replaceAll(' ', '')).toContain(address);
    expect(Math.max(...(pages[0] ?? '').split('\n').map((line) => line.length))).toBeLessThan(120);
  });

  it('sets a paragraph of 50 kB over many pages', async () => {
    const words = 'Işıklı çayırda ağaçlar '.repeat(1_850).trim();
    expect(Buffer.byteLength(words)).toBeGreaterThan(50_000);

    const { pdf, pages } = await render(withLead(words));

    expect(pdf.numPages).toBeGreaterThan(10);
    expect((flowing(pages).match(/ağaçlar/g) ?? []).length).toBeGreaterThan(1_700);
  });
});

describe('words that are hard to set', () => {
  it.each([
    ['one word', 'a'.repeat(50_000)],
    ['dots', '.'.repeat(50_000)],
    ['hyphens', '-a'.repeat(25_000)],
    ['pictographs', '👩\u200D🌾'.repeat(4_000)],
  ])('come to an end for 50 kB of %s', async (_, words) => {
    const { pdf } = await render(withLead(words));

    expect(pdf.numPages).toBeGreaterThan(1);
  });
});

describe('without a Typst that can', () => {
  it('says so where there is no native module', async () => {
    const started = startTypst(() => Promise.reject(new Error('Cannot find native binding')));

    await expect(started).rejects.toThrow(PdfUnavailableError);
    await expect(started).rejects.toThrow('the native Typst does not load');
  });

  it('says so where the native module is too old', async () => {
    const compiler = { create: () => ({ query: () => ['0.13.1'] }) } as unknown as TypstModule['NodeCompiler'];

    await expect(startTypst(() => Promise.resolve({ NodeCompiler: compiler }))).rejects.toThrow(
      'the native Typst is of version 0.13.1',
    );
  });
});
