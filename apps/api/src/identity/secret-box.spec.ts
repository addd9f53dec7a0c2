import { Env } from '../config/env';
import { newDeviceMark, readDeviceMark } from './device';
import { SecretBox } from './secret-box';

const boxOf = (secret: string) => new SecretBox(Object.assign(new Env(), { SESSION_SECRET: secret }));
const box = boxOf('ilk anahtar, otuz iki harften uzun olmalı');
const other = boxOf('öteki anahtar, otuz iki harften uzun olmalı');

it('opens what it sealed for the same bond', () => {
  expect(box.open(box.seal('ĞÜŞİÖÇ gizli', 'ışıl'), 'ışıl')).toBe('ĞÜŞİÖÇ gizli');
});

it('never seals the same text twice alike', () => {
  expect(box.seal('gizli', 'ışıl')).not.toBe(box.seal('gizli', 'ışıl'));
});

it('does not open what was sealed for another bond, under another secret, or altered', () => {
  const sealed = box.seal('gizli', 'ışıl');
  const parts = sealed.split('.');
  const altered = [...parts.slice(0, 3), Buffer.from('gizlj').toString('base64url')].join('.');

  expect(() => box.open(sealed, 'şule')).toThrow(/authenticate/);
  expect(() => other.open(sealed, 'ışıl')).toThrow(/authenticate/);
  expect(() => box.open(altered, 'ışıl')).toThrow(/authenticate/);
  expect(() => box.open([...parts.slice(0, 2), parts[2]?.slice(0, 8), parts[3]].join('.'), 'ışıl')).toThrow(/tag/);
  expect(() => box.open('v1.a.b', 'ışıl')).toThrow(/initialization vector/);
});

it('marks the same text alike for one purpose and differently for another', () => {
  expect(box.mark('recovery', 'ABCDE').equals(box.mark('recovery', 'ABCDE'))).toBe(true);
  expect(box.mark('recovery', 'ABCDE').equals(box.mark('throttle', 'ABCDE'))).toBe(false);
  expect(box.mark('recovery', 'ABCDE').equals(other.mark('recovery', 'ABCDE'))).toBe(false);
});

it('knows its own device marks, for the account that they were made for', () => {
  const mark = newDeviceMark(box, 'isil@edremit.ornek.tr');

  expect(readDeviceMark(box, mark, 'isil@edremit.ornek.tr')).toBe(mark.split('.')[0]);
  expect(readDeviceMark(box, mark, 'sule@gomec.ornek.tr')).toBeNull();
  expect(readDeviceMark(other, mark, 'isil@edremit.ornek.tr')).toBeNull();
  expect(readDeviceMark(box, `${mark}A`, 'isil@edremit.ornek.tr')).toBeNull();
  expect(readDeviceMark(box, null, 'isil@edremit.ornek.tr')).toBeNull();
});
