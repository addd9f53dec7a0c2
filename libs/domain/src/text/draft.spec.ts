import fc from 'fast-check';
import { DomainError, ErrorCode } from '../errors';
import { accept, canonicalOf, reject, suggestionsIn, type DraftJson } from './draft';
import { DraftRefusal, judgeChange, readingOf, WritingMode, type DraftWriter } from './draft-change';
import { rebaseDraft } from './draft-rebase';
import { emptyRichText, parseRichText, plainText, type RichText } from './rich-text';

const id = (place: number): string => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;
const people = [
  { userId: id(901), officeId: id(801) },
  { userId: id(902), officeId: id(802) },
] as const;
const at = '2026-04-23T06:00:00.000Z';
const [ayse, mehmet] = people;

const originOf = (place: number, who = people[place % 2] ?? ayse) => ({ id: id(place), ...who, at });
const mark = (type: 'insertion' | 'deletion', place: number, who?: (typeof people)[number]) => ({
  type,
  attrs: originOf(place, who),
});
const whole = (suggestion: 'insertion' | 'deletion', place: number, who?: (typeof people)[number]) => {
  const { id: suggestionId, userId, officeId } = originOf(place, who);
  const author = { suggestionUserId: userId, suggestionOfficeId: officeId, suggestionAt: at };
  return { suggestion, suggestionId, ...author };
};
const comment = (place: number) => ({ type: 'comment', attrs: { id: id(place) } });
const text = (words: string, ...marks: unknown[]) => ({ type: 'text', text: words, marks });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const doc = (...content: unknown[]): DraftJson => ({ type: 'doc', content });
const words = (json: unknown): string => plainText(canonicalOf(json));

describe('the words that count', () => {
  it('hold what a suggestion takes out and not what it puts in', () => {
    const draft = doc(
      paragraph(
        text('Körfeze '),
        text('bin', mark('deletion', 1)),
        text('bin 150', mark('insertion', 1)),
        text(' ağaç'),
      ),
    );

    expect(words(draft)).toBe('Körfeze bin ağaç');
    expect(suggestionsIn(draft)).toEqual([{ ...originOf(1), inserted: 'bin 150', deleted: 'bin' }]);
    expect(words(accept(draft, id(1)))).toBe('Körfeze bin 150 ağaç');
    expect(words(reject(draft, id(1)))).toBe('Körfeze bin ağaç');
    expect(suggestionsIn(accept(draft, id(1)))).toEqual([]);
  });

  it('hold no anchors of remarks and of suggestions', () => {
    const draft = doc(paragraph(text('Işık', comment(7), comment(8)), text('\u200B', mark('deletion', 1))));

    expect(canonicalOf(draft)).toEqual(parseRichText(doc(paragraph(text('Işık')))));
    expect(canonicalOf(reject(draft, id(1)))).toEqual(parseRichText(doc(paragraph(text('Işık')))));
  });

  it('join what a suggested split had parted', () => {
    const edge = text('\u200B', mark('insertion', 1));
    const draft = doc(paragraph(text('Bir.'), edge), paragraph(edge, text('İki.')));

    expect(words(draft)).toBe('Bir.İki.');
    expect(words(reject(draft, id(1)))).toBe('Bir.İki.');
    expect(words(accept(draft, id(1)))).toBe('Bir.\n\nİki.');
  });

  it('join across list items, and across a paragraph that was put between', () => {
    const edge = text('\u200B', mark('insertion', 1));
    const item = (...content: unknown[]) => ({ type: 'listItem', content: [paragraph(...content)] });
    const between = { ...paragraph(text('araya')), attrs: whole('insertion', 1) };

    expect(words(doc({ type: 'bulletList', content: [item(text('yol'), edge), item(edge, text('su'))] }))).toBe(
      '- yolsu',
    );
    expect(words(doc(paragraph(text('Bir.'), edge), between, paragraph(edge, text('İki.'))))).toBe('Bir.İki.');
  });

  it('leave out a block that is only proposed, and keep one that is to go', () => {
    const draft = doc(
      { ...paragraph(text('Yeni.')), attrs: whole('insertion', 1) },
      { type: 'blockquote', attrs: whole('deletion', 2), content: [paragraph(text('Eski.'))] },
    );

    expect(words(draft)).toBe('Eski.');
    expect(words(accept(draft, id(1)))).toBe('Yeni.\n\nEski.');
    expect(words(accept(draft, id(2)))).toBe('');
    expect(canonicalOf(accept(draft, id(2)))).toEqual(emptyRichText);
    expect(words(accept(accept(draft, id(1)), id(2)))).toBe('Yeni.');
  });

  it('do without blocks that concurrent changes left without sense', () => {
    const draft = doc(paragraph(text('Söz.')), { type: 'bulletList', content: [] }, { type: 'blockquote' });

    expect(words(draft)).toBe('Söz.');
    expect(canonicalOf(doc({ type: 'bulletList' }))).toEqual(emptyRichText);
  });

  it.each([
    ['an unknown node', doc({ type: 'image', attrs: { src: 'x' } })],
    ['an unknown mark', doc(paragraph(text('x', { type: 'highlight' })))],
    ['a script', doc(paragraph(text('x', { type: 'link', attrs: { href: 'javascript:alert(1)' } })))],
    ['a suggestion without an author', doc(paragraph(text('x', { type: 'insertion', attrs: { id: id(1), at } })))],
    [
      'one suggestion of two people',
      doc(paragraph(text('x', mark('insertion', 1, ayse)), text('y', mark('deletion', 1, mehmet)))),
    ],
    ['an object among words', doc(paragraph({ type: 'text', text: { image: 'x' } }))],
    ['a bidirectional override', doc(paragraph(text('\u202Egpj.exe')))],
    ['an override in what is only proposed', doc(paragraph(text('\u202Egpj.exe', mark('insertion', 1))))],
    ['too much', doc(paragraph(text('ş'.repeat(200_001))))],
  ])('are refused with %s', (_what, draft) => {
    expect(() => readingOf(draft)).toThrow(expect.objectContaining({ code: ErrorCode.INVALID }) as DomainError);
  });
});

