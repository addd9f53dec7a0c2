import { CROPS, type CropName, type Focus } from '@domain/files/crop';

/** What visitors put into an address, read without trust: what cannot be read counts as not given. */

const MAX_QUERY_LENGTH = 120;
const MAX_CURSOR_LENGTH = 400;

export interface ListQuery {
  readonly year?: number;
  /** Cursor of the page to show. */
  readonly before?: string;
  readonly query: string;
  readonly officeCode?: string;
}

/** `?yil=`, `?once=`, `?q=` and `?birim=`; a repeated parameter counts as not given. */
export function readListQuery(query: Readonly<Record<string, unknown>>): ListQuery {
  return {
    year: readYear(query['yil']) ?? undefined,
    before: readText(query['once'], MAX_CURSOR_LENGTH),
    query: readText(query['q'], MAX_QUERY_LENGTH) ?? '',
    officeCode: readSlug(query['birim']) ?? undefined,
  };
}

/** A year of four digits, or null. */
export function readYear(value: unknown): number | null {
  return typeof value === 'string' && /^[12]\d{3}$/.test(value) ? Number(value) : null;
}

/** A part of an address such as 'balikesir-bb', or null: asked before it reaches a query. */
export function readSlug(value: unknown): string | null {
  return typeof value === 'string' && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value) && value.length <= 120 ? value : null;
}

/** 'kucuk-50-30': which size of a picture, and around which point. null for what is no crop. */
export function readCrop(value: string): { readonly name: CropName; readonly focus: Focus } | null {
  const [, name = '', x = '', y = ''] = /^([a-z]+)-(\d{1,3})-(\d{1,3})$/.exec(value) ?? [];
  if (!isCropName(name) || Number(x) > 100 || Number(y) > 100) return null;
  return { name, focus: { focusX: Number(x) / 100, focusY: Number(y) / 100 } };
}

function isCropName(name: string): name is CropName {
  return Object.hasOwn(CROPS, name);
}

function readText(value: unknown, maxLength: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, maxLength);
  return text === '' ? undefined : text;
}
