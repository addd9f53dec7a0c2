import { SectionKind } from '@domain/bulletins/bulletin';
import type { RichText, RichTextNode } from '@domain/text/rich-text';
import { buildEditionLinks } from '../../../../test/factories/edition-links.factory';
import {
  buildEditionSection,
  buildPublishedEdition,
  buildRichText,
  EDITION_OFFICES,
} from '../../../../test/factories/edition.factory';
import { plainText, whatsappText } from './edition-text';

const links = buildEditionLinks();
const paragraph = (text: string, href?: string): RichTextNode => ({
  type: 'paragraph',
  content: [
    { type: 'text', text, ...(href === undefined ? {} : { marks: [{ type: 'link' as const, attrs: { href } }] }) },
  ],
});

function bodyOf(content: RichText): string {
  const sections = [buildEditionSection(SectionKind.LEAD, content)];
  const [, body = ''] = plainText(buildPublishedEdition({ edition: { sections, spot: '', files: [] } }), links).split(
    /24 Kasım 2026\n\n/,
  );
  return body.split('\n\nBasın irtibatı')[0] ?? '';
}

describe('plain text', () => {
  it('keeps each paragraph in one line, however long', () => {
    const long = 'Işıklı çayırda ağaçlar '.repeat(2_200).trim();

    expect(bodyOf(buildRichText(long, 'İkinci.'))).toBe(`${long}\n\nİkinci.`);
  });

  it('indents lists inside lists and counts from the given number', () => {
    const inner: RichTextNode = {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [paragraph('iç bir')] },
        { type: 'listItem', content: [paragraph('iç iki')] },
      ],
    };
    const list: RichTextNode = {
      type: 'orderedList',
      attrs: { start: 9 },
      content: [
        { type: 'listItem', content: [paragraph('dokuz'), inner] },
        { type: 'listItem', content: [paragraph('on')] },
      ],
    };

    expect(bodyOf({ type: 'doc', content: [list] })).toBe('9. dokuz\n   - iç bir\n   - iç iki\n10. on');
  });

  it('writes the address of a link behind its words, unless the words are the address', () => {
    const content = [
      paragraph('başvuru sayfası', 'https://havran.example/basvuru'),
      paragraph('havran.example', 'https://havran.example'),
      paragraph('yazın', 'mailto:basin@havran.example'),
    ];

    expect(bodyOf({ type: 'doc', content })).toBe(
      'başvuru sayfası (https://havran.example/basvuru)\n\nhavran.example\n\nyazın (basin@havran.example)',
    );
  });

  it('has no letterhead of partners, no captions and no contacts where there are none', () => {
    const alone = EDITION_OFFICES.slice(0, 1).map((office) => ({
      ...office,
      contact: { name: null, phone: null, email: null },
    }));
    const sections = [buildEditionSection(SectionKind.LEAD, 'Gövde.')];

    expect(
      plainText(
        buildPublishedEdition({ edition: { offices: alone, files: [], sections, spot: 'Spot.', headline: 'Başlık' } }),
        links,
      ),
    ).toBe(
      [
        'EDREMİT BELEDİYESİ\nBasın ve Halkla İlişkiler Müdürlüğü',
        'BASIN BÜLTENİ\nSayı: 2026/EDR-014\nTarih: 24 Kasım 2026 Salı 09.00',
        'Başlık',
        'Spot.',
        'EDREMİT (BALIKESİR) - 24 Kasım 2026',
        'Gövde.',
        'Basın irtibatı',
        'Edremit Belediyesi, Basın ve Halkla İlişkiler Müdürlüğü',
        'Bültenin sayfası: https://basin.example/basin/2026/korfezin-alti-belediyesi',
      ].join('\n\n'),
    );
  });
});

describe('the message', () => {
  const message = (edition: Parameters<typeof buildPublishedEdition>[0]): readonly string[] =>
    whatsappText(buildPublishedEdition(edition), links).split('\n\n');

  it('has the headline, two sentences, the offices and the address', () => {
    const spot = 'Prof. Dr. Işık geldi. İkinci cümle saat 14.30’da söylendi. Üçüncü cümle.';

    expect(message({ edition: { spot, headline: 'Başlık', offices: EDITION_OFFICES.slice(0, 2) } })).toEqual([
      '*Başlık*',
      'Prof. Dr. Işık geldi. İkinci cümle saat 14.30’da söylendi.',
      'Edremit Belediyesi ve Balıkesir Büyükşehir Belediyesi',
      links.page,
    ]);
  });

  it('takes the second sentence from the body when the spot has one, and no crosshead for a sentence', () => {
    const heading: RichTextNode = {
      type: 'heading',
      attrs: { level: 2 },
      content: [{ type: 'text', text: 'Ara başlık' }],
    };
    const sections = [
      buildEditionSection(SectionKind.LEAD, {
        type: 'doc',
        content: [heading, paragraph('Gövdenin ilk cümlesi. Ötekisi.')],
      }),
    ];

    expect(message({ edition: { spot: 'Tek cümle.', sections } })[1]).toBe('Tek cümle. Gövdenin ilk cümlesi.');
  });

  it('does not let a star in the headline end the bold type', () => {
    expect(message({ edition: { headline: 'Yıldız *şenliği* başladı' } })[0]).toBe('*Yıldız ∗şenliği∗ başladı*');
  });

  it('says of a withdrawn bulletin why, and none of its words', () => {
    const [head, told] = message({ withdrawn: { at: '2026-11-25T07:15:00.000Z', reason: 'Rakamlar doğrulanmadı.' } });

    expect(head).toBe('GERİ ÇEKİLDİ\n*2026/EDR-014 sayılı bülten*');
    expect(told).toBe(
      'Bu metin geri çekilmiştir, lütfen kullanmayınız. Gerekçe: Rakamlar doğrulanmadı. (25 Kasım 2026 Çarşamba 10.15)',
    );
  });

  it('does not spread the words of a bulletin that was corrected', () => {
    const at = '2026-11-25T07:15:00.000Z';
    const correctedBy = { number: '2026/EDR-015', slug: 'x', note: 'Tartılan ürün 1.248 ton.', at };

    expect(message({ correctedBy }).slice(0, 2)).toEqual([
      'BU METİN DÜZELTİLDİ\n*Körfez’in altı belediyesi zeytin hasadında aynı sofrada buluştu*',
      'Tartılan ürün 1.248 ton. Güncel metin: 2026/EDR-015 sayılı bülten (25 Kasım 2026 Çarşamba 10.15)',
    ]);
  });

  it('says of a correction what was wrong', () => {
    const corrects = { bulletinId: 'b', number: '2026/EDR-014', slug: 'x', note: 'Tartılan ürün 1.248 ton olmalıydı.' };

    expect(message({ edition: { corrects } }).slice(0, 2)).toEqual([
      'DÜZELTME: 2026/EDR-014 SAYILI BÜLTEN\n*Körfez’in altı belediyesi zeytin hasadında aynı sofrada buluştu*',
      'Tartılan ürün 1.248 ton olmalıydı.',
    ]);
  });
});
