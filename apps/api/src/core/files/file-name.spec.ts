import { cleanFileName, contentDisposition, renditionFileName } from './file-name';

describe('a clean file name', () => {
  it.each([
    ['Zeytin Hasadı İğdeli.JPG', 'Zeytin Hasadı İğdeli.jpg'],
    ['şenlik.jpeg', 'şenlik.jpeg'],
    ['Şenlik'.normalize('NFD'), 'Şenlik.jpg'],
    ['logo.svg', 'logo.jpg'],
    ['ilan.pdf.exe', 'ilan.pdf.jpg'],
    ['../../etc/passwd', 'passwd.jpg'],
    ['C:\\Users\\Işıl\\körfez.jpg', 'körfez.jpg'],
    ['a\r\nSet-Cookie: x=1.jpg', 'a Set-Cookie- x=1.jpg'],
    ['a\u0000b.jpg', 'a b.jpg'],
    ['fatura\u202Egpj.exe', 'fatura gpj.jpg'],
    ['\ud800.jpg', 'dosya.jpg'],
    ['"><script>.jpg', 'script-.jpg'],
    ['100%41.jpg', '100-41.jpg'],
    ['', 'dosya.jpg'],
    ['...', 'dosya.jpg'],
    ['.htaccess', 'htaccess.jpg'],
    ['  boşluk  .jpg ', 'boşluk.jpg'],
    ['CON.jpg', 'dosya-CON.jpg'],
    ['nul', 'dosya-nul.jpg'],
    ['a;b=c.jpg', 'a-b=c.jpg'],
  ])('makes of %j the name %j', (raw, clean) => {
    expect(cleanFileName(raw, 'JPEG')).toBe(clean);
  });

  it('has the ending of the real kind', () => {
    expect(cleanFileName('tutanak.doc', 'DOCX')).toBe('tutanak.docx');
    expect(cleanFileName('liste', 'CSV')).toBe('liste.csv');
    expect(cleanFileName('kapak.JPG', 'WEBP')).toBe('kapak.webp');
  });

  it('has at most 120 characters, cut between whole letters', () => {
    const long = cleanFileName(`${'😀ğ'.repeat(200)}.jpg`, 'JPEG');

    expect(Array.from(long)).toHaveLength(120);
    expect(long.isWellFormed()).toBe(true);
    expect(long.endsWith('.jpg')).toBe(true);
  });

  it('stays as it is when it is cleaned again', () => {
    for (const raw of ['Zeytin Hasadı.jpg', '../x', 'a\r\nb', '. .a. .', 'con', '']) {
      const once = cleanFileName(raw, 'PNG');
      expect(cleanFileName(once, 'PNG')).toBe(once);
    }
  });

  it('names a rendition after its picture', () => {
    expect(renditionFileName('Körfez.v2.png', 'w800', 'jpg')).toBe('Körfez.v2-w800.jpg');
  });
});

describe('a Content-Disposition', () => {
  it('has the name in UTF-8 and a folded one for old readers', () => {
    expect(contentDisposition('attachment', "İğdeli'nin şenliği (2).pdf")).toBe(
      `attachment; filename="igdeli'nin senligi (2).pdf"; filename*=UTF-8''%C4%B0%C4%9Fdeli%27nin%20%C5%9Fenli%C4%9Fi%20%282%29.pdf`,
    );
  });

  it('cannot be ended, continued or broken by a name', () => {
    const header = contentDisposition('inline', 'a"; filename=b.exe\r\nX: y\\ \ud800 *.jpg');

    expect(header).toBe(
      `inline; filename="a-; filename=b.exe--x: y- - *.jpg"; filename*=UTF-8''a%22%3B%20filename%3Db.exe%0D%0AX%3A%20y%5C%20%EF%BF%BD%20%2A.jpg`,
    );
  });
});
