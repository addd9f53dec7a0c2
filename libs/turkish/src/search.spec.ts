import fc from 'fast-check';
import { foldWords } from './fold';
import { matchesSearch, searchTerms, toPrefixTsquery } from './search';

const turkishText = fc.string({
  unit: fc.constantFrom(...Array.from("abcçdefgğhıijklmnoöprsştuüvyzABCÇĞIİÖŞÜâ 0123456789'’-.,")),
});
const anything = fc.string({ unit: 'binary', maxLength: 200 });

describe('searchTerms', () => {
  it('folds, drops operators and keeps each word once', () => {
    expect(searchTerms("Su | kesintisi & !SU <-> 'edremit':*")).toEqual(['su', 'kesintisi', 'edremit']);
  });

  it('reads a word with its suffix as the word', () => {
    expect(searchTerms("Edremit'te")).toEqual(['edremit']);
  });

  it('looks at sixteen words of sixty-four characters', () => {
    const words = Array.from({ length: 20 }, (_, index) => `kelime${index}`);
    expect(searchTerms(words.join(' '))).toEqual(words.slice(0, 16));
    expect(searchTerms('ş'.repeat(3000))).toEqual(['s'.repeat(64)]);
  });
});

describe('matchesSearch', () => {
  it('finds a text by any of its words', () => {
    fc.assert(
      fc.property(turkishText, (text) => {
        expect(foldWords(text).filter((word) => !matchesSearch(text, word))).toEqual([]);
      }),
    );
  });

  it('finds a text by the beginnings of its words in any order', () => {
    const beginnings = turkishText.chain((text) =>
      fc.record({
        text: fc.constant(text),
        terms: fc.shuffledSubarray(foldWords(text)),
        length: fc.integer({ min: 1, max: 5 }),
      }),
    );
    fc.assert(
      fc.property(beginnings, ({ text, terms, length }) => {
        expect(matchesSearch(text, terms.map((term) => term.slice(0, length)).join(' '))).toBe(true);
      }),
    );
  });

  it('asks for every word of the query', () => {
    expect(matchesSearch('Zeytinli’de su kesintisi', 'kesinti zeytin')).toBe(true);
    expect(matchesSearch('Zeytinli’de su kesintisi', 'kesinti havran')).toBe(false);
  });

  it('matches everything when the query has no word', () => {
    expect(matchesSearch('Işık', ' !& ')).toBe(true);
  });
});

describe('toPrefixTsquery', () => {
  it('asks for words that begin so', () => {
    expect(toPrefixTsquery('Su KESİNTİ')).toBe('su:* & kesinti:*');
  });

  it('is null when there is nothing to look for', () => {
    expect(toPrefixTsquery('')).toBeNull();
    expect(toPrefixTsquery("& | ! ( ) :* \\ ' <->")).toBeNull();
  });

  it('lets no operator of the user through, whatever was typed', () => {
    fc.assert(
      fc.property(anything, (query) => {
        expect(toPrefixTsquery(query) ?? 'yok:*').toMatch(/^[\p{L}\p{Nd}]+:\*(?: & [\p{L}\p{Nd}]+:\*)*$/u);
      }),
    );
  });
});
