import fc from 'fast-check';
import { accept, canonicalOf, reject, suggestionsIn, type DraftJson } from './draft';
import { DraftRefusal, judgeChange, readingOf, WritingMode, type DraftWriter } from './draft-change';
import { parseRichText, plainText, type RichText } from './rich-text';

const id = (place: number): string => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;
const at = '2026-04-23T06:00:00.000Z';
const ayse = { userId: id(901), officeId: id(801) };
const mehmet = { userId: id(902), officeId: id(802) };

const origin = (place: number, who = place % 2 === 0 ? ayse : mehmet) => ({ id: id(place), ...who, at });
const insertion = (place: number) => ({ type: 'insertion', attrs: origin(place) });
const deletion = (place: number) => ({ type: 'deletion', attrs: origin(place) });
const text = (words: string, ...marks: unknown[]) => ({ type: 'text', text: words, marks });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const doc = (...content: unknown[]): DraftJson => ({ type: 'doc', content });
const words = (json: unknown): string => plainText(canonicalOf(json));
const shown = (json: unknown) =>
  suggestionsIn(json).map((found) => [Number(found.id.slice(-3)), found.inserted, found.deleted]);

/** Words that stand, or that one suggestion puts in; both may be struck out by several, as concurrent writing leaves it. */
interface Piece {
  readonly words: string;
  readonly insertedBy: number | null;
  readonly struckBy: readonly number[];
}

const places = [1, 2, 3, 4, 5, 6] as const;
const piece = fc.record<Piece>({
  words: fc.stringMatching(/^[ışğİIçöü ]{1,5}$/),
  insertedBy: fc.option(fc.constantFrom(...places), { freq: 2 }),
  struckBy: fc.uniqueArray(fc.constantFrom(...places), { maxLength: 3 }),
});
const line = fc.array(piece, { maxLength: 7 });
const page = fc.array(line, { minLength: 1, maxLength: 3 });

/** One suggestion in two neighbouring paragraphs would reach over their border; the model knows none such. */
const inEveryLine = (place: number): readonly number[] => [0, 1, 2].map((index) => place + 100 * index);

const draftOf = (lines: readonly (readonly Piece[])[]): DraftJson =>
  doc(
    ...lines.map((pieces, index) =>
      paragraph(
        ...pieces.map(({ words: own, insertedBy, struckBy }) =>
          text(
            own,
            ...(insertedBy === null ? [] : [insertion(insertedBy + 100 * index)]),
            ...struckBy.map((place) => deletion(place + 100 * index)),
          ),
        ),
      ),
    ),
  );

/** What is to be read when exactly these are accepted. */
const wordsWith = (lines: readonly (readonly Piece[])[], accepted: ReadonlySet<number>): RichText =>
  parseRichText(
    doc(
      ...lines.map((pieces) =>
        paragraph(
          ...pieces
            .filter(({ insertedBy, struckBy }) =>
              insertedBy === null ? !struckBy.some((place) => accepted.has(place)) : accepted.has(insertedBy),
            )
            .map((own) => text(own.words)),
        ),
      ),
    ),
  );

const settle = (draft: DraftJson, order: readonly number[], accepted: ReadonlySet<number>): DraftJson =>
  order.reduce<DraftJson>((draftNow, place) => {
    const decide = accepted.has(place) ? accept : reject;
    return inEveryLine(place).reduce((rest, one) => decide(rest, id(one)), draftNow);
  }, draft);

