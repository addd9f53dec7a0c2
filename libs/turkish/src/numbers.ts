/** Numbers as Turkish readers and newsrooms write them: 1.234,56 · %25 · 1.234,50 TL · 7 bin 500. */

const LOCALE = 'tr-TR';
const plain = new Intl.NumberFormat(LOCALE);
const percent = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 });
const money = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const GROUPED_OR_PLAIN = /^[-−]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/;
const THOUSAND_WORDS = ['', 'bin', 'milyon', 'milyar', 'trilyon'] as const;

/** "1.234,56": dot between thousands, comma before at most three decimals. Refuses NaN and infinities (RangeError). */
export function formatNumber(value: number): string {
  return plain.format(finite(value));
}

/** The number that a Turkish reader means, or null: "1.234" is 1234, "0,5" is 0.5, "1.5" is not a Turkish number. */
export function parseNumber(text: string): number | null {
  const trimmed = text.trim();
  if (!GROUPED_OR_PLAIN.test(trimmed)) return null;
  return Number(trimmed.replaceAll('.', '').replace(',', '.').replace('−', '-'));
}

/** A ratio as percent, the sign first and at most one decimal: 0.25 is "%25". Refuses NaN and infinities. */
export function formatPercent(ratio: number): string {
  return percent.format(finite(ratio));
}

/** Liras as a bulletin writes them, always with kuruş: "1.234,50 TL". Refuses NaN and infinities. */
export function formatCurrencyPress(liras: number): string {
  return `${money.format(finite(liras))} TL`;
}

/**
 * Large whole numbers as agencies write them: "7 bin 500", "1 milyon 250 bin", and "bin", never "1 bin".
 * Decimals and numbers from a quadrillion on are written plainly. Refuses NaN and infinities.
 */
export function formatNumberPress(value: number): string {
  const size = Math.abs(finite(value));
  if (!Number.isInteger(value) || size < 1000 || size >= 1e15) return formatNumber(value);
  const parts: string[] = [];
  for (let power = THOUSAND_WORDS.length - 1; power >= 0; power -= 1) {
    const count = Math.floor(size / 1000 ** power) % 1000;
    if (count !== 0) parts.push(countInWords(count, power));
  }
  return (value < 0 ? 'eksi ' : '') + parts.join(' ');
}

function countInWords(count: number, power: number): string {
  const word = THOUSAND_WORDS[power] ?? '';
  if (power === 0) return String(count);
  return power === 1 && count === 1 ? word : `${count} ${word}`;
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`Format a number: ${value} is not finite`);
  return value;
}
