/** What the photographer wrote into the picture. Offered as suggestions; a person confirms them before release. */
export interface PhotoWords {
  readonly caption: string | null;
  readonly credit: string | null;
}

const CAPTION_LIMIT = 1000;
const CREDIT_LIMIT = 200;
/** Longer packets hold thumbnails and edit histories; the words stand in the head. */
const XMP_LIMIT = 512 * 1024;
/** What cameras write into the caption by themselves. */
const CAMERA_CAPTIONS = new Set([
  'OLYMPUS DIGITAL CAMERA',
  'SONY DSC',
  'SAMSUNG CSC',
  'KONICA MINOLTA DIGITAL CAMERA',
  'DEFAULT',
]);

/**
 * Reads caption and credit from the two places that the IPTC Photo Metadata Standard names: XMP (first) and
 * the older IIM datasets. The credit joins photographer and credit line when they differ.
 * Source: IPTC Photo Metadata Standard 2023.2, "Description", "Creator", "Credit Line".
 */
export function readPhotoWords(parts: {
  readonly xmp?: string | undefined;
  readonly iptc?: Buffer | undefined;
}): PhotoWords {
  const xmp = (parts.xmp ?? '').slice(0, XMP_LIMIT);
  const iim = parts.iptc ? readIim(parts.iptc) : new Map<number, string>();
  const caption = tidy(xmpProperty(xmp, 'dc:description') ?? iim.get(CAPTION_ABSTRACT), CAPTION_LIMIT);
  const creator = tidy(xmpProperty(xmp, 'dc:creator') ?? iim.get(BY_LINE), CREDIT_LIMIT);
  const credit = tidy(xmpProperty(xmp, 'photoshop:Credit') ?? iim.get(CREDIT_LINE), CREDIT_LIMIT);
  return {
    caption: caption !== null && CAMERA_CAPTIONS.has(caption.toUpperCase()) ? null : caption,
    credit: joinCredit(creator, credit),
  };
}

function joinCredit(creator: string | null, credit: string | null): string | null {
  if (creator === null || credit === null) return creator ?? credit;
  return credit.includes(creator) ? credit : `${creator} / ${credit}`.slice(0, CREDIT_LIMIT);
}

function tidy(text: string | undefined, limit: number): string | null {
  if (text === undefined) return null;
  const flat = text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return flat === '' ? null : Array.from(flat).slice(0, limit).join('').trim();
}

// --- XMP ------------------------------------------------------------------------------------------------

/**
 * A property of an XMP packet, written as an attribute or as an element, plain or as the first item of an
 * `rdf:Alt`, `rdf:Seq` or `rdf:Bag`. Searched by position only, so that a hostile packet costs one pass.
 */
function xmpProperty(xmp: string, name: string): string | undefined {
  const element = between(xmp, `<${name}`, `</${name}>`);
  if (element !== undefined) {
    const item = between(element, '<rdf:li', '</rdf:li>');
    return decodeEntities(afterTag(item ?? element));
  }
  const attribute = between(xmp, ` ${name}="`, '"') ?? between(xmp, `\n${name}="`, '"');
  return attribute === undefined ? undefined : decodeEntities(attribute);
}

function between(text: string, open: string, close: string): string | undefined {
  const start = text.indexOf(open);
  if (start < 0) return undefined;
  const end = text.indexOf(close, start + open.length);
  return end < 0 ? undefined : text.slice(start + open.length, end);
}

/** What follows the `>` of an opening tag whose name was cut off; nested markup counts as no text. */
function afterTag(text: string): string {
  const inner = text.slice(text.indexOf('>') + 1);
  return inner.includes('<') ? '' : inner;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/g, (_, hex, decimal, name) => {
    if (name) return ENTITIES[name as string] ?? '';
    const code = hex ? Number.parseInt(hex as string, 16) : Number(decimal);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
  });
}

// --- IIM ------------------------------------------------------------------------------------------------

const BY_LINE = 80;
const CREDIT_LINE = 110;
const CAPTION_ABSTRACT = 120;
const IIM_RESOURCE = 0x04_04;

/**
 * The datasets of record 2 by number, first occurrence, out of Photoshop image resources (`8BIM`).
 * Text is UTF-8 where it is valid UTF-8, else windows-1254, which Turkish desktop programs write.
 * Source: IPTC-NAA IIM 4.2, chapter 3; Adobe Photoshop File Formats, "Image Resource Blocks".
 */
function readIim(resources: Buffer): Map<number, string> {
  const datasets = new Map<number, string>();
  const block = iimBlock(resources);
  let offset = 0;
  while (offset + 5 <= block.length && block[offset] === 0x1c) {
    const record = block[offset + 1];
    const dataset = block[offset + 2] ?? 0;
    const length = block.readUInt16BE(offset + 3);
    if (length > 0x7f_ff || offset + 5 + length > block.length) break;
    const value = block.subarray(offset + 5, offset + 5 + length);
    if (record === 2 && !datasets.has(dataset)) datasets.set(dataset, decodeText(value));
    offset += 5 + length;
  }
  return datasets;
}

function iimBlock(resources: Buffer): Buffer {
  let offset = resources.indexOf('8BIM', 0, 'latin1');
  while (offset >= 0 && offset + 12 <= resources.length) {
    const nameLength = 1 + (resources[offset + 6] ?? 0);
    const sizeAt = offset + 6 + nameLength + (nameLength % 2);
    if (sizeAt + 4 > resources.length) break;
    const size = resources.readUInt32BE(sizeAt);
    const start = sizeAt + 4;
    if (resources.readUInt16BE(offset + 4) === IIM_RESOURCE) return resources.subarray(start, start + size);
    offset = resources.indexOf('8BIM', start + size, 'latin1');
  }
  return resources[0] === 0x1c ? resources : Buffer.alloc(0);
}

function decodeText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1254').decode(bytes);
  }
}
