import { findWords, snippetOf } from './find';

const marked = (text: string, query: string) => findWords(text, query).map(({ start, end }) => text.slice(start, end));

describe('findWords', () => {
  it('finds words typed without Turkish letters, in any case', () => {
    expect(marked('Ayvalık’ta IŞIKLI yol, ışıl ışıl', 'ayvalik isikli')).toEqual(['Ayvalık', 'IŞIKLI']);
  });

  it('finds words by their beginning alone', () => {
    expect(marked('Su kesintisi bugün: kesinti 3 saat', 'kesinti')).toEqual(['kesintisi', 'kesinti']);
    expect(marked('Zeytin hasadı', 'eytin')).toEqual([]);
  });

  it('counts as slices do, letters in two parts and beyond the first plane too', () => {
    const text = '🫒 I\u0307zmir yolu';
    expect(marked(text, 'izmir')).toEqual(['I\u0307zmir']);
  });

  it('finds nothing for a query without words', () => {
    expect(findWords('Her şey', ' .,!')).toEqual([]);
  });
});

describe('snippetOf', () => {
  const long = `${'Önce gelen sözler uzun sürer. '.repeat(10)}Zeytin hasadı başladı. ${'Sonra gelenler. '.repeat(20)}`;

  it('shows the find with a little of what stands before it', () => {
    const { text, marks } = snippetOf(long, 'hasad');

    expect(text.startsWith('… ')).toBe(true);
    expect(text.endsWith(' …')).toBe(true);
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['hasadı']);
    expect(text.length).toBeLessThanOrEqual(184);
  });

  it('keeps a short text whole and draws blanks together', () => {
    expect(snippetOf('Gömeç\n\n  sahili', 'gomec')).toEqual({ text: 'Gömeç sahili', marks: [{ start: 0, end: 5 }] });
  });

  it('shows the beginning when nothing is found, and cuts a word that is too long', () => {
    expect(snippetOf('a'.repeat(300), 'zeytin').text).toBe(`${'a'.repeat(180)} …`);
  });
});
