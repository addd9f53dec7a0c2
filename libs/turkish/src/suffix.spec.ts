import {
  ablative,
  abbreviationGenitive,
  accusative,
  dative,
  demonym,
  genitive,
  institutionGenitive,
  locative,
} from './suffix';

describe('case suffixes of compound place names', () => {
  it('put an n before the ending', () => {
    expect(locative('Şeytan Sofrası')).toBe("Şeytan Sofrası'nda");
    expect(ablative('Kaz Dağları')).toBe("Kaz Dağları'ndan");
    expect(dative('Cunda Adası')).toBe("Cunda Adası'na");
    expect(accusative('Cumhuriyet Meydanı')).toBe("Cumhuriyet Meydanı'nı");
    expect(genitive('Edremit Körfezi')).toBe("Edremit Körfezi'nin");
  });

  it('leave names alone that only look so', () => {
    expect(locative('Sındırgı')).toBe("Sındırgı'da");
    expect(dative('Mehmet Ali')).toBe("Mehmet Ali'ye");
    expect(dative('Karesi')).toBe("Karesi'ye");
  });
});

describe('case suffixes of numbers', () => {
  it.each([
    ['2026', "2026'da"],
    ['24', "24'te"],
    ['40', "40'ta"],
    ['100', "100'de"],
    ['1.000', "1.000'de"],
    ['1000000', "1000000'da"],
    ['14.30', "14.30'da"],
    ['19.00', "19.00'da"],
    ['00.00', "00.00'da"],
    ['09.05', "09.05'te"],
  ])('read %s aloud', (number, expected) => {
    expect(locative(number)).toBe(expected);
  });

  it('take the vowel of the spoken number', () => {
    expect(dative('6')).toBe("6'ya");
    expect(accusative('3')).toBe("3'ü");
    expect(genitive('20')).toBe("20'nin");
    expect(demonym('2000')).toBe("2000'li");
  });
});

describe('abbreviations', () => {
  it.each([
    ['BASKİ', "BASKİ'nin"],
    ['KVKK', "KVKK'nin"],
    ['TBMM', "TBMM'nin"],
    ['ABD', "ABD'nin"],
    ['AB', "AB'nin"],
    ['RTÜK', "RTÜK'ün"],
    ['TOKİ', "TOKİ'nin"],
    ['ÖSYM', "ÖSYM'nin"],
    ['İŞKUR', "İŞKUR'un"],
    ['KOSGEB', "KOSGEB'in"],
    ['ODTÜ', "ODTÜ'nün"],
    ['AKOM', "AKOM'un"],
    ['CİMER', "CİMER'in"],
    ['TOGG', "TOGG'un"],
    ['T.C.', 'T.C.nin'],
  ])('%s is read as it is said', (abbreviation, expected) => {
    expect(abbreviationGenitive(abbreviation)).toBe(expected);
  });

  it('take other suffixes by the same reading', () => {
    expect(locative('TBMM')).toBe("TBMM'de");
    expect(dative('KVKK')).toBe("KVKK'ye");
    expect(ablative('BASKİ')).toBe("BASKİ'den");
    expect(demonym('ODTÜ')).toBe("ODTÜ'lü");
  });

  it('are told from a place name in capitals', () => {
    expect(locative('AYVALIK')).toBe("AYVALIK'ta");
    expect(genitive('GÖMEÇ')).toBe("GÖMEÇ'in");
  });
});

describe('harmony beside the rule', () => {
  it('follows a soft l and a circumflex by their sound', () => {
    expect(dative('Kemal')).toBe("Kemal'e");
    expect(genitive('İstiklal')).toBe("İstiklal'in");
    expect(accusative('Festival')).toBe("Festival'i");
    expect(locative('Rüzgâr')).toBe("Rüzgâr'da");
  });

  it('joins suffixes of institutions without an apostrophe', () => {
    expect(institutionGenitive('Edremit Belediyesi')).toBe('Edremit Belediyesinin');
    expect(institutionGenitive('Balıkesir Valiliği')).toBe('Balıkesir Valiliğinin');
    expect(institutionGenitive('Kent Konseyi')).toBe('Kent Konseyinin');
    expect(institutionGenitive('Türk Kızılay')).toBe('Türk Kızılayın');
  });
});
