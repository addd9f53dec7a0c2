/**
 * The settings of a process and the only reader of `process.env`. Every wrong variable is named at once, before
 * anything starts; the values of secret ones are never repeated.
 */
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { validateSync } from 'class-validator';
import { StartupError, reasonOf } from './startup-error';

const httpAddress = /^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/;
const hasOidc = (env: Env) => Boolean(env.OIDC_ISSUER ?? env.OIDC_CLIENT_ID ?? env.OIDC_CLIENT_SECRET);
const whole = (from: number, to: number) => ({ message: `${from} ile ${to} arasında bir tam sayı olmalı` });

export class Env {
  /** `development` (default), `test` or `production`; production has no demo content and wants secrets given. */
  @IsIn(['development', 'test', 'production'], { message: 'development, test ya da production olmalı' })
  readonly NODE_ENV: 'development' | 'test' | 'production';

  /** TCP port of the HTTP server; 0 takes any free one. Default 4000. */
  @IsInt(whole(0, 65_535))
  @Min(0, whole(0, 65_535))
  @Max(65_535, whole(0, 65_535))
  readonly PORT: number;

  /** Address under which people reach the site, without a slash at the end. Default `http://localhost:<PORT>`. */
  @Matches(httpAddress, {
    message: 'http:// ya da https:// ile başlayan bir adres olmalı; production ortamında zorunlu',
  })
  readonly BASE_URL: string;

  /** PostgreSQL 18 server to use, `postgresql://user:password@host:5432/database`. Unset: an embedded server. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\/\S+$/, { message: 'postgresql:// ile başlayan bir adres olmalı' })
  readonly DATABASE_URL?: string;

  /** Folder for the embedded database, files, the outbox and generated secrets. Default `.data`; made absolute. */
  @MinLength(1, { message: 'bir klasör yolu olmalı' })
  readonly DATA_DIR: string;

  /** Where mail goes, `smtp://user:password@host:587` or `smtps://…`. Unset: `.eml` files in `DATA_DIR/outbox`. */
  @IsOptional()
  @Matches(/^smtps?:\/\/\S+$/, { message: 'smtp:// ya da smtps:// ile başlayan bir adres olmalı' })
  readonly SMTP_URL?: string;

  /** Domain in the sender addresses and message ids of mails. Default: the host of BASE_URL, `tekses.ornek` where that has no dot. */
  @Matches(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i, {
    message: 'ornek.bel.tr gibi bir alan adı olmalı',
  })
  readonly MAIL_FROM_DOMAIN: string;

  /** Mails sent at most in one second, by all workers of one process. Default 20. */
  @IsInt(whole(1, 1_000))
  @Min(1, whole(1, 1_000))
  @Max(1_000, whole(1, 1_000))
  readonly MAIL_RATE_PER_SECOND: number;

  /** Key that signs sessions and links, 32 characters or more. Unset outside production: made once, kept in DATA_DIR. */
  @MinLength(32, { message: 'en az 32 karakter olmalı; production ortamında zorunlu' })
  @MaxLength(1_000, { message: 'en çok 1000 karakter olmalı' })
  readonly SESSION_SECRET: string;

  /** Where files lie: `file:///folder` or `s3://ACCESS:SECRET@host/bucket?region=…`. Default: `DATA_DIR/files`. */
  @Matches(/^(file:\/\/\/\S+|s3:\/\/[^\s:@/]+:[^\s@/]+@[^\s/]+\/\S+)$/, {
    message: 'file:///klasör ya da s3://ACCESS:SECRET@sunucu/kova biçiminde olmalı',
  })
  readonly FILES_URL: string;

  /** `1` or `0`: demo content, demo accounts and the outbox in the browser. Default on, off in production. */
  @IsBoolean({ message: '1 ya da 0 olmalı' })
  readonly DEMO: boolean;

  /** Least weight of a log line: fatal, error, warn, info (default), debug, trace, or silent for none. */
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
    message: 'fatal, error, warn, info, debug, trace ya da silent olmalı',
  })
  readonly LOG_LEVEL: string;

  /** `in-process` (default): the HTTP process runs jobs too. `apart`: jobs run in processes of `worker.js` alone. */
  @IsIn(['in-process', 'apart'], { message: 'in-process ya da apart olmalı' })
  readonly WORKER: 'in-process' | 'apart';

  /** Jobs of one kind that a process runs at the same time. Default 4. */
  @IsInt(whole(1, 64))
  @Min(1, whole(1, 64))
  @Max(64, whole(1, 64))
  readonly WORKER_CONCURRENCY: number;

  /**
   * Requests to GraphQL, sign-in and uploads that one person may send in a minute; visitors share a fifth of it per
   * address. 0: no limit. Default 300, in tests 0.
   */
  @IsInt(whole(0, 100_000))
  @Min(0, whole(0, 100_000))
  @Max(100_000, whole(0, 100_000))
  readonly REQUESTS_PER_MINUTE: number;

  /** Number of proxies in front whose `X-Forwarded-*` headers count. Default 0: none is believed. */
  @IsInt(whole(0, 10))
  @Min(0, whole(0, 10))
  @Max(10, whole(0, 10))
  readonly TRUST_PROXY: number;

  /** Address of the municipality's OpenID Connect provider. Unset: sign-in by password only. */
  @ValidateIf(hasOidc)
  @Matches(httpAddress, { message: 'http:// ya da https:// ile başlayan bir adres olmalı' })
  readonly OIDC_ISSUER?: string;

  /** Name of this installation at the provider; wanted with OIDC_ISSUER. */
  @ValidateIf(hasOidc)
  @MinLength(1, { message: 'OIDC_ISSUER ile birlikte verilmeli' })
  readonly OIDC_CLIENT_ID?: string;

  /** Secret of this installation at the provider; wanted with OIDC_ISSUER. */
  @ValidateIf(hasOidc)
  @MinLength(1, { message: 'OIDC_ISSUER ile birlikte verilmeli' })
  readonly OIDC_CLIENT_SECRET?: string;

  /** Words on the button of OpenID Connect sign-in. Default "Kurum hesabı". */
  @MaxLength(60, { message: 'en çok 60 karakter olmalı' })
  readonly OIDC_LABEL: string;
}

