import * as fc from 'fast-check';
import { simpleParser } from 'mailparser';
import type { MailContent } from './mail';
import { composeBody, composeMessage } from './mail-composer';
import { headerOf, readHead, readMail } from './mail-reader';

const sender = { officeDomain: 'gomec.bel.tr', fromName: 'Gömeç Belediyesi', fromAddress: 'basin@gomec.bel.tr' };
const envelope = {
  to: { name: 'Işıl Şahin, Körfez', address: 'haber@b.example' },
  messageId: 'a@gomec.bel.tr',
  autoSubmitted: 'no',
  date: new Date('2026-04-23T09:00:00+03:00'),
} as const;

async function composed(content: MailContent): Promise<Buffer> {
  return composeMessage(await composeBody(content), sender, envelope);
}

describe('readMail', () => {
  it('reads what the composer wrote', async () => {
    const raw = await composed({
      subject: 'İlçemizde ağaç dikme şenliği: “Bir fidan, bir nefes” etkinliğine bütün komşularımız davetlidir',
      html: '<p style="color:#000">İğde &amp; çınar = gölge</p>',
      text: 'İğde ve çınar = gölge\n\n.\nson satır  ',
      attachments: [
        {
          fileName: 'Ağaç listesi; “2026” çok uzun bir adla kaydedilmiş çizelge.pdf',
          mediaType: 'application/pdf',
          content: Buffer.alloc(70_001, 7),
        },
        { fileName: 'not.txt', mediaType: 'text/plain', content: Buffer.from('not') },
      ],
    });

    const mail = readMail(raw);

    expect(headerOf(mail.headers, 'subject')).toBe(
      'İlçemizde ağaç dikme şenliği: “Bir fidan, bir nefes” etkinliğine bütün komşularımız davetlidir',
    );
    expect(headerOf(mail.headers, 'From')).toBe('Gömeç Belediyesi <basin@gomec.bel.tr>');
    expect(headerOf(mail.headers, 'To')).toBe('Işıl Şahin, Körfez <haber@b.example>');
    expect(headerOf(mail.headers, 'Date')).toBe('Thu, 23 Apr 2026 06:00:00 +0000');
    expect(mail.text).toBe('İğde ve çınar = gölge\n\n.\nson satır  ');
    expect(mail.html).toBe('<p style="color:#000">İğde &amp; çınar = gölge</p>');
    expect(mail.attachments).toEqual([
      {
        fileName: 'Ağaç listesi; “2026” çok uzun bir adla kaydedilmiş çizelge.pdf',
        mediaType: 'application/pdf',
        byteLength: 70_001,
      },
      { fileName: 'not.txt', mediaType: 'text/plain', byteLength: 3 },
    ]);
  });

  it('agrees with mailparser on any text', async () => {
    const texts = fc.array(fc.constantFrom('ğ', 'İ', 'ı', '=', '?', '\n', ' ', '--', 'tekses', '😀', '"', '<b>'), {
      minLength: 1,
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(texts, async (parts) => {
        const text = parts.join('');
        const raw = await composed({ subject: `k${text.replaceAll('\n', '')}k`, html: `<p>${text}</p>`, text });
        const reference = await simpleParser(raw);
        const mail = readMail(raw);
        expect([mail.text, mail.html]).toEqual([text, reference.html]);
        expect(headerOf(mail.headers, 'Subject')).toBe(reference.subject);
      }),
      { numRuns: 100 },
    );
  });

  it('takes a broken mail without failing', () => {
    expect(readMail(Buffer.from('no head at all'))).toEqual({ headers: [], text: '', html: '', attachments: [] });
    expect(readMail(Buffer.from('Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n--a--\r\n')).text).toBe('');
  });
});

describe('readHead', () => {
  it('unfolds, decodes both encodings and leaves what it cannot decode', () => {
    const head = readHead(
      Buffer.from('Subject: =?UTF-8?B?xLBsw6dl?=\r\n =?utf-8?q?_ad=C4=B1?= son\r\nX-Bad: =?nope?Q?a?=\r\n\r\nX: y\r\n'),
    );

    expect(head).toEqual([
      { name: 'Subject', value: 'İlçe adı son' },
      { name: 'X-Bad', value: 'a' },
    ]);
  });
});
