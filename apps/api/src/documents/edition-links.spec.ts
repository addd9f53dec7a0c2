import { documentFileName, subscriptionUrl } from './edition-links';

it.each([
  ['2026/EDR-014', 'zeytin-hasadi-basladi', 'pdf', '2026-EDR-014-zeytin-hasadi-basladi.pdf'],
  ['2026/EDR-014', 'zeytin-hasadi-basladi', 'docx', '2026-EDR-014-zeytin-hasadi-basladi.docx'],
  ['2026/EDR-014', '', 'txt', '2026-EDR-014.txt'],
  ['../..\\x', 'a/../b\r\n"c', 'pdf', 'x-a-b-c.pdf'],
  ['2026/EDR-014', 'a'.repeat(300), 'pdf', `2026-EDR-014-${'a'.repeat(100)}.pdf`],
] as const)('names the file of %s %j as %s', (number, slug, format, expected) => {
  expect(documentFileName({ number, slug }, format)).toBe(expected);
});

it('names the page of the subscription with or without a slash at the end of the origin', () => {
  expect(subscriptionUrl('https://basin.example')).toBe('https://basin.example/basin/abonelik');
  expect(subscriptionUrl('https://basin.example//')).toBe('https://basin.example/basin/abonelik');
});
