/**
 * The server of a cluster: found when it runs, started when not. Only a real connection counts as "running", because
 * process ids are reused and dead processes may linger.
 */
import { readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { brokenFolder } from '../../config/startup-error';
import { program, runProgram } from './postgres-binaries';
import { clusterUrl, expectUsable, lastComplaint, type Cluster } from './postgres-cluster';

/** How long a start, with the recovery after a crash, may take. Milliseconds. */
const startDeadline = 120_000;

/**
 * Makes sure that a server runs on the cluster and answers; `wantedPort` keeps the address of an earlier one.
 * Refuses with a `StartupError` when the folder cannot be used.
 */
export async function bringUp(cluster: Cluster, wantedPort?: number): Promise<{ port: number; reused: boolean }> {
  await expectUsable(cluster);
  const deadline = performance.now() + startDeadline;
  let complaint = 'sunucu süresinde yanıt vermedi';
  while (performance.now() < deadline) {
    const found = await runningServer(cluster);
    if (found === 'busy') {
      await pause(100);
      continue;
    }
    if (found) return { port: found.port, reused: true };
    const port = wantedPort ?? (await freePort());
    const outcome = await launch(cluster, port);
    if (outcome === 'up') return { port, reused: false };
    complaint = outcome;
    if (!/lock file|shared memory|Address already in use|could not bind|could not create any TCP/i.test(outcome)) break;
    await pause(200);
  }
  throw brokenFolder(cluster.home, complaint);
}

/** Stops the server: open transactions roll back, everything committed is on disk afterwards. */
export async function takeDown(cluster: Cluster): Promise<void> {
  const args = ['stop', '-D', join(cluster.home, 'data'), '-m', 'fast', '-w', '-t', '60'];
  await runProgram(program(cluster.native, 'pg_ctl'), args, cluster.user);
}

/** Why a server that should answer does not: `starting` passes by itself, `absent` and `stranger` do not. */
export async function probe(url: string): Promise<'ready' | 'starting' | 'absent' | 'stranger'> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return 'ready';
  } catch (cause) {
    const code = (cause as { code?: string }).code;
    if (code === '57P03') return 'starting';
    return code === 'ECONNREFUSED' || code === 'ECONNRESET' ? 'absent' : 'stranger';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The server that `postmaster.pid` names, if it answers; a leftover of a dead server is removed. */
async function runningServer(cluster: Cluster): Promise<{ port: number } | 'busy' | undefined> {
  const file = join(cluster.home, 'data', 'postmaster.pid');
  const lines = await readFile(file, 'utf8').then(
    (text) => text.split('\n'),
    () => undefined,
  );
  if (!lines) return undefined;
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  const answer = port ? await probe(await clusterUrl(cluster, port, 'postgres')) : 'absent';
  if (answer === 'ready') return { port };
  if (answer === 'starting') return 'busy';
  const owner = await processOf(cluster, pid);
  if (owner === 'server') return 'busy';
  if (owner === 'other') await rm(file, { force: true });
  return undefined;
}

/** Is `pid` the server of this cluster or some other or dead process (`other`)? Not every system can tell. */
async function processOf(cluster: Cluster, pid: number): Promise<'server' | 'other' | 'unknown'> {
  if (process.platform !== 'linux') return 'unknown';
  // A zombie has an empty command line.
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return command.includes(join(cluster.home, 'data')) ? 'server' : 'other';
}

/** Starts the server; answers `up` or its complaint. */
async function launch(cluster: Cluster, port: number): Promise<string> {
  const log = join(cluster.home, 'server.log');
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  );
  const logStart = size > 10_000_000 ? 0 : size;
  if (logStart !== size) await rm(log, { force: true });
  const options = Object.entries({ ...baseSettings, ...cluster.settings, port: String(port) });
  const args = options.map(([name, value]) => `-c ${name}=${value}`).join(' ');
  const start = ['start', '-D', join(cluster.home, 'data'), '-l', log, '-o', args, '-w', '-t', '100'];
  const launching = runProgram(program(cluster.native, 'pg_ctl'), start, cluster.user);
  cluster.whileStarting?.();
  const { code, output } = await launching;
  if (code === 0) return 'up';
  const written = await readFile(log, 'utf8').then(
    (text) => text.slice(logStart),
    () => '',
  );
  return lastComplaint(written) ?? lastComplaint(output) ?? output;
}

/** Loopback only; no statement values in the log, since they are personal data. */
const baseSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  max_connections: '200',
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
