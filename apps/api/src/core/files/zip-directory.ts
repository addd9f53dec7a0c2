import { FileRefusal, refuseFile } from '@domain/files/file-refusal';

/** One member of a ZIP file, as its central directory describes it. */
export interface ZipEntry {
  readonly name: string;
  readonly isStored: boolean;
  readonly isEncrypted: boolean;
  /** Bytes in the file, and bytes that it claims to unpack to. */
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its packed bytes begin and end in the file. */
  readonly start: number;
  readonly end: number;
}

const END_SIGNATURE = 0x06_05_4b_50;
const CENTRAL_SIGNATURE = 0x02_01_4b_50;
const LOCAL_SIGNATURE = 0x04_03_4b_50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xff_ff;
const ENCRYPTED_FLAG = 0x00_01;
const SIZES_FOLLOW_FLAG = 0x00_08;
const STORED = 0;
const DEFLATED = 8;

/**
 * Reads the central directory of a ZIP file without unpacking anything. Refuses (BROKEN) what an honest writer of
 * small documents does not make: bytes before or after the archive, members that overlap or disagree with their
 * own heads, one name twice, several disks, ZIP64, names that lead out of a folder.
 * Source: PKWARE APPNOTE.TXT 6.3.10, §4.3.
 */
export function readZipDirectory(content: Buffer): readonly ZipEntry[] {
  const end = findEnd(content);
  const count = content.readUInt16LE(end + 10);
  const size = content.readUInt32LE(end + 12);
  const start = content.readUInt32LE(end + 16);
  const hasOneDisk = content.readUInt32LE(end + 4) === 0 && content.readUInt16LE(end + 8) === count;
  if (!hasOneDisk || start + size !== end) throw refuseFile(FileRefusal.BROKEN);
  const entries: ZipEntry[] = [];
  let offset = start;
  for (let index = 0; index < count; index += 1) {
    if (offset + CENTRAL_LENGTH > end) throw refuseFile(FileRefusal.BROKEN);
    const entry = readEntry(content, offset, start);
    entries.push(entry);
    offset += CENTRAL_LENGTH + namesLength(content, offset + 28) + content.readUInt16LE(offset + 32);
  }
  const names = new Set(entries.map((entry) => entry.name));
  if (offset !== end || names.size !== entries.length) throw refuseFile(FileRefusal.BROKEN);
  assertApart(entries);
  return entries;
}

function findEnd(content: Buffer): number {
  const first = Math.max(0, content.length - END_LENGTH - LONGEST_COMMENT);
  for (let offset = content.length - END_LENGTH; offset >= first; offset -= 1) {
    const isEnd = content.readUInt32LE(offset) === END_SIGNATURE;
    if (isEnd && offset + END_LENGTH + content.readUInt16LE(offset + 20) === content.length) return offset;
  }
  throw refuseFile(FileRefusal.BROKEN);
}

function readEntry(content: Buffer, at: number, directoryStart: number): ZipEntry {
  if (content.readUInt32LE(at) !== CENTRAL_SIGNATURE) throw refuseFile(FileRefusal.BROKEN);
  const flags = content.readUInt16LE(at + 8);
  const method = content.readUInt16LE(at + 10);
  const packedBytes = content.readUInt32LE(at + 20);
  const bytes = content.readUInt32LE(at + 24);
  const name = content.toString('utf8', at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + content.readUInt16LE(at + 28));
  const local = content.readUInt32LE(at + 42);
  if (local + LOCAL_LENGTH > directoryStart) throw refuseFile(FileRefusal.BROKEN);
  const start = local + LOCAL_LENGTH + namesLength(content, local + 26);
  const isStored = method === STORED;
  const entry: ZipEntry = {
    name,
    isStored,
    isEncrypted: (flags & ENCRYPTED_FLAG) !== 0,
    packedBytes,
    bytes,
    start,
    end: start + packedBytes,
  };
  const isPlausible =
    (isStored ? packedBytes === bytes || entry.isEncrypted : method === DEFLATED)
    && entry.end <= directoryStart
    && isHonest(content, local, entry)
    && !isEscaping(name);
  if (!isPlausible) throw refuseFile(FileRefusal.BROKEN);
  return entry;
}

/** Whether the head in front of the packed bytes says the same as the directory; sizes may follow the bytes instead. */
function isHonest(content: Buffer, local: number, entry: ZipEntry): boolean {
  if (content.readUInt32LE(local) !== LOCAL_SIGNATURE) return false;
  const nameEnd = local + LOCAL_LENGTH + content.readUInt16LE(local + 26);
  if (content.toString('utf8', local + LOCAL_LENGTH, nameEnd) !== entry.name) return false;
  if ((content.readUInt16LE(local + 6) & SIZES_FOLLOW_FLAG) !== 0) return true;
  return content.readUInt32LE(local + 18) === entry.packedBytes && content.readUInt32LE(local + 22) === entry.bytes;
}

function isEscaping(name: string): boolean {
  return name.startsWith('/') || /[\\\0:]/.test(name) || name.split('/').includes('..');
}

/** The lengths of name and extra field, which stand side by side in both kinds of head. */
function namesLength(content: Buffer, at: number): number {
  return content.readUInt16LE(at) + content.readUInt16LE(at + 2);
}

/** Members that share bytes are how a small archive claims to be a large one. */
function assertApart(entries: readonly ZipEntry[]): void {
  const byStart = [...entries].sort((one, other) => one.start - other.start);
  byStart.forEach((entry, index) => {
    const previous = byStart[index - 1];
    if (previous && entry.start < previous.end + LOCAL_LENGTH) throw refuseFile(FileRefusal.BROKEN);
  });
}
