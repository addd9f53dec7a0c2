import { BulletinKind, SectionKind } from '@domain/bulletins/bulletin';
import type { Edition, EditionFile, EditionOffice, EditionSection, PublishedEdition } from '@domain/bulletins/edition';
import { lowerTr } from '@turkish/casing';
import { formatDateTimePress } from '@turkish/dates';
import { printable, richTextBlocks, type Block, type TextRun } from './rich-text-blocks';

/**
 * What a bulletin says on paper and in mail, in the order in which it is read: letterhead, notices, headline, spot,
 * dateline, body, captions, contacts. All formats render this, so that none can say more or less than another.
 */
export interface EditionDocument {
  readonly offices: readonly DocumentOffice[];
  /** 'Ortak basın bülteni' */
  readonly kindText: string;
  readonly number: string;
  /** '24 Kasım 2026 Salı 09.00', Istanbul. */
  readonly publishedText: string;
  /** As `publishedText`; null while the text is unchanged. */
  readonly updatedText: string | null;
  readonly notices: readonly Notice[];
  readonly isWithdrawn: boolean;
  readonly headline: string;
  readonly spot: string;
  readonly dateline: string;
  readonly body: readonly Block[];
  readonly pictures: readonly DocumentFile[];
  readonly attachments: readonly DocumentFile[];
  readonly tags: readonly string[];
}

/** The lead office comes first. */
export interface DocumentOffice {
  readonly name: string;
  readonly pressUnit: string;
  readonly person: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly logoFileId: string | null;
}

/** What a reader must know before the text: that it was corrected, corrects another, or was withdrawn. */
export interface Notice {
  readonly kind: 'withdrawn' | 'corrects' | 'corrected';
  readonly title: string;
  readonly text: string;
}

export interface DocumentFile {
  readonly fileId: string;
  readonly fileName: string;
  readonly caption: string;
  readonly credit: string;
  readonly alt: string;
  readonly bytes: number;
}

const KIND_TEXTS: Readonly<Record<BulletinKind, readonly [alone: string, joint: string]>> = {
  [BulletinKind.BULLETIN]: ['Basın bülteni', 'Ortak basın bülteni'],
  [BulletinKind.STATEMENT]: ['Basın açıklaması', 'Ortak basın açıklaması'],
  [BulletinKind.MEDIA_ADVISORY]: ['Basın daveti', 'Ortak basın daveti'],
  [BulletinKind.BRIEFING_NOTE]: ['Bilgi notu', 'Ortak bilgi notu'],
  [BulletinKind.QUESTIONS_AND_ANSWERS]: ['Soru ve cevap', 'Ortak soru ve cevap'],
  [BulletinKind.CORRECTION]: ['Düzeltme', 'Ortak düzeltme'],
};

export const CONTACTS_TITLE = 'Basın irtibatı';
export const CONTACT_COLUMNS = ['Kurum', 'İrtibat', 'Telefon', 'E-posta'] as const;
export const PICTURES_TITLE = 'Fotoğraflar';
export const ATTACHMENTS_TITLE = 'Ekler';
export const WITHDRAWN_MARK = 'GERİ ÇEKİLDİ';

/** Sections that are not body: the first two have their own places, attachments are in `files`. */
const OUTSIDE_BODY: readonly SectionKind[] = [SectionKind.HEADLINE, SectionKind.SPOT, SectionKind.ATTACHMENTS];

/** Reads a published edition into the document that all formats render. */
export function editionDocument(published: PublishedEdition): EditionDocument {
  const { edition } = published;
  const files = edition.files.map((file) => [file.isImage, documentFile(file)] as const);
  return {
    offices: edition.offices.map(documentOffice),
    kindText: KIND_TEXTS[edition.kind][edition.offices.length > 1 ? 1 : 0],
    number: printable(edition.number),
    publishedText: pressTime(published.firstPublishedAt),
    updatedText: published.updatedAt === published.firstPublishedAt ? null : pressTime(published.updatedAt),
    notices: notices(published),
    isWithdrawn: published.withdrawn !== null,
    headline: printable(edition.headline).trim(),
    spot: printable(edition.spot).trim(),
    dateline: printable(edition.dateline).trim(),
    body: withoutSkippedDepth(bodySections(edition).flatMap((section) => sectionBlocks(section, edition.offices))),
    pictures: files.filter(([isImage]) => isImage).map(([, file]) => file),
    attachments: files.filter(([isImage]) => !isImage).map(([, file]) => file),
    tags: edition.tags.map(printable),
  };
}

/** The names of offices as a sentence lists them: 'Edremit Belediyesi, Ayvalık Belediyesi ve Gömeç Belediyesi'. */
export function officeNames(offices: readonly { readonly name: string }[]): string {
  return new Intl.ListFormat('tr', { type: 'conjunction' }).format(offices.map((office) => office.name));
}

