/** Public addresses that messages and text files name. The newsroom owns the paths and gives them; texts only print them. */
export interface EditionLinks {
  /** The bulletin's page in the newsroom. */
  readonly page: string;
  /** The press contacts, or the front page of the newsroom. */
  readonly newsroom: string;
  /** Where anybody sees and ends a subscription: the same for all, since the body of a mail is composed once per bulletin. */
  readonly subscription: string;
  /** The bulletin itself as a file. */
  readonly document: (format: DocumentFormat) => string;
  /** A picture or document of the bulletin. */
  readonly file: (file: { readonly fileId: string; readonly fileName: string }) => string;
}

export type DocumentFormat = 'pdf' | 'docx' | 'txt';

/** Longest slug in a file name, so that the whole stays below what mail programs and older file systems cut. */
const MAX_SLUG_LENGTH = 100;

/** The page that tells how to leave a list, without knowing who asks. */
export function subscriptionUrl(baseUrl: string): string {
  return `${baseUrl.replace(/\/+$/, '')}/basin/abonelik`;
}

/** '2026-EDR-014-zeytin-hasadi-basladi.pdf': number and slug, in letters that every system and mail program can show. */
export function documentFileName(
  edition: { readonly number: string; readonly slug: string },
  format: DocumentFormat | 'zip',
): string {
  const number = edition.number.replaceAll(/[^A-Za-z0-9]+/g, '-');
  const slug = edition.slug.replaceAll(/[^a-z0-9]+/g, '-').slice(0, MAX_SLUG_LENGTH);
  return `${`${number}-${slug}`.replaceAll(/^-+|-+$/g, '')}.${format}`;
}
