import { XMLParser } from 'fast-xml-parser';
import JSZip from 'jszip';
import sharp from 'sharp';
import type { PublishedEdition } from '@domain/bulletins/edition';
import { SectionKind } from '@domain/bulletins/bulletin';
import type { RichTextNode } from '@domain/text/rich-text';
import {
  buildEditionSection,
  buildPublishedEdition,
  buildRichText,
  EDITION_OFFICES,
} from '../../../../test/factories/edition.factory';
import { renderDocx } from './edition-docx';
import type { Logo } from './edition-logos';

interface Word {
  readonly part: (name: string) => Promise<string>;
  readonly names: readonly string[];
  /** Paragraphs of the body as [style, text]. */
  readonly paragraphs: readonly (readonly [style: string, text: string])[];
}

async function open(published: PublishedEdition, logos: ReadonlyMap<string, Logo> = new Map()): Promise<Word> {
  const zip = await JSZip.loadAsync(await renderDocx(published, logos));
  const part = async (name: string): Promise<string> => {
    const file = zip.file(name);
    if (file === null) throw new Error(`There is no ${name}`);
    return file.async('string');
  };
  const names = Object.keys(zip.files);
  for (const name of names.filter((one) => /\.(?:xml|rels)$/.test(one)))
    new XMLParser({ ignoreAttributes: false }).parse(await part(name), true);
  return { part, names, paragraphs: paragraphsOf(await part('word/document.xml')) };
}

function paragraphsOf(xml: string): Word['paragraphs'] {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>|<w:p\/>/gs)].map(([, inner = '']) => {
    const style = /<w:pStyle w:val="([^"]+)"/.exec(inner)?.[1] ?? 'Normal';
    const text = [...inner.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>|<w:br\/>/gs)]
      .map(([, words]) => words ?? '\n')
      .join('');
    return [
      style,
      text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&amp;', '&'),
    ] as const;
  });
}

function styled(word: Word, style: string): readonly string[] {
  return word.paragraphs.filter(([found]) => found === style).map(([, text]) => text);
}

it('has the order of the bulletin in named styles', async () => {
  const word = await open(buildPublishedEdition());

  expect(styled(word, 'LeadOffice')).toEqual(['Edremit Belediyesi']);
  expect(styled(word, 'Number')).toEqual(['Ortak basın bülteni · 2026/EDR-014 · 24 Kasım 2026 Salı 09.00']);
  expect(styled(word, 'Title')).toEqual(['Körfez’in altı belediyesi zeytin hasadında aynı sofrada buluştu']);
  expect(styled(word, 'Dateline')).toEqual(['EDREMİT (BALIKESİR) - 24 Kasım 2026']);
  expect(styled(word, 'Heading1')).toEqual([
    'Hasat rakamlarla',
    'Üretici ne yapacak?',
    'Fotoğraflar',
    'Ekler',
    'Basın irtibatı',
  ]);
  expect(styled(word, 'Attribution')).toHaveLength(6);
  expect(styled(word, 'Quote')[2]).toBe(
    '“Dalından düşen her tane, bir ailenin kışlık emeğidir. İşçimizin de üreticimizin de yanındayız.”',
  );
  expect(styled(word, 'ListParagraph').at(-4)).toBe(
    'Edremit’in Çamcı Mahallesi’nde hasada başlayan üreticiler (Fotoğraf: Edremit Belediyesi)\n2026-11-24-edremit-zeytin-hasadi-01.jpg',
  );
});

it('is in Turkish, on A4, with numbered pages, a title and authors', async () => {
  const word = await open(buildPublishedEdition());

  expect(await word.part('word/styles.xml')).toContain('<w:lang w:val="tr-TR" w:eastAsia="tr-TR" w:bidi="tr-TR"/>');
  expect(await word.part('word/document.xml')).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
  const footer = await word.part('word/footer1.xml');
  expect(footer).toContain('Edremit Belediyesi · 2026/EDR-014 · Sayfa ');
  expect(footer).toMatch(/PAGE.*NUMPAGES/s);
  const core = await word.part('docProps/core.xml');
  expect(core).toContain('<dc:title>Körfez’in altı belediyesi zeytin hasadında aynı sofrada buluştu</dc:title>');
  expect(core).toContain('Havran Belediyesi</dc:creator>');
});

