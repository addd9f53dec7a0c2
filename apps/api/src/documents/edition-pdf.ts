import { join } from 'node:path';
import type { PublishedEdition } from '@domain/bulletins/edition';
import { upperTr } from '@turkish/casing';
import {
  ATTACHMENTS_TITLE,
  CONTACTS_TITLE,
  CONTACT_COLUMNS,
  PICTURES_TITLE,
  WITHDRAWN_MARK,
  editionDocument,
  hasContact,
  type DocumentFile,
  type DocumentOffice,
  type EditionDocument,
} from './edition-document';
import type { Logo } from './edition-logos';
import type { FontCoverage } from './font-coverage';
import type { Block } from './rich-text-blocks';
import { TEMPLATES_FOLDER, type TypstCompiler } from './typst-compiler';

/** What `templates/bulletin.typ` reads: plain values only, so that no word of a bulletin can act as markup. */
export interface PdfContent extends Pick<
  EditionDocument,
  'kindText' | 'number' | 'publishedText' | 'updatedText' | 'notices' | 'headline' | 'spot' | 'dateline' | 'tags'
> {
  readonly offices: readonly PdfOffice[];
  readonly leadName: string;
  /** The headline as the head of the following pages has room for it. */
  readonly shortHeadline: string;
  /** Last change of the text in UTC: the date that the file states of itself. */
  readonly date: {
    readonly year: number;
    readonly month: number;
    readonly day: number;
    readonly hour: number;
    readonly minute: number;
    readonly second: number;
  };
  readonly withdrawn: boolean;
  readonly body: readonly Block[];
  readonly pictures: readonly DocumentFile[];
  readonly attachments: readonly DocumentFile[];
  readonly contacts: readonly {
    readonly office: string;
    readonly person: string;
    readonly phone: string;
    readonly email: string;
    readonly mailto: string;
  }[];
  readonly contactHeader: readonly string[];
  readonly labels: typeof LABELS;
  readonly hasReplacedCharacters: boolean;
}

interface PdfOffice extends Pick<DocumentOffice, 'name' | 'pressUnit'> {
  /** The name in capitals. */
  readonly heading: string;
  /** Path inside the templates folder; null without a logo. */
  readonly logo: string | null;
  readonly logoAlt: string;
}

const LABELS = {
  withdrawn: WITHDRAWN_MARK,
  updated: 'Güncelleme',
  pictures: PICTURES_TITLE,
  attachments: ATTACHMENTS_TITLE,
  contacts: CONTACTS_TITLE,
  replaced:
    '□ işareti, yazı tipinde bulunmayan bir karakterin yerini tutar; metnin tamamı bültenin internet sayfasındadır.',
} as const;

const MAX_HEAD_LENGTH = 64;
/** A word of at least this length may be broken after each `BREAK_EVERY` characters, so that no address runs out of the page. */
const LONG_WORD = /\S{48,}/gu;
const BREAK_EVERY = /.{24}/gu;
/** Members that are addresses for the machine, not words for the reader. */
const NOT_SHOWN: readonly string[] = ['href', 'mailto', 'logo', 'fileId', 'kind', 'type'];
const REPLACEMENT = '□';
const ZERO_WIDTH_SPACE = '\u200B';

/**
 * The bulletin as an A4 file: tagged, PDF/UA-1 (ISO 14289-1, checked by Typst as it writes), language tr-TR, fonts embedded.
 * The same edition and logos always give the same bytes. Synchronous for some 50 ms per page: for the worker, or with care.
 */
