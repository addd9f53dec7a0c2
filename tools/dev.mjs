/** `npm run dev`: the API as `npm start` runs it, and the web app with reload on http://localhost:5173. */
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { root } from './build.mjs';
import { join } from 'node:path';

const server = await createServer({ configFile: join(root, 'apps/web/vite.config.ts') });
await server.listen();
await import(fileURLToPath(new URL('start.mjs', import.meta.url)));
server.printUrls();
