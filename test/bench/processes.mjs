/** The processes that are measured, each on its own: the real server, the bare one, the mail sink. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { compiled, root } from '../../tools/build.mjs';

const running = new Set();
const here = (file) => fileURLToPath(new URL(file, import.meta.url));

/** The product as it runs in production: HTTP alone, no demo content, no log lines below errors. */
export async function startApi(databaseUrl) {
  const port = await freePort();
  const flags = (process.env.BENCH_NODE_FLAGS ?? '').split(' ').filter(Boolean);
  const api = start([...flags, compiled('apps/api/src/main')], {
    ...settings(databaseUrl),
    PORT: String(port),
    BASE_URL: `http://127.0.0.1:${port}`,
    WORKER: 'apart',
    REQUESTS_PER_MINUTE: '100000',
  });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(`${url}/readyz`, api);
  return { url, pid: api.pid, stop: () => stop(api) };
}

/** The product's worker; mails go to `smtpUrl` as fast as the settings allow. */
export function startWorker(databaseUrl, smtpUrl) {
  const worker = start([compiled('apps/api/src/worker')], {
    ...settings(databaseUrl),
    SMTP_URL: smtpUrl,
    MAIL_RATE_PER_SECOND: '1000',
  });
  return { stop: () => stop(worker) };
}

/** One of the helpers beside this file; answers the port that it tells on its first line. */
export async function startBeside(file, values = []) {
  const child = start([here(file), ...values], process.env, ['ignore', 'pipe', 'inherit', 'ipc']);
  const [line] = await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error(`${file} did not start`))),
  ]);
  return { port: Number(String(line).trim()), child, stop: () => stop(child) };
}

/** Runs one of the helpers beside this file to its end, with a text on its standard input. */
export async function runBeside(file, values, input) {
  const child = start([here(file), ...values], process.env, ['pipe', 'ignore', 'inherit']);
  child.stdin.end(input, 'latin1');
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${file} ended with ${code}`);
}

/** Ends whatever still runs: for the way out after a failure. */
export async function stopAll() {
  await Promise.all([...running].map(stop));
}

function settings(databaseUrl) {
  return {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    DATA_DIR: join(root, '.data', 'bench', 'server'),
    BASE_URL: 'http://127.0.0.1',
    MAIL_FROM_DOMAIN: 'tekses.example',
    SESSION_SECRET: 'ölçüm için sabit bir anahtar, kimse kullanmaz',
    DEMO: '0',
    LOG_LEVEL: 'error',
  };
}

function start(args, env, stdio = ['ignore', 'ignore', 'inherit']) {
  const child = spawn(process.execPath, args, { cwd: root, env, stdio });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function untilReady(url, child) {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) break;
    const isReady = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await pause(100);
  }
  throw new Error('the server did not become ready');
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