it('marks the first row of the contacts as head', async () => {
  const xml = await (await open(buildPublishedEdition())).part('word/document.xml');
  const rows = [...xml.matchAll(/<w:tr>(.*?)<\/w:tr>/gs)].map(([, row = '']) => row);

  expect(rows).toHaveLength(7);
  expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, false, false, false, false, false, false]);
  expect(paragraphsOf(rows[0] ?? '').map(([, text]) => text)).toEqual(['Kurum', 'İrtibat', 'Telefon', 'E-posta']);
  expect(paragraphsOf(rows[1] ?? '').map(([, text]) => text)).toEqual([
    'Edremit Belediyesi',
    'Şule Işıkçı',
    '0266 555 01 10',
    'basin@edremit.example',
  ]);
});

it('numbers each list for itself, from its own first number', async () => {
  const item = (text: string): RichTextNode => ({
    type: 'listItem',
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  });
  const lists: readonly RichTextNode[] = [
    { type: 'orderedList', content: [item('a'), item('b')] },
    { type: 'orderedList', attrs: { start: 5 }, content: [item('c')] },
    { type: 'bulletList', content: [item('d')] },
  ];
  const word = await open(
    buildPublishedEdition({
      edition: { files: [], sections: [buildEditionSection(SectionKind.FACTS, { type: 'doc', content: lists })] },
    }),
  );

  const ids = [...(await word.part('word/document.xml')).matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id);
  expect(ids).toHaveLength(4);
  expect(ids[0]).toBe(ids[1]);
  expect(new Set(ids).size).toBe(3);
  expect(await word.part('word/numbering.xml')).toMatch(
    /<w:lvl w:ilvl="0"[^>]*><w:start w:val="5"\/><w:numFmt w:val="decimal"\/>/,
  );
});

it('shows the logos of lead and partners with their names for readers', async () => {
  const png = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#0b6e4f' } })
    .png()
    .toBuffer();
  const offices = EDITION_OFFICES.slice(0, 2).map((office) => ({ ...office, logoFileId: office.code }));
  const logos = new Map(offices.map(({ code }) => [code, { png, width: 40, height: 20 }]));

  const word = await open(buildPublishedEdition({ edition: { offices } }), logos);

  const xml = await word.part('word/document.xml');
  expect([...xml.matchAll(/descr="([^"]+)"/g)].map(([, alt]) => alt)).toEqual([
    'Edremit Belediyesi logosu',
    'Balıkesir Büyükşehir Belediyesi logosu',
  ]);
  // 59 pixels high and twice as wide, in English metric units.
  expect(xml).toContain(`<wp:extent cx="${118 * 9525}" cy="${59 * 9525}"/>`);
});

it('says on top and behind every page that it was withdrawn', async () => {
  const withdrawn = { at: '2026-11-25T07:15:00.000Z', reason: 'Rakamlar doğrulanmadı.' };
  const word = await open(buildPublishedEdition({ withdrawn }));

  expect(styled(word, 'Alarm')).toEqual([
    'Geri çekildi',
    'Bu metin geri çekilmiştir, lütfen kullanmayınız. Gerekçe: Rakamlar doğrulanmadı. (25 Kasım 2026 Çarşamba 10.15)',
  ]);
  const order = word.paragraphs.map(([style]) => style);
  expect(order.indexOf('Alarm')).toBeLessThan(order.indexOf('Title'));
  expect(await word.part('word/header1.xml')).toContain('string="GERİ ÇEKİLDİ"');
  expect((await open(buildPublishedEdition())).names).not.toContain('word/header1.xml');
});

it('keeps markup, control characters and marks of direction out of the XML, and all words in it', async () => {
  const hostile = '</w:t></w:r><w:r><w:br/> & "ş" <!ENTITY x SYSTEM "file:///etc/passwd"> ]]>';
  const long = 'ğüşıöçİ '.repeat(6_250).trim();
  const sections = [buildEditionSection(SectionKind.LEAD, buildRichText(hostile, 'ön\u0000\u0008\u202Earka', long))];

  const word = await open(buildPublishedEdition({ edition: { headline: hostile, sections, files: [] } }));

  expect(styled(word, 'Title')).toEqual([hostile]);
  expect(styled(word, 'Normal').slice(0, 3)).toEqual([hostile, 'önarka', long]);
});
