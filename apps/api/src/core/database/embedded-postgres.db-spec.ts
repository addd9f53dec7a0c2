import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { StartupError } from '../../config/startup-error';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres';

const isRoot = process.getuid?.() === 0;

describe('startEmbeddedPostgres', () => {
  const settings = { fsync: 'off' };
  const lines: string[] = [];
  let pristine: string;
  let folder: string;
  let dataDir: string;
  let running: EmbeddedPostgres[] = [];

  beforeAll(async () => {
    pristine = realpathSync(mkdtempSync(join(tmpdir(), 'veri-')));
    chmodSync(pristine, 0o755);
    const server = await startEmbeddedPostgres({ dataDir: join(pristine, 'postgres'), settings, log: () => undefined });
    await server.stop();
  });
  afterAll(() => rmSync(pristine, { recursive: true, force: true }));
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'veri-')));
    chmodSync(folder, 0o755);
    dataDir = join(folder, 'postgres');
    lines.length = 0;
    running = [];
  });
  afterEach(async () => {
    for (const server of running) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (): Promise<EmbeddedPostgres> => {
    const server = await startEmbeddedPostgres({ dataDir, settings, log: (line) => lines.push(line) });
    running.push(server);
    return server;
  };
  /** A stopped cluster in place of the creation of one, which takes seconds. */
  const existing = (): void => {
    spawnSync('cp', ['-a', join(pristine, 'postgres'), dataDir]);
  };
  const ask = async (url: string, sql: string): Promise<unknown[]> => {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
    } finally {
      await client.end();
    }
  };
  const serverPid = (): number => Number(readFileSync(join(dataDir, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const isListed = (): boolean =>
    lstatSync(join(dataDir, 'data', 'postmaster.pid'), { throwIfNoEntry: false }) !== undefined;

  it('makes a database that knows Turkish letters, on loopback, behind a password of its own', async () => {
    const { url, reused } = await start();

    expect(reused).toBe(false);
    expect(await ask(url, `SELECT current_database(), upper('ığdır istanbul'), lower('IĞDIR İSTANBUL')`)).toEqual([
      'tekses',
      'IĞDIR İSTANBUL',
      'ığdır istanbul',
    ]);
    expect(await ask(url, 'SHOW listen_addresses')).toEqual(['127.0.0.1']);
    expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600);
    const other = new URL(url);
    other.password = 'yanlis';
    await expect(ask(other.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('writes to disk before it answers unless told otherwise', async () => {
    existing();
    const server = await startEmbeddedPostgres({ dataDir, log: () => undefined });
    running.push(server);

    const values = await ask(
      server.url,
      `SELECT setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes')`,
    );

    expect(values).toEqual(['on', 'on', 'on']);
  });

  it('keeps values of failed statements out of its log', async () => {
    existing();
    const { url } = await start();
    await ask(url, 'CREATE TABLE people (email text PRIMARY KEY)');
    await ask(url, `INSERT INTO people VALUES ('isik@ornek.bel.tr')`);

    await expect(ask(url, `INSERT INTO people VALUES ('isik@ornek.bel.tr')`)).rejects.toMatchObject({ code: '23505' });

    const log = readFileSync(join(dataDir, 'server.log'), 'utf8');
    expect(log).toContain('people_pkey');
    expect(log).not.toContain('isik@');
  });

  it('is shared by those who start it, and stops with the last of them', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(second.url).toBe(first.url);

    await first.stop();

    expect(await ask(second.url, 'SELECT 1')).toEqual([1]);
    expect(isListed()).toBe(true);

    await second.stop();

    expect(isListed()).toBe(false);
    await expect(ask(second.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('comes back at the same address with everything committed when the server is killed', async () => {
    existing();
    const { url } = await start();
    await ask(url, 'CREATE TABLE texts (words text)');
    await ask(url, `INSERT INTO texts VALUES ('Ayçiçeği')`);

    process.kill(serverPid(), 'SIGKILL');

    const deadline = performance.now() + 30_000;
    while (lines.length === 0 && performance.now() < deadline) await pause(20);
    expect(await ask(url, 'SELECT words FROM texts')).toEqual(['Ayçiçeği']);
    expect(lines).toEqual(['Veritabanı sunucusu durmuştu, yeniden çalışıyor.']);
  });

  it('is not misled by a process that has the number of a server long gone', async () => {
    existing();
    const { url, stop } = await start();
    await ask(url, 'CREATE TABLE kept ()');
    const text = readFileSync(join(dataDir, 'data', 'postmaster.pid'), 'utf8');
    await stop();
    const stranger = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
    const fields = text.split('\n');
    fields[0] = String(stranger.pid);
    writeFileSync(join(dataDir, 'data', 'postmaster.pid'), fields.join('\n'));

    const again = await start();

    expect(again.reused).toBe(false);
    expect(await ask(again.url, `SELECT count(*)::int FROM pg_tables WHERE tablename = 'kept'`)).toEqual([1]);
    stranger.kill();
  });

  it.each([
    ['a folder without a cluster', () => mkdirSync(join(dataDir, 'data'), { recursive: true }), /\(.* yok\)/],
    ['a file in place of the folder', () => writeFileSync(dataDir, ''), /\(.*password bir klasör değil\)/],
  ])('says in one sentence what is wrong with %s', async (_, damage, reason) => {
    damage();

    const refusal = await start().catch((error: unknown) => error);

    expect(refusal).toBeInstanceOf(StartupError);
    expect((refusal as Error).message).toMatch(reason);
    expect((refusal as Error).message).toMatch(
      /^Veritabanı klasörü kullanılamıyor: [^\n]+ ile başka bir klasör verin\.$/,
    );
  });

  it('says in one sentence that the cluster is damaged', async () => {
    existing();
    writeFileSync(join(dataDir, 'data', 'global', 'pg_control'), 'x');

    const refusal = await start().catch((error: unknown) => error);

    expect(refusal).toBeInstanceOf(StartupError);
    expect((refusal as Error).message).toMatch(/pg_control.*ile başka bir klasör verin\.$/);
  });

  it('says in one sentence that another version wrote the cluster', async () => {
    existing();
    writeFileSync(join(dataDir, 'data', 'PG_VERSION'), '17\n');

    await expect(start()).rejects.toThrow('PostgreSQL 17 ile yazılmış, sürüm 18 gerekiyor');
  });

  it('keeps its data where nobody else may look, even for root, whose server runs as another user', async () => {
    chmodSync(folder, 0o700);
    const first = await start();
    await ask(first.url, 'CREATE TABLE kept ()');
    const home = realpathSync(dataDir);
    try {
      await first.stop();

      const second = await start();

      expect(await ask(second.url, `SELECT count(*)::int FROM pg_tables WHERE tablename = 'kept'`)).toEqual([1]);
      expect(home).toMatch(isRoot ? /^\/var\/lib\/tek-ses\/[0-9a-f]{12}$/ : /\/postgres$/);
      expect(lines).toEqual(isRoot ? [expect.stringContaining(home)] : []);
      await second.stop();
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });

  it('clears away what a killed creation left', async () => {
    const leftover = `${dataDir}.new-${2 ** 22 + 1}-00ff00ff`; // above the greatest process number of Linux
    mkdirSync(join(leftover, 'data'), { recursive: true });

    await start();

    expect(readdirSync(folder)).toEqual(['postgres']);
  });
});
