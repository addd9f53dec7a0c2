import { hash, randomBytes } from 'node:crypto';

/**
 * A new secret for a cookie, link or token: 256 random bits in base64url after a prefix that tells what it is
 * (secret scanners find leaked ones by it).
 */
export function newSecret(prefix: 'ts_s' | 'ts_t' | 'ts_o' | 'ts_c'): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`;
}

/** What is stored of a secret. Secrets are random, so one round of SHA-256 is enough; passwords go another way. */
export function hashSecret(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}