/** A piece of a paragraph: plain words, or words that one of nine suggestions puts in or takes out. */
interface Piece {
  readonly words: string;
  readonly kind: 'plain' | 'insertion' | 'deletion';
  readonly place: number;
}

const pieces = fc.array(
  fc.record<Piece>({
    words: fc.stringMatching(/^[ışğİIçöü ]{1,6}$/),
    kind: fc.constantFrom('plain', 'plain', 'insertion', 'deletion'),
    place: fc.integer({ min: 1, max: 9 }),
  }),
  { maxLength: 8 },
);
const pages = fc.array(pieces, { minLength: 1, maxLength: 4 });

const draftOf = (page: readonly (readonly Piece[])[]): DraftJson =>
  doc(
    ...page.map((line, index) =>
      paragraph(
        ...line.map(({ words: own, kind, place }) =>
          kind === 'plain' ? text(own) : text(own, mark(kind, place + 100 * index)),
        ),
      ),
    ),
  );

/** One suggestion in two neighbouring paragraphs would reach over their border; the model knows none such. */
const inEveryLine = (place: number): readonly number[] => [0, 1, 2, 3].map((line) => place + 100 * line);

/** What stays when these suggestions are accepted and all others rejected. */
const wordsWith = (page: readonly (readonly Piece[])[], accepted: ReadonlySet<number>): RichText =>
  parseRichText(
    doc(
      ...page.map((line) =>
        paragraph(
          ...line
            .filter(({ kind, place }) => kind === 'plain' || (kind === 'insertion') === accepted.has(place))
            .map((piece) => text(piece.words)),
        ),
      ),
    ),
  );

