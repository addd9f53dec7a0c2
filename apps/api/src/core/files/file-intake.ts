import { examineDocument } from './document-intake';
import type { StoredRendition } from './file.entity';
import { DOCUMENT_KINDS, IMAGE_KINDS, imageKindOf } from './file-kinds';
import { cleanFileName } from './file-name';
import { examineImage, type RenditionName } from './image-intake';
import { DomainError, ErrorCode } from '@domain/errors';
import { FileRefusal, refuseFile } from '@domain/files/file-refusal';

/** One sequence of bytes to store: the file itself, or a rendition of it. */
export interface Version {
  readonly name: 'original' | RenditionName;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** An upload that was taken: what the row says, and the bytes that go into the store. */
export interface ExaminedFile {
  readonly row: {
    readonly sha256: string;
    readonly mediaType: string;
    readonly bytes: number;
    readonly width: number | null;
    readonly height: number | null;
    readonly fileName: string;
    readonly isImage: boolean;
    readonly suggestedCaption: string | null;
    readonly suggestedCredit: string | null;
    readonly renditions: readonly StoredRendition[];
  };
  readonly versions: readonly Version[];
}

/** Examines an upload as a picture if it begins as one, else as a document. Refuses: UNACCEPTABLE_FILE, TOO_MANY. */
export async function examineFile(fileName: string, content: Buffer): Promise<ExaminedFile> {
  return imageKindOf(content) === null ? examinedDocument(fileName, content) : examinedImage(fileName, content);
}

async function examinedImage(fileName: string, content: Buffer): Promise<ExaminedFile> {
  const { kind, original, sha256, renditions, ...words } = await examineImage(content);
  return {
    row: {
      sha256,
      mediaType: original.mediaType,
      bytes: original.content.length,
      width: original.width,
      height: original.height,
      fileName: cleanFileName(fileName, kind),
      isImage: true,
      suggestedCaption: words.suggestedCaption,
      suggestedCredit: words.suggestedCredit,
      renditions: renditions.map(({ name, mediaType, content: { length }, width, height }) => {
        return { name, mediaType, bytes: length, width, height };
      }),
    },
    versions: [{ name: 'original', ...original }, ...renditions],
  };
}

function examinedDocument(fileName: string, content: Buffer): ExaminedFile {
  const document = askDocument(fileName, content);
  return {
    row: {
      sha256: document.sha256,
      mediaType: document.mediaType,
      bytes: document.content.length,
      width: null,
      height: null,
      fileName: cleanFileName(fileName, document.kind),
      isImage: false,
      suggestedCaption: null,
      suggestedCredit: null,
      renditions: [],
    },
    versions: [{ name: 'original', mediaType: document.mediaType, content: document.content }],
  };
}

/** Here pictures are taken too, so what is of no kind is told the whole list. */
function askDocument(fileName: string, content: Buffer): ReturnType<typeof examineDocument> {
  try {
    return examineDocument(content, fileName);
  } catch (error) {
    const isUnknown =
      error instanceof DomainError
      && error.code === ErrorCode.UNACCEPTABLE_FILE
      && error.details['reason'] === FileRefusal.UNKNOWN_KIND;
    if (!isUnknown) throw error;
    throw refuseFile(FileRefusal.UNKNOWN_KIND, { accepted: [...IMAGE_KINDS, ...DOCUMENT_KINDS] });
  }
}
