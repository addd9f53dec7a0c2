import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileStore } from './file-store';
import { LocalFileStore } from './local-file-store';
import { S3FileStore, type S3Place } from './s3-file-store';

const FORMS = 's3://ACCESS:SECRET@host[:port]/bucket?region=eu-central-1&tls=1, file:///folder or a folder';
const BUCKET_PATTERN = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/**
 * The store that FILES_URL names. Throws one sentence without secrets when the address cannot be one.
 * - `s3://ACCESS:SECRET@host[:port]/bucket?region=..&tls=0|1`: percent-encode `/`, `+`, `@` and `:` inside the
 *   keys; `region` is `us-east-1` and `tls` is `1` unless said.
 * - `file:///var/lib/tekses/files` or a path: a local folder, made at the first write.
 */
export function createFileStore(filesUrl: string): FileStore {
  const address = filesUrl.trim();
  if (address === '') throw new Error(`FILES_URL is empty. It is ${FORMS}.`);
  if (/^s3:/i.test(address)) return new S3FileStore(s3PlaceOf(address));
  if (/^file:/i.test(address)) return new LocalFileStore(fileURLToPath(address));
  if (/^[a-z][a-z0-9+.-]+:/i.test(address)) throw new Error(`FILES_URL is of no known form. It is ${FORMS}.`);
  return new LocalFileStore(isAbsolute(address) ? address : resolve(address));
}

function s3PlaceOf(address: string): S3Place {
  if (!URL.canParse(address)) throw new Error(`FILES_URL cannot be read. It is ${FORMS}.`);
  const url = new URL(address);
  const bucket = url.pathname.slice(1).replace(/\/$/, '');
  const tls = url.searchParams.get('tls') ?? '1';
  if (url.hostname === '') throw new Error('FILES_URL names no host.');
  if (url.username === '' || url.password === '') throw new Error('FILES_URL has no ACCESS:SECRET before the host.');
  if (!BUCKET_PATTERN.test(bucket)) throw new Error('FILES_URL has no bucket name of 3 to 63 letters, digits, . or -.');
  if (tls !== '0' && tls !== '1') throw new Error('FILES_URL: tls is 0 or 1.');
  return {
    endpoint: `${tls === '1' ? 'https' : 'http'}://${url.host}`,
    bucket,
    region: url.searchParams.get('region') ?? 'us-east-1',
    accessKey: decoded(url.username),
    secretKey: decoded(url.password),
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Error('FILES_URL: ACCESS and SECRET must be percent-encoded.');
  }
}
