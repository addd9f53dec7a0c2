/**
 * The compiled server and the built web app, each made anew only when one of its sources changed. `dist/.stamp` and
 * `dist/.web-stamp` hold the fingerprints of what was built; a fresh build costs no process at all, which is what makes
 * the second start quick.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const lock = join(root, 'dist', '.building');
const shared = ['libs', 'package-lock.json'];

/** What is built: from which sources, to which file that must be there, and how. */
const parts = {
  api: {
    stamp: join(root, 'dist', '.stamp'),
    sources: [...shared, 'apps/api/src', 'apps/api/tsconfig.app.json', 'nest-cli.json', 'tsconfig.json'],
    result: compiled('apps/api/src/main'),
    build: compileApi,
  },
  web: {
    stamp: join(root, 'dist', '.web-stamp'),
    sources: [...shared, 'apps/web'],
    result: join(root, 'dist', 'web', 'index.html'),
    build: buildWeb,
  },
};

/** Path of a compiled module, e.g. `compiled('apps/api/src/main')`. */
export function compiled(module) {
  return join(root, 'dist', 'apps', 'api', `${module.replace(/\.ts$/, '')}.js`);
}

/** Runs a compiled module in this process. Node keeps its own form of the code beside the build for the next start. */
export async function load(module) {
  enableCompileCache(join(root, 'dist', '.cache'));
  await import(pathToFileURL(compiled(module)).href);
}

/** Builds the parts whose sources differ from the last build. Throws a `BuildError` when a compiler refuses. */
export async function ensureBuild({ announce = console.error, only = Object.keys(parts) } = {}) {
  const stale = () => only.map((name) => parts[name]).filter((part) => !isFresh(part, fingerprint(part)));
  if (stale().length === 0) return;
  const release = await takeLock();
  try {
    const builds = stale().map(async (part) => {
      const wanted = fingerprint(part);
      rmSync(part.stamp, { force: true });
      await part.build();
      writeFileSync(part.stamp, wanted);
    });
    if (builds.length > 0) announce('Derleniyor…');
    const failed = (await Promise.allSettled(builds)).find(({ status }) => status === 'rejected');
    if (failed) throw failed.reason;
  } finally {
    release();
  }
}

/** Vite writes beside the last build, which is then replaced at once. */
async function buildWeb() {
  const draft = join(root, 'dist', '.web-draft');
  const vite = [bin('vite/bin/vite.js'), 'build', 'apps/web', '--outDir', draft, '--logLevel', 'warn'];
  const { code, output } = await run(process.execPath, vite);
  if (code !== 0) {
    console.error(output);
    throw new BuildError('Web uygulaması derlenemedi.');
  }
  rmSync(join(root, 'dist', 'web'), { recursive: true, force: true });
  renameSync(draft, join(root, 'dist', 'web'));
}

/** Compiles beside the last build and then takes its place, so that a running server never sees half a build. */
async function compileApi() {
  const draft = join(root, 'dist', '.draft');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  const config = join(draft, 'tsconfig.json');
  const output = { outDir: './apps/api' };
  writeFileSync(config, JSON.stringify({ extends: '../../apps/api/tsconfig.app.json', compilerOptions: output }));
  const nest = bin('@nestjs/cli/bin/nest.js');
  const { code, output: words } = await run(process.execPath, [nest, 'build', 'api', '--path', relative(root, config)]);
  if (code !== 0) {
    console.error(words);
    throw new BuildError('Derleme başarısız oldu.');
  }
  rmSync(join(root, 'dist', 'apps'), { recursive: true, force: true });
  renameSync(join(draft, 'apps'), join(root, 'dist', 'apps'));
  rmSync(draft, { recursive: true });
}

/** The compiler refused; its words are on standard error already. */
export class BuildError extends Error {}

/** Runs a program in the root folder to its end and collects what it writes; dies with this process. */
export function run(file, args, { env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env });
    const stop = () => child.kill();
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM']) process.removeListener(signal, stop);
      resolve({ code: code ?? 1, output: output.trim() });
    });
  });
}

function bin(path) {
  return join(root, 'node_modules', path);
}

function isFresh({ stamp, result }, wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(result);
}

function fingerprint({ sources }) {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((source) => filesIn(join(root, source)))) {
    hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/spec\.tsx?$|^graphql-env\.d\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** One build at a time; the lock of a killed build does not count. */
async function takeLock() {
  mkdirSync(join(root, 'dist'), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (cause) {
      if (cause.code !== 'EEXIST') throw cause;
      if (!isAlive(Number(readFileSync(lock, 'utf8')))) rmSync(lock, { force: true });
      await pause(200);
    }
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    return cause.code === 'EPERM';
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureBuild().catch((error) => {
    console.error(error instanceof BuildError ? error.message : error);
    process.exitCode = 1;
  });
}
