import fc from 'fast-check';
import { DomainError, ErrorCode } from '@domain/errors';
import { ContactColumn } from './contact-columns';
import { readContactCsv, writeContactCsv } from './contact-csv';

const { EMAIL, NAME, NOTES, OUTLET, PHONE } = ContactColumn;

function codeOf(work: () => unknown): ErrorCode | null {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof DomainError ? error.code : null;
  }
}

describe('readContactCsv', () => {
  const turkish =
    'Kuruluş;Adı Soyadı;E-Posta Adresi;Telefon\r\nIşık Gazetesi;Şükrü İnce;haber@isik.example;0266 000 00 01\r\n';

  it('finds columns by their Turkish headings', () => {
    const sheet = readContactCsv(Buffer.from(turkish));

    expect(sheet.delimiter).toBe(';');
    expect(sheet.columns).toEqual([OUTLET, NAME, EMAIL, PHONE]);
    expect(sheet.lines).toEqual([
      {
        line: 2,
        cells: { OUTLET: 'Işık Gazetesi', NAME: 'Şükrü İnce', EMAIL: 'haber@isik.example', PHONE: '0266 000 00 01' },
        hasTooManyCells: false,
      },
    ]);
  });

  it('finds columns by English headings and names those it does not take', () => {
    const sheet = readContactCsv(
      Buffer.from('Full Name,Website,E-mail,Note\nAyşe,https://x.example,a@x.example,"a, b"\n'),
    );

    expect(sheet.delimiter).toBe(',');
    expect(sheet.columns).toEqual([NAME, EMAIL, NOTES]);
    expect(sheet.ignoredHeadings).toEqual(['Website']);
    expect(sheet.lines[0]?.cells).toEqual({ NAME: 'Ayşe', EMAIL: 'a@x.example', NOTES: 'a, b' });
  });

  it.each([
    ['a byte order mark', Buffer.from(`\ufeff${turkish}`)],
    ['Windows-1254', windows1254(turkish)],
    ['UTF-16', Buffer.from(`\ufeff${turkish}`, 'utf16le')],
    ['decomposed letters', Buffer.from(turkish.normalize('NFD'))],
  ])('reads %s alike', (_name, content) => {
    expect(readContactCsv(content)).toEqual(readContactCsv(Buffer.from(turkish)));
  });

  it('takes tabs, and delimiters inside quotes for text', () => {
    const sheet = readContactCsv(Buffer.from('"Ad; soyad; ünvan"\tE-posta\nÇağrı\tc@x.example'));

    expect(sheet.delimiter).toBe('\t');
    expect(sheet.lines[0]?.cells).toEqual({ EMAIL: 'c@x.example' });
  });

  it('names the line where a cell of several lines begins, and passes empty ones over', () => {
    const sheet = readContactCsv(Buffer.from('E-posta;Not\na@x.example;"bir\niki"\n;\n\nb@x.example;üç\n'));

    expect(sheet.lines.map(({ line, cells }) => [line, cells[NOTES]])).toEqual([
      [2, 'bir\niki'],
      [6, 'üç'],
    ]);
  });

  it('sees a line with more cells than headings', () => {
    const sheet = readContactCsv(Buffer.from('E-posta;Ad\na@x.example;Ali;fazla\nb@x.example;Işıl;\n'));

    expect(sheet.lines.map(({ hasTooManyCells }) => hasTooManyCells)).toEqual([true, false]);
  });

  it.each([
    ['nothing', ''],
    ['no address column', 'Ad;Telefon\nAli;1'],
    ['two address columns', 'E-posta;email\na@x.example;b@x.example'],
    ['a quote that does not close', 'E-posta;Ad\n"a@x.example;Ali'],
    ['a zero byte', 'E-posta\na\0b'],
  ])('refuses %s', (_name, text) => {
    expect(codeOf(() => readContactCsv(Buffer.from(text)))).toBe(ErrorCode.INVALID);
  });

  it('refuses more than 5,000 lines', () => {
    const lines = Array.from({ length: 5_001 }, (_, index) => `a${index}@x.example`);

    expect(codeOf(() => readContactCsv(Buffer.from(['E-posta', ...lines].join('\n'))))).toBe(ErrorCode.TOO_MANY);
    expect(readContactCsv(Buffer.from(['E-posta', ...lines.slice(1)].join('\n'))).lines).toHaveLength(5_000);
  });
});

describe('writeContactCsv', () => {
  it('writes what a Turkish spreadsheet opens', () => {
    const csv = writeContactCsv([{ OUTLET: 'Işık; "Gazete"', EMAIL: 'haber@isik.example' }]);

    expect(csv).toBe(
      '\ufeff"Kuruluş";"Tür";"İlçeler";"Ad soyad";"Birim";"E-posta";"Telefon";"Hukuki dayanak";"Kaynak";"Aydınlatma tarihi";"Notlar"\r\n'
        + '"Işık; ""Gazete""";;;;;"haber@isik.example";;;;;\r\n',
    );
  });

  it.each([
    '=1+1', '+90 266', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x', '=HYPERLINK("http://x")',
    "'=1", "''=1",
  ])('lets no cell run as a formula: %j', (cell) => {
    const written = writeContactCsv([{ NOTES: cell }]);

    expect(written.endsWith(`"'${cell.replaceAll('"', '""')}"\r\n`)).toBe(true);
  }); // prettier-ignore

  it.each(['Işıl', "Ayvalık'ta", '0266', 'a-b', "'tırnak"])('leaves plain text as it is: %j', (cell) => {
    expect(writeContactCsv([{ NOTES: cell }]).endsWith(`"${cell}"\r\n`)).toBe(true);
  });

  it('is read back as it was', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('=', '+', "'", '"', ';', ',', '\n', '\t', ' ', 'ı', 'İ', 'ş', '@', '-', '1') })
      .map((text) => text.trim());

    fc.assert(
      fc.property(cell, cell, (name, notes) => {
        const csv = writeContactCsv([{ EMAIL: 'a@x.example', NAME: name, NOTES: notes }]);
        const [line] = readContactCsv(Buffer.from(csv)).lines;

        expect(line?.cells).toEqual({
          EMAIL: 'a@x.example',
          ...(name === '' ? {} : { NAME: name }),
          ...(notes === '' ? {} : { NOTES: notes }),
        });
      }),
    );
  });
});

/** The bytes of a text in the encoding of older Turkish desktop programs. */
function windows1254(text: string): Buffer {
  const special = new Map(
    ['Ğ', 'İ', 'Ş', 'ğ', 'ı', 'ş'].map((letter, index) => [letter, [0xd0, 0xdd, 0xde, 0xf0, 0xfd, 0xfe][index] ?? 0]),
  );
  return Buffer.from(Array.from(text, (letter) => special.get(letter) ?? letter.charCodeAt(0)));
}
