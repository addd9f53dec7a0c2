import addressparser from 'nodemailer/lib/addressparser';
import { ErrorCode } from '@domain/errors';
import { isMailAddress, parseDomain, parseMailAddress, parseMessageId } from './mail-address';

describe('parseMailAddress', () => {
  it.each([
    ['haber@korfezgazetesi.com.tr', 'haber@korfezgazetesi.com.tr'],
    ['Ayse.Yilmaz+basin@Edremit.BEL.TR', 'Ayse.Yilmaz+basin@edremit.bel.tr'],
    ['haber@ayvalık.bel.tr', 'haber@xn--ayvalk-t9a.bel.tr'],
    ["o'brien@example.com", "o'brien@example.com"],
  ])('takes %s', (text, address) => {
    expect(parseMailAddress(text)).toBe(address);
  });

  it.each([
    ['nothing', ''],
    ['no at sign', 'haber'],
    ['two at signs', 'a@b.com@evil.com'],
    ['a quoted local part that hides another address', '"victim@good.com x"@evil.com'],
    ['a quoted local part', '"a b"@example.com'],
    ['a name and an address', 'Ayşe <ayse@example.com>'],
    ['an address in brackets', '<ayse@example.com>'],
    ['two addresses', 'a@example.com,b@example.com'],
    ['two addresses by semicolon', 'a@example.com;b@example.com'],
    ['a group', 'basin:a@example.com,b@example.com;'],
    ['a comment', 'a(b@evil.com)@example.com'],
    ['a route', '@relay.com:a@example.com'],
    ['a line break and a header', 'a@example.com\r\nBcc: b@example.com'],
    ['a bare line feed', 'a@example.com\n'],
    ['a NUL', 'a\0@example.com'],
    ['white space', 'a b@example.com'],
    ['a trailing space', 'a@example.com '],
    ['a percent-encoded route', 'a%0d%0abcc@example.com\r'],
    ['an SMTP parameter', 'a@example.com> SIZE=1'],
    ['a domain literal', 'a@[127.0.0.1]'],
    ['an IPv4 address as domain', 'a@127.0.0.1'],
    ['a domain of one label', 'a@localhost'],
    ['an empty label', 'a@example..com'],
    ['a label with a hyphen at its end', 'a@example-.com'],
    ['a dot at the end of the local part', 'a.@example.com'],
    ['two dots in the local part', 'a..b@example.com'],
    ['a local part beyond ASCII', 'ayşe@example.com'],
    ['an encoded word', '=?utf-8?q?a=40b.com=2C?=@example.com '],
    ['a zero-width character in the domain', 'a@exam\u200bple.com'],
    ['a local part of 65 octets', `${'a'.repeat(65)}@example.com`],
    ['an address of 255 octets', `a@${'abcdefg.'.repeat(31)}abcde`],
  ])('refuses %s', (_, text) => {
    expect(() => parseMailAddress(text, ['to'])).toThrow(
      expect.objectContaining({ code: ErrorCode.INVALID, path: ['to'] }),
    );
    expect(isMailAddress(text)).toBe(false);
  });

  it('takes nothing that nodemailer would read as another address', () => {
    const hostile = [
      '"a@evil.com"@good.com',
      'a@good.com <b@evil.com>',
      'a@good.com(<b@evil.com>)',
      'x:a@evil.com;@good.com',
    ];
    const plain = ['a+b=c@good.com', 'a{b}@good.com', "a'b'@good.com", 'a/b@good.com'];

    const taken = [...hostile, ...plain].filter(isMailAddress);

    expect(taken).toEqual(plain);
    expect(taken.map((address) => addressparser(address))).toEqual(plain.map((address) => [{ address, name: '' }]));
  });
});

describe('parseMessageId', () => {
  it('puts brackets around a bare id and leaves a bracketed one', () => {
    expect(parseMessageId('019db7c5-7a00-7000@edremit.bel.tr', ['id'])).toBe('<019db7c5-7a00-7000@edremit.bel.tr>');
    expect(parseMessageId('<a.b@edremit.bel.tr>', ['id'])).toBe('<a.b@edremit.bel.tr>');
  });

  it.each(['', 'a', '<a@b', 'a@b>', '<a@b> <c@d>', '<a b@c>', '<a@b>\r\nBcc: x@y', `${'a'.repeat(250)}@b`])(
    'refuses %j',
    (text) => {
      expect(() => parseMessageId(text, ['id'])).toThrow(expect.objectContaining({ code: ErrorCode.INVALID }));
    },
  );
});

describe('parseDomain', () => {
  it('writes an internationalised name in ASCII', () => {
    expect(parseDomain('AYVALIK.bel.tr', ['domain'])).toBe('ayvalik.bel.tr');
    expect(parseDomain('gömeç.bel.tr', ['domain'])).toBe('xn--gme-4la6e.bel.tr');
  });

  it('refuses what would add a tag to a signature', () => {
    expect(() => parseDomain('edremit.bel.tr; l=0', ['domain'])).toThrow(
      expect.objectContaining({ code: ErrorCode.INVALID, path: ['domain'] }),
    );
  });
});