describe('decisions', () => {
  it('leave exactly the accepted words, in whatever order they are made', () => {
    fc.assert(
      fc.property(pages, fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8, 9]), (page, order) => {
        const accepted = new Set(order.filter((place) => place % 3 !== 0));
        const decided = order.reduce<DraftJson>((draft, place) => {
          const settle = accepted.has(place) ? accept : reject;
          return inEveryLine(place).reduce((rest, one) => settle(rest, id(one)), draft);
        }, draftOf(page));

        expect(canonicalOf(decided)).toEqual(wordsWith(page, accepted));
        expect(
          suggestionsIn(decided).every((suggestion) =>
            order.flatMap(inEveryLine).every((place) => suggestion.id !== id(place)),
          ),
        ).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('change nothing the second time', () => {
    fc.assert(
      fc.property(pages, fc.integer({ min: 1, max: 9 }), (page, place) => {
        const once = accept(draftOf(page), id(place));

        expect(accept(once, id(place))).toEqual(once);
        expect(reject(once, id(place))).toEqual(once);
      }),
      { numRuns: 100 },
    );
  });

  it('never change the words that count by a rejection', () => {
    fc.assert(
      fc.property(pages, fc.integer({ min: 1, max: 9 }), (page, place) => {
        const draft = draftOf(page);

        expect(canonicalOf(reject(draft, id(place)))).toEqual(canonicalOf(draft));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a draft under words that were written past it', () => {
  it('has exactly those words', () => {
    fc.assert(
      fc.property(pages, pages, (page, other) => {
        const given = canonicalOf(draftOf(other));

        expect(canonicalOf(rebaseDraft(draftOf(page), given))).toEqual(given);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps the suggestions on paragraphs that stayed the same', () => {
    const draft = doc(
      paragraph(text('Bir'), text(' yeni', mark('insertion', 1))),
      paragraph(text('Eski')),
      paragraph(text('Üç', comment(7))),
    );
    const given = parseRichText(doc(paragraph(text('Bir')), paragraph(text('İki')), paragraph(text('Üç'))));

    const rebased = rebaseDraft(draft, given);

    expect(canonicalOf(rebased)).toEqual(given);
    expect(suggestionsIn(rebased).map((suggestion) => suggestion.inserted)).toEqual([' yeni']);
    expect([...readingOf(rebased).anchors]).toEqual([[id(7), 'Üç']]);
  });
});

describe('who may change what', () => {
  const suggesting: DraftWriter = { ...ayse, mode: WritingMode.SUGGEST };
  const editing: DraftWriter = { ...ayse, mode: WritingMode.EDIT };
  const judge = (before: DraftJson, after: DraftJson, writer: DraftWriter) =>
    judgeChange(readingOf(before), readingOf(after), writer);
  const plain = doc(paragraph(text('Şenlik başladı.')));
  const theirs = doc(
    paragraph(text('Şenlik '), text('yarın ', mark('insertion', 1, mehmet)), text('başladı.', comment(7))),
  );

  it('lets people who may only suggest add suggestions and anchors of their own', () => {
    const own = doc(
      paragraph(text('Şenlik '), text('bugün ', mark('insertion', 2, ayse)), text('başladı.', comment(8))),
    );

    expect(judge(plain, own, suggesting)).toBeNull();
    expect(judge(own, plain, { ...suggesting, mode: WritingMode.READ })).toBe(DraftRefusal.READ_ONLY);
  });

  it.each([
    ['plain words', plain, doc(paragraph(text('Şenlik bitti.'))), DraftRefusal.NOT_YOUR_WORDS],
    ['bold letters', plain, doc(paragraph(text('Şenlik başladı.', { type: 'bold' }))), DraftRefusal.NOT_YOUR_WORDS],
    [
      "somebody else's name",
      plain,
      doc(paragraph(text('Şenlik başladı.'), text('!', mark('insertion', 3, mehmet)))),
      DraftRefusal.FORGED,
    ],
    [
      "taking away somebody else's suggestion",
      theirs,
      doc(paragraph(text('Şenlik '), text('başladı.', comment(7)))),
      DraftRefusal.NOT_YOUR_SUGGESTION,
    ],
    [
      "words in somebody else's suggestion",
      theirs,
      doc(paragraph(text('Şenlik '), text('yarın sabah ', mark('insertion', 1, mehmet)), text('başladı.', comment(7)))),
      DraftRefusal.FORGED,
    ],
    [
      'taking over a suggestion',
      theirs,
      doc(paragraph(text('Şenlik '), text('yarın ', mark('insertion', 1, ayse)), text('başladı.', comment(7)))),
      DraftRefusal.FORGED,
    ],
    [
      'taking away an anchor',
      theirs,
      doc(paragraph(text('Şenlik '), text('yarın ', mark('insertion', 1, mehmet)), text('başladı.'))),
      DraftRefusal.ANCHOR_GONE,
    ],
  ])('refuses them %s', (_what, before, after, refusal) => {
    expect(judge(before, after, suggesting)).toBe(refusal);
  });

  it('lets editors change words, suggestions and anchors, but in nobody else’s name', () => {
    expect(judge(theirs, doc(paragraph(text('Şenlik bitti.'))), editing)).toBeNull();
    expect(judge(plain, doc(paragraph(text('x', mark('insertion', 3, mehmet)))), editing)).toBe(DraftRefusal.FORGED);
    expect(
      judge(theirs, doc(paragraph(text('yarın değil ', mark('insertion', 1, mehmet)), text('x', comment(7)))), editing),
    ).toBe(DraftRefusal.FORGED);
  });

  it('never lets the words that count change by an accepted change of somebody who may only suggest', () => {
    fc.assert(
      fc.property(pages, pages, (before, after) => {
        const refusal = judge(draftOf(before), draftOf(after), suggesting);
        const isSame = JSON.stringify(canonicalOf(draftOf(before))) === JSON.stringify(canonicalOf(draftOf(after)));

        expect(refusal === null && !isSame).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});
