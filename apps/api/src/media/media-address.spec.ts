import { mediaAddress } from './media-address';

describe('mediaAddress', () => {
  it.each([
    [' Haber@Gazete.EXAMPLE ', 'haber@gazete.example'],
    ['ISIL@ILICA.example', 'isil@ilica.example'],
    ['haber@ışık.example', 'haber@xn--k-ekaa7p.example'],
  ])('gives an address its one form: %j', (text, address) => {
    expect(mediaAddress(text)).toBe(address);
  });

  it.each([
    '',
    'haber',
    'ışıl@gazete.example',
    'a@b',
    'a@x.example, b@x.example',
    'Ali <a@x.example>',
    'a@x.example\nBcc: b@x.example',
  ])('takes none but one plain address: %j', (text) => {
    expect(mediaAddress(text)).toBeNull();
  });
});
