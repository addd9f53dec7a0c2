import { formatNumber, isOfficeShort, numberSlug, officeShortFor, parseNumber } from './number';

it('writes year, office and a count of at least three digits', () => {
  expect(formatNumber(2026, 'EDR', 14)).toBe('2026/EDR-014');
  expect(formatNumber(2027, 'BAL', 1)).toBe('2027/BAL-001');
  expect(formatNumber(2026, 'AYV', 1000)).toBe('2026/AYV-1000');
});

it('reads what it writes and nothing else', () => {
  expect(parseNumber('2026/EDR-014')).toEqual({ year: 2026, officeShort: 'EDR', sequence: 14 });
  expect(parseNumber(formatNumber(2026, 'AYV', 12345))).toEqual({ year: 2026, officeShort: 'AYV', sequence: 12345 });
  for (const text of ['2026/EDR-14', '2026-EDR-014', '26/EDR-014', '2026/edr-014', '2026/ÇAR-014', '2026/EDR-014 ']) {
    expect(parseNumber(text)).toBeNull();
  }
});

it('gives a number for addresses and file names', () => {
  expect(numberSlug('2026/EDR-014')).toBe('2026-edr-014');
});

it('takes the first three letters of the office', () => {
  expect(
    ['balikesir-bb', 'edremit', 'ayvalik', 'gomec', 'burhaniye', 'havran'].map((code) => officeShortFor(code)),
  ).toEqual(['BAL', 'EDR', 'AYV', 'GOM', 'BUR', 'HAV']);
});

it('finds a free one when the first is taken', () => {
  expect(officeShortFor('balya', new Set(['BAL']))).toBe('BAY');
  expect(officeShortFor('balya', new Set(['BAL', 'BAY']))).toBe('BAA');
  expect(officeShortFor('su', new Set())).toBe('SUX');
});

it('gives all twenty districts and the metropolitan office different ones', () => {
  const codes =
    'balikesir-bb altieylul ayvalik balya bandirma bigadic burhaniye dursunbey edremit erdek gomec gonen havran ivrindi karesi kepsut manyas marmara savastepe sindirgi susurluk'.split(
      ' ',
    );
  const taken = new Set<string>();
  for (const code of codes) taken.add(officeShortFor(code, taken));

  expect(taken.size).toBe(21);
  expect(Array.from(taken).every(isOfficeShort)).toBe(true);
});