type Source = Readonly<Record<string, string | undefined>>;

/** Variables whose value may be repeated in a complaint. */
const harmless: readonly string[] = [
  'NODE_ENV', 'PORT', 'BASE_URL', 'DATA_DIR', 'MAIL_FROM_DOMAIN', 'MAIL_RATE_PER_SECOND', 'DEMO', 'LOG_LEVEL',
  'WORKER', 'WORKER_CONCURRENCY', 'REQUESTS_PER_MINUTE', 'TRUST_PROXY', 'OIDC_ISSUER', 'OIDC_LABEL',
]; // prettier-ignore

/**
 * Reads and checks the settings; an empty variable counts as unset. Refuses with a `StartupError` that lists each
 * wrong variable on a line of its own. May write `DATA_DIR/session-secret`.
 */
export function loadEnv(source: Source = process.env): Env {
  const env = Object.assign(new Env(), read(source));
  const complaints = validateSync(env).map(({ property, constraints }) => {
    const given = source[property]?.trim();
    const value = given && harmless.includes(property) ? ` ("${given}" verildi)` : '';
    return `  ${property}: ${Object.values(constraints ?? {})[0]}${value}`;
  });
  if (complaints.length > 0) throw new StartupError(`Ayarlarda düzeltilmesi gerekenler:\n${complaints.join('\n')}`);
  return Object.freeze(env);
}

/** The settings of this process with some of them fixed, for a command that must not depend on them. */
export function loadEnvWith(fixed: Source): Env {
  return loadEnv({ ...process.env, ...fixed });
}

function read(source: Source): Record<keyof Env, unknown> {
  const text = (name: keyof Env) => source[name]?.trim() || undefined;
  const number = (name: keyof Env, unset: number) => (text(name) === undefined ? unset : Number(text(name)));
  const isProduction = text('NODE_ENV') === 'production';
  const dataDir = resolve(text('DATA_DIR') ?? '.data');
  const port = number('PORT', 4000);
  const baseUrl = text('BASE_URL')?.replace(/\/+$/, '') ?? (isProduction ? '' : `http://localhost:${port}`);
  return {
    NODE_ENV: text('NODE_ENV') ?? 'development',
    PORT: port,
    BASE_URL: baseUrl,
    DATABASE_URL: text('DATABASE_URL'),
    DATA_DIR: dataDir,
    SMTP_URL: text('SMTP_URL'),
    MAIL_FROM_DOMAIN: text('MAIL_FROM_DOMAIN') ?? mailDomainOf(baseUrl),
    MAIL_RATE_PER_SECOND: number('MAIL_RATE_PER_SECOND', 20),
    SESSION_SECRET: text('SESSION_SECRET') ?? (isProduction ? '' : keptSecret(join(dataDir, 'session-secret'))),
    FILES_URL: text('FILES_URL') ?? pathToFileURL(join(dataDir, 'files')).href,
    DEMO: flag(text('DEMO') ?? (isProduction ? '0' : '1')),
    LOG_LEVEL: text('LOG_LEVEL') ?? 'info',
    WORKER: text('WORKER') ?? 'in-process',
    WORKER_CONCURRENCY: number('WORKER_CONCURRENCY', 4),
    REQUESTS_PER_MINUTE: number('REQUESTS_PER_MINUTE', text('NODE_ENV') === 'test' ? 0 : 300),
    TRUST_PROXY: number('TRUST_PROXY', 0),
    OIDC_ISSUER: text('OIDC_ISSUER'),
    OIDC_CLIENT_ID: text('OIDC_CLIENT_ID'),
    OIDC_CLIENT_SECRET: text('OIDC_CLIENT_SECRET'),
    OIDC_LABEL: text('OIDC_LABEL') ?? 'Kurum hesabı',
  };
}

/** What is neither yes nor no stays a text, which the check refuses. */
function flag(value: string): boolean | string {
  if (['1', 'true', 'on', 'yes'].includes(value)) return true;
  return ['0', 'false', 'off', 'no'].includes(value) ? false : value;
}

function keptSecret(path: string): string {
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (!existsSync(path)) writeSecret(path);
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new StartupError(`Veri klasörü kullanılamıyor: ${dirname(path)} (${reasonOf(cause)}).`, { cause });
  }
}

/** Two processes that start at once agree on one secret: the first link to the name counts. */
function writeSecret(path: string): void {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (cause) {
    if (!existsSync(path)) throw cause;
  } finally {
    rmSync(draft);
  }
}

/** A sender needs a name with a dot: `localhost` and single names take a made-up one. */
function mailDomainOf(baseUrl: string): string {
  const host = URL.parse(baseUrl)?.hostname ?? '';
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(host) ? host : 'tekses.ornek';
}
