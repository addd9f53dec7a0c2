import { buildAttachment, buildSection } from '../../../../test/factories/section.factory';
import { parseRichText } from '../text/rich-text';
import { ConsentScope, SectionKind } from './bulletin';
import { compareVersions, SectionDifference, SectionField } from './compare';

const lead = buildSection({ text: 'Ayvalık’ta 1.284 ton zeytin tartıldı.' });
const facts = buildSection({ id: 'facts', kind: SectionKind.FACTS, text: 'Servis 05.30’da başlıyor.' });

it('shows a changed figure word by word and leaves the rest alone', () => {
  const after = [facts, buildSection({ text: 'Ayvalık’ta 1.301 ton zeytin tartıldı.' })];

  expect(compareVersions([lead, facts], after)).toEqual([
    {
      sectionId: 'section-lead',
      kind: SectionKind.LEAD,
      officeId: null,
      difference: SectionDifference.CHANGED,
      fields: [
        {
          field: SectionField.CONTENT,
          isFormOnly: false,
          words: [
            { kind: 'same', text: 'Ayvalık’ta ' },
            { kind: 'removed', text: '1.284' },
            { kind: 'added', text: '1.301' },
            { kind: 'same', text: ' ton zeytin tartıldı.' },
          ],
        },
      ],
    },
    { sectionId: 'facts', kind: SectionKind.FACTS, officeId: null, difference: SectionDifference.SAME, fields: [] },
  ]);
});

it('names added and removed sections in page order', () => {
  const quote = buildSection({ id: 'quote', kind: SectionKind.QUOTE, officeId: 'edremit', text: 'Söz.' });
  const result = compareVersions([lead, facts], [quote, lead]);

  expect(result.map(({ sectionId, difference }) => [sectionId, difference])).toEqual([
    ['section-lead', SectionDifference.SAME],
    ['facts', SectionDifference.REMOVED],
    ['quote', SectionDifference.ADDED],
  ]);
  expect(result[1]?.fields[0]?.words).toEqual([{ kind: 'removed', text: 'Servis 05.30’da başlıyor.' }]);
  expect(result[2]?.fields[0]?.words).toEqual([{ kind: 'added', text: 'Söz.' }]);
});

it('tells a change of form from a change of words', () => {
  const bold = parseRichText({
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: 'Servis 05.30’da başlıyor.', marks: [{ type: 'bold' }] }] },
    ],
  });
  const [comparison] = compareVersions([facts], [{ ...facts, content: bold }]);

  expect(comparison).toMatchObject({
    difference: SectionDifference.CHANGED,
    fields: [{ field: SectionField.CONTENT, isFormOnly: true, words: [{ kind: 'same' }] }],
  });
});

it('compares speaker, consent and pictures, each as its own field', () => {
  const before = buildSection({
    kind: SectionKind.QUOTE,
    officeId: 'edremit',
    speaker: { role: 'Belediye Başkanı', name: 'Işıl Şimşek' },
    consent: { scope: ConsentScope.THIS_BULLETIN, givenBy: 'Işıl Şimşek', givenAt: '2026-04-22T10:00:00.000Z' },
    attachments: [buildAttachment()],
  });
  const after = {
    ...before,
    speaker: { role: 'Başkan Vekili', name: 'Işıl Şimşek' },
    consent: null,
    attachments: [buildAttachment({ fileHash: 'b'.repeat(64) })],
  };
  const [comparison] = compareVersions([before], [after]);

  expect(comparison?.fields.map(({ field }) => field)).toEqual([
    SectionField.SPEAKER,
    SectionField.CONSENT,
    SectionField.ATTACHMENTS,
  ]);
  expect(comparison?.fields[2]?.words.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: 'aaaaaaaaaaaa' },
    { kind: 'added', text: 'bbbbbbbbbbbb' },
  ]);
});