export function renderPdf(typst: TypstCompiler, published: PublishedEdition, logos: ReadonlyMap<string, Logo>): Buffer {
  const { native, coverage } = typst;
  const shadows = [...logos].map(([fileId, logo]) => ({
    path: join(TEMPLATES_FOLDER, logoPath(fileId)),
    png: logo.png,
  }));
  const document = JSON.stringify(pdfContent(published, new Set(logos.keys()), coverage));
  try {
    for (const { path, png } of shadows) native.mapShadow(path, png);
    return native.pdf(
      { mainFilePath: join(TEMPLATES_FOLDER, 'bulletin.typ'), inputs: { document } },
      { pdfStandard: 'ua-1' },
    );
  } catch (cause) {
    throw new Error(`Setting bulletin ${published.edition.number} as PDF failed`, { cause });
  } finally {
    for (const { path } of shadows) native.unmapShadow(path);
    native.evictCache(10);
  }
}

/** The content of the file, in characters that its fonts can draw. */
export function pdfContent(
  published: PublishedEdition,
  logoFileIds: ReadonlySet<string>,
  coverage: FontCoverage,
): PdfContent {
  const document = editionDocument(published);
  const offices = document.offices.map((office) => pdfOffice(office, logoFileIds));
  let hasReplacedCharacters = false;
  const content: PdfContent = {
    ...document,
    offices,
    leadName: offices[0]?.name ?? '',
    shortHeadline: shortened(document.headline),
    date: utcDate(published.updatedAt),
    withdrawn: document.isWithdrawn,
    contacts: document.offices.filter(hasContact).map(contactRow),
    contactHeader: CONTACT_COLUMNS,
    labels: LABELS,
    hasReplacedCharacters,
  };
  const shown = JSON.parse(JSON.stringify(content), (key: string, value: unknown) => {
    if (typeof value !== 'string' || NOT_SHOWN.includes(key)) return value;
    const drawn = drawable(value, coverage);
    if (drawn !== value && drawn.includes(REPLACEMENT) && !value.includes(REPLACEMENT)) hasReplacedCharacters = true;
    return withBreaks(drawn);
  }) as PdfContent;
  return { ...shown, hasReplacedCharacters };
}

/** Each character as readers see it, or □ where the fonts cannot draw all of it. */
function drawable(text: string, coverage: FontCoverage): string {
  const visible = text.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '');
  const isDrawn = (character: string): boolean => coverage.has(character.codePointAt(0) ?? 0) || /\s/u.test(character);
  if (Array.from(visible).every(isDrawn)) return visible;
  return [...new Intl.Segmenter('tr', { granularity: 'grapheme' }).segment(text)]
    .map(({ segment }) => segment.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, ''))
    .map((segment) => (Array.from(segment).every(isDrawn) ? segment : REPLACEMENT))
    .join('');
}

function withBreaks(text: string): string {
  return text.replaceAll(LONG_WORD, (word) => word.replaceAll(BREAK_EVERY, `$&${ZERO_WIDTH_SPACE}`));
}

function pdfOffice(office: DocumentOffice, logoFileIds: ReadonlySet<string>): PdfOffice {
  const { name, pressUnit, logoFileId } = office;
  const logo = logoFileId !== null && logoFileIds.has(logoFileId) ? `/${logoPath(logoFileId)}` : null;
  return { name, pressUnit, heading: upperTr(name), logo, logoAlt: `${name} logosu` };
}

/** File ids come from outside, so only letters and digits of one become part of a path. */
function logoPath(fileId: string): string {
  return `logos/${fileId.replaceAll(/[^A-Za-z0-9]/g, '_')}.png`;
}

function contactRow(office: DocumentOffice): PdfContent['contacts'][number] {
  const { name, person, phone, email } = office;
  return {
    office: name,
    person: person ?? '',
    phone: phone ?? '',
    email: email ?? '',
    mailto: email === null ? '' : `mailto:${email}`,
  };
}

function shortened(headline: string): string {
  if (headline.length <= MAX_HEAD_LENGTH) return headline;
  const cut = Array.from(headline).slice(0, MAX_HEAD_LENGTH).join('');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX_HEAD_LENGTH / 2)).trimEnd()}…`;
}

function utcDate(instant: string): PdfContent['date'] {
  const date = new Date(instant);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}
