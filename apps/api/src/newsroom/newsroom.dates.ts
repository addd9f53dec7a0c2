import { formatDateFull, formatDateTimePress, formatTimePress, utcToLocal } from '@turkish/dates';

const numberFormat = new Intl.NumberFormat('tr-TR', { maximumFractionDigits: 1 });

/** '2026-11-24', the calendar day in Istanbul of a UTC instant. */
export function dayKeyOf(instant: string): string {
  return utcToLocal(new Date(instant)).slice(0, 10);
}

/** '24 Kasım 2026 Salı' in Istanbul. */
export function dayOf(instant: string): string {
  return formatDateFull(dayKeyOf(instant));
}

/** '14.30' in Istanbul. */
export function timeOf(instant: string): string {
  return formatTimePress(utcToLocal(new Date(instant)).slice(11));
}

/** '24 Kasım 2026 Salı 14.30' in Istanbul. */
export function momentOf(instant: string): string {
  return formatDateTimePress(new Date(instant));
}

/** '1,8 MB', '209 kB': decimal units, as download lists count. */
export function sizeOf(bytes: number): string {
  if (bytes >= 1_000_000) return `${numberFormat.format(bytes / 1_000_000)} MB`;
  return `${numberFormat.format(Math.max(1, Math.round(bytes / 1_000)))} kB`;
}

/**
 * The newest change among what an answer shows, null when it shows nothing. It never goes back: what is new, corrected
 * or withdrawn is changed later than what it pushes off the page.
 */
export function newestChange(shown: readonly { readonly updatedAt: string }[]): Date | null {
  const newest = Math.max(...shown.map(({ updatedAt }) => Date.parse(updatedAt)));
  return Number.isFinite(newest) ? new Date(newest) : null;
}
