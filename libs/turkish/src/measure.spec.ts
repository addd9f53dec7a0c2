import { countWords, graphemeLength, smsUnits } from './measure';

describe('graphemeLength', () => {
  it('counts what people see', () => {
    expect(graphemeLength('I\u0307zmir')).toBe(5);
    expect(graphemeLength('👩‍👩‍👧‍👦🇹🇷')).toBe(2);
    expect(graphemeLength('')).toBe(0);
  });
});

describe('countWords', () => {
  it('takes a word with its suffix as one, whatever the apostrophe', () => {
    expect(countWords("Ayvalık'ta, Gömeç’te ve İvrindi´de 14.30'da.")).toBe(5);
    expect(countWords(' … — ')).toBe(0);
  });
});

describe('smsUnits', () => {
  it('counts the extension table twice', () => {
    expect(smsUnits('[50 €]')).toEqual({ encoding: 'gsm7', units: 9 });
  });

  it.each(['ğ', 'ı', 'İ', 'ş', 'Ş', 'ç', 'â'])('needs 16-bit units for "%s"', (letter) => {
    expect(smsUnits(`a${letter}`)).toEqual({ encoding: 'ucs2', units: 2 });
  });

  it('takes composed letters and counts an emoji as two units', () => {
    expect(smsUnits('u\u0308')).toEqual({ encoding: 'gsm7', units: 1 });
    expect(smsUnits('🫒')).toEqual({ encoding: 'ucs2', units: 2 });
  });
});
