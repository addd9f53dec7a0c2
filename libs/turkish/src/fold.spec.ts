import fc from 'fast-check';
import { APOSTROPHE_VARIANTS, fold, foldWords, normalizeApostrophe } from './fold';

const unicode = fc.string({ unit: 'binary' });

describe('normalizeApostrophe', () => {
  it('writes every variant plainly and keeps the length', () => {
    expect(normalizeApostrophe(APOSTROPHE_VARIANTS)).toBe("'".repeat(7));
    fc.assert(
      fc.property(unicode, (text) => {
        expect(normalizeApostrophe(text)).toHaveLength(text.length);
      }),
    );
  });
});

describe('fold', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(unicode, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it('gives composed and decomposed text the same form', () => {
    fc.assert(
      fc.property(unicode, (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
    );
  });

  it('brings all ways to write a Turkish word together', () => {
    const ways = ['IŞIK', 'ışık', 'Işık', 'isik', 'ISIK', 'İŞİK', 'I\u0307S\u0327IK'];
    expect(new Set(ways.map(fold))).toEqual(new Set(['isik']));
  });
});

describe('foldWords', () => {
  it('ends a word at its apostrophe', () => {
    expect(foldWords("Ayvalık'ta, Gömeç’in ve 24'ünde")).toEqual(['ayvalik', 'gomec', 've', '24']);
  });

  it('keeps a word in single quotation marks', () => {
    expect(foldWords("‘Körfez’ sözü ve 'İvrindi'de")).toEqual(['korfez', 'sozu', 've', 'ivrindi']);
  });

  it('cuts numbers, compounds and addresses at their signs', () => {
    expect(foldWords('2026/EDR-001, kadın-çocuk, 14.30')).toEqual(['2026', 'edr', '001', 'kadin', 'cocuk', '14', '30']);
    expect(foldWords('…—!')).toEqual([]);
  });
});
