import fc from 'fast-check';
import { cutIntoWords } from './words';

const wordsOf = (text: string) =>
  cutIntoWords(text)
    .filter((piece) => piece.isWord)
    .map((piece) => piece.text);

describe('cutIntoWords', () => {
  it('keeps suffixes with their words and writes them as they were', () => {
    expect(wordsOf("Ayvalık'ta, Gömeç’te, İvrindi´de 24'ünde, 14.30'da.")).toEqual([
      "Ayvalık'ta",
      'Gömeç’te',
      'İvrindi´de',
      "24'ünde",
      "14.30'da",
    ]);
  });

  it('takes quotation marks for no part of a word', () => {
    expect(wordsOf("'körfez' ve ‘24’")).toEqual(['körfez', 've', '24']);
  });

  it('loses no character', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('ı', 'İ', '2', "'", '’', ' ', '.') }),
    );
    fc.assert(
      fc.property(text, (original) => {
        expect(
          cutIntoWords(original)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(original);
      }),
    );
  });
});
