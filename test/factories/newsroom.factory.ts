import { BulletinKind, SectionKind } from '@domain/bulletins/bulletin';
import type { PublishedEdition } from '@domain/bulletins/edition';
import { slug } from '@turkish/slug';
import type { NewsroomOffice } from '../../apps/api/src/newsroom/published-editions';
import { buildEditionSection, buildPublishedEdition, EDITION_OFFICES } from './edition.factory';

const COLOURS: Readonly<Record<string, string>> = {
  'balikesir-bb': '#2a67a9',
  edremit: '#58a602',
  ayvalik: '#961ff6',
  gomec: '#8e5c35',
  burhaniye: '#399fb2',
  havran: '#ac3466',
};

const SHORT_CODES: Readonly<Record<string, string>> = {
  'balikesir-bb': 'BAL',
  edremit: 'EDR',
  ayvalik: 'AYV',
  gomec: 'GOM',
  burhaniye: 'BUR',
  havran: 'HAV',
};

/** The six offices of the edition factory as the newsroom introduces them. */
export const NEWSROOM_OFFICES: readonly NewsroomOffice[] = Object.keys(COLOURS).flatMap((code) =>
  EDITION_OFFICES.filter((office) => office.code === code).map(({ name, pressUnit, contact }) => ({
    code,
    shortCode: SHORT_CODES[code] ?? code,
    name,
    pressUnit,
    contact,
    colour: COLOURS[code] ?? '#545b62',
  })),
);

const STORIES: readonly (readonly [
  headline: string,
  spot: string,
  codes: readonly string[],
  tags: readonly string[],
])[] = [
  [
    'Burhaniye İskele’de su kesintisi: şebeke bağlantısı yenileniyor',
    'BASKİ ekipleri İskele Mahallesi’nde 300 metrelik hattı değiştirecek. Kesinti çarşamba günü 09.00 ile 15.00 arasında sürecek, tankerler üç noktada su verecek.',
    ['burhaniye', 'balikesir-bb'],
    ['su', 'altyapı'],
  ],
  [
    'Ayvalık’ta yazlık sinema günleri kapalı salonda sürüyor',
    'Ayvalık Belediyesi, yaz boyunca açık havada düzenlediği ücretsiz film gösterimlerini eylül ayından itibaren kültür merkezine taşıdı.',
    ['ayvalik'],
    ['kültür'],
  ],
  [
    'Edremit-Havran bağlantı yolunda üst kaplama başladı',
    'Büyükşehir ekipleri iki ilçeyi bağlayan 6,4 kilometrelik kesimde sıcak asfalt serimine başladı. Çalışma gündüz tek şeritten trafik verilerek sürecek.',
    ['balikesir-bb', 'edremit', 'havran'],
    ['yol', 'ulaşım'],
  ],
  [
    'Gömeç’te ayçiçeği üreticisine ücretsiz toprak çözümlemesi',
    'Gömeç Belediyesi ile üretici birliği, 40 mahalleden alınan toprak örneklerini aralık ayına kadar inceleyecek.',
    ['gomec'],
    ['tarım', 'ayçiçeği'],
  ],
];

/** A province at work: a joint bulletin on top, one corrected, one withdrawn, and plain ones back into 2025. */
export function buildNewsroom(): readonly PublishedEdition[] {
  const lead = buildPublishedEdition();
  const plain = STORIES.map((story, index) => buildStory(index, story));
  const corrected = buildPublishedEdition({
    ...plain[0],
    updatedAt: '2026-11-24T08:02:00.000Z',
    correctedBy: {
      number: '2026/BUR-010',
      slug: 'su-kesintisi-saatleri-duzeltme',
      note: 'Kesinti 08.00 ile 14.00 arasında değil, 09.00 ile 15.00 arasında yapılacaktır.',
      at: '2026-11-24T08:02:00.000Z',
    },
  });
  const withdrawn = buildPublishedEdition({
    ...plain[3],
    updatedAt: '2026-11-22T12:00:00.000Z',
    withdrawn: { at: '2026-11-22T12:00:00.000Z', reason: 'Tarih kesinleşmeden yayımlandı.' },
  });
  return [lead, corrected, ...plain.slice(1, 3), withdrawn, ...archive(30)];
}

function archive(count: number): readonly PublishedEdition[] {
  return Array.from({ length: count }, (_, index) => {
    const story = STORIES[index % 3];
    if (story === undefined) throw new Error('no story');
    const at = new Date(Date.UTC(2026, 10, 20, 7, 30) - index * 16 * 86_400_000).toISOString();
    return buildStory(index + 20, story, at);
  });
}

function buildStory(index: number, story: (typeof STORIES)[number], at?: string): PublishedEdition {
  const [headline, spot, codes, tags] = story;
  const firstPublishedAt = at ?? new Date(Date.UTC(2026, 10, 24, 5, 14) - index * 20 * 3_600_000).toISOString();
  const offices = codes.flatMap((code) => EDITION_OFFICES.filter((office) => office.code === code));
  const year = firstPublishedAt.slice(0, 4);
  const [place = ''] = (offices[0]?.name ?? '').split(' ');
  return buildPublishedEdition({
    firstPublishedAt,
    edition: {
      bulletinId: `01995c00-0000-7000-8000-${String(1_000 + index).padStart(12, '0')}`,
      kind: BulletinKind.BULLETIN,
      number: `${year}/${(codes[0] ?? '').slice(0, 3).toUpperCase()}-${String(100 - index).padStart(3, '0')}`,
      slug: index < 20 ? slug(headline) : `${slug(headline)}-${index}`,
      dateline: `${place.toLocaleUpperCase('tr')} (BALIKESİR) - 24 Kasım 2026`,
      headline,
      spot,
      offices,
      tags,
      sections: [
        buildEditionSection(SectionKind.HEADLINE, headline),
        buildEditionSection(SectionKind.SPOT, spot),
        buildEditionSection(SectionKind.LEAD, `${spot} Çalışmalar planlanan tarihte tamamlanacak.`),
      ],
      files: index % 3 === 0 ? buildPublishedEdition().edition.files.slice(0, 1) : [],
    },
  });
}
