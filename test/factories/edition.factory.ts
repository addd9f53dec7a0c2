import { SectionKind, BulletinKind, type Speaker } from '@domain/bulletins/bulletin';
import type { Edition, EditionFile, EditionOffice, EditionSection, PublishedEdition } from '@domain/bulletins/edition';
import { contentHash, type Json } from '@domain/canonical';
import type { RichText, RichTextNode } from '@domain/text/rich-text';

/** Six offices of the gulf, Edremit leading; all persons, telephones and figures are invented. */
export const EDITION_OFFICES: readonly EditionOffice[] = [
  office(1, 'edremit', 'Edremit Belediyesi', 'Şule Işıkçı', '0266 555 01 10'),
  office(
    2,
    'balikesir-bb',
    'Balıkesir Büyükşehir Belediyesi',
    'İlker Öğütçü',
    '0266 555 01 00',
    'Basın Yayın ve Halkla İlişkiler Dairesi Başkanlığı',
  ),
  office(3, 'ayvalik', 'Ayvalık Belediyesi', 'Gülşah İnceoğlu', '0266 555 01 20'),
  office(4, 'gomec', 'Gömeç Belediyesi', null, '0266 555 01 30'),
  office(5, 'burhaniye', 'Burhaniye Belediyesi', 'Çağrı Ünlüışık', '0266 555 01 40'),
  office(6, 'havran', 'Havran Belediyesi', 'Ayşıl Gönenç', null),
];

const QUOTES: Readonly<Record<string, { readonly speaker: Speaker; readonly words: string; readonly own: string }>> = {
  edremit: {
    speaker: { role: 'Edremit Belediye Başkanı', name: 'Işıl Gökçen Şimşek' },
    own: 'Edremit Belediyesi, hal girişine kurduğu tartım noktasında 14 Kasım’dan bu yana 1.284 ton ürünü ücretsiz tarttı. İki ilçe arasında çalışan servisler sabah 05.30’da başlıyor.',
    words:
      'Zeytin bizim için yalnızca bir ürün değil; komşuluğun, imecenin, aynı sofraya oturmanın adıdır. Üreticimizin yükünü hep birlikte hafifletiyoruz.',
  },
  'balikesir-bb': {
    speaker: { role: 'Balıkesir Büyükşehir Belediyesi Kırsal Hizmetler Dairesi Başkanı', name: 'Oğuz Çığırgan' },
    own: 'Balıkesir Büyükşehir Belediyesi, hasat süresince altı ilçede 46 kilometre yayla ve tarla yolunu onardı; yangın riskine karşı 12 arazözü bölgede tuttu.',
    words: 'Altı belediyenin ekipleri aynı çizelgeyle çalışıyor. Bir yol kapanırsa ötekini dakikalar içinde açıyoruz.',
  },
  ayvalik: {
    speaker: { role: 'Ayvalık Belediye Başkanı', name: 'Rüştü İğdeli' },
    own: 'Ayvalık Belediyesi, mevsimlik işçiler için üç durakta barınak, içme suyu ve gezici sağlık aracı bulunduruyor.',
    words: 'Dalından düşen her tane, bir ailenin kışlık emeğidir. İşçimizin de üreticimizin de yanındayız.',
  },
  gomec: {
    speaker: { role: 'Tarımsal Hizmetler Müdürü', name: null },
    own: 'Gömeç Belediyesi, kara su depolama havuzlarını denetleyerek derelere bırakımı önlüyor; bugüne dek 31 işletme yerinde incelendi.',
    words: 'Zeytinin yağı kadar suyu da önemli. Dereye tek damla kara su karışmasın diye gece de nöbetteyiz.',
  },
  burhaniye: {
    speaker: { role: 'Burhaniye Belediye Başkanı', name: 'Şükrü Ağaoğlu' },
    own: 'Burhaniye Belediyesi, laboratuvarında ilk asitlik ölçümünü üreticiden ücret almadan yapıyor. Sonuçlar aynı gün kısa mesajla iletiliyor.',
    words: 'Ölçmediğimiz şeyi iyileştiremeyiz. Üreticimiz yağının değerini satmadan önce öğreniyor.',
  },
  havran: {
    speaker: { role: 'Havran Belediye Başkanı', name: 'Nurgül Işıtan' },
    own: 'Havran Belediyesi, kooperatifle birlikte 22 mahallede silkme makinesi paylaşımı başlattı; sıra çizelgesi muhtarlıklarda asılı.',
    words: 'Makineyi paylaşınca zaman da paylaşılıyor. Üç günde biten iş artık bir günde bitiyor.',
  },
};

