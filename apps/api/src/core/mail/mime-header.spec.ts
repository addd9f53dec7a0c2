import * as fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { ErrorCode } from '@domain/errors';
import { listField, mailboxField, refuseControls, textField } from './mime-header';

const longSubject =
  'Körfez’de altı belediye ortak çağrı yaptı: İğdeli sahilinde ağaçlar, çöpler ve ışıklandırma için “Şimdi” günü';

async function parsedSubject(field: string): Promise<string | undefined> {
  return (await simpleParser(`${field}\r\n\r\n`)).subject;
}

function longestLine(field: string): number {
  return Math.max(...field.split('\r\n').map((line) => line.length));
}

describe('textField', () => {
  it('leaves a short ASCII text as it is', () => {
    expect(textField('Subject', 'Su kesintisi 14.30')).toBe('Subject: Su kesintisi 14.30');
  });

  it('encodes Turkish letters and folds at 76 characters between words', async () => {
    const field = textField('Subject', longSubject);

    expect(field).toMatch(/^[\x20-\x7e\r\n]+$/);
    expect(longestLine(field)).toBeLessThanOrEqual(76);
    expect(
      field
        .split('\r\n')
        .slice(1)
        .every((line) => line.startsWith(' =?UTF-8?Q?')),
    ).toBe(true);
    expect(await parsedSubject(field)).toBe(longSubject);
  });

  it('never divides a character between two encoded words', () => {
    const field = textField('Subject', 'ğ'.repeat(100));

    const words = field.slice('Subject: '.length).split('\r\n ');
    expect(words.map((word) => /^=\?UTF-8\?Q\?((?:=C4=9F)+)\?=$/.test(word))).toEqual(words.map(() => true));
    expect(words.length).toBeGreaterThan(8);
  });

  it('folds a long ASCII text at its spaces', async () => {
    const text = 'Edremit Belediyesi '.repeat(10).trim();

    const field = textField('Subject', text);

    expect(longestLine(field)).toBeLessThanOrEqual(76);
    expect(field).not.toContain('=?');
    expect(await parsedSubject(field)).toBe(text);
  });

  it('encodes a text that looks like an encoded word, so that it arrives as written', async () => {
    const text = '=?UTF-8?Q?Bcc=3A_x=40evil.com?=';

    expect(await parsedSubject(textField('Subject', text))).toBe(text);
  });

  it('writes decomposed letters in NFC', async () => {
    expect(await parsedSubject(textField('Subject', 'Gu\u0308n ve s\u0327ehir'))).toBe('Gün ve şehir');
  });

  it('brings back any text that a header can hold', async () => {
    const characters = fc.constantFrom(...'aİıĞğŞşÇçÖöÜü₺“”…€😀 =?_."\\<>(),:;@[]%0d'.split(''), '😀', '  ', '=?');
    await fc.assert(
      fc.asyncProperty(fc.array(characters, { minLength: 1, maxLength: 120 }), async (parts) => {
        const text = parts
          .join('')
          .replace(/\p{Cs}/gu, '')
          .trim();
        fc.pre(text !== '');
        const field = textField('Subject', text);
        expect(longestLine(field)).toBeLessThanOrEqual(76);
        expect(await parsedSubject(field)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});

describe('mailboxField', () => {
  it.each([
    ['Edremit Belediyesi', 'From: "Edremit Belediyesi" <basin@edremit.bel.tr>'],
    ['', 'From: basin@edremit.bel.tr'],
    ['  ', 'From: basin@edremit.bel.tr'],
    ['Ayşe', 'From: =?UTF-8?Q?Ay=C5=9Fe?= <basin@edremit.bel.tr>'],
  ])('writes the name %j', (name, field) => {
    expect(mailboxField('From', { name, address: 'basin@edremit.bel.tr' })).toBe(field);
  });

  it.each([
    'Gömeç Belediyesi Basın Yayın ve Halkla İlişkiler Müdürlüğü ile Burhaniye ve Havran belediyeleri',
    'a@evil.com, "b" <c@evil.com>',
    'x" <c@evil.com>, "y',
    'grup: a@evil.com;',
    'Ahmet (Kara) \\ "Yılmaz"',
    '=?UTF-8?Q?a=40evil.com=2C?=',
  ])('keeps the name %j in one mailbox', async (name) => {
    const field = mailboxField('To', { name, address: 'haber@example.com' });

    const mail = await simpleParser(`${field}\r\n\r\n`);
    expect(longestLine(field)).toBeLessThanOrEqual(76);
    expect(mail.to).toMatchObject({ value: [{ address: 'haber@example.com', name }] });
  });
});

describe('listField', () => {
  it('folds between pieces and never inside one', () => {
    const ids = ['one', 'two', 'three'].map((id) => `<${id}-${'0'.repeat(30)}@edremit.bel.tr>`);

    expect(listField('References', ids)).toBe(`References: ${ids[0]}\r\n ${ids[1]}\r\n ${ids[2]}`);
  });
});

describe('refuseControls', () => {
  it.each(['\r', '\n', '\r\n', '\0', '\t', '\x1b', '\x7f', '\x85', '\u2028', '\u2029', '\u202e', '\u2066', '\ud800'])(
    'refuses %j',
    (character) => {
      expect(() => refuseControls(`Ayşe${character}Bcc: x@evil.com`, ['name'])).toThrow(
        expect.objectContaining({ code: ErrorCode.INVALID, path: ['name'] }),
      );
    },
  );

  it('lets Turkish letters, quotation marks and emoji pass', () => {
    expect(() => refuseControls('İIıiĞğ “Şölen” 😀 ₺', ['name'])).not.toThrow();
  });
});
