import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Env, loadEnv, loadEnvWith } from './env';
import { StartupError } from './startup-error';

describe('loadEnv', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ayarlar-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const secret = 'ğ'.repeat(32);
  const production = { NODE_ENV: 'production', BASE_URL: 'https://tekses.example', SESSION_SECRET: secret };
  const refusal = (source: Record<string, string>): string => {
    try {
      loadEnv({ DATA_DIR: folder, ...source });
    } catch (error) {
      if (error instanceof StartupError) return error.message;
      throw error;
    }
    return 'accepted';
  };

  it('needs no variable at all for a trial', () => {
    const env = loadEnv({ DATA_DIR: folder });

    expect(env).toEqual({
      NODE_ENV: 'development',
      PORT: 4000,
      BASE_URL: 'http://localhost:4000',
      DATABASE_URL: undefined,
      DATA_DIR: folder,
      SMTP_URL: undefined,
      MAIL_FROM_DOMAIN: 'tekses.ornek',
      MAIL_RATE_PER_SECOND: 20,
      SESSION_SECRET: readFileSync(join(folder, 'session-secret'), 'utf8'),
      FILES_URL: `file://${folder}/files`,
      DEMO: true,
      LOG_LEVEL: 'info',
      WORKER: 'in-process',
      WORKER_CONCURRENCY: 4,
      REQUESTS_PER_MINUTE: 300,
      TRUST_PROXY: 0,
      OIDC_ISSUER: undefined,
      OIDC_CLIENT_ID: undefined,
      OIDC_CLIENT_SECRET: undefined,
      OIDC_LABEL: 'Kurum hesabı',
    });
  });

  it('makes one secret per data folder and keeps it to its owner', () => {
    const first = loadEnv({ DATA_DIR: folder }).SESSION_SECRET;

    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(loadEnv({ DATA_DIR: folder }).SESSION_SECRET).toBe(first);
    expect(statSync(join(folder, 'session-secret')).mode & 0o777).toBe(0o600);
  });

  it('takes an empty variable for an unset one', () => {
    const env = loadEnv({ DATA_DIR: folder, SMTP_URL: ' ', DATABASE_URL: '', PORT: '' });

    expect([env.SMTP_URL, env.DATABASE_URL, env.PORT]).toEqual([undefined, undefined, 4000]);
  });

  it('derives the addresses from PORT and BASE_URL', () => {
    expect(loadEnv({ DATA_DIR: folder, PORT: '5100' }).BASE_URL).toBe('http://localhost:5100');

    const env = loadEnv({ DATA_DIR: folder, BASE_URL: 'https://basin.ornek.bel.tr/' });
    expect([env.BASE_URL, env.MAIL_FROM_DOMAIN]).toEqual(['https://basin.ornek.bel.tr', 'basin.ornek.bel.tr']);
  });

  it('names every wrong variable on a line of its own', () => {
    expect(refusal({ PORT: 'kapı', DEMO: 'belki', LOG_LEVEL: 'loud', WORKER_CONCURRENCY: '0' })).toBe(
      [
        'Ayarlarda düzeltilmesi gerekenler:',
        '  PORT: 0 ile 65535 arasında bir tam sayı olmalı ("kapı" verildi)',
        '  DEMO: 1 ya da 0 olmalı ("belki" verildi)',
        '  LOG_LEVEL: fatal, error, warn, info, debug, trace ya da silent olmalı ("loud" verildi)',
        '  WORKER_CONCURRENCY: 1 ile 64 arasında bir tam sayı olmalı ("0" verildi)',
      ].join('\n'),
    );
  });

  it('never repeats a secret value', () => {
    const wrong = {
      DATABASE_URL: 'mysql://u:gizli1',
      SMTP_URL: 'gizli2',
      SESSION_SECRET: 'gizli3',
      FILES_URL: 'gizli4',
    };

    const message = refusal(wrong);

    expect(message.split('\n')).toHaveLength(1 + Object.keys(wrong).length);
    expect(message).not.toContain('gizli');
  });

  it('wants the address and the secret in production and shows no demo there', () => {
    expect(refusal({ NODE_ENV: 'production' })).toBe(
      [
        'Ayarlarda düzeltilmesi gerekenler:',
        '  BASE_URL: http:// ya da https:// ile başlayan bir adres olmalı; production ortamında zorunlu',
        '  SESSION_SECRET: en az 32 karakter olmalı; production ortamında zorunlu',
      ].join('\n'),
    );
    expect(loadEnv({ DATA_DIR: folder, ...production }).DEMO).toBe(false);
    expect(loadEnv({ DATA_DIR: folder, ...production, DEMO: '1' }).DEMO).toBe(true);
  });

  it('wants OpenID Connect whole or not at all', () => {
    expect(refusal({ OIDC_CLIENT_ID: 'tekses' })).toBe(
      [
        'Ayarlarda düzeltilmesi gerekenler:',
        '  OIDC_ISSUER: http:// ya da https:// ile başlayan bir adres olmalı',
        '  OIDC_CLIENT_SECRET: OIDC_ISSUER ile birlikte verilmeli',
      ].join('\n'),
    );
    const oidc = { OIDC_ISSUER: 'https://giris.ornek.bel.tr', OIDC_CLIENT_ID: 'tekses', OIDC_CLIENT_SECRET: 'x' };
    expect(loadEnv({ DATA_DIR: folder, ...oidc })).toMatchObject(oidc);
  });

  it('accepts a bucket with its keys as FILES_URL', () => {
    const FILES_URL = 's3://anahtar:gizli%2Fsoz@depo.example:9000/tekses?region=eu-central-1&tls=1';

    expect(loadEnv({ DATA_DIR: folder, FILES_URL }).FILES_URL).toBe(FILES_URL);
  });

  it('says in one sentence that the data folder cannot be one', () => {
    const file = join(folder, 'dosya');
    writeFileSync(file, '');

    expect(refusal({ DATA_DIR: file })).toBe(`Veri klasörü kullanılamıyor: ${file} (${file} bir klasör değil).`);
  });

  it('hands out settings that nobody changes', () => {
    const env = loadEnv({ DATA_DIR: folder });

    expect(env).toBeInstanceOf(Env);
    expect(Object.isFrozen(env)).toBe(true);
  });

  it('lets a command fix a setting over the environment', () => {
    expect(loadEnvWith({ DATA_DIR: folder, DEMO: '0' }).DEMO).toBe(false);
    expect(loadEnvWith({ DATA_DIR: folder, DEMO: '1' }).DEMO).toBe(true);
  });
});
