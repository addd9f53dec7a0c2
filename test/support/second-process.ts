import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SecondProcess {
  /** 'http://127.0.0.1:54321' */
  readonly url: string;
  stop(): Promise<void>;
  /** Ends it as a power cut does: nothing is finished. */
  kill(): Promise<void>;
}

const root = join(__dirname, '..', '..');
const buildAndStartMilliseconds = 240_000;

/** The product as a process of its own (compiled first where a source changed), on a database that is there already. */
export async function startSecondProcess(databaseUrl: string): Promise<SecondProcess> {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'tekses-second-'));
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['tools/run.mjs', 'apps/api/src/main'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'test',
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      PORT: String(port),
      BASE_URL: url,
      SESSION_SECRET: 'test secret that is long enough for keys',
      DEMO: '0',
      WORKER: 'apart',
      LOG_LEVEL: 'error',
    },
  });
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    words += chunk.toString('utf8');
  });
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    await ended(child, signal);
    rmSync(dataDir, { recursive: true, force: true });
  };
  const stop = (): Promise<void> => end('SIGTERM');
  try {
    await answering(url, child, () => words);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop, kill: () => end('SIGKILL') };
}

async function answering(url: string, child: ChildProcess, words: () => string): Promise<void> {
  const deadline = performance.now() + buildAndStartMilliseconds;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the second process ended: ${words()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    if (performance.now() > deadline) throw new Error(`the second process does not answer: ${words()}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
}

function ended(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
