/** `npm start` as a person meets it: an empty folder, a second start, crashes, a busy port. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = join(__dirname, '..', '..', '..');

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  output(): string;
}

let dataDir: string;
let port: number;
const everStarted: Running[] = [];

beforeAll(async () => {
  // Compiles what changed, so that the tests below measure the start alone.
  const build = spawnSync(process.execPath, [join(root, 'tools', 'build.mjs')], { encoding: 'utf8' });
  if (build.status !== 0) throw new Error(build.stderr);
  dataDir = mkdtempSync(join(tmpdir(), 'calisma-'));
  chmodSync(dataDir, 0o755);
  const server = createServer().listen(0);
  port = (server.address() as AddressInfo).port;
  await new Promise((resolve) => server.close(resolve));
}, 300_000);
afterAll(async () => {
  for (const { child, ended } of everStarted) {
    child.kill();
    await ended;
  }
  rmSync(dataDir, { recursive: true, force: true });
});

function start(): Running {
  const { PATH } = process.env;
  const env = { PATH, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, [join(root, 'tools', 'start.mjs')], { cwd: root, env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const running = { child, ended, output: () => output };
  everStarted.push(running);
  return running;
}

async function get(path: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: answer.status, text: await answer.text() };
}

/** Waits until `/readyz` says yes; fails with the output of a process that ended instead. */
async function ready(running: Running): Promise<void> {
  for (;;) {
    const { status } = await get('/readyz').catch(() => ({ status: 0 }));
    if (status === 200) return;
    if (running.child.exitCode !== null) throw new Error(`it ended: ${running.output()}`);
    await pause(50);
  }
}

const serverPid = (): number =>
  Number(readFileSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
const headlines = async (): Promise<string[]> =>
  [...(await get('/basin')).text.matchAll(/<h[23][^>]*>(.*?)<\/h[23]>/g)].map(([, words]) => words ?? '');

describe('npm start', () => {
  let running: Running;
  let published: string[];

  it('makes everything from an empty folder and says where to go and who to be', async () => {
    running = start();

    await ready(running);

    published = await headlines();
    expect(published.length).toBeGreaterThan(0);
    while (!running.output().includes('isletmen@')) await pause(20);
    expect(running.output()).toContain(`http://localhost:${port}`);
    for (const code of ['balikesir-bb', 'edremit', 'ayvalik', 'gomec', 'burhaniye', 'havran']) {
      expect(running.output()).toContain(`@${code}.`);
    }
  }, 300_000);

  it('tells in one line that the port is taken, and ends', async () => {
    const second = start();

    expect(await second.ended).toBe(1);
    expect(second.output().trim()).toMatch(new RegExp(`^${port} [^\\n]+$`));
    expect(await get('/healthz')).toMatchObject({ status: 200 });
  }, 120_000);

  it('goes on by itself when the database server is killed', async () => {
    process.kill(serverPid(), 'SIGKILL');
    await pause(300);

    await ready(running);

    expect(await headlines()).toEqual(published);
  }, 120_000);

  it('starts again with nothing lost after it was killed together with the database server', async () => {
    process.kill(serverPid(), 'SIGKILL');
    running.child.kill('SIGKILL');
    await running.ended;

    running = start();
    await ready(running);

    expect(await headlines()).toEqual(published);
  }, 120_000);

  it('starts again on the database server that a killed process left', async () => {
    const left = serverPid();
    running.child.kill('SIGKILL');
    await running.ended;

    running = start();
    await ready(running);

    expect(serverPid()).toBe(left);
  }, 120_000);

  it('ends in order at a signal and takes the database server along', async () => {
    running.child.kill('SIGTERM');

    expect(await running.ended).toBe(0);
    expect(existsSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'))).toBe(false);
  }, 120_000);

  it('names every wrong setting and ends', async () => {
    const { PATH } = process.env;
    const env = { PATH, PORT: 'kapı', LOG_LEVEL: 'bağır', DATA_DIR: dataDir };
    const child = spawn(process.execPath, [join(root, 'tools', 'start.mjs')], { cwd: root, env });
    let output = '';
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));

    const code = await new Promise((resolve) => child.once('close', resolve));

    expect(code).toBe(1);
    expect(output.trim().split('\n')).toEqual([
      'Ayarlarda düzeltilmesi gerekenler:',
      expect.stringMatching(/^ {2}PORT: /),
      expect.stringMatching(/^ {2}LOG_LEVEL: /),
    ]);
  }, 120_000);

  it('says in one sentence that the database folder cannot be used, and ends', async () => {
    writeFileSync(join(dataDir, 'postgres', 'data', 'PG_VERSION'), '16\n');
    const broken = start();

    expect(await broken.ended).toBe(1);
    expect(broken.output().trim()).toMatch(/^Veritabanı klasörü kullanılamıyor: [^\n]+\.$/);
  }, 120_000);
});
