import { crc32, deflateRawSync } from 'node:zlib';
import JSZip from 'jszip';

/** A Word document of one paragraph, with whatever else is put beside it. */
export function docx(more: Readonly<Record<string, string | Buffer>> = {}): Promise<Buffer> {
  const zip = new JSZip();
  zip.file('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>');
  zip.file('_rels/.rels', '<Relationships/>');
  zip.file('word/document.xml', `<w:document>${'<w:p>Zeytin hasadı şenliği, İğdeli</w:p>'.repeat(50)}</w:document>`);
  for (const [name, content] of Object.entries(more)) zip.file(name, content);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** An OpenDocument text: its first member is the unpacked media type. */
export function odt(more: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  const zip = new JSZip();
  zip.file('mimetype', 'application/vnd.oasis.opendocument.text', { compression: 'STORE' });
  zip.file('content.xml', '<office:document-content/>');
  for (const [name, content] of Object.entries(more)) zip.file(name, content);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

export interface RawMember {
  readonly name: string;
  readonly content: Buffer;
  /** What the directory and the head claim, where it differs from the truth. */
  readonly claimedBytes?: number;
  readonly localClaimedBytes?: number;
  readonly localName?: string;
  readonly flags?: number;
  readonly method?: number;
  /** Take the packed bytes of the member before instead of own ones. */
  readonly isOverlapping?: boolean;
}

/** A ZIP file written by hand, so that it can lie. */
export function rawZip(members: readonly RawMember[], options: { readonly tail?: Buffer } = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let length = 0;
  let last = 0;
  for (const member of members) {
    const packed = member.method === 0 ? member.content : deflateRawSync(member.content);
    const offset = member.isOverlapping ? last : length;
    if (!member.isOverlapping) {
      const local = Buffer.concat([localHead(member, packed), packed]);
      parts.push(local);
      last = length;
      length += local.length;
    }
    directory.push(centralHead(member, packed, offset));
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06_05_4b_50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(length, 16);
  return Buffer.concat([...parts, central, end, options.tail ?? Buffer.alloc(0)]);
}

function localHead(member: RawMember, packed: Buffer): Buffer {
  const name = Buffer.from(member.localName ?? member.name);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04_03_4b_50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(member.flags ?? 0, 6);
  head.writeUInt16LE(member.method ?? 8, 8);
  head.writeUInt32LE(crc32(member.content), 14);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(member.localClaimedBytes ?? member.claimedBytes ?? member.content.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function centralHead(member: RawMember, packed: Buffer, offset: number): Buffer {
  const name = Buffer.from(member.name);
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02_01_4b_50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(20, 6);
  head.writeUInt16LE(member.flags ?? 0, 8);
  head.writeUInt16LE(member.method ?? 8, 10);
  head.writeUInt32LE(crc32(member.content), 16);
  head.writeUInt32LE(packed.length, 20);
  head.writeUInt32LE(member.claimedBytes ?? member.content.length, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, name]);
}
