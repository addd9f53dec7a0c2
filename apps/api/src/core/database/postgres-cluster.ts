/**
 * One PostgreSQL cluster on disk. Everything lies in one folder: `data` (the cluster), `password` (of its only role)
 * and `server.log`. The folder appears in one step, so a killed creation leaves nothing half made.
 */
import { randomBytes } from 'node:crypto';
import { chown, lstat, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { brokenFolder, reasonOf } from '../../config/startup-error';
import { program, runProgram, type ServiceUser } from './postgres-binaries';

/** The only role of an embedded cluster: its owner. */
const role = 'tekses';

export interface Cluster {
  /** Folder with `data`, `password` and `server.log`. */
  readonly home: string;
  /** Folder with the PostgreSQL programs. */
  readonly native: string;
  readonly user: ServiceUser | undefined;
  /** Server settings, e.g. `{ fsync: 'off' }`. Values without spaces or quotes. */
  readonly settings: Readonly<Record<string, string>>;
  /** Called when the server has been told to start and takes its time. */
  readonly whileStarting?: (() => void) | undefined;
}

/**
 * Address of a database in the cluster. `port` is a TCP port of the loopback interface.
 */
export async function clusterUrl(cluster: Cluster, port: number, database: string): Promise<string> {
  const password = await readFile(join(cluster.home, 'password'), 'utf8');
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
}

/** Creates the cluster when there is none: UTF-8, Turkish ICU collation, password sign-in. Safe against a rival. */
export async function createCluster(cluster: Cluster): Promise<void> {
  if (await hasContent(cluster.home)) return;
  await removeLeftovers(cluster.home);
  const staging = `${cluster.home}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  await mkdir(staging, { recursive: true, mode: 0o700 });
  const password = join(staging, 'password');
  await writeFile(password, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (cluster.user) for (const path of [staging, password]) await chown(path, cluster.user.uid, cluster.user.gid);
  const complaint = await initialise(cluster, staging);
  if (complaint !== undefined) {
    await rm(staging, { recursive: true, force: true });
    throw brokenFolder(cluster.home, complaint);
  }
  // A rival that was faster has filled the folder: its cluster is as good as ours.
  await rename(staging, cluster.home).catch(() => rm(staging, { recursive: true, force: true }));
}

/** What creations left that were killed on the way. */
async function removeLeftovers(home: string): Promise<void> {
  for (const name of await readdir(dirname(home)).catch(() => [])) {
    const pid = name.startsWith(`${basename(home)}.new-`) ? /\.new-(\d+)-/.exec(name)?.[1] : undefined;
    if (pid && !isAlive(Number(pid))) await rm(join(dirname(home), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Runs initdb with the first UTF-8 character type that the system has; answers its complaint, if any. */
async function initialise(cluster: Cluster, folder: string): Promise<string | undefined> {
  const sync = cluster.settings['fsync'] === 'off' ? ['--no-sync'] : [];
  let complaint = '';
  // Under plain C, pg_trgm takes ğ for a space between words.
  for (const characters of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    const place = ['-D', join(folder, 'data'), '-U', role, '-A', 'scram-sha-256', '--pwfile', join(folder, 'password')];
    const locale = [
      '-E',
      'UTF8',
      '--locale=C',
      `--lc-ctype=${characters}`,
      '--locale-provider=icu',
      '--icu-locale=tr-TR',
    ];
    const initdb = program(cluster.native, 'initdb');
    const { code, output } = await runProgram(
      initdb,
      [...place, ...locale, ...sync, '--no-instructions'],
      cluster.user,
    );
    if (code === 0) return undefined;
    complaint = lastComplaint(output) ?? output;
    if (!complaint.includes('locale')) break;
  }
  return complaint;
}

/** Refuses with a `StartupError` when the folder holds no cluster of ours. */
export async function expectUsable({ home, user }: Cluster): Promise<void> {
  const files = ['password', join('data', 'PG_VERSION')].map((name) => readFile(join(home, name), 'utf8'));
  const [, version] = await Promise.all(files).catch((cause: unknown) => {
    throw brokenFolder(home, reasonOf(cause));
  });
  if (version?.trim() !== '18')
    throw brokenFolder(home, `PostgreSQL ${version?.trim()} ile yazılmış, sürüm 18 gerekiyor`);
  const owner = (await lstat(join(home, 'data'))).uid;
  const runner = user?.uid ?? process.getuid?.() ?? owner;
  if (owner !== runner) throw brokenFolder(home, `sahibi başka bir kullanıcı, numarası ${owner}`);
}

async function hasContent(folder: string): Promise<boolean> {
  return readdir(folder).then(
    (names) => names.length > 0,
    (cause: NodeJS.ErrnoException) => cause.code !== 'ENOENT',
  );
}

/** The last refusal in an output or log of PostgreSQL, without its prefix. */
export function lastComplaint(text: string): string | undefined {
  const lines = text.split('\n').filter((line) => /FATAL|PANIC|error:/i.test(line));
  return lines
    .at(-1)
    ?.replace(/^.*?(FATAL|PANIC|error):\s*/i, '')
    .trim();
}