/** A joint bulletin of six offices as it stands when it is frozen: headings, lists, a quote of each office, three pictures and a document. */
export function buildEdition(overrides: Partial<Edition> = {}): Edition {
  const offices = overrides.offices ?? EDITION_OFFICES;
  const headline = overrides.headline ?? 'Körfez’in altı belediyesi zeytin hasadında aynı sofrada buluştu';
  const spot =
    overrides.spot
    ?? 'Edremit Körfezi’nde zeytin hasadı sürüyor. Altı belediye yolu, tartımı, servisi ve laboratuvarı ortak çizelgeyle yürütüyor; üretici başvurusunu tek yerden yapıyor.';
  const sections = overrides.sections ?? editionSections(offices, headline, spot);
  const files = overrides.files ?? editionFiles(offices);
  return {
    bulletinId: '01995c00-0000-7000-8000-0000000000b1',
    kind: BulletinKind.BULLETIN,
    number: '2026/EDR-014',
    slug: 'korfezin-alti-belediyesi-zeytin-hasadinda-ayni-sofrada-bulustu',
    dateline: 'EDREMİT (BALIKESİR) - 24 Kasım 2026',
    tags: ['zeytin', 'hasat', 'tarım', 'körfez'],
    corrects: null,
    ...overrides,
    headline,
    spot,
    offices,
    sections,
    files,
    hash: overrides.hash ?? contentHash(sections.map((section) => section.hash)),
  };
}

/** `buildEdition` as the public sees it: released on 24 November 2026 at 09.00 in Istanbul, unchanged since. */
export function buildPublishedEdition(
  overrides: Partial<Omit<PublishedEdition, 'edition'>> & { readonly edition?: Partial<Edition> } = {},
): PublishedEdition {
  const { edition, ...rest } = overrides;
  const firstPublishedAt = rest.firstPublishedAt ?? '2026-11-24T06:00:00.000Z';
  return {
    updatedAt: firstPublishedAt,
    correctedBy: null,
    withdrawn: null,
    ...rest,
    firstPublishedAt,
    edition: buildEdition(edition),
  };
}

/** A section of a frozen edition; its hash covers kind, owner, speaker and words. */
export function buildEditionSection(
  kind: SectionKind,
  content: RichText | string,
  owner: { readonly officeId?: string | null; readonly speaker?: Speaker | null; readonly id?: string } = {},
): EditionSection {
  const doc = typeof content === 'string' ? buildRichText(content) : content;
  const officeId = owner.officeId ?? null;
  const speaker = owner.speaker ?? null;
  const hash = contentHash({ kind, officeId, speaker, content: doc } as unknown as Json);
  return { id: owner.id ?? idFromHash(hash), kind, officeId, speaker, content: doc, hash };
}

/** Rich text of plain paragraphs, one per argument. */
export function buildRichText(...paragraphs: readonly string[]): RichText {
  return { type: 'doc', content: paragraphs.map((text) => node('paragraph', text)) };
}

function editionSections(offices: readonly EditionOffice[], headline: string, spot: string): readonly EditionSection[] {
  const words = offices.flatMap((one) => {
    const spoken = QUOTES[one.code];
    return spoken === undefined ? [] : [{ officeId: one.id, ...spoken }];
  });
  return [
    buildEditionSection(SectionKind.HEADLINE, headline),
    buildEditionSection(SectionKind.SPOT, spot),
    buildEditionSection(SectionKind.LEAD, leadText()),
    buildEditionSection(SectionKind.FACTS, factsText()),
    ...words.map(({ officeId, own }) => buildEditionSection(SectionKind.OFFICE, own, { officeId })),
    ...words.map((one) =>
      buildEditionSection(SectionKind.QUOTE, one.words, { officeId: one.officeId, speaker: one.speaker }),
    ),
    buildEditionSection(
      SectionKind.CLOSING,
      'Hasadın aralık ayının ikinci haftasında tamamlanması bekleniyor. Güncel çizelge, altı belediyenin internet sitelerinde her akşam saat 20.00’de yenileniyor.',
    ),
  ];
}