/** Whether anybody can be reached at the office: without, it stands in the letterhead only. */
export function hasContact(office: DocumentOffice): boolean {
  return office.person !== null || office.phone !== null || office.email !== null;
}

/** '24 Kasım 2026 Salı 09.00' in Istanbul, of an ISO 8601 instant. */
export function pressTime(instant: string): string {
  return formatDateTimePress(new Date(instant));
}

function bodySections(edition: Edition): readonly EditionSection[] {
  return edition.sections.filter((section) => !OUTSIDE_BODY.includes(section.kind));
}

function sectionBlocks(section: EditionSection, offices: readonly EditionOffice[]): readonly Block[] {
  const blocks = richTextBlocks(section.content);
  if (section.kind !== SectionKind.QUOTE || blocks.length === 0) return blocks;
  const office = offices.find((one) => one.id === section.officeId);
  return [{ type: 'quote', blocks: inQuotationMarks(blocks), attribution: attribution(section, office) }];
}

/** Role before name, as Turkish has it; the office stands before a role that does not name its own place. */
function attribution(section: EditionSection, office: EditionOffice | undefined): string | null {
  if (section.speaker === null) return office === undefined ? null : printable(office.name);
  const { role, name } = section.speaker;
  const place = office?.name.split(' ')[0] ?? '';
  const isPlaceNamed = office === undefined || lowerTr(role).includes(lowerTr(place));
  return printable([isPlaceNamed ? '' : office.name, role, name ?? ''].filter((part) => part !== '').join(' '));
}

/** Spoken words get “…” around them unless the office already wrote marks of its own. */
function inQuotationMarks(blocks: readonly Block[]): readonly Block[] {
  const first = blocks[0];
  const last = blocks.at(-1);
  if (first?.type !== 'paragraph' || last?.type !== 'paragraph') return blocks;
  if (/^\s*[“”"„«‘']/u.test(first.runs[0]?.text ?? '')) return blocks;
  return blocks.map((block, index) => {
    if (block.type !== 'paragraph') return block;
    const runs = [
      ...(index === 0 ? [mark('“')] : []),
      ...block.runs,
      ...(index === blocks.length - 1 ? [mark('”')] : []),
    ];
    return { ...block, runs };
  });
}

function mark(text: string): TextRun {
  return { text, bold: false, italic: false, href: null };
}

/** A crosshead of the second depth with none of the first before it is raised: readers of headings must not meet a gap. */
function withoutSkippedDepth(blocks: readonly Block[]): readonly Block[] {
  let hasFirst = false;
  return blocks.map((block) => {
    if (block.type !== 'heading') return block;
    const depth = hasFirst ? block.depth : 1;
    hasFirst = true;
    return { ...block, depth };
  });
}

function notices(published: PublishedEdition): readonly Notice[] {
  const { withdrawn, correctedBy, edition } = published;
  const found: Notice[] = [];
  if (withdrawn !== null) {
    found.push({
      kind: 'withdrawn',
      title: 'Geri çekildi',
      text: printable(
        `Bu metin geri çekilmiştir, lütfen kullanmayınız. Gerekçe: ${withdrawn.reason} (${pressTime(withdrawn.at)})`,
      ),
    });
  }
  if (edition.corrects !== null) {
    const { number, note } = edition.corrects;
    found.push({ kind: 'corrects', title: `Düzeltme: ${printable(number)} sayılı bülten`, text: printable(note) });
  }
  if (correctedBy !== null) {
    const { number, note, at } = correctedBy;
    const text = `${note} Güncel metin: ${number} sayılı bülten (${pressTime(at)})`;
    found.push({ kind: 'corrected', title: 'Bu metin düzeltildi', text: printable(text) });
  }
  return found;
}

function documentOffice(office: EditionOffice): DocumentOffice {
  const { contact } = office;
  return {
    name: printable(office.name),
    pressUnit: printable(office.pressUnit),
    person: contact.name && printable(contact.name),
    phone: contact.phone && printable(contact.phone),
    email: contact.email && printable(contact.email),
    logoFileId: office.logoFileId,
  };
}

function documentFile(file: EditionFile): DocumentFile {
  return {
    fileId: file.fileId,
    fileName: printable(file.fileName),
    caption: printable(file.caption ?? ''),
    credit: printable(file.credit ?? ''),
    alt: printable(file.alt ?? ''),
    bytes: file.bytes,
  };
}

/** What a bulletin is called before everybody: a withdrawn one by its number, for its headline is withdrawn with it. */
export function publicTitle({ isWithdrawn, number, headline }: EditionDocument): string {
  return isWithdrawn ? `${number} sayılı bülten` : headline;
}
