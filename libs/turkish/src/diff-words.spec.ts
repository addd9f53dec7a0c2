import fc from 'fast-check';
import { diffWords, type WordChange } from './diff-words';

const join = (changes: readonly WordChange[], left: 'added' | 'removed') =>
  changes
    .filter((change) => change.kind !== left)
    .map((change) => change.text)
    .join('');

describe('diffWords', () => {
  it('takes a word with its suffix as one word', () => {
    expect(diffWords("Şenlik Ayvalık'ta başladı.", "Şenlik Ayvalık'tan başladı.")).toEqual([
      { kind: 'same', text: 'Şenlik ' },
      { kind: 'removed', text: "Ayvalık'ta" },
      { kind: 'added', text: "Ayvalık'tan" },
      { kind: 'same', text: ' başladı.' },
    ]);
  });

  it('shows a changed apostrophe and a changed space', () => {
    expect(diffWords("Gömeç'te iş", 'Gömeç’te  iş')).toEqual([
      { kind: 'removed', text: "Gömeç'te " },
      { kind: 'added', text: 'Gömeç’te  ' },
      { kind: 'same', text: 'iş' },
    ]);
  });

  it('shows a rewritten phrase as one removal and one addition', () => {
    expect(diffWords('Açılış yarın sabah yapılacak', 'Açılış bugün akşam yapılacak')).toEqual([
      { kind: 'same', text: 'Açılış ' },
      { kind: 'removed', text: 'yarın sabah' },
      { kind: 'added', text: 'bugün akşam' },
      { kind: 'same', text: ' yapılacak' },
    ]);
  });

  it('tells I and ı, i and İ apart', () => {
    expect(diffWords('ısı', 'isi')).toEqual([
      { kind: 'removed', text: 'ısı' },
      { kind: 'added', text: 'isi' },
    ]);
  });

  it('is empty for two empty texts and one stretch for equal ones', () => {
    expect(diffWords('', '')).toEqual([]);
    expect(diffWords('Işık yandı.', 'Işık yandı.')).toEqual([{ kind: 'same', text: 'Işık yandı.' }]);
  });

  it('loses no character of either text', () => {
    const text = fc
      .array(fc.constantFrom('Işık', "Ayvalık'ta", 'zeytin', ' ', '\n', '. ', '14.30', '🫒'))
      .map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = diffWords(before, after);
        expect(join(changes, 'added')).toBe(before);
        expect(join(changes, 'removed')).toBe(after);
      }),
    );
  });

  it('never gives two stretches of one kind in a row, and what was removed comes first', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), maxLength: 40 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const kinds = diffWords(before, after).map((change) => change.kind);
        expect(kinds.join(' ')).not.toMatch(/same same|added added|removed removed|added removed/);
      }),
    );
  });

  it('replaces the whole text when there is nothing to compare', () => {
    const before = Array.from({ length: 3000 }, (_, index) => `önce${index}`).join(' ');
    const after = Array.from({ length: 3000 }, (_, index) => `sonra${index}`).join('-');
    expect(diffWords(before, after)).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  });
});
