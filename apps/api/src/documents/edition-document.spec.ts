import { BulletinKind, SectionKind } from '@domain/bulletins/bulletin';
import {
  buildEditionSection,
  buildPublishedEdition,
  buildRichText,
  EDITION_OFFICES,
} from '../../../../test/factories/edition.factory';
import { editionDocument, officeNames } from './edition-document';
import { blocksText } from './rich-text-blocks';

const gomec = EDITION_OFFICES.filter((office) => office.code === 'gomec');

function quoted(
  words: string,
  speaker: { role: string; name: string | null } | null,
): { words: string; attribution: string | null } {
  const section = buildEditionSection(SectionKind.QUOTE, words, { officeId: gomec[0]?.id ?? null, speaker });
  const [block] = editionDocument(buildPublishedEdition({ edition: { offices: gomec, sections: [section] } })).body;
  if (block?.type !== 'quote') throw new Error('Expected a quote');
  return { words: blocksText(block.blocks), attribution: block.attribution };
}

it('gives what stands around the body', () => {
  const document = editionDocument(buildPublishedEdition());

  expect(document).toMatchObject({
    kindText: 'Ortak basın bülteni',
    number: '2026/EDR-014',
    publishedText: '24 Kasım 2026 Salı 09.00',
    updatedText: null,
    notices: [],
    isWithdrawn: false,
    headline: 'Körfez’in altı belediyesi zeytin hasadında aynı sofrada buluştu',
    dateline: 'EDREMİT (BALIKESİR) - 24 Kasım 2026',
  });
  expect(document.offices.map((office) => office.name)).toEqual(EDITION_OFFICES.map((office) => office.name));
  expect(document.pictures.map((file) => file.fileName)).toEqual([
    '2026-11-24-edremit-zeytin-hasadi-01.jpg',
    '2026-11-24-ayvalik-zeytin-hasadi-02.jpg',
    '2026-11-24-burhaniye-laboratuvar-03.jpg',
  ]);
  expect(document.attachments.map((file) => file.fileName)).toEqual(['2026-11-24-hasat-cizelgesi.pdf']);
});

it('has headline and spot once, outside the body', () => {
  const { body, headline, spot } = editionDocument(buildPublishedEdition());

  expect(blocksText(body)).not.toContain(headline);
  expect(blocksText(body)).not.toContain(spot);
  expect(blocksText(body)).toMatch(
    /^Edremit Körfezi’nin altı belediyesi, 2026 zeytin hasadını.*her akşam saat 20\.00’de yenileniyor\.$/s,
  );
});

it.each([
  [BulletinKind.STATEMENT, 1, 'Basın açıklaması'],
  [BulletinKind.MEDIA_ADVISORY, 2, 'Ortak basın daveti'],
  [BulletinKind.BRIEFING_NOTE, 1, 'Bilgi notu'],
  [BulletinKind.QUESTIONS_AND_ANSWERS, 1, 'Soru ve cevap'],
  [BulletinKind.CORRECTION, 2, 'Ortak düzeltme'],
])('calls %s of %d offices %j', (kind, count, expected) => {
  expect(
    editionDocument(buildPublishedEdition({ edition: { kind, offices: EDITION_OFFICES.slice(0, count) } })).kindText,
  ).toBe(expected);
});

describe('a quote', () => {
  it('stands in quotation marks, with role before name', () => {
    expect(quoted('Gece de nöbetteyiz.', { role: 'Gömeç Belediye Başkanı', name: 'Işıl Şen' })).toEqual({
      words: '“Gece de nöbetteyiz.”',
      attribution: 'Gömeç Belediye Başkanı Işıl Şen',
    });
  });

  it('names the office before a role that does not', () => {
    expect(quoted('Söz.', { role: 'Tarımsal Hizmetler Müdürü', name: null }).attribution).toBe(
      'Gömeç Belediyesi Tarımsal Hizmetler Müdürü',
    );
    expect(quoted('Söz.', { role: 'GÖMEÇ BELEDİYE BAŞKANI', name: null }).attribution).toBe('GÖMEÇ BELEDİYE BAŞKANI');
    expect(quoted('Söz.', null).attribution).toBe('Gömeç Belediyesi');
  });

  it.each(['“Söz.”', '"Söz."', '«Söz.»'])('keeps the marks of %s', (words) => {
    expect(quoted(words, null).words).toBe(words);
  });

  it('opens before its first paragraph and closes after its last', () => {
    const section = buildEditionSection(SectionKind.QUOTE, buildRichText('Bir.', 'İki.'), {
      speaker: { role: 'Başkan', name: null },
    });

    expect(blocksText(editionDocument(buildPublishedEdition({ edition: { sections: [section] } })).body)).toBe(
      '“Bir. İki.”',
    );
  });
});

it('never skips a depth of heading', () => {
  const heading = (level: number) => ({
    type: 'heading' as const,
    attrs: { level },
    content: [{ type: 'text' as const, text: 'Ara' }],
  });
  const section = buildEditionSection(SectionKind.FACTS, {
    type: 'doc',
    content: [heading(3), heading(3), heading(2)],
  });

  expect(editionDocument(buildPublishedEdition({ edition: { sections: [section] } })).body).toMatchObject([
    { depth: 1 },
    { depth: 2 },
    { depth: 1 },
  ]);
});

it('tells first that it was withdrawn, then what it corrects, then what corrects it', () => {
  const published = buildPublishedEdition({
    updatedAt: '2026-11-25T07:15:00.000Z',
    withdrawn: { at: '2026-11-25T07:15:00.000Z', reason: 'Rakamlar doğrulanmadı.' },
    correctedBy: {
      number: '2026/EDR-016',
      slug: 'x',
      note: 'Tartılan ürün 1.248 ton.',
      at: '2026-11-25T06:00:00.000Z',
    },
    edition: { corrects: { bulletinId: 'b', number: '2026/EDR-013', slug: 'y', note: 'Tarih 24 Kasım olmalıydı.' } },
  });

  const document = editionDocument(published);

  expect(document.isWithdrawn).toBe(true);
  expect(document.updatedText).toBe('25 Kasım 2026 Çarşamba 10.15');
  expect(document.notices).toEqual([
    {
      kind: 'withdrawn',
      title: 'Geri çekildi',
      text: 'Bu metin geri çekilmiştir, lütfen kullanmayınız. Gerekçe: Rakamlar doğrulanmadı. (25 Kasım 2026 Çarşamba 10.15)',
    },
    { kind: 'corrects', title: 'Düzeltme: 2026/EDR-013 sayılı bülten', text: 'Tarih 24 Kasım olmalıydı.' },
    {
      kind: 'corrected',
      title: 'Bu metin düzeltildi',
      text: 'Tartılan ürün 1.248 ton. Güncel metin: 2026/EDR-016 sayılı bülten (25 Kasım 2026 Çarşamba 09.00)',
    },
  ]);
});

it('lists offices as a sentence does', () => {
  expect(officeNames(EDITION_OFFICES.slice(0, 1))).toBe('Edremit Belediyesi');
  expect(officeNames(EDITION_OFFICES.slice(0, 3))).toBe(
    'Edremit Belediyesi, Balıkesir Büyükşehir Belediyesi ve Ayvalık Belediyesi',
  );
});
