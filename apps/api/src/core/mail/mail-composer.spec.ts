import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { ErrorCode } from '@domain/errors';
import { verifyDkim } from '../../../../../test/support/dkim-verifier';
import { type DkimKey, generateDkimKey } from './dkim';
import { type MailContent, type MailEnvelope, messageIdOf, type MailSender } from './mail';
import { composeBody, composeMessage } from './mail-composer';

const photo = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7) % 256));
const content: MailContent = {
  subject: 'Körfez’de ortak kıyı temizliği: İğdeli, Akçay ve Ören’de 23 Nisan sabahı buluşuyoruz',
  html: '<p>Sayın basın mensupları, <b>İğdeli</b> sahilinde ışıklar… ğüşıöç</p>',
  text: 'Sayın basın mensupları,\n\nİğdeli sahilinde ışıklar… ğüşıöç\n.\nFrom: satırı\n',
};
const sender: MailSender = {
  officeDomain: 'edremit.bel.tr',
  fromName: 'Edremit Belediyesi Basın Yayın Müdürlüğü',
  fromAddress: 'basin@edremit.bel.tr',
  replyTo: 'iletisim@edremit.bel.tr',
};
const envelope: MailEnvelope = {
  to: { name: 'Şükrü Işık, Körfez Gazetesi', address: 'haber@korfez.example.com' },
  messageId: messageIdOf('019db7c5-7a00-7000-8000-000000000001', 'edremit.bel.tr'),
  listId: 'basin.edremit.bel.tr',
  unsubscribeUrl: 'https://tekses.example/abonelik/Zx1,2?a=b',
  autoSubmitted: 'auto-generated',
  date: new Date('2026-04-23T09:00:00+03:00'),
};

async function composed(changes: {
  content?: Partial<MailContent>;
  sender?: Partial<MailSender>;
  envelope?: Partial<MailEnvelope>;
}): Promise<Buffer> {
  const prepared = await composeBody({ ...content, ...changes.content });
  return composeMessage(prepared, { ...sender, ...changes.sender }, { ...envelope, ...changes.envelope });
}

function headOf(raw: Buffer): string[] {
  const text = raw.toString('latin1');
  return text
    .slice(0, text.indexOf('\r\n\r\n'))
    .split(/\r\n(?![ \t])/)
    .map((field) => field.replaceAll('\r\n', ''));
}

function people(field: ParsedMail['from'] | ParsedMail['to']): AddressObject['value'] {
  return [field ?? []].flat().flatMap((object) => object.value);
}

