/** `npm start`: compiles if needed, then becomes the server (HTTP and jobs in one process). */
import { BuildError, ensureBuild, load } from './build.mjs';

if (!('Temporal' in globalThis)) {
  console.error(
    `Node 26 gerekiyor, bu ${process.version}: "npm ci" komutunu yineleyin, Node 26 kendiliğinden kurulur.`,
  );
  process.exit(1);
}
try {
  await ensureBuild({ announce: console.log });
} catch (error) {
  console.error(error instanceof BuildError ? error.message : error);
  process.exit(1);
}
await load('apps/api/src/main');
