import { normaliseEmail } from './email-address';
import { normalisePassword, passwordFault } from './password.policy';

const owner = { email: 'isil.gokceoglu@edremit.bel.tr', name: 'Işıl Gökçeoğlu' };
const fault = (password: string) => passwordFault(normalisePassword(password), owner);

it.each([
  ['Kışın çınar gölgesi uzar'],
  ['ğüşıöçİĞ'],
  ['zeytin dalı ve martı 7'],
  ['correct horse battery staple'],
  ['a'.repeat(3) + 'Bq9#' + 'ş'.repeat(249)],
  ['tamam mı, değil mi?'],
  ['🌊🌊🫒🫒🐟🐟⛵🌲'],
])('takes %p', (password) => {
  expect(fault(password)).toBeNull();
});

it.each([
  ['kısa ı', 'TOO_SHORT'],
  ['7 harf.', 'TOO_SHORT'],
  ['🌊🌊🌊🌊', 'TOO_SHORT'],
  [`${'uzun parola '.repeat(21)}12345`, 'TOO_LONG'],
  ['12345678', 'TOO_COMMON'],
  ['aaaaaaaaaa', 'TOO_COMMON'],
  ['1a1a1a1a1a', 'TOO_COMMON'],
  ['qwerty123', 'TOO_COMMON'],
  ['abcd1234', 'TOO_COMMON'],
  ['trustno1', 'TOO_COMMON'],
  ['butterfly', 'TOO_COMMON'],
  ['Şifre2026!', 'TOO_COMMON'],
  ['P4ssw0rd', 'TOO_COMMON'],
  ['Galatasaray1905', 'TOO_COMMON'],
  ['askimaskim', 'TOO_COMMON'],
  ['edremit2026', 'TOO_COMMON'],
  ['EDREMİT2026', 'TOO_COMMON'],
  ['Balıkesir.10', 'TOO_COMMON'],
  ['TekSes2026', 'TOO_COMMON'],
  ['Gökçeoğlu1', 'LIKE_ACCOUNT'],
  ['isil.gokceoglu', 'LIKE_ACCOUNT'],
  ['ışılgökçeoğlu99', 'LIKE_ACCOUNT'],
])('refuses %p as %s', (password, expected) => {
  expect(fault(password)).toBe(expected);
});

it('takes 64 characters and more without cutting: the last one counts', () => {
  const long = 'İğne deliğinden Hindistan’ı seyretmek bir sanattır, sabır işidir; '.repeat(2);

  expect(Array.from(long).length).toBeGreaterThan(64);
  expect(fault(long)).toBeNull();
  expect(normalisePassword(long)).toBe(long);
});

it('makes one form of composed and decomposed letters', () => {
  expect(normalisePassword('Ğöküşü-çınar'.normalize('NFD'))).toBe(normalisePassword('Ğöküşü-çınar'.normalize('NFC')));
});

it.each([
  ['  Isil@Edremit.BEL.tr ', 'isil@edremit.bel.tr'],
  ['ISIL+basin@balikesir.bel.tr', 'isil+basin@balikesir.bel.tr'],
  ['ışıl@edremit.bel.tr', null],
  ['İsil@edremit.bel.tr', null],
  ['isil@edremit', null],
  ['isil@edremit.bel.tr\nBcc: x@y.tr', null],
  ['isil edremit@bel.tr', null],
  [`${'a'.repeat(65)}@bel.tr`, null],
])('reads the e-mail address %p as %p', (text, expected) => {
  expect(normaliseEmail(text)).toBe(expected);
});
