import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashSecret } from '../../apps/api/src/identity/secrets';
import { ensureCompiled, startCompiled } from '../support/compiled-process';
import { testDatabase, type TestDatabase } from '../support/database';

describe('the commands', () => {
  let database: TestDatabase;
  let dataDir: string;

  beforeAll(async () => {
    await ensureCompiled();
    database = await testDatabase();
    dataDir = mkdtempSync(join(tmpdir(), 'tekses-commands-'));
  }, 300_000);
  afterAll(async () => {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function run(command: string, settings: Record<string, string> = {}, given: string[] = []) {
    const process = startCompiled(
      `commands/${command}`,
      { DATABASE_URL: database.url, DATA_DIR: dataDir, LOG_LEVEL: 'error', ...settings },
      given,
    );
    const code = await process.ended();
    return { code, lines: process.words().trim().split('\n'), complaints: process.complaints() };
  }

  it('seed fills an empty database once, and the ledger of it is whole', async () => {
    const seeded = await run('seed');
    const again = await run('seed');

    expect([seeded.code, seeded.complaints]).toEqual([0, '']);
    expect(seeded.lines.at(-1)).toMatch(/^Veritabanında \d+ kişi, \d+ bülten var\.$/);
    expect(again.lines).toEqual(seeded.lines.slice(-1));
    const verified = await run('ledger-verify');
    expect(verified.code).toBe(0);
    expect(verified.lines).toEqual([
      expect.stringMatching(/^\d+ zincir, [1-9]\d+ kayıt denetlendi\.$/),
      'Zincirler sağlam.',
    ]);
  }, 300_000);

  it('ledger-verify hears witnesses: mails or their words; one that the ledger contradicts ends it with code 1', async () => {
    const [head]: { line: string }[] = await database.dataSource.query(
      `select concat_ws(' ', 'tek-ses-zincir-ucu', chain, seq, encode(hash, 'hex')) as line from ledger_heads limit 1`,
    );
    const line = head?.line ?? '';
    const kept = (name: string, words: string) => {
      const path = join(dataDir, name);
      writeFileSync(path, words);
      return path;
    };
    const head64 = Buffer.from(`Edremit Belediyesi\n${line}\n`).toString('base64');
    const mail = `Subject: Denetim\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${head64}`;

    const whole = await run('ledger-verify', {}, [kept('tanik.eml', mail), kept('tanik.txt', line)]);
    const denied = await run('ledger-verify', {}, [kept('baska.txt', line.replace(/[0-9a-f]{64}$/, '0'.repeat(64)))]);
    const silent = await run('ledger-verify', {}, [kept('bos.txt', 'Merhaba')]);

    expect([whole.code, whole.lines.at(-1)]).toEqual([0, '2 tanık satırından 0 tanesi uyuşmuyor.']);
    expect([denied.code, denied.lines.at(-1)]).toEqual([1, '1 tanık satırından 1 tanesi uyuşmuyor.']);
    expect(denied.lines.at(-3)).toMatch(/^UYUŞMUYOR zincir \S+, sıra \d+, tanık 0{64}: bu sırada başka bir kayıt var$/);
    expect([silent.code, silent.complaints.trim()]).toEqual([
      1,
      `${join(dataDir, 'bos.txt')}: bu dosyada zincir ucu yok; günlük tanık iletisini verin.`,
    ]);
  }, 120_000);

  it('ledger-verify names the first broken row and ends with code 1', async () => {
    const [row]: { id: string; chain: string }[] = await database.dataSource.query(
      'select id, chain from events where chain_seq = 2 order by chain limit 1',
    );
    await database.dataSource.query(`
      begin; alter table events disable trigger events_append_only;
      update events set request_id = request_id || 'ı' where id = '${row?.id}';
      alter table events enable trigger events_append_only; commit;`);

    const { code, lines } = await run('ledger-verify');

    expect(code).toBe(1);
    expect(lines.slice(1)).toEqual([
      `BOZUK zincir ${row?.chain}, sıra 2, kayıt ${row?.id}: içeriği özetiyle uyuşmuyor`,
    ]);
  }, 120_000);

  it('migrate leaves a database that is up to date as it is', async () => {
    expect(await run('migrate')).toEqual({ code: 0, lines: ['Veritabanı güncel.'], complaints: '' });
  }, 120_000);

  it('operator makes an account whose password is set by the link that it prints', async () => {
    const settings = { BASE_URL: 'https://basin.ornek.bel.tr' };

    const made = await run('operator', settings, ['Isletmen@ornek.bel.tr', ' Şule Işık ']);

    expect([made.code, made.complaints]).toEqual([0, '']);
    const secret = /^https:\/\/basin\.ornek\.bel\.tr\/parola#(ts_o_\S+)$/.exec(made.lines[1] ?? '')?.[1] ?? '';
    const rows: object[] = await database.dataSource.query(
      `select u.name, u.is_operator, u.password_hash, t.purpose,
         round(extract(epoch from t.expires_at - t.created_at))::int as seconds
       from one_time_tokens t join users u on u.id = t.user_id
       where u.email = 'isletmen@ornek.bel.tr' and t.token_hash = $1`,
      [hashSecret(secret)],
    );
    expect(rows).toEqual([
      { name: 'Şule Işık', is_operator: true, password_hash: null, purpose: 'PASSWORD_RESET', seconds: 86_400 },
    ]);
  }, 120_000);

  it('operator refuses an address that has an account, and what is no address', async () => {
    const users = 'select id, name, is_operator from users order by id';
    const before: object[] = await database.dataSource.query(users);

    const taken = await run('operator', {}, ['isletmen@ornek.bel.tr', 'Başkası']);
    const broken = await run('operator', {}, ['isletmen', 'Şule Işık']);
    const short = await run('operator', {}, ['baska@ornek.bel.tr', 'Ş']);
    const nothing = await run('operator');

    expect([taken, broken, short, nothing].map(({ code, complaints }) => [code, complaints.trim()])).toEqual([
      [1, 'Bu e-posta adresiyle bir hesap zaten var; yeni bir şey yapılmadı.'],
      [1, 'E-posta adresi geçerli değil.'],
      [1, 'Ad 2 ile 80 karakter arasında olmalıdır.'],
      [1, 'Kullanım: npm run operator -- isletmen@ornek.bel.tr "Ad Soyad"'],
    ]);
    expect(await database.dataSource.query(users)).toEqual(before);
  }, 300_000);

  it('say in one sentence that the server cannot be reached', async () => {
    const { code, complaints } = await run('migrate', { DATABASE_URL: 'postgresql://kimse@127.0.0.1:1/yok' });

    expect(code).toBe(1);
    expect(complaints.trim().split('\n')).toHaveLength(1);
    expect(complaints).toContain('DATABASE_URL');
  }, 120_000);
});