function leadText(): RichText {
  return {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Edremit Körfezi’nin altı belediyesi, ' },
          { type: 'text', text: '2026 zeytin hasadını', marks: [{ type: 'bold' }] },
          {
            type: 'text',
            text: ' ortak bir çizelgeyle yürütüyor. Üreticiler tartım, servis, laboratuvar ve yol bakım isteklerini 17 Kasım’dan bu yana ',
          },
          {
            type: 'text',
            text: 'tek başvuru sayfasından',
            marks: [{ type: 'link', attrs: { href: 'https://www.balikesir.bel.tr/zeytin-hasadi' } }],
          },
          { type: 'text', text: ' iletebiliyor.' },
        ],
      },
      node('paragraph', 'İlk yedi günde 3.460 başvuru alındı; başvuruların yüzde 92’si aynı gün sonuçlandırıldı.'),
    ],
  };
}

function factsText(): RichText {
  return {
    type: 'doc',
    content: [
      { ...node('heading', 'Hasat rakamlarla'), attrs: { level: 2 } },
      list('bulletList', [
        'Ücretsiz tartım: 1.284 ton',
        'Onarılan tarla yolu: 46 kilometre',
        'Laboratuvarda ölçülen yağ örneği: 912',
      ]),
      { ...node('heading', 'Üretici ne yapacak?'), attrs: { level: 2 } },
      list('orderedList', [
        'Başvuru sayfasında mahalle ve parsel bilgisini yazacak.',
        'Gün ve saat seçecek.',
        'Kısa mesajla gelen sıra numarasıyla tartım noktasına gidecek.',
      ]),
    ],
  };
}

function editionFiles(offices: readonly EditionOffice[]): readonly EditionFile[] {
  const owner = (index: number): string | null => (offices[index] ?? offices[0])?.id ?? null;
  const image = (
    index: number,
    officeId: string | null,
    name: string,
    alt: string,
    caption: string,
    credit: string,
  ): EditionFile => ({
    fileId: fileId(index),
    officeId,
    isImage: true,
    fileName: `2026-11-24-${name}.jpg`,
    mediaType: 'image/jpeg',
    bytes: 1_843_200 + index * 1_024,
    width: 3_000,
    height: 2_000,
    alt,
    caption,
    credit,
  });
  return [
    image(
      1,
      owner(0),
      'edremit-zeytin-hasadi-01',
      'Sırıkla zeytin silken iki kadın üretici, yerde serili yeşil örtü',
      'Edremit’in Çamcı Mahallesi’nde hasada başlayan üreticiler',
      'Fotoğraf: Edremit Belediyesi',
    ),
    image(
      2,
      owner(2),
      'ayvalik-zeytin-hasadi-02',
      'Durağın önünde sağlık aracına başvuran mevsimlik işçiler',
      'Ayvalık’ta mevsimlik işçi durağında gezici sağlık aracı',
      'Fotoğraf: Ayvalık Belediyesi',
    ),
    image(
      3,
      owner(4),
      'burhaniye-laboratuvar-03',
      'Cam tüpteki zeytinyağını ışığa tutan laborant',
      'Burhaniye’de zeytinyağı asitliği ölçülüyor',
      'Fotoğraf: Burhaniye Belediyesi',
    ),
    {
      fileId: fileId(4),
      officeId: null,
      isImage: false,
      fileName: '2026-11-24-hasat-cizelgesi.pdf',
      mediaType: 'application/pdf',
      bytes: 214_016,
      width: null,
      height: null,
      alt: null,
      caption: 'Altı ilçenin hasat ve servis çizelgesi',
      credit: null,
    },
  ];
}

function list(type: 'bulletList' | 'orderedList', items: readonly string[]): RichTextNode {
  return { type, content: items.map((text) => ({ type: 'listItem', content: [node('paragraph', text)] })) };
}

function node(type: 'paragraph' | 'heading', text: string): RichTextNode {
  return text === '' ? { type } : { type, content: [{ type: 'text', text }] };
}

function office(
  index: number,
  code: string,
  name: string,
  person: string | null,
  phone: string | null,
  pressUnit = 'Basın ve Halkla İlişkiler Müdürlüğü',
): EditionOffice {
  const id = `01995c00-0000-7000-8000-${String(index).padStart(12, '0')}`;
  return {
    id,
    code,
    name,
    pressUnit,
    contact: { name: person, phone, email: `basin@${code}.example` },
    logoFileId: null,
  };
}

function fileId(index: number): string {
  return `01995c00-0000-7000-8000-0000000f${String(index).padStart(4, '0')}`;
}

/** A stable UUIDv7-shaped id, so that the same words always give the same section. */
function idFromHash(hash: string): string {
  return `01995c00-${hash.slice(0, 4)}-7${hash.slice(4, 7)}-8${hash.slice(7, 10)}-${hash.slice(10, 22)}`;
}
