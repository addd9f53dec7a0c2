import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { contentDisposition } from './file-name';
import type { OpenedFile } from './files.service';

/** How long an answer may be kept, and whether pages of other sites may embed it. */
export interface FileAudience {
  readonly cacheControl: string;
  readonly resourcePolicy: 'same-origin' | 'cross-origin';
}

/** For the signed-in: asked again each time, since what may be seen changes. */
export const PRIVATE_AUDIENCE: FileAudience = { cacheControl: 'private, no-cache', resourcePolicy: 'same-origin' };

/**
 * Sends a file. Pictures were written anew by us and may be shown; everything else is only downloaded. Whatever a
 * browser makes of the bytes, it guesses no type, runs nothing and is no page of ours (CSP sandbox).
 * Answers 304 to an `If-None-Match` that fits, and HEAD without fetching the bytes.
 */
export async function sendFile(
  request: Request,
  response: Response,
  opened: OpenedFile,
  audience: FileAudience,
): Promise<void> {
  response.set({
    ETag: opened.etag,
    'Cache-Control': audience.cacheControl,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'Cross-Origin-Resource-Policy': audience.resourcePolicy,
  });
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  const stream = request.method === 'HEAD' ? null : await opened.stream();
  // Not `response.set`, which rewrites the character set of a Content-Type.
  response.setHeader('Content-Type', opened.mediaType);
  response.setHeader('Content-Length', opened.bytes);
  const kind = opened.file.isImage ? 'inline' : 'attachment';
  response.setHeader('Content-Disposition', contentDisposition(kind, opened.fileName));
  if (stream === null) {
    response.end();
    return;
  }
  try {
    await pipeline(stream, response);
  } catch (error) {
    if (!hasReaderLeft(error)) throw error;
  }
}

/** A reader who closes the connection half way is no fault. */
function hasReaderLeft(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE';
}
