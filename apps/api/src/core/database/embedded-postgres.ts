/**
 * The database of an installation without `DATABASE_URL`: a real PostgreSQL server from npm on a folder of ours.
 * Processes share it: each holds a *lease* (a shared advisory lock on an open connection), and only the last one that
 * leaves stops the server. The server outlives a killed process and is found again by the next one; when the server
 * itself is killed, whoever holds a lease starts it again at the same address.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, lstat, mkdir, readlink, realpath, symlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { brokenFolder, reasonOf } from '../../config/startup-error';
import { reachablePostgres, reaches, serviceUser, type ServiceUser } from './postgres-binaries';
import { clusterUrl, createCluster, type Cluster } from './postgres-cluster';
import { bringUp, takeDown } from './postgres-server';

/** Name of the database that `url` leads to. */
const databaseName = 'tekses';
/** Any number that nothing else locks on the `postgres` database of the cluster. */
const leaseKey = 7_355_608;
/** Where root keeps a cluster whose folder lies inside a closed one (such as `/root`). */
const rootShelf = '/var/lib/tek-ses';

export interface EmbeddedPostgresOptions {
  /** Folder of the cluster, made when it is missing, e.g. `.data/postgres`. */
  readonly dataDir: string;
  /** Takes one line for people, in Turkish. */
  readonly log: (line: string) => void;
  /** Server settings over the durable defaults, e.g. `{ fsync: 'off' }` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Called when a server has been told to start: the time for work that needs no database. Not called when one runs. */
  readonly whileStarting?: () => void;
}

export interface EmbeddedPostgres {
  /** Address of the database `tekses`, with its password. Stays the same until `stop`. */
  readonly url: string;
  /** Was a server already running on the folder? */
  readonly reused: boolean;
  /** Gives the lease back and stops the server when nobody else holds one. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on `dataDir` or joins the server that already runs there, and keeps it running until `stop`.
 * Refuses with a `StartupError` whose message is for people.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const cluster = await prepareCluster(options);
  await createCluster(cluster);
  const { lease, port, reused } = await joinServer(cluster);
  await createDatabase(lease);
  const watch = keepRunning(cluster, port, lease, options.log);
  return {
    url: await clusterUrl(cluster, port, databaseName),
    reused,
    stop: async () => {
      const last = await watch.end();
      if (last) await takeDown(cluster);
    },
  };
}

/** Brings the server up and takes a lease; repeats when another process stops the server in between. */
async function joinServer(
  cluster: Cluster,
  wantedPort?: number,
): Promise<{ lease: Client; port: number; reused: boolean }> {
  for (let attempt = 1; ; attempt += 1) {
    const { port, reused } = await bringUp(cluster, wantedPort);
    try {
      return { lease: await takeLease(await clusterUrl(cluster, port, 'postgres')), port, reused };
    } catch (cause) {
      if (attempt === 5) throw cause;
      await pause(100 * attempt);
    }
  }
}

async function takeLease(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: 'tek-ses lease', keepAlive: true });
  client.on('error', () => undefined); // "end" follows and is what counts
  await client.connect();
  await client.query('SELECT pg_advisory_lock_shared($1)', [leaseKey]);
  return client;
}

/** An idle lease must not keep a finished process alive; a query on it must. */
function keepsProcessAlive(client: Client, answer: 'yes' | 'no'): void {
  const socket = client as Client & { ref(): void; unref(): void }; // missing in its type declarations
  if (answer === 'yes') socket.ref();
  else socket.unref();
}

/** Holds the lease; when the server dies, starts it again at the same port. `end` tells whether we were the last. */
function keepRunning(cluster: Cluster, port: number, first: Client, log: (line: string) => void) {
  let lease: Client | undefined;
  let isEnding = false;
  let revival = Promise.resolve();
  const hold = (client: Client) => {
    lease = client;
    keepsProcessAlive(client, 'no');
    client.once('end', () => {
      lease = undefined;
      if (!isEnding) revival = revive();
    });
  };
  const revive = async (): Promise<void> => {
    try {
      hold((await joinServer(cluster, port)).lease);
      log('Veritabanı sunucusu durmuştu, yeniden çalışıyor.');
    } catch (cause) {
      log(`Veritabanı sunucusu durdu ve açılamadı: ${(cause as Error).message}`);
      await pause(2_000);
      if (!isEnding) await revive();
    }
  };
  hold(first);
  return {
    end: async (): Promise<boolean> => {
      isEnding = true;
      await revival;
      if (!lease) return false;
      try {
        return await releaseLease(lease);
      } catch {
        return false; // the server is gone already
      }
    },
  };
}

/** Are we the last? Then the exclusive lock stays ours until the server stops, so that nobody joins in between. */
async function releaseLease(lease: Client): Promise<boolean> {
  keepsProcessAlive(lease, 'yes');
  await lease.query('SELECT pg_advisory_unlock_shared($1)', [leaseKey]);
  const { rows } = await lease.query<{ last: boolean }>('SELECT pg_try_advisory_lock($1) AS last', [leaseKey]);
  const last = rows[0]?.last === true;
  if (!last) await lease.end();
  return last;
}

async function createDatabase(lease: Client): Promise<void> {
  const { rowCount } = await lease.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName]);
  if (rowCount) return;
  await lease.query(`CREATE DATABASE ${databaseName}`).catch((cause: { code?: string }) => {
    if (cause.code !== '42P04' && cause.code !== '23505') throw cause; // a rival made it meanwhile
  });
}

/** Settles where the cluster lies, who runs it and with which programs. */
async function prepareCluster(options: EmbeddedPostgresOptions): Promise<Cluster> {
  const asked = resolve(options.dataDir);
  await mkdir(dirname(asked), { recursive: true }).catch((cause: unknown) => {
    throw brokenFolder(asked, reasonOf(cause));
  });
  const user = await runner(asked);
  const home = await settle(asked, user, options.log).catch((cause: unknown) => {
    throw brokenFolder(asked, reasonOf(cause));
  });
  const native = await reachablePostgres(user, dirname(home));
  return { home, native, user, settings: options.settings ?? {}, whileStarting: options.whileStarting };
}

/** Root runs an existing cluster as its owner. */
async function runner(asked: string): Promise<ServiceUser | undefined> {
  const user = serviceUser();
  if (!user || !existsSync(asked)) return user;
  const { uid, gid } = await lstat(await realpath(asked));
  return uid === 0 ? user : { name: String(uid), uid, gid };
}

async function settle(asked: string, user: ServiceUser | undefined, log: (line: string) => void): Promise<string> {
  const isLink = await lstat(asked).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
  if (isLink) return readlink(asked);
  const parent = await realpath(dirname(asked));
  if (reaches(user, parent)) return join(parent, basename(asked));
  const home = join(rootShelf, createHash('sha256').update(asked).digest('hex').slice(0, 12));
  await mkdir(rootShelf, { recursive: true });
  await chmod(rootShelf, 0o755);
  await symlink(home, asked);
  log(`Veritabanı ${home} klasöründe: ${user?.name ?? ''} kullanıcısı ${parent} klasörüne giremiyor.`);
  return home;
}
