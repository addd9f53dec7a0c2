import { createHash } from 'node:crypto';
import { DomainError, ErrorCode } from '@domain/errors';
import { FileRefusal } from '@domain/files/file-refusal';
import { docx, odt, rawZip, type RawMember } from '../../../../../test/support/packed-documents';
import { examineDocument } from './document-intake';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\nxref\n0 1\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n', 'latin1');

function refusalOf(content: Buffer, fileName: string): DomainError {
  try {
    examineDocument(content, fileName);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('the document was taken');
}

function reasonOf(content: Buffer, fileName: string): unknown {
  const refusal = refusalOf(content, fileName);
  expect(refusal.code).toBe(ErrorCode.UNACCEPTABLE_FILE);
  return refusal.details['reason'];
}

const member = (name: string, content: string | Buffer = 'x', more: Partial<RawMember> = {}): RawMember => ({
  name,
  content: typeof content === 'string' ? Buffer.from(content) : content,
  ...more,
});
const WORD = [member('[Content_Types].xml'), member('word/document.xml', '<w:document/>')];

describe('a document that is taken', () => {
  it('is a PDF, kept byte for byte', () => {
    const document = examineDocument(PDF, 'bülten.doc');

    expect(document).toEqual({
      kind: 'PDF',
      content: PDF,
      mediaType: 'application/pdf',
      sha256: createHash('sha256').update(PDF).digest('hex'),
    });
  });

  it('is a Word document, also one whose main part has a number', async () => {
    const whole = await docx();

    expect(examineDocument(whole, 'açıklama.docx')).toMatchObject({ kind: 'DOCX', content: whole });
    expect(examineDocument(rawZip([member('[Content_Types].xml'), member('word/document2.xml')]), 'x').kind).toBe(
      'DOCX',
    );
    expect(examineDocument(rawZip(WORD), 'x.zip').kind).toBe('DOCX');
  });

  it('is an OpenDocument text', async () => {
    expect(examineDocument(await odt(), 'tutanak.odt')).toMatchObject({
      kind: 'ODT',
      mediaType: 'application/vnd.oasis.opendocument.text',
    });
  });

  it.each([
    ['UTF-8', Buffer.from('Şenlik İçin\r\nGömeç\tığdır')],
    ['UTF-8 with its mark', Buffer.from('\ufeffŞenlik İçin\r\nGömeç\tığdır')],
    ['UTF-16, little end first', Buffer.from('\ufeffŞenlik İçin\r\nGömeç\tığdır', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\ufeffŞenlik İçin\r\nGömeç\tığdır', 'utf16le').swap16()],
    ['windows-1254', Buffer.from('\xdeenlik \xddçin\r\nG\xf6me\xe7\t\xfd\xf0d\xfdr', 'latin1')],
  ])('is a text in %s, brought to UTF-8', (_name, content) => {
    const text = examineDocument(content, 'not.TXT');
    const table = examineDocument(content, 'liste.csv');

    expect(text).toMatchObject({ kind: 'TXT', mediaType: 'text/plain; charset=utf-8' });
    expect(text.content.toString()).toBe('Şenlik İçin\r\nGömeç\tığdır');
    expect(table).toMatchObject({ kind: 'CSV', mediaType: 'text/csv; charset=utf-8' });
    expect(table.content.toString()).toBe('\ufeffŞenlik İçin\r\nGömeç\tığdır');
    expect(text.sha256).toBe(createHash('sha256').update(text.content).digest('hex'));
  });
});

describe('a document that is not taken', () => {
  it.each([
    ['a page of HTML', Buffer.from('<!doctype html><script>alert(1)</script>'), 'duyuru.html'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'logo.svg'],
    ['a program named as a text', Buffer.from('MZ\u0090\u0000\u0003\u0000', 'latin1'), 'oku.txt'],
    ['a text with a control character', Buffer.from('a\u0000b'), 'oku.txt'],
    ['a text with a byte that no code has', Buffer.from([0x41, 0x81, 0x42]), 'oku.csv'],
    ['a plain ZIP', rawZip([member('a.txt')]), 'arşiv.zip'],
    ['a ZIP named as a Word document', rawZip([member('a.txt')]), 'arşiv.docx'],
    ['a spreadsheet', rawZip([member('[Content_Types].xml'), member('xl/workbook.xml')]), 'liste.xlsx'],
    ['a text with no ending', Buffer.from('metin'), 'metin'],
    ['an old Word document', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'eski.doc'],
  ])('is %s', (_name, content, fileName) => {
    expect(refusalOf(content, fileName).details).toEqual({
      reason: FileRefusal.UNKNOWN_KIND,
      accepted: ['PDF', 'DOCX', 'ODT', 'TXT', 'CSV'],
    });
  });

  it('is an OpenDocument whose first member is packed or says something else', () => {
    const mark = 'application/vnd.oasis.opendocument.text';
    const content = member('content.xml');

    expect(examineDocument(rawZip([member('mimetype', mark, { method: 0 }), content]), 'x.odt').kind).toBe('ODT');
    expect(reasonOf(rawZip([member('mimetype', mark), content]), 'x.odt')).toBe(FileRefusal.UNKNOWN_KIND);
    expect(reasonOf(rawZip([member('mimetype', `${mark}-master`, { method: 0 }), content]), 'x.odt')).toBe(
      FileRefusal.UNKNOWN_KIND,
    );
  });

  it('is an empty or oversized one', () => {
    expect(reasonOf(Buffer.alloc(0), 'boş.txt')).toBe(FileRefusal.EMPTY);
    expect(reasonOf(Buffer.from('\ufeff'), 'boş.csv')).toBe(FileRefusal.EMPTY);
    expect(refusalOf(Buffer.alloc(20 * 1024 * 1024 + 1, 'a'), 'uzun.txt').details).toEqual({
      reason: FileRefusal.TOO_LARGE,
      limitBytes: 20_971_520,
    });
  });

  it('is one that is locked or carries macros', async () => {
    const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]);

    expect(reasonOf(locked, 'kilitli.docx')).toBe(FileRefusal.ENCRYPTED);
    expect(reasonOf(rawZip([...WORD, member('a', 'x', { flags: 1 })]), 'kilitli.docx')).toBe(FileRefusal.ENCRYPTED);
    expect(reasonOf(await docx({ 'word/vbaProject.bin': 'x' }), 'a.docx')).toBe(FileRefusal.MACROS);
    expect(reasonOf(await odt({ 'Basic/Standard/Module1.xml': 'x' }), 'a.odt')).toBe(FileRefusal.MACROS);
  });

  it('is a PDF that breaks off', () => {
    expect(reasonOf(PDF.subarray(0, 40), 'a.pdf')).toBe(FileRefusal.BROKEN);
    expect(reasonOf(Buffer.concat([PDF, Buffer.alloc(5000, 'a')]), 'a.pdf')).toBe(FileRefusal.BROKEN);
  });

  it('is a ZIP that breaks off at any point, or continues after its end', () => {
    const whole = rawZip(WORD);

    for (let length = 4; length < whole.length; length += 1) {
      expect(reasonOf(whole.subarray(0, length), 'a.docx')).toBe(FileRefusal.BROKEN);
    }
    expect(reasonOf(rawZip(WORD, { tail: Buffer.from('<script>') }), 'a.docx')).toBe(FileRefusal.BROKEN);
    expect(reasonOf(Buffer.concat([Buffer.from('PK\u0003\u0004'), whole]), 'a.docx')).toBe(FileRefusal.BROKEN);
  });

  it.each([
    ['whose member leads out of its folder', [member('../../etc/passwd')]],
    ['whose member leads out by a backslash', [member('word\\..\\x')]],
    ['whose member has an absolute path', [member('/etc/passwd')]],
    ['that has one name twice', [member('word/document.xml')]],
    ['whose head has another name', [member('a', 'x', { localName: 'b' })]],
    ['whose head has another size', [member('a', 'x', { localClaimedBytes: 7 })]],
    ['with an unknown packing', [member('a', 'x', { method: 99 })]],
    ['whose stored member claims more bytes than it has', [member('a', 'x', { method: 0, claimedBytes: 500 })]],
    ['whose members share bytes', [member('a'), member('a2', 'x', { isOverlapping: true, localName: 'a' })]],
  ])('is a ZIP %s', (_name, more) => {
    expect(reasonOf(rawZip([...WORD, ...more]), 'a.docx')).toBe(FileRefusal.BROKEN);
  });

  it('survives any single damaged byte: taken, or refused with a reason', () => {
    const whole = rawZip(WORD);

    for (let index = 0; index < whole.length; index += 1) {
      for (const value of [0x00, 0xff]) {
        const damaged = Buffer.from(whole);
        damaged[index] = value;
        const outcome = (() => {
          try {
            return examineDocument(damaged, 'a.docx').kind;
          } catch (error) {
            return error instanceof DomainError ? ErrorCode.UNACCEPTABLE_FILE : String(error);
          }
        })();
        expect(['DOCX', ErrorCode.UNACCEPTABLE_FILE]).toContain(outcome);
      }
    }
  });
});

describe('a zip bomb', () => {
  it('that really unpacks to 300 MB is refused at once and without memory', () => {
    const bomb = rawZip([member('[Content_Types].xml'), member('word/document.xml', Buffer.alloc(300 * 1024 * 1024))]);
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const memory = process.memoryUsage().rss;
    const start = performance.now();

    const refusal = refusalOf(bomb, 'bülten.docx');

    expect(refusal.details).toEqual({ reason: FileRefusal.EXPANDS_TOO_MUCH, limitBytes: 209_715_200 });
    expect(performance.now() - start).toBeLessThan(1000);
    expect(process.memoryUsage().rss - memory).toBeLessThan(50 * 1024 * 1024);
  });

  it('is known by its total, by its ratio and by the number of its members', () => {
    const claims = (...sizes: number[]): Buffer =>
      rawZip([...WORD, ...sizes.map((claimedBytes, index) => member(`m${index}`, 'x', { claimedBytes }))]);
    const swollen = FileRefusal.EXPANDS_TOO_MUCH;

    expect(reasonOf(claims(0xff_ff_ff_fe), 'a.docx')).toBe(swollen);
    expect(reasonOf(claims(11 * 1024 * 1024), 'a.docx')).toBe(swollen);
    expect(examineDocument(claims(9 * 1024 * 1024), 'a.docx').kind).toBe('DOCX');
    expect(reasonOf(claims(...Array<number>(5000).fill(1)), 'a.docx')).toBe(swollen);
  });
});