describe('composeMessage', () => {
  it('writes the fields of one recipient', async () => {
    const head = headOf(
      await composed({ content: { subject: 'Su kesintisi' }, envelope: { to: { address: 'a@b.example' } } }),
    );

    expect(head.slice(1)).toEqual([
      'To: a@b.example',
      'Reply-To: iletisim@edremit.bel.tr',
      'Subject: Su kesintisi',
      'Date: Thu, 23 Apr 2026 06:00:00 +0000',
      'Message-ID: <019db7c5-7a00-7000-8000-000000000001@edremit.bel.tr>',
      'List-Id: <basin.edremit.bel.tr>',
      'List-Unsubscribe: <https://tekses.example/abonelik/Zx1%2C2?a=b>',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      'Auto-Submitted: auto-generated',
      'MIME-Version: 1.0',
      expect.stringMatching(/^Content-Type: multipart\/alternative; boundary=tekses-[0-9a-f]{32}-Part_1$/),
    ]);
  });

  it('brings Turkish text to the reader unchanged', async () => {
    const mail = await simpleParser(await composed({}));

    expect(mail.subject).toBe(content.subject);
    expect(mail.text).toBe(content.text);
    expect(mail.html).toBe(content.html);
    expect(people(mail.from)).toEqual([{ name: sender.fromName, address: sender.fromAddress }]);
    expect(people(mail.to)).toEqual([{ name: envelope.to.name, address: envelope.to.address }]);
    expect(mail.date).toEqual(envelope.date);
  });

  it('has only ASCII, CRLF and lines that any server takes', async () => {
    const raw = await composed({ content: { text: `${'ğ'.repeat(3000)}\nbare\rreturn\0\x1b` } });

    const text = raw.toString('latin1');
    expect(/[^\r\n\x20-\x7e]/.exec(text)).toBeNull();
    expect(/[\r\n]/.exec(text.replaceAll('\r\n', ''))).toBeNull();
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
    expect((await simpleParser(raw)).text).toBe(`${'ğ'.repeat(3000)}\nbare\nreturn\0\x1b`);
  });

  it('carries attachments byte for byte, text files and Turkish names among them', async () => {
    const table = Buffer.from('ilçe;kişi\nHavran;3\r\nGömeç;4\n');
    const raw = await composed({
      content: {
        attachments: [
          { fileName: 'İğdeli “sahil” ağaçları; 2026.jpg', mediaType: 'image/jpeg', content: photo },
          { fileName: 'çizelge.csv', mediaType: 'text/csv', content: table },
        ],
      },
    });

    const { attachments } = await simpleParser(raw);
    expect(attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
      ['İğdeli “sahil” ağaçları; 2026.jpg', 'image/jpeg'],
      ['çizelge.csv', 'text/csv'],
    ]);
    expect(attachments.map((attachment) => attachment.content)).toEqual([photo, table]);
  });

  it('threads a correction behind what this recipient received', async () => {
    const thread = { inReplyTo: '<ilk@edremit.bel.tr>', references: ['<ilk@edremit.bel.tr>', 'ikinci@edremit.bel.tr'] };

    const forAll = headOf(await composed({ content: { ...thread, inReplyTo: 'herkes@edremit.bel.tr' } }));
    const forOne = headOf(await composed({ content: { inReplyTo: 'herkes@edremit.bel.tr' }, envelope: thread }));

    expect(forAll).toContain('In-Reply-To: <herkes@edremit.bel.tr>');
    expect(forAll).toContain('References: <ilk@edremit.bel.tr> <ikinci@edremit.bel.tr>');
    expect(forOne).toContain('In-Reply-To: <ilk@edremit.bel.tr>');
    expect(forOne).toContain('References: <ilk@edremit.bel.tr> <ikinci@edremit.bel.tr>');
  });

  it('writes no list fields on a mail of no list', async () => {
    const head = headOf(await composed({ envelope: { listId: undefined, unsubscribeUrl: undefined } }));

    expect(head.filter((field) => field.startsWith('List-'))).toEqual([]);
  });

  it.each([
    ['https://tekses.example/a', true],
    ['http://localhost:4000/a', true],
    ['http://127.0.0.1:4000/a', true],
    ['http://tekses.yerel.example/a', false],
  ])('offers one-click at %s: %s', async (unsubscribeUrl, isOffered) => {
    const head = headOf(await composed({ envelope: { unsubscribeUrl } }));

    expect(head).toContain(`List-Unsubscribe: <${unsubscribeUrl}>`);
    expect(head.includes('List-Unsubscribe-Post: List-Unsubscribe=One-Click')).toBe(isOffered);
  });

  it('gives the same bytes for the same mail, whenever it is composed', async () => {
    const attachments = [{ fileName: 'a.jpg', mediaType: 'image/jpeg', content: photo }];

    expect(await composed({ content: { attachments } })).toEqual(await composed({ content: { attachments } }));
  });

  it('gives another boundary to another content', async () => {
    const [one, other] = await Promise.all([composeBody(content), composeBody({ ...content, text: 'Düzeltme' })]);

    expect(one.contentFields).not.toEqual(other.contentFields);
  });

  describe('refuses what could become a field, a recipient or a part of its own:', () => {
    const lineBreaks = ['\r\nBcc: x@evil.com', '\nBcc: x@evil.com', '\rBcc: x@evil.com', '\0', '\u2028'];
    const places: [string, (value: string) => Parameters<typeof composed>[0]][] = [
      ['subject', (value) => ({ content: { subject: `Duyuru${value}` } })],
      ['sender.fromName', (value) => ({ sender: { fromName: `Edremit${value}` } })],
      ['sender.fromAddress', (value) => ({ sender: { fromAddress: `a@edremit.bel.tr${value}` } })],
      ['sender.replyTo', (value) => ({ sender: { replyTo: `a@edremit.bel.tr${value}` } })],
      ['envelope.to.name', (value) => ({ envelope: { to: { name: `Ayşe${value}`, address: 'a@b.example' } } })],
      ['envelope.to.address', (value) => ({ envelope: { to: { address: `a@b.example${value}` } } })],
      ['envelope.messageId', (value) => ({ envelope: { messageId: `<a@b>${value}` } })],
      ['envelope.listId', (value) => ({ envelope: { listId: `basin.bel.tr${value}` } })],
      ['envelope.unsubscribeUrl', (value) => ({ envelope: { unsubscribeUrl: `https://a.example/${value}` } })],
      ['inReplyTo', (value) => ({ envelope: { inReplyTo: `<a@b>${value}` } })],
      ['references.0', (value) => ({ envelope: { references: [`<a@b>${value}`] } })],
      [
        'attachments.0.fileName',
        (value) => ({
          content: { attachments: [{ fileName: `a${value}.jpg`, mediaType: 'image/jpeg', content: photo }] },
        }),
      ],
      [
        'attachments.0.mediaType',
        (value) => ({
          content: { attachments: [{ fileName: 'a.jpg', mediaType: `image/jpeg${value}`, content: photo }] },
        }),
      ],
    ];

    it.each(places.flatMap(([path, change]) => lineBreaks.map((value) => [path, value, change] as const)))(
      '%s with %j',
      async (path, value, change) => {
        await expect(composed(change(value))).rejects.toMatchObject({ code: ErrorCode.INVALID, path: path.split('.') });
      },
    );

    it.each([
      ['envelope.to.address', { envelope: { to: { address: 'a@b.example, c@d.example' } } }],
      ['envelope.to.address', { envelope: { to: { address: 'grup: a@b.example;' } } }],
      ['envelope.to.address', { envelope: { to: { address: '"a@evil.com"@b.example' } } }],
      ['envelope.unsubscribeUrl', { envelope: { unsubscribeUrl: 'javascript:alert(1)' } }],
      ['envelope.unsubscribeUrl', { envelope: { unsubscribeUrl: 'mailto:a@b.example' } }],
      ['envelope.unsubscribeUrl', { envelope: { unsubscribeUrl: 'https://user:pw@a.example/' } }],
      ['envelope.unsubscribeUrl', { envelope: { unsubscribeUrl: `https://a.example/${'a'.repeat(900)}` } }],
      ['envelope.date', { envelope: { date: new Date(Number.NaN) } }],
      ['envelope.autoSubmitted', { envelope: { autoSubmitted: 'no\r\nX: y' as 'no' } }],
      [
        'attachments.0.fileName',
        { content: { attachments: [{ fileName: '../a', mediaType: 'a/b', content: photo }] } },
      ],
      ['attachments.0.fileName', { content: { attachments: [{ fileName: ' ', mediaType: 'a/b', content: photo }] } }],
      [
        'attachments.0.mediaType',
        { content: { attachments: [{ fileName: 'a', mediaType: 'message/rfc822', content: photo }] } },
      ],
      [
        'attachments.0.mediaType',
        { content: { attachments: [{ fileName: 'a', mediaType: 'a/b; x=y', content: photo }] } },
      ],
    ])('%s in %j', async (path, changes) => {
      await expect(composed(changes)).rejects.toMatchObject({ code: ErrorCode.INVALID, path: path.split('.') });
    });
  });

  it('keeps a hostile name and subject inside their fields', async () => {
    const name = '"x" <a@evil.com>, grup: b@evil.com;';

    const raw = await composed({
      content: { subject: name },
      sender: { fromName: name },
      envelope: { to: { name, address: 'a@b.example' } },
    });

    const mail = await simpleParser(raw);
    expect(people(mail.to)).toEqual([{ name, address: 'a@b.example' }]);
    expect(people(mail.from)).toEqual([{ name, address: sender.fromAddress }]);
    expect(mail.subject).toBe(name);
    expect(headOf(raw).filter((field) => /^(?:b?cc|to):/i.test(field))).toHaveLength(1);
  });

  describe('with a DKIM key', () => {
    let key: DkimKey;
    beforeAll(async () => {
      key = await generateDkimKey();
    });

    function signed() {
      return { sender: { dkim: { domain: 'edremit.bel.tr', selector: key.selector, privateKey: key.privateKey } } };
    }
    function dns() {
      return { [`${key.selector}._domainkey.edremit.bel.tr`]: key.dnsRecord };
    }

    it('signs each recipient’s head over the one body', async () => {
      const prepared = await composeBody({
        ...content,
        attachments: [{ fileName: 'a.jpg', mediaType: 'image/jpeg', content: photo }],
      });
      const mails = ['ali@a.example', 'ayse@b.example'].map((address) =>
        composeMessage(prepared, { ...sender, ...signed().sender }, { ...envelope, to: { address } }),
      );

      expect(mails.map((mail) => verifyDkim(mail, dns()))).toEqual(['pass', 'pass']);
      expect(mails.every((mail) => mail.includes(`bh=${prepared.bodyHash};`))).toBe(true);
    });

    it('covers the fields that a reader and a one-click rely on', async () => {
      const raw = await composed(signed());

      const names =
        / h=([^;]+);/
          .exec(headOf(raw)[0] ?? '')?.[1]
          ?.replace(/\s/g, '')
          .split(':') ?? [];
      expect(names).toEqual(
        expect.arrayContaining(
          'from to subject date message-id list-unsubscribe list-unsubscribe-post mime-version content-type'.split(' '),
        ),
      );
      expect(names.filter((name) => name === 'from')).toHaveLength(2);
      expect(verifyDkim(Buffer.from(raw.toString('latin1').replace('One-Click', 'One-Clack'), 'latin1'), dns())).toBe(
        'signature differs',
      );
    });
  });
});
