import fc from 'fast-check';
import { hashtag, initials, safeFileName } from './names';

describe('safeFileName', () => {
  it('holds nothing that a file system could trip over', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(safeFileName(name)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]{1,8})?$/);
      }),
    );
  });

  it.each([
    ['basın bülteni – 24.11.2026.docx', 'basin-bulteni-24-11-2026.docx'],
    ['../../etc/passwd', 'etc-passwd'],
    ['.htaccess', 'htaccess'],
    ['…!.PDF', 'dosya.pdf'],
    ['', 'dosya'],
    ['CON.txt', 'con-dosya.txt'],
    ['Işık I.İ', 'isik-i-i'],
  ])('"%s" becomes "%s"', (name, expected) => {
    expect(safeFileName(name)).toBe(expected);
  });
});

describe('initials', () => {
  it.each([
    ['ışıl inan', 'Iİ'],
    ['Edremit', 'E'],
    ['Su ve Kanalizasyon İdaresi', 'SK'],
    ["İvrindi'nin Çiçekleri", 'İÇ'],
    [' – ', ''],
  ])('of "%s" are "%s"', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});

describe('hashtag', () => {
  it.each([
    ['24 kasım öğretmenler günü', '#24KasımÖğretmenlerGünü'],
    ["edremit'te şenlik", '#EdremitteŞenlik'],
    ['BASKİ su kesintisi', '#BASKİSuKesintisi'],
    ['KADIN VE ÇOCUK', '#KadınVeÇocuk'],
    ['#zeytin-hasadı', '#ZeytinHasadı'],
    ['!', ''],
  ])('of "%s" is "%s"', (phrase, expected) => {
    expect(hashtag(phrase)).toBe(expected);
  });
});
