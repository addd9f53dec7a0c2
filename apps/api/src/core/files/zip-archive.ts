import { crc32 } from 'node:zlib';

/** One file of an archive; its bytes are asked for when its turn comes. */
export interface ArchiveEntry {
  /** Without folders. */
  readonly name: string;
  readonly bytes: number;
  readonly content: () => Promise<Buffer>;
}

const LOCAL_HEADER = 30;
const DIRECTORY_HEADER = 46;
const END_RECORD = 22;
/** Without the 64-bit extension an archive ends here. Source: PKWARE APPNOTE 6.3.10, §4.4.1.4. */
const LARGEST = 0xff_ff_ff_ff;
const VERSION = 20;
/** Names are UTF-8 (APPNOTE §4.4.4, bit 11). */
const FLAGS = 0x08_00;

/** Size in bytes of the archive of these files, known before any is read; null when it would be too large. */
export function archiveBytes(entries: readonly Pick<ArchiveEntry, 'name' | 'bytes'>[]): number | null {
  const total = entries.reduce(
    (sum, { name, bytes }) => sum + LOCAL_HEADER + DIRECTORY_HEADER + 2 * Buffer.byteLength(name) + bytes,
    END_RECORD,
  );
  return total > LARGEST || entries.length > 0xff_ff ? null : total;
}

/**
 * A ZIP archive as it grows, one file in memory at a time. Nothing is compressed: pictures are already. `at` is the
 * wall-clock time 'YYYY-MM-DDTHH:mm' that every file carries. Source: PKWARE APPNOTE 6.3.10.
 */
export async function* zipArchive(entries: readonly ArchiveEntry[], at: string): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = await entry.content();
    const name = Buffer.from(entry.name);
    const facts = factsOf(content, name, at);
    yield Buffer.concat([signed(0x04_03_4b_50), facts, name]);
    yield content;
    directory.push(directoryRecord(facts, name, offset));
    offset += LOCAL_HEADER + name.length + content.length;
  }
  const records = Buffer.concat(directory);
  yield Buffer.concat([records, endRecord(entries.length, records.length, offset)]);
}

/** What the local header and the directory say alike: version, flags, method (stored), time, checksum, sizes. */
function factsOf(content: Buffer, name: Buffer, at: string): Buffer {
  const facts = Buffer.alloc(LOCAL_HEADER - 4);
  facts.writeUInt16LE(VERSION, 0);
  facts.writeUInt16LE(FLAGS, 2);
  facts.writeUInt32LE(dosTime(at), 6);
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(content.length, 14);
  facts.writeUInt32LE(content.length, 18);
  facts.writeUInt16LE(name.length, 22);
  return facts;
}

function directoryRecord(facts: Buffer, name: Buffer, offset: number): Buffer {
  const made = Buffer.alloc(2);
  made.writeUInt16LE(VERSION);
  const rest = Buffer.alloc(DIRECTORY_HEADER - 4 - made.length - facts.length);
  rest.writeUInt32LE(offset, rest.length - 4);
  return Buffer.concat([signed(0x02_01_4b_50), made, facts, rest, name]);
}

function endRecord(count: number, directoryBytes: number, offset: number): Buffer {
  const end = Buffer.alloc(END_RECORD);
  end.writeUInt32LE(0x06_05_4b_50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

function signed(signature: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(signature);
  return buffer;
}

/** Date in the upper half, time in the lower, in steps of two seconds (APPNOTE §4.4.6). */
function dosTime(at: string): number {
  const [year = 1980, month = 1, day = 1, hour = 0, minute = 0] = at.split(/[-T:]/).map(Number);
  return (((year - 1980) * 512 + month * 32 + day) * 65_536 + hour * 2048 + minute * 32) >>> 0;
}
