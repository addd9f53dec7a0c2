import { capitalizeTr, isAllCapitals, lowerTr, titleTr, upperTr } from './casing';

describe('lowerTr and upperTr', () => {
  it('keep the length of dotted capitals, composed or not', () => {
    expect(lowerTr('İ')).toBe('i');
    expect(lowerTr('I\u0307')).toBe('i');
    expect(upperTr('iı')).toBe('İI');
  });
});

describe('capitalizeTr', () => {
  it('changes the first letter alone', () => {
    expect(capitalizeTr('ılıca Günleri')).toBe('Ilıca Günleri');
    expect(capitalizeTr('işKUR')).toBe('İşKUR');
    expect(capitalizeTr('')).toBe('');
  });
});

describe('titleTr', () => {
  it('keeps abbreviations in a text that is not all capitals', () => {
    expect(titleTr("BASKİ'den su kesintisi duyurusu")).toBe("BASKİ'den Su Kesintisi Duyurusu");
    expect(titleTr('AFAD İLE TATBİKAT')).toBe('Afad ile Tatbikat');
  });

  it('gives a conjunction at the beginning its capital', () => {
    expect(titleTr('“ve sahne körfezin”')).toBe('“Ve Sahne Körfezin”');
  });

  it('leaves the suffix after a typographic apostrophe small', () => {
    expect(titleTr('İVRİNDİ’DE IŞIK ŞENLİĞİ')).toBe('İvrindi’de Işık Şenliği');
  });
});

describe('isAllCapitals', () => {
  it('asks for two letters at least, all capital', () => {
    expect(isAllCapitals('DSİ')).toBe(true);
    expect(isAllCapitals('G20')).toBe(false);
    expect(isAllCapitals('İzmir')).toBe(false);
    expect(isAllCapitals('2026')).toBe(false);
  });
});
