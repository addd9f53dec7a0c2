import fc from 'fast-check';
import { formatCurrencyPress, formatNumber, formatNumberPress, formatPercent, parseNumber } from './numbers';

describe('parseNumber', () => {
  it('reads back what formatNumber writes', () => {
    const threeDecimals = fc.integer({ min: -1e12, max: 1e12 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(threeDecimals, (value) => {
        expect(parseNumber(formatNumber(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it.each([
    ['1.234', 1234],
    ['1.234.567', 1234567],
    [' 1234,5 ', 1234.5],
    ['-12,25', -12.25],
    ['−3', -3],
  ])('reads "%s"', (text, expected) => {
    expect(parseNumber(text)).toBe(expected);
  });

  it.each(['1.5', '1,234.56', '12.34.567', '1234.567', 'bin', '1e5', ',5', ''])('refuses "%s"', (text) => {
    expect(parseNumber(text)).toBeNull();
  });
});

describe('formatting numbers', () => {
  it('writes thousands for newsrooms', () => {
    expect(formatNumberPress(0)).toBe('0');
    expect(formatNumberPress(999)).toBe('999');
    expect(formatNumberPress(1_001_000)).toBe('1 milyon bin');
    expect(formatNumberPress(1_500_000_000)).toBe('1 milyar 500 milyon');
    expect(formatNumberPress(-7500)).toBe('eksi 7 bin 500');
    expect(formatNumberPress(1250.5)).toBe('1.250,5');
  });

  it('rounds percents to one decimal', () => {
    expect(formatPercent(0.125)).toBe('%12,5');
    expect(formatPercent(1 / 3)).toBe('%33,3');
  });

  it('groups liras', () => {
    expect(formatCurrencyPress(1_250_000)).toBe('1.250.000,00 TL');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %s', (value) => {
    for (const format of [formatNumber, formatPercent, formatCurrencyPress, formatNumberPress]) {
      expect(() => format(value)).toThrow(RangeError);
    }
  });
});
