import { Readable } from 'node:stream';

/**
 * Where the bytes of files live: an outward port with two shores, a local folder and any S3-compatible
 * service (`createFileStore` picks by FILES_URL). The store knows keys and bytes; who may read what is
 * asked above it, in FilesService.
 *
 * Keys are named by content, so writing the same key twice writes the same bytes: `put` may be repeated
 * after a crash without harm, and nothing that is stored ever changes under its key.
 */
export abstract class FileStore {
  /** Stores the content whole or not at all: no reader ever sees half of it. */
  abstract put(key: string, content: Buffer, mediaType: string): Promise<void>;
  /** The content, or null if there is nothing under the key. */
  abstract get(key: string): Promise<Buffer | null>;
  /** The content as a stream, or null if there is nothing under the key. The reader ends or destroys it. */
  abstract stream(key: string): Promise<Readable | null>;
  /** Removes the content; removing what is not there is fine. */
  abstract delete(key: string): Promise<void>;
}

const KEY_PATTERN = /^[a-z0-9][a-z0-9-]{0,79}(?:\/[a-z0-9][a-z0-9-]{0,79}){0,3}$/;

/**
 * Throws unless the key is one to four parts of lower-case letters, digits and hyphens, divided by `/`.
 * With no dot, no backslash, no percent sign and no empty part, a key can name nothing outside the store.
 */
export function assertFileKey(key: string): void {
  if (!KEY_PATTERN.test(key)) throw new Error(`File store: ${JSON.stringify(key.slice(0, 100))} is not a key`);
}
