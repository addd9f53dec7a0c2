import { createHash } from 'node:crypto';
import sharp, { type Metadata, type OutputInfo, type Sharp } from 'sharp';
import { FileRefusal, refuseFile } from '@domain/files/file-refusal';
import { IMAGE_KINDS, imageKindOf, type ImageKind, mediaTypeOf } from './file-kinds';
import { Lane } from './lane';
import { readPhotoWords } from './photo-words';

/**
 * What happens to a picture before anything of it is stored. The bytes that arrived are never kept: the
 * picture is decoded, turned upright, brought to sRGB and written anew. So place, camera, thumbnails and
 * whatever hides behind or inside the file (another format, a script) are gone, and only caption and credit,
 * read beforehand, stay as suggestions for the person who attaches it.
 */
export interface ExaminedImage {
  readonly kind: ImageKind;
  readonly original: StillPicture;
  /** SHA-256 of the bytes of `original`, 64 hex digits. */
  readonly sha256: string;
  /** Smaller versions, narrowest first; always at least one, never wider than the original. */
  readonly renditions: readonly Rendition[];
  readonly suggestedCaption: string | null;
  readonly suggestedCredit: string | null;
}

export interface StillPicture {
  readonly content: Buffer;
  readonly mediaType: string;
  /** Pixels, after the picture was turned upright. */
  readonly width: number;
  readonly height: number;
}

export interface Rendition extends StillPicture {
  readonly name: RenditionName;
}

/** Named by the width in pixels that they have at most. */
export const RENDITION_WIDTHS = { w400: 400, w800: 800, w1600: 1600 } as const;
export type RenditionName = keyof typeof RENDITION_WIDTHS;
const RENDITION_NAMES = Object.keys(RENDITION_WIDTHS) as RenditionName[];

export const IMAGE_LIMITS = {
  bytes: 25 * 1024 * 1024,
  pixels: 60_000_000,
  /** Longest side in pixels; WebP ends at 16,383. */
  longestSide: 16_000,
  shortestSide: 16,
} as const;

/** Longest time that one picture may take to decode, in seconds. */
const DECODE_SECONDS = 30;

/** A picture of 60 megapixels can take 0.7 GB while it is worked on: one at a time, 20 may wait (25 MB each). */
const lane = new Lane(20);

/** Examines a picture and writes it anew. Refuses: UNACCEPTABLE_FILE with a `FileRefusal` as reason, TOO_MANY. */
export async function examineImage(content: Buffer): Promise<ExaminedImage> {
  if (content.length === 0) throw refuseFile(FileRefusal.EMPTY);
  if (content.length > IMAGE_LIMITS.bytes) throw refuseFile(FileRefusal.TOO_LARGE, { limitBytes: IMAGE_LIMITS.bytes });
  const kind = imageKindOf(content);
  if (kind === null) throw refuseFile(FileRefusal.UNKNOWN_KIND, { accepted: IMAGE_KINDS });
  const facts = await readFacts(content, kind);
  assertBounds(facts);
  return lane.run(() => rewrite(content, kind, facts));
}

/** Reads the head alone: a picture that claims 30,000 × 30,000 pixels costs nothing here. */
async function readFacts(content: Buffer, kind: ImageKind): Promise<Metadata> {
  const facts = await broken(() => sharp(content, { limitInputPixels: false }).metadata());
  if (facts.format !== kind.toLowerCase()) throw refuseFile(FileRefusal.UNKNOWN_KIND, { accepted: IMAGE_KINDS });
  return facts;
}

function assertBounds(facts: Metadata): void {
  const { width, height } = facts;
  const { pixels, longestSide, shortestSide } = IMAGE_LIMITS;
  if ((facts.pages ?? 1) > 1) throw refuseFile(FileRefusal.ANIMATED);
  if (width * height > pixels || Math.max(width, height) > longestSide) {
    throw refuseFile(FileRefusal.TOO_MANY_PIXELS, { limitPixels: pixels, limitSide: longestSide });
  }
  if (Math.min(width, height) < shortestSide) {
    throw refuseFile(FileRefusal.TOO_FEW_PIXELS, { minimumSide: shortestSide });
  }
}

async function rewrite(content: Buffer, kind: ImageKind, facts: Metadata): Promise<ExaminedImage> {
  const words = readPhotoWords({ xmp: facts.xmpAsString, iptc: facts.iptc });
  const original = await broken(() => picture(encodeOriginal(decode(content), kind, facts), mediaTypeOf(kind)));
  const renditions = await broken(() => renditionsOf(content, kind));
  return {
    kind,
    original,
    sha256: createHash('sha256').update(original.content).digest('hex'),
    renditions,
    suggestedCaption: words.caption,
    suggestedCredit: words.credit,
  };
}

/**
 * `failOn: 'error'` refuses what is truncated or cannot be decoded, but not the harmless warnings that the
 * JPEGs of some phones cause ("Invalid SOS parameters"). An embedded colour profile is applied by the decoder.
 */
function decode(content: Buffer): Sharp {
  return sharp(content, { failOn: 'error', limitInputPixels: IMAGE_LIMITS.pixels, autoOrient: true })
    .timeout({ seconds: DECODE_SECONDS })
    .toColourspace('srgb');
}

function encodeOriginal(image: Sharp, kind: ImageKind, facts: Metadata): Sharp {
  if (kind === 'PNG') return image.png();
  if (kind === 'WEBP') return image.webp({ quality: 92, alphaQuality: 100, effort: 2 });
  const chromaSubsampling = facts.chromaSubsampling?.startsWith('4:4:4') ? '4:4:4' : '4:2:0';
  return image.jpeg({ quality: 92, chromaSubsampling });
}

/** Decoded once to the widest rendition; the narrower ones are made from that. A width is not given out twice. */
async function renditionsOf(content: Buffer, kind: ImageKind): Promise<readonly Rendition[]> {
  const base = await decode(content)
    .resize({ width: RENDITION_WIDTHS.w1600, withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = base.info;
  const open = (): Sharp => sharp(base.data, { raw: { width, height, channels } });
  const isOpaque = (channels !== 4 && channels !== 2) || (await open().stats()).isOpaque;
  const renditions: Rendition[] = [];
  for (const name of RENDITION_NAMES) {
    if (renditions.at(-1)?.width === width) break;
    const resized = open().resize({ width: RENDITION_WIDTHS[name], withoutEnlargement: true });
    renditions.push({ name, ...(await encodeRendition(resized, kind, isOpaque)) });
  }
  return renditions;
}

/**
 * JPEG, or PNG with a palette where something shines through: both can be read by every mail program, word
 * processor and social network, which WebP cannot. Drawings (PNG) keep their colour edges sharp.
 */
async function encodeRendition(image: Sharp, kind: ImageKind, isOpaque: boolean): Promise<StillPicture> {
  if (!isOpaque) return picture(image.png({ palette: true, quality: 90 }), mediaTypeOf('PNG'));
  const chromaSubsampling = kind === 'PNG' ? '4:4:4' : '4:2:0';
  const options = { quality: 80, mozjpeg: true, progressive: true, chromaSubsampling };
  return picture(image.flatten().jpeg(options), mediaTypeOf('JPEG'));
}

async function picture(image: Sharp, mediaType: string): Promise<StillPicture> {
  const { data, info }: { data: Buffer; info: OutputInfo } = await image.toBuffer({ resolveWithObject: true });
  return { content: data, mediaType, width: info.width, height: info.height };
}

/** Whatever the decoder objects to is a broken file, not a fault of ours. */
async function broken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refuseFile(FileRefusal.BROKEN, {}, error);
  }
}
