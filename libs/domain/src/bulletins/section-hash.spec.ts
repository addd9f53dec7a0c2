import { buildAttachment, buildSection } from '../../../../test/factories/section.factory';
import { fromPlainText } from '../text/rich-text';
import { ConsentScope, SectionKind, type Section } from './bulletin';
import { compareSections, inPageOrder, sectionHash, sectionText } from './section-hash';

const quote = buildSection({
  id: 'quote-edremit',
  kind: SectionKind.QUOTE,
  officeId: 'office-edremit',
  text: 'Zeytin komşuluğun adıdır.',
  speaker: { role: 'Edremit Belediye Başkanı', name: 'Işıl Şimşek' },
  consent: { scope: ConsentScope.THIS_BULLETIN, givenBy: 'Işıl Şimşek', givenAt: '2026-04-22T10:00:00.000Z' },
  attachments: [buildAttachment(), buildAttachment({ id: 'attachment-2', fileId: 'file-2', fileHash: 'b'.repeat(64) })],
});

describe('the hash of a section', () => {
  it('has a fixed form, so that stored signatures stay comparable', () => {
    expect(sectionHash(quote)).toBe(sectionHash(structuredClone(quote)));
    expect(sectionHash(buildSection())).toBe('3bb518f098fb8c9d5316d121400ec5da332cc00754c6a739486947cf56157138');
  });

  const [first, second] = quote.attachments;
  const changed: readonly (readonly [string, Partial<Section>])[] = [
    ['the kind', { kind: SectionKind.OFFICE }],
    ['the owner', { officeId: 'office-havran' }],
    ['a word', { content: fromPlainText('Zeytin, komşuluğun adıdır.') }],
    [
      'a mark',
      {
        content: {
          type: 'doc',
          content: [
            { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Zeytin komşuluğun adıdır.' }] },
          ],
        },
      },
    ],
    ['the speaker', { speaker: { role: 'Edremit Belediye Başkanı', name: null } }],
    ['no speaker', { speaker: null }],
    [
      'the scope of consent',
      { consent: { scope: ConsentScope.REUSE, givenBy: 'Işıl Şimşek', givenAt: '2026-04-22T10:00:00.000Z' } },
    ],
    [
      'who gave consent',
      { consent: { scope: ConsentScope.THIS_BULLETIN, givenBy: 'Vekili', givenAt: '2026-04-22T10:00:00.000Z' } },
    ],
    [
      'when consent was given',
      { consent: { scope: ConsentScope.THIS_BULLETIN, givenBy: 'Işıl Şimşek', givenAt: '2026-04-22T10:00:01.000Z' } },
    ],
    ['no consent', { consent: null }],
    ['a swapped picture', { attachments: [{ ...first, fileHash: 'c'.repeat(64) } as never, second as never] }],
    ['an alternative text', { attachments: [{ ...first, alt: null } as never, second as never] }],
    ['a caption', { attachments: [{ ...first, caption: 'Başka' } as never, second as never] }],
    ['a credit', { attachments: [{ ...first, credit: 'Başka' } as never, second as never] }],
    ['a file name', { attachments: [{ ...first, fileName: 'x.jpg' } as never, second as never] }],
    ['the order of pictures', { attachments: [second as never, first as never] }],
    ['a picture less', { attachments: [first as never] }],
  ];

  it.each(changed)('changes with %s', (_what, overrides) => {
    expect(sectionHash({ ...quote, ...overrides })).not.toBe(sectionHash(quote));
  });

  it('is the same whatever the rows are called and wherever the section stands', () => {
    const moved = {
      ...quote,
      id: 'another-row',
      position: 9,
      attachments: quote.attachments.map((attachment) => ({
        ...attachment,
        id: 'x',
        fileId: 'y',
        mediaType: 'image/png',
      })),
    };

    expect(sectionHash(moved)).toBe(sectionHash(quote));
  });
});

describe('the order on the page', () => {
  const place = (id: string, kind: SectionKind, officeId: string | null, position = 0): Section =>
    buildSection({ id, kind, officeId, position });

  it('goes by kind, then by the order of the offices, then by position', () => {
    const sections = [
      place('closing', SectionKind.CLOSING, null),
      place('quote-b', SectionKind.QUOTE, 'b'),
      place('files-b', SectionKind.ATTACHMENTS, 'b'),
      place('office-unknown', SectionKind.OFFICE, 'z'),
      place('office-a2', SectionKind.OFFICE, 'a', 2),
      place('office-b', SectionKind.OFFICE, 'b', 0),
      place('office-a1', SectionKind.OFFICE, 'a', 1),
      place('quote-a', SectionKind.QUOTE, 'a'),
      place('files-shared', SectionKind.ATTACHMENTS, null, 5),
      place('lead', SectionKind.LEAD, null),
      place('headline', SectionKind.HEADLINE, null, 7),
      place('spot', SectionKind.SPOT, null),
      place('facts', SectionKind.FACTS, null),
    ];

    expect(inPageOrder(sections, ['b', 'a']).map(({ id }) => id)).toEqual(
      'headline spot lead facts office-b office-a1 office-a2 office-unknown quote-b quote-a closing files-shared files-b'.split(
        ' ',
      ),
    );
  });

  it('decides between equals by id and never calls two rows equal', () => {
    const left = place('1', SectionKind.LEAD, null);
    const right = place('2', SectionKind.LEAD, null);

    expect(compareSections(left, right)).toBeLessThan(0);
    expect(compareSections(right, left)).toBeGreaterThan(0);
    expect(compareSections(left, left)).toBe(0);
  });
});

it('reads a section with speaker and captions as one text', () => {
  expect(sectionText({ ...quote, attachments: [buildAttachment({ alt: null })] })).toBe(
    [
      'Zeytin komşuluğun adıdır.',
      'Işıl Şimşek',
      'Edremit Belediye Başkanı',
      'Ayvalık çarşısı, 24 Kasım 2026',
      'Ayvalık Belediyesi / İ. Şahin',
    ].join('\n\n'),
  );
});