describe('suggestions that overlap', () => {
  it('both stand: what two people strike out goes with either, and stays only when both are rejected', () => {
    const draft = doc(
      paragraph(text('Bugün '), text('bin', deletion(1)), text(' kişi', deletion(1), deletion(2)), text(' geldi.')),
    );

    expect(shown(draft)).toEqual([
      [1, '', 'bin kişi'],
      [2, '', ' kişi'],
    ]);
    expect(words(draft)).toBe('Bugün bin kişi geldi.');
    expect(words(accept(draft, id(2)))).toBe('Bugün bin geldi.');
    expect(shown(accept(draft, id(2)))).toEqual([[1, '', 'bin']]);
    expect(shown(reject(draft, id(1)))).toEqual([[2, '', ' kişi']]);
    expect(words(accept(reject(draft, id(1)), id(2)))).toBe('Bugün bin geldi.');
    expect(suggestionsIn(accept(draft, id(1)))).toEqual([]);
  });

  it('leave words that somebody put into what another strikes out', () => {
    const draft = doc(
      paragraph(
        text('Bugün '),
        text('bin ', deletion(1)),
        text('çok ', insertion(2), deletion(1)),
        text('kişi', deletion(1)),
        text(' geldi.'),
      ),
    );

    expect(shown(draft)).toEqual([
      [1, '', 'bin kişi'],
      [2, 'çok ', ''],
    ]);
    expect(words(accept(accept(draft, id(1)), id(2)))).toBe('Bugün çok  geldi.');
    expect(words(accept(accept(draft, id(2)), id(1)))).toBe('Bugün çok  geldi.');
    expect(words(reject(reject(draft, id(1)), id(2)))).toBe('Bugün bin kişi geldi.');
  });

  it('keep the border that both take away, whoever of them is rejected', () => {
    const edge = text('\u200B', deletion(1), deletion(2));
    const draft = doc(paragraph(text('Bir.'), edge), paragraph(edge, text('İki.')));

    expect(words(draft)).toBe('Bir.\n\nİki.');
    expect(words(accept(reject(draft, id(1)), id(2)))).toBe('Bir.İki.');
    expect(words(accept(draft, id(1)))).toBe('Bir.İki.');
    expect(words(reject(reject(draft, id(1)), id(2)))).toBe('Bir.\n\nİki.');
  });

  it('give the words of exactly the accepted ones, in whatever order all are decided', () => {
    fc.assert(
      fc.property(
        page,
        fc.shuffledSubarray([...places], { minLength: places.length }),
        fc.subarray([...places]),
        (lines, order, chosen) => {
          const accepted = new Set<number>(chosen);
          const decided = settle(draftOf(lines), order, accepted);

          expect(canonicalOf(decided)).toEqual(wordsWith(lines, accepted));
          expect(suggestionsIn(decided)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are the text without what is put in, give it back when all are rejected, and one text when all are accepted', () => {
    fc.assert(
      fc.property(
        page,
        fc.shuffledSubarray([...places], { minLength: places.length }),
        fc.shuffledSubarray([...places], { minLength: places.length }),
        (lines, one, other) => {
          const draft = draftOf(lines);
          const [none, all] = [new Set<number>(), new Set<number>(places)];

          expect(canonicalOf(draft)).toEqual(wordsWith(lines, none));
          expect(canonicalOf(settle(draft, one, none))).toEqual(canonicalOf(draft));
          expect(settle(draft, one, all)).toEqual(settle(draft, other, all));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('judging suggestions that overlap', () => {
  const suggesting: DraftWriter = { ...ayse, mode: WritingMode.SUGGEST };
  const editing: DraftWriter = { ...ayse, mode: WritingMode.EDIT };
  const judge = (before: DraftJson, after: DraftJson, writer: DraftWriter, authored?: DraftJson) =>
    judgeChange(
      readingOf(before),
      readingOf(after),
      writer,
      new Map(authored && suggestionsIn(authored).map((found) => [found.id, found])),
    );
  const theirs = doc(paragraph(text('Bugün '), text('bin kişi', deletion(1)), text(' geldi.')));
  const struck = (place: number, ...content: unknown[]) => ({
    type: 'paragraph',
    attrs: {
      suggestion: 'deletion',
      suggestionId: id(place),
      suggestionUserId: origin(place).userId,
      suggestionOfficeId: origin(place).officeId,
      suggestionAt: at,
    },
    content,
  });

  it('lets people strike out what somebody else struck out, and not in their place', () => {
    const both = doc(paragraph(text('Bugün '), text('bin kişi', deletion(1), deletion(2)), text(' geldi.')));
    const instead = doc(paragraph(text('Bugün '), text('bin kişi', deletion(2)), text(' geldi.')));

    expect(judge(theirs, both, suggesting)).toBeNull();
    expect(judge(theirs, instead, suggesting)).toBe(DraftRefusal.NOT_YOUR_SUGGESTION);
  });

  it('lets the later strike on a block stand where the earlier suggestion still proposes something', () => {
    const heading = { type: 'heading', attrs: { level: 2, ...insertedBlock(1) }, content: [text('Söz.')] };
    const list = { ...paragraph(text('Söz')), attrs: insertedBlock(2) };
    const before = doc(struck(1, text('Söz.')), heading);
    const after = doc(struck(2, text('Söz.')), heading, list);

    expect(judge(before, after, suggesting)).toBeNull();
    expect(judge(before, doc(paragraph(text('Söz.')), heading), suggesting)).toBe(DraftRefusal.NOT_YOUR_SUGGESTION);
    expect(judge(doc(struck(1, text('Söz.'))), doc(struck(2, text('Söz.'))), suggesting)).toBe(
      DraftRefusal.NOT_YOUR_SUGGESTION,
    );
  });

  function insertedBlock(place: number) {
    return { ...struck(place).attrs, suggestion: 'insertion' };
  }

  it('lets editors bring back what they took of somebody else’s suggestion, and no more', () => {
    const whole = doc(paragraph(text('Bugün '), text('çok sıcak ', insertion(1)), text('gün')));
    const part = doc(paragraph(text('Bugün '), text('çok ', insertion(1)), text('gün')));
    const gone = doc(paragraph(text('Bugün gün')));
    const more = doc(paragraph(text('Bugün '), text('çok güzel ', insertion(1)), text('gün')));

    expect(judge(gone, whole, editing, whole)).toBeNull();
    expect(judge(part, whole, editing, whole)).toBeNull();
    expect(judge(gone, whole, editing)).toBe(DraftRefusal.FORGED);
    expect(judge(part, whole, editing)).toBe(DraftRefusal.FORGED);
    expect(judge(gone, more, editing, whole)).toBe(DraftRefusal.FORGED);
    expect(judge(gone, whole, suggesting, whole)).toBe(DraftRefusal.FORGED);
  });
});
