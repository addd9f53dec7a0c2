import { buildAttachment, buildSection } from '../../../../test/factories/section.factory';
import { contentHash } from '../canonical';
import { DomainError } from '../errors';
import { NameOrder } from '../signoff/charter';
import { BulletinKind, ConsentScope, SectionKind, type Section } from './bulletin';
import {
  dateline,
  deriveEdition,
  editionHash,
  signedHash,
  type EditionOfficeSource,
  type EditionSource,
} from './derive-edition';
import { inPageOrder, sectionHash } from './section-hash';

/** Every office has words of its own that stand nowhere else, so that a trace of it can be found. */
const OFFICES: readonly EditionOfficeSource[] = [
  office('balikesir-bb', 'Balıkesir Büyükşehir Belediyesi', null, 1),
  office('edremit', 'Edremit Belediyesi', 'Edremit', 2),
  office('ayvalik', 'Ayvalık Belediyesi', 'Ayvalık', 3),
  office('gomec', 'Gömeç Belediyesi', 'Gömeç', 4),
  office('burhaniye', 'Burhaniye Belediyesi', 'Burhaniye', 5),
  office('havran', 'Havran Belediyesi', 'Havran', 6),
];
const LEAD = 'id:balikesir-bb';
const PARTNERS = OFFICES.map(({ id }) => id).filter((id) => id !== LEAD);

function office(code: string, name: string, districtName: string | null, protocolOrder: number): EditionOfficeSource {
  return {
    id: `id:${code}`,
    code,
    name,
    pressUnit: `Birim ${code}`,
    contact: { name: `Kişi ${code}`, phone: `Telefon ${code}`, email: `basin@${code}.example` },
    logoFileId: `logo:${code}`,
    districtName,
    provinceName: 'Balıkesir',
    protocolOrder,
  };
}

function ownSections({ id, code }: EditionOfficeSource): Section[] {
  return [
    buildSection({ id: `paragraph:${code}`, kind: SectionKind.OFFICE, officeId: id, text: `Paragraf ${code}.` }),
    buildSection({
      id: `quote:${code}`,
      kind: SectionKind.QUOTE,
      officeId: id,
      text: `Söz ${code}.`,
      speaker: { role: `Başkan ${code}`, name: null },
      consent: { scope: ConsentScope.THIS_BULLETIN, givenBy: `Onay ${code}`, givenAt: '2026-04-22T10:00:00.000Z' },
    }),
    buildSection({
      id: `files:${code}`,
      kind: SectionKind.ATTACHMENTS,
      officeId: id,
      text: '',
      attachments: [
        buildAttachment({
          id: `a:${code}`,
          fileId: `file:${code}`,
          fileName: `${code}.png`,
          mediaType: 'image/png',
          caption: `Fotoğraf ${code}`,
          credit: `Künye ${code}`,
        }),
      ],
    }),
  ];
}

const SHARED: readonly Section[] = [
  buildSection({ id: 'facts', kind: SectionKind.FACTS, text: '' }),
  buildSection({ id: 'lead', kind: SectionKind.LEAD }),
  buildSection({ id: 'headline', kind: SectionKind.HEADLINE, text: 'Zeytin hasadı\nİLÇELERDE başladı' }),
  buildSection({ id: 'spot', kind: SectionKind.SPOT, text: 'Ortak çizelge.' }),
  buildSection({
    id: 'files',
    kind: SectionKind.ATTACHMENTS,
    text: '',
    attachments: [buildAttachment({ fileId: 'file:shared', caption: 'Zeytinlik', credit: 'Ortak arşiv' })],
  }),
];

function source(overrides: Partial<EditionSource> = {}): EditionSource {
  const files = [...OFFICES.map(({ code }) => `file:${code}`), 'file:shared'];
  return {
    bulletinId: 'bulletin-1',
    kind: BulletinKind.BULLETIN,
    number: '2026/BAL-014',
    slug: null,
    leadOfficeId: LEAD,
    includedOfficeIds: OFFICES.map(({ id }) => id),
    offices: OFFICES.toReversed(),
    nameOrder: NameOrder.LEAD_FIRST_THEN_PROTOCOL,
    sections: [...OFFICES.flatMap(ownSections).toReversed(), ...SHARED],
    tags: [
      { label: 'zeytin', officeId: null },
      ...OFFICES.map(({ id, code }) => ({ label: `etiket-${code}`, officeId: id })),
    ],
    files: files.map((fileId) => ({ fileId, bytes: 1000, width: 800, height: 600 })),
    corrects: null,
    dateOn: '2026-11-24',
    ...overrides,
  };
}

const subsets = (ids: readonly string[]): string[][] =>
  ids.reduce<string[][]>((all, id) => [...all, ...all.map((subset) => [...subset, id])], [[]]);

it('names the offices in the charter’s order and the sections in page order', () => {
  const edition = deriveEdition(source());

  expect(edition.offices.map(({ code }) => code)).toEqual(OFFICES.map(({ code }) => code));
  expect(edition.sections.map(({ id }) => id)).toEqual([
    'headline',
    'spot',
    'lead',
    ...OFFICES.map(({ code }) => `paragraph:${code}`),
    ...OFFICES.map(({ code }) => `quote:${code}`),
  ]);
  expect(edition).toMatchObject({
    headline: 'Zeytin hasadı İLÇELERDE başladı',
    spot: 'Ortak çizelge.',
    slug: 'zeytin-hasadi-ilcelerde-basladi',
    dateline: 'BALIKESİR - 24 Kasım 2026',
    tags: ['zeytin', ...OFFICES.map(({ code }) => `etiket-${code}`)],
  });
});

