import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { assertFileKey, FileStore } from './file-store';

const PARTIAL_FOLDER = 'partial';

/**
 * Files in a folder of this machine. A write goes to a partial file, is synced to the disk and only then
 * gets its name, so that a crash at any point leaves the old state or the new one. Two levels of folders
 * taken from the hash of the key keep each folder small.
 */
export class LocalFileStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  async put(key: string, content: Buffer): Promise<void> {
    const { folder, path } = this.placeOf(key);
    const partial = join(this.folder, PARTIAL_FOLDER, randomUUID());
    await mkdir(join(this.folder, PARTIAL_FOLDER), { recursive: true });
    await mkdir(folder, { recursive: true });
    try {
      await writeDurably(partial, content);
      await rename(partial, path);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
    await syncFolder(folder);
  }

  async get(key: string): Promise<Buffer | null> {
    return nullIfMissing(readFile(this.placeOf(key).path));
  }

  async stream(key: string): Promise<Readable | null> {
    const file = await nullIfMissing(open(this.placeOf(key).path, 'r'));
    return file?.createReadStream() ?? null;
  }

  async delete(key: string): Promise<void> {
    await rm(this.placeOf(key).path, { force: true });
  }

  private placeOf(key: string): { folder: string; path: string } {
    assertFileKey(key);
    const fan = createHash('sha256').update(key).digest('hex');
    const folder = join(this.folder, fan.slice(0, 2), fan.slice(2, 4));
    return { folder, path: join(folder, key.replaceAll('/', '_')) };
  }
}

async function writeDurably(path: string, content: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o640);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the new name itself survive a power cut. Windows cannot open a folder; there the rename is all there is. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function nullIfMissing<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
