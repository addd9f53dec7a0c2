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

function readText(value: unknown, maxLength: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, maxLength);
  return text === '' ? undefined : text;
}