it('gives files a public name by day, owner and headline', () => {
  const { files } = deriveEdition(source({ includedOfficeIds: [LEAD, 'id:edremit'] }));

  expect(files.map(({ fileId, fileName, isImage }) => [fileId, fileName, isImage])).toEqual([
    ['file:shared', '2026-11-24-balikesir-bb-zeytin-hasadi-ilcelerde-basladi-01.jpg', true],
    ['file:balikesir-bb', '2026-11-24-balikesir-bb-zeytin-hasadi-ilcelerde-basladi-02.png', true],
    ['file:edremit', '2026-11-24-edremit-zeytin-hasadi-ilcelerde-basladi-03.png', true],
  ]);
});

it('keeps no trace of an absent office, for every subset of the partners', () => {
  const all = subsets(PARTNERS);
  expect(all).toHaveLength(2 ** 5);

  for (const subset of all) {
    const json = JSON.stringify(deriveEdition(source({ includedOfficeIds: [LEAD, ...subset] })));
    for (const { id, code, name } of OFFICES) {
      const isPresent = id === LEAD || subset.includes(id);
      expect([id, json.includes(code), json.includes(name)]).toEqual([id, isPresent, isPresent]);
    }
  }
});

it('gives every subset another hash, and the same subset the same edition', () => {
  const hashes = subsets(PARTNERS).map(
    (subset) => deriveEdition(source({ includedOfficeIds: [LEAD, ...subset] })).hash,
  );

  expect(new Set(hashes).size).toBe(2 ** 5);
  expect(deriveEdition(source({ offices: OFFICES, sections: source().sections.toReversed() }))).toEqual(
    deriveEdition(source()),
  );
});

it('always names the lead, and refuses when it is unknown or a file is', () => {
  expect(deriveEdition(source({ includedOfficeIds: [] })).offices.map(({ id }) => id)).toEqual([LEAD]);
  expect(() => deriveEdition(source({ offices: OFFICES.slice(1) }))).toThrow(DomainError);
  expect(() => deriveEdition(source({ files: [] }))).toThrow(DomainError);
});

it('never puts who gave consent into what goes out', () => {
  expect(JSON.stringify(deriveEdition(source()))).not.toContain('Onay');
});

it('takes an address and a correction as given', () => {
  const corrects = { bulletinId: 'b0', number: '2026/BAL-013', slug: 'eski', note: 'Rakam düzeltildi.' };
  const edition = deriveEdition(source({ slug: 'zeytin-2', corrects, kind: BulletinKind.CORRECTION }));

  expect(edition).toMatchObject({ slug: 'zeytin-2', corrects, kind: BulletinKind.CORRECTION });
});

it('writes the dateline of a district with its province, dotted capitals included', () => {
  expect(dateline({ districtName: 'Edremit', provinceName: 'Balıkesir' }, '2026-11-24')).toBe(
    'EDREMİT (BALIKESİR) - 24 Kasım 2026',
  );
});

describe('the hash that the offices stand behind', () => {
  const edition = deriveEdition(source({ includedOfficeIds: [LEAD, 'id:edremit'] }));
  const { sections } = source();
  const signedBy = (...included: string[]): { included: string[] } => ({ included });

  it('is that of the edition while the words are the same, however the charter orders names meanwhile', () => {
    expect(signedHash(edition, sections, signedBy(LEAD, 'id:edremit'))).toBe(edition.hash);
    expect(signedHash(edition, sections.toReversed(), signedBy('id:edremit', LEAD))).toBe(edition.hash);
  });

  it('covers blank sections and attachments', () => {
    const present = inPageOrder(sections, [LEAD, 'id:edremit']).filter(
      ({ officeId }) => officeId === null || [LEAD, 'id:edremit'].includes(officeId),
    );

    expect(edition.hash).toBe(contentHash(present.map(sectionHash)));
    expect(editionHash(present.map((section) => ({ hash: sectionHash(section) })))).toBe(edition.hash);
    expect(
      signedHash(
        edition,
        sections.filter(({ id }) => id !== 'facts'),
        signedBy(LEAD, 'id:edremit'),
      ),
    ).not.toBe(edition.hash);
    expect(
      signedHash(
        edition,
        sections.filter(({ id }) => id !== 'files'),
        signedBy(LEAD, 'id:edremit'),
      ),
    ).not.toBe(edition.hash);
  });

  it('changes with a word of an office in it, and not with one of an office outside', () => {
    const edit = (id: string): Section[] =>
      sections.map((section) =>
        section.id === id ? { ...section, content: buildSection({ text: 'Yeni.' }).content } : section,
      );

    expect(signedHash(edition, edit('quote:edremit'), signedBy(LEAD, 'id:edremit'))).not.toBe(edition.hash);
    expect(signedHash(edition, edit('quote:havran'), signedBy(LEAD, 'id:edremit'))).toBe(edition.hash);
  });

  it('is nobody’s once an office of the edition no longer stands behind it; a late signer changes nothing', () => {
    expect(signedHash(edition, sections, signedBy(LEAD))).toBeNull();
    expect(signedHash(edition, sections, signedBy(LEAD, 'id:edremit', 'id:havran'))).toBe(edition.hash);
  });
});
