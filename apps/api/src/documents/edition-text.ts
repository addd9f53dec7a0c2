import type { PublishedEdition } from '@domain/bulletins/edition';
import { upperTr } from '@turkish/casing';
import {
  ATTACHMENTS_TITLE,
  CONTACTS_TITLE,
  PICTURES_TITLE,
  editionDocument,
  officeNames,
  publicTitle,
  type DocumentFile,
  type DocumentOffice,
  type EditionDocument,
  type Notice,
} from './edition-document';
import type { EditionLinks } from './edition-links';
import { blocksText, runsText, type Block, type TextRun } from './rich-text-blocks';
import { sentencesTr } from './sentences';

/**
 * The bulletin as plain text, for newsrooms that paste it: who, number and date, headline, spot, dateline, body, captions,
 * contacts, address. One paragraph is one line (their systems wrap), paragraphs are parted by an empty line, lines end with LF.
 */
export function plainText(published: PublishedEdition, links: EditionLinks): string {
  const document = editionDocument(published);
  return paragraphs([
    letterheadText(document),
    ...document.notices.map(noticeText),
    articleText(document),
    filesText(PICTURES_TITLE, document.pictures, links),
    filesText(ATTACHMENTS_TITLE, document.attachments, links),
    contactsText(document.offices),
    `Bültenin sayfası: ${links.page}`,
  ]);
}

/**
 * The bulletin as a message for journalists' groups: headline in bold, two sentences, the offices and the address.
 * Where the bulletin has a notice (withdrawn, corrected, a correction) that is told instead of its words.
 */
export function whatsappText(published: PublishedEdition, links: EditionLinks): string {
  const document = editionDocument(published);
  const [notice] = document.notices;
  const told = notice === undefined ? twoSentences(document) : notice.text;
  const label = notice === undefined ? '' : `${upperTr(notice.title)}\n`;
  // A star in the words would end the bold type early.
  const bold = `*${publicTitle(document).replaceAll('*', '∗')}*`;
  return paragraphs([`${label}${bold}`, told, officeNames(document.offices), links.page]);
}

/** Headline, spot, dateline and body. */
export function articleText(document: EditionDocument): string {
  return paragraphs([
    document.headline,
    document.spot,
    document.dateline,
    ...document.body.map((block) => blockText(block)),
  ]);
}

/** The contacts, one office per paragraph. */
export function contactsText(offices: readonly DocumentOffice[]): string {
  return paragraphs([
    CONTACTS_TITLE,
    ...offices.map((office) => lines([`${office.name}, ${office.pressUnit}`, contactLine(office)])),
  ]);
}

/** 'Şule Işıkçı, 0266 555 01 10, basin@edremit.example'; empty for an office without any. */
export function contactLine(office: DocumentOffice): string {
  return [office.person, office.phone, office.email].filter((part) => part !== null && part !== '').join(', ');
}

export function noticeText(notice: Notice): string {
  return lines([upperTr(notice.title), notice.text]);
}

/** A block in plain text; `indent` is what stands before each of its lines inside a list. */
export function blockText(block: Block, indent = ''): string {
  switch (block.type) {
    case 'paragraph':
      return plainRuns(block.runs).replaceAll('\n', `\n${indent}`);
    case 'heading':
      return runsText(block.runs);
    case 'list':
      return listText(block.items, block.start, indent);
    case 'quote':
      return quoteText(block.blocks, block.attribution);
    default: {
      const unknown: never = block;
      throw new Error(`Writing plain text failed: there is no block ${JSON.stringify(unknown)}`);
    }
  }
}

/** Who speaks, what it is, its number and dates. */
export function letterheadText(document: EditionDocument): string {
  const [lead, ...partners] = document.offices;
  return paragraphs([
    lines([lead === undefined ? '' : upperTr(lead.name), lead?.pressUnit ?? '']),
    partners.length === 0 ? '' : `Ortak kurumlar: ${officeNames(partners)}`,
    lines([
      upperTr(document.kindText),
      `Sayı: ${document.number}`,
      `Tarih: ${document.publishedText}`,
      document.updatedText === null ? '' : `Güncelleme: ${document.updatedText}`,
    ]),
  ]);
}

function quoteText(blocks: readonly Block[], attribution: string | null): string {
  const words = paragraphs(blocks.map((block) => blockText(block)));
  return attribution === null ? words : `${attribution}: ${words}`;
}

function listText(items: readonly (readonly Block[])[], start: number | null, indent: string): string {
  return items
    .map((blocks, index) => {
      const mark = start === null ? '- ' : `${start + index}. `;
      const inner = indent + ' '.repeat(mark.length);
      return mark + blocks.map((block) => blockText(block, inner)).join(`\n${inner}`);
    })
    .join(`\n${indent}`);
}

/** Words with the address of a link behind them, unless the words are the address. */
function plainRuns(runs: readonly TextRun[]): string {
  return runs
    .map(({ text, href }, index) => {
      if (href === null || runs[index + 1]?.href === href) return text;
      const address = href.replace(/^(?:mailto|tel):/, '');
      const isShown = address.replace(/\/$/, '').endsWith(text.replace(/\/$/, ''));
      return isShown ? text : `${text} (${address})`;
    })
    .join('')
    .trim();
}

/** Files with caption, name and address; empty without files. */
export function filesText(title: string, files: readonly DocumentFile[], links: EditionLinks): string {
  if (files.length === 0) return '';
  const entry = (file: DocumentFile, index: number): string =>
    lines([`${index + 1}. ${captionText(file)}`, `   ${file.fileName}`, `   ${links.file(file)}`]);
  return paragraphs([title, ...files.map(entry)]);
}

/** Caption and credit as one line: 'Hasada başlayan üreticiler (Fotoğraf: Edremit Belediyesi)'; the file's name where neither is. */
export function captionText(file: DocumentFile): string {
  const text = [file.caption, file.credit === '' ? '' : `(${file.credit})`].filter((part) => part !== '').join(' ');
  return text === '' ? file.fileName : text;
}

/** The first two sentences of spot and body; crossheads are no sentences. */
function twoSentences(document: EditionDocument): string {
  const body = document.body
    .filter((block) => block.type === 'paragraph')
    .map((block) => sentencesTr(blocksText([block])));
  return [...sentencesTr(document.spot), ...body.flat()].slice(0, 2).join(' ');
}

/** Lines of one paragraph, empty ones left out. */
export function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

/** Paragraphs parted by an empty line, empty ones left out. */
export function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
