/**
 * The web app (`apps/web`, built into `dist/web`), served from the address of the API: one origin, no CORS. Its files
 * carry their hash and stay in caches for ever; the page itself is asked for each time. Everything in it is public:
 * what it shows comes from the API with the session of the person.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { isWorkspacePath } from '@domain/workspace-paths';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import { productFolder } from '../config/product-folder';
import { notFoundPage } from '../core/http-errors.filter';

const oneYear = '365d';

/** Scripts, styles and fonts of our own only; pictures may be previews of what is being uploaded. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Compresses answers, and serves the web app where it has been built. */
export function serveWebApp(app: NestExpressApplication, folder: string = join(productFolder(), 'dist', 'web')): void {
  app.use(compression());
  if (!existsSync(join(folder, 'index.html'))) return;
  app.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: oneYear, fallthrough: false }));
  app.use(express.static(folder, { index: false, cacheControl: false, setHeaders: headersOfPage }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const sendPage = () => {
      headersOfPage(response);
      response.sendFile('index.html', { root: folder, cacheControl: false });
    };
    if (isWorkspacePath(request.path)) return sendPage();
    // A person who mistyped an address is told so by the app; programs get the refusal as data.
    if (request.accepts(['json', 'html']) === 'html') response.locals[notFoundPage] = sendPage;
    next();
  });
}

function headersOfPage(response: Response): void {
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('Content-Security-Policy', contentPolicy);
  response.setHeader('Referrer-Policy', 'same-origin');
}
