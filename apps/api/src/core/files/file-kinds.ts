/** The kinds of file that are taken. What is not listed here does not enter. */
export type FileKind = 'JPEG' | 'PNG' | 'WEBP' | 'PDF' | 'DOCX' | 'ODT' | 'TXT' | 'CSV';
export type ImageKind = Extract<FileKind, 'JPEG' | 'PNG' | 'WEBP'>;
export type DocumentKind = Exclude<FileKind, ImageKind>;

export const IMAGE_KINDS: readonly ImageKind[] = ['JPEG', 'PNG', 'WEBP'];
export const DOCUMENT_KINDS: readonly DocumentKind[] = ['PDF', 'DOCX', 'ODT', 'TXT', 'CSV'];

interface KindFacts {
  readonly mediaType: string;
  /** The extension that a stored name gets; the others are spellings that are left as they are. */
  readonly extensions: readonly [string, ...string[]];
}

const FACTS: Readonly<Record<FileKind, KindFacts>> = {
  JPEG: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  PNG: { mediaType: 'image/png', extensions: ['png'] },
  WEBP: { mediaType: 'image/webp', extensions: ['webp'] },
  PDF: { mediaType: 'application/pdf', extensions: ['pdf'] },
  DOCX: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  ODT: { mediaType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  TXT: { mediaType: 'text/plain; charset=utf-8', extensions: ['txt'] },
  CSV: { mediaType: 'text/csv; charset=utf-8', extensions: ['csv'] },
};

export function mediaTypeOf(kind: FileKind): string {
  return FACTS[kind].mediaType;
}

export function extensionsOf(kind: FileKind): readonly [string, ...string[]] {
  return FACTS[kind].extensions;
}

/** The extension of a stored media type, for names of renditions: `image/jpeg` → `jpg`. */
export function extensionOfMediaType(mediaType: string): string {
  const facts = Object.values(FACTS).find((candidate) => candidate.mediaType === mediaType);
  return facts?.extensions[0] ?? 'bin';
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The kind of picture that the first bytes say it is, whatever its name or declared type; null for anything else. */
export function imageKindOf(content: Buffer): ImageKind | null {
  if (content[0] === 0xff && content[1] === 0xd8 && content[2] === 0xff) return 'JPEG';
  if (content.subarray(0, 8).equals(PNG_SIGNATURE)) return 'PNG';
  const isRiff = content.toString('latin1', 0, 4) === 'RIFF' && content.toString('latin1', 8, 12) === 'WEBP';
  return isRiff ? 'WEBP' : null;
}
