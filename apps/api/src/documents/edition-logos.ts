import sharp from 'sharp';
import type { EditionOffice } from '@domain/bulletins/edition';

/** A logo as letterheads print it: PNG, at most `LOGO_PIXELS` high, without the metadata of the original. */
export interface Logo {
  readonly png: Buffer;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export type ReadFile = (fileId: string) => Promise<Buffer>;

/** Height of a printed logo: 15 mm at about 500 dots per inch. */
const LOGO_PIXELS = 300;

/** Logos wider than this times their height would push the names away. */
const WIDEST = 3;

/** No logo of a municipality has more; a picture that claims to is not decoded. */
const MAX_INPUT_PIXELS = 40_000_000;

/**
 * The logos of the offices by file id. One that is no PNG or JPEG, or that cannot be decoded, is left out: the letterhead
 * then shows the name alone. A file that cannot be read is an error, for the caller to try again.
 */
export async function loadLogos(
  offices: readonly EditionOffice[],
  readFile: ReadFile,
): Promise<ReadonlyMap<string, Logo>> {
  const logos = new Map<string, Logo>();
  for (const { logoFileId } of offices) {
    if (logoFileId === null || logos.has(logoFileId)) continue;
    const logo = await decodeLogo(await readFile(logoFileId));
    if (logo !== null) logos.set(logoFileId, logo);
  }
  return logos;
}

async function decodeLogo(original: Buffer): Promise<Logo | null> {
  if (!isPngOrJpeg(original)) return null;
  try {
    const size = { width: LOGO_PIXELS * WIDEST, height: LOGO_PIXELS, fit: 'inside', withoutEnlargement: true } as const;
    const image = sharp(original, { limitInputPixels: MAX_INPUT_PIXELS })
      .rotate()
      .resize(size)
      .png({ compressionLevel: 9 });
    const { data: png, info } = await image.toBuffer({ resolveWithObject: true });
    return { png, width: info.width, height: info.height };
  } catch {
    // A broken picture is no reason to hold back a bulletin: the office's name stands for it.
    return null;
  }
}

function isPngOrJpeg(file: Buffer): boolean {
  return (
    file.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))
    || file.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))
  );
}
