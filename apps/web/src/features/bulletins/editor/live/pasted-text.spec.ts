import { cleanLetters, pastedLine, pastedParagraphs, wordItem } from './pasted-text';

describe('pasted letters', () => {
  it('lose what only made the page of another program', () => {
    expect(cleanLetters('Ay\u00ADvalık\u00A0zey\u200Btini\u202E\u0007')).toBe('Ayvalık zeytini');
  });

  it('keep quotation marks, dashes and Turkish letters, composed', () => {
    expect(cleanLetters('“Işıklar” – ‘şenlik’ I\u0307zmir’e')).toBe('“Işıklar” – ‘şenlik’ İzmir’e');
  });
});

describe('pasted plain text', () => {
  it('has a paragraph for every line that is not blank', () => {
    expect(pastedParagraphs('Bugün  bin kişi\r\n\r\n\r\ngeldi.\n \n- madde')).toEqual([
      'Bugün bin kişi',
      'geldi.',
      '- madde',
    ]);
  });

  it('is one line in a headline', () => {
    expect(pastedLine('Körfezde zeytin\nhasadı başladı \n')).toBe('Körfezde zeytin hasadı başladı');
  });
});

describe('a list item of Word', () => {
  it.each([
    ['mso-list:l0 level1 lfo1', '·', { level: 1, isOrdered: false }],
    ['margin-left:72pt;mso-list:l0 level2 lfo1', 'o', { level: 2, isOrdered: false }],
    ['mso-list:l1 level1 lfo2', '1.', { level: 1, isOrdered: true }],
    ['mso-list:l1 level3 lfo2', 'ii)', { level: 3, isOrdered: true }],
    ['margin:0', '·', null],
    ['mso-list:Ignore', '1.', null],
  ])('is read from "%s" with "%s"', (style, marker, expected) => {
    expect(wordItem(style, marker)).toEqual(expected);
  });
});
