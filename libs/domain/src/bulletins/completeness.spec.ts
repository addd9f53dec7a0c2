import { buildAttachment, buildSection } from '../../../../test/factories/section.factory';
import { ConsentScope, SectionKind, type Section } from './bulletin';
import { FindingCode, FindingSeverity, isReleasable, releaseFindings } from './completeness';
import { findIdentityNumber, findPlaceholder, isIdentityNumber } from './forbidden-words';

const headline = buildSection({ id: 'headline', kind: SectionKind.HEADLINE, text: 'İlçelerde zeytin hasadı başladı' });
const spot = buildSection({ id: 'spot', kind: SectionKind.SPOT, text: 'Altı belediye ortak çizelgeyle çalışıyor.' });
const lead = buildSection({ id: 'lead' });
const complete = [headline, spot, lead];

const findings = (...sections: readonly Section[]): unknown[] =>
  releaseFindings(sections).map(({ code, severity, sectionId }) => [code, severity, sectionId]);

const { BLOCK, WARN } = FindingSeverity;

it('finds nothing in a complete bulletin', () => {
  expect(releaseFindings(complete)).toEqual([]);
  expect(isReleasable([])).toBe(true);
});

it('blocks without headline, spot and lead, absent or blank', () => {
  expect(findings(buildSection({ id: 'headline', kind: SectionKind.HEADLINE, text: ' ' }), lead)).toEqual([
    [FindingCode.HEADLINE_MISSING, BLOCK, 'headline'],
    [FindingCode.SPOT_MISSING, BLOCK, null],
  ]);
  expect(findings(headline, spot)).toEqual([[FindingCode.LEAD_MISSING, BLOCK, null]]);
});

it('blocks a second headline', () => {
  expect(findings(...complete, { ...headline, id: 'second', position: 1 })).toEqual([
    [FindingCode.SECTION_REPEATED, BLOCK, 'second'],
  ]);
});

it('warns of a headline over 90 and a spot over 240 characters, as readers count', () => {
  const of = (length: number): string => 'ğ'.repeat(length);

  expect(
    findings(
      { ...headline, ...buildSection({ id: 'headline', kind: SectionKind.HEADLINE, text: of(90) }) },
      spot,
      lead,
    ),
  ).toEqual([]);
  expect(
    releaseFindings([
      buildSection({ id: 'headline', kind: SectionKind.HEADLINE, text: of(91) }),
      buildSection({ id: 'spot', kind: SectionKind.SPOT, text: of(241) }),
      lead,
    ]),
  ).toEqual([
    { code: FindingCode.HEADLINE_LONG, severity: WARN, sectionId: 'headline', params: { length: 91, limit: 90 } },
    { code: FindingCode.SPOT_LONG, severity: WARN, sectionId: 'spot', params: { length: 241, limit: 240 } },
  ]);
});

it('blocks a picture without alternative text, caption and credit, and asks none of a document', () => {
  const files = buildSection({
    id: 'files',
    kind: SectionKind.ATTACHMENTS,
    text: '',
    attachments: [
      buildAttachment({ alt: null, caption: ' ', credit: '' }),
      buildAttachment({ mediaType: 'application/pdf', alt: null, caption: null, credit: null }),
    ],
  });

  expect(findings(...complete, files)).toEqual([
    [FindingCode.IMAGE_ALT_MISSING, BLOCK, 'files'],
    [FindingCode.IMAGE_CAPTION_MISSING, BLOCK, 'files'],
    [FindingCode.IMAGE_CREDIT_MISSING, BLOCK, 'files'],
  ]);
});

it('blocks a quote without speaker and consent', () => {
  const quote = buildSection({ id: 'quote', kind: SectionKind.QUOTE, officeId: 'edremit', text: 'Bir söz.' });
  const speaker = { role: 'Edremit Belediye Başkanı', name: null };
  const consent = { scope: ConsentScope.THIS_BULLETIN, givenBy: 'Başkan', givenAt: '2026-04-22T10:00:00.000Z' };

  expect(findings(...complete, quote)).toEqual([
    [FindingCode.QUOTE_SPEAKER_MISSING, BLOCK, 'quote'],
    [FindingCode.QUOTE_CONSENT_MISSING, BLOCK, 'quote'],
  ]);
  expect(findings(...complete, { ...quote, speaker, consent: { ...consent, givenBy: ' ' } })).toEqual([
    [FindingCode.QUOTE_CONSENT_MISSING, BLOCK, 'quote'],
  ]);
  expect(findings(...complete, { ...quote, speaker, consent })).toEqual([]);
});

it('warns of a paragraph or quote that nobody wrote', () => {
  const blank = buildSection({ id: 'blank', kind: SectionKind.OFFICE, officeId: 'gomec', text: '' });
  const result = releaseFindings([...complete, blank]);

  expect(result).toEqual([{ code: FindingCode.SECTION_BLANK, severity: WARN, sectionId: 'blank', params: {} }]);
  expect(isReleasable(result)).toBe(true);
});

it('blocks unfilled gaps and identity numbers, also in captions, without repeating the number', () => {
  const files = buildSection({
    id: 'files',
    kind: SectionKind.ATTACHMENTS,
    text: 'Saat {{saat}} sularında',
    attachments: [buildAttachment({ caption: 'Kimlik 10000000146' })],
  });
  const result = releaseFindings([...complete, files]);

  expect(result).toEqual([
    { code: FindingCode.PLACEHOLDER_LEFT, severity: BLOCK, sectionId: 'files', params: { words: '{{saat}}' } },
    { code: FindingCode.IDENTITY_NUMBER, severity: BLOCK, sectionId: 'files', params: { lastDigits: '46' } },
  ]);
  expect(isReleasable(result)).toBe(false);
});

it.each([
  ['{{saat}}', '{{saat}}'],
  ['[[ilçe adı]]', '[[ilçe adı]]'],
  ['Toplantı [TARİH] günü', '[TARİH]'],
  ['XXX kişi katıldı', 'XXX'],
  ['Başkan ________ dedi', '________'],
  ['bu kısım doldurulacak', 'doldurulacak'],
])('sees the gap in %j', (text, gap) => {
  expect(findPlaceholder(text)).toBe(gap);
});

it.each(['Devamı yarın...', 'XIX. yüzyıl', '[fotoğraf]', '{tek}', 'Açık [1] kaynak', 'XXL beden', 'a_b'])(
  'sees none in %j',
  (text) => {
    expect(findPlaceholder(text)).toBeNull();
  },
);

it('knows identity numbers by their check digits', () => {
  expect(isIdentityNumber('10000000146')).toBe(true);
  expect(isIdentityNumber('10000000147')).toBe(false);
  expect(isIdentityNumber('01000000146')).toBe(false);
  expect(findIdentityNumber('Tel 0266 555 01 10, sayı 12345678901')).toBeNull();
  expect(findIdentityNumber('no:10000000146.')).toBe('10000000146');
  expect(findIdentityNumber('910000000146')).toBeNull();
});
