import { createHash } from 'node:crypto';
import type { DomainError } from '@domain/errors';
import { FileRefusal, refuseFile } from '@domain/files/file-refusal';
import { DOCUMENT_KINDS, type DocumentKind, mediaTypeOf } from './file-kinds';
import { readTextFile } from './text-file';
import { readZipDirectory, type ZipEntry } from './zip-directory';

/**
 * Attachments that are no pictures. Unlike pictures they are kept as they came (text alone is brought to UTF-8), so
 * they are never shown in the browser, only downloaded. A packed document is judged by its table of contents and
 * never unpacked here.
 */
export interface ExaminedDocument {
  readonly kind: DocumentKind;
  readonly content: Buffer;
  readonly mediaType: string;
  /** SHA-256 of `content`, 64 hex digits. */
  readonly sha256: string;
}

export const DOCUMENT_LIMITS = {
  bytes: 20 * 1024 * 1024,
  /** What a packed document may unpack to, and how many times its packed size that may be. */
  unpackedBytes: 200 * 1024 * 1024,
  unpackedTimes: 100,
  /** Below this the ratio says nothing: empty tables pack well. */
  harmlessBytes: 10 * 1024 * 1024,
  entries: 5000,
} as const;

const ODT_MEDIA_TYPE = mediaTypeOf('ODT');
/** Where the end mark of a PDF is looked for, counted from its end. */
const PDF_TAIL_BYTES = 2048;
const OLE_SIGNATURE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Finds the real kind of a document by its content; the name decides only between TXT and CSV.
 * Refuses: UNACCEPTABLE_FILE with a `FileRefusal` as reason.
 */
export function examineDocument(content: Buffer, fileName: string): ExaminedDocument {
  if (content.length === 0) throw refuseFile(FileRefusal.EMPTY);
  if (content.length > DOCUMENT_LIMITS.bytes) {
    throw refuseFile(FileRefusal.TOO_LARGE, { limitBytes: DOCUMENT_LIMITS.bytes });
  }
  if (content.toString('latin1', 0, 5) === '%PDF-') return examined('PDF', assertPdfEnds(content));
  if (content.toString('latin1', 0, 4) === 'PK\u0003\u0004') return examined(packedKindOf(content), content);
  if (content.subarray(0, 8).equals(OLE_SIGNATURE) && content.includes(ENCRYPTED_PACKAGE)) {
    throw refuseFile(FileRefusal.ENCRYPTED);
  }
  const kind = textKindOf(fileName);
  const text = kind === null ? null : readTextFile(content, kind);
  if (kind === null || text === null) throw unknownKind();
  if (text.length === 0) throw refuseFile(FileRefusal.EMPTY);
  return examined(kind, text);
}

function examined(kind: DocumentKind, content: Buffer): ExaminedDocument {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { kind, content, mediaType: mediaTypeOf(kind), sha256 };
}

function assertPdfEnds(content: Buffer): Buffer {
  const tail = content.toString('latin1', Math.max(0, content.length - PDF_TAIL_BYTES));
  if (!tail.includes('startxref') || !tail.includes('%%EOF')) throw refuseFile(FileRefusal.BROKEN);
  return content;
}

function textKindOf(fileName: string): 'TXT' | 'CSV' | null {
  const extension = /\.([a-z]{3})$/i.exec(fileName)?.[1]?.toLowerCase();
  if (extension === 'txt') return 'TXT';
  return extension === 'csv' ? 'CSV' : null;
}

function packedKindOf(content: Buffer): 'DOCX' | 'ODT' {
  const entries = readZipDirectory(content);
  assertHarmless(entries);
  const has = (pattern: RegExp): boolean => entries.some((entry) => pattern.test(entry.name));
  if (has(/^\[Content_Types\]\.xml$/) && has(/^word\/document\d*\.xml$/)) {
    if (has(/(?:^|\/)vba[^/]*\.bin$/i)) throw refuseFile(FileRefusal.MACROS);
    return 'DOCX';
  }
  if (odtMark(content, entries) && has(/^content\.xml$/)) {
    if (has(/^(?:Basic|Scripts)\/./)) throw refuseFile(FileRefusal.MACROS);
    return 'ODT';
  }
  throw unknownKind();
}

/** An ODT says what it is in its first member, unpacked. Source: OASIS OpenDocument 1.3, part 2, §3.3. */
function odtMark(content: Buffer, entries: readonly ZipEntry[]): boolean {
  const mark = entries.find((entry) => entry.name === 'mimetype');
  return mark?.isStored === true && content.toString('latin1', mark.start, mark.end) === ODT_MEDIA_TYPE;
}

function assertHarmless(entries: readonly ZipEntry[]): void {
  if (entries.some((entry) => entry.isEncrypted)) throw refuseFile(FileRefusal.ENCRYPTED);
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const packedBytes = entries.reduce((sum, entry) => sum + entry.packedBytes, 0);
  const { entries: most, unpackedBytes, unpackedTimes, harmlessBytes } = DOCUMENT_LIMITS;
  const isSwollen = bytes > harmlessBytes && bytes > packedBytes * unpackedTimes;
  if (entries.length > most || bytes > unpackedBytes || isSwollen) {
    throw refuseFile(FileRefusal.EXPANDS_TOO_MUCH, { limitBytes: unpackedBytes });
  }
}

function unknownKind(): DomainError {
  return refuseFile(FileRefusal.UNKNOWN_KIND, { accepted: DOCUMENT_KINDS });
}
