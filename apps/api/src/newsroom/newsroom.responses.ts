import type { Response } from 'express';

/**
 * No script, no frame, no foreign content. JSON-LD is a data block that browsers do not run, so `script-src` stays
 * closed; colours of offices are SVG attributes, so `style-src` needs no inline exception.
 */
const CONTENT_POLICY = [
  "default-src 'none'",
  "img-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** How long copies may be used. A correction must show within the minute; a page behind a release instant at once. */
export const CACHE = {
  /** Shared caches answer for 30 s and refresh behind the next reader for another 60 s. */
  page: 'public, max-age=30, stale-while-revalidate=60',
  /** Crawlers come by the hour, and a full sitemap is the largest answer here. */
  sitemap: 'public, max-age=600',
  /** The name changes with the content. */
  immutable: 'public, max-age=31536000, immutable',
  daily: 'public, max-age=86400',
  /** "Not there" may be untrue a second later: the address of a bulletin under embargo answers like any wrong one. */
  never: 'no-store',
} as const;

export interface Reply {
  readonly body: string | Buffer;
  readonly type: string;
  readonly cache: string;
  readonly status?: number;
  readonly lastModified?: Date | null;
}

/**
 * Sends a text with the headers of the newsroom. Express adds a weak ETag over the body and answers 304 to a request
 * that has it (RFC 9110 §13), or, without an ETag in the request, when nothing changed since its date.
 */
export function sendReply(response: Response, { body, type, cache, status = 200, lastModified }: Reply): void {
  response.status(status);
  response.set({
    'Content-Type': typeof body === 'string' ? `${type}; charset=utf-8` : type,
    'Cache-Control': cache,
    'Content-Security-Policy': CONTENT_POLICY,
    'Content-Language': 'tr',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
  });
  if (lastModified) response.set('Last-Modified', lastModified.toUTCString());
  response.send(body);
}

export function sendPage(response: Response, html: string, lastModified?: Date | null): void {
  sendReply(response, { body: html, type: 'text/html', cache: CACHE.page, lastModified });
}
