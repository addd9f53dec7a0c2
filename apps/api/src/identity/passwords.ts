import { hash, verify } from '@node-rs/argon2';
import { DomainError, ErrorCode } from '@domain/errors';
import { normalisePassword, passwordFault, type PasswordOwner } from '@domain/identity/password.policy';

/**
 * argon2id (the library's default algorithm; its enum cannot be named under `isolatedModules`) with 19 MiB, two passes
 * and one lane. Source: OWASP Password Storage Cheat Sheet; ASVS 5.0, 11.4.2.
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

/** Hashes a password that the policy took; the whole of it counts, nothing is cut. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalisePassword(password), cost);
}

let decoy: Promise<string> | undefined;

/**
 * Whether the password is the one that was hashed. Without a hash (unknown address, no password set) the same work is
 * done against a hash that nothing fits, so that the answer takes as long.
 */
export async function fitsPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hash(crypto.randomUUID(), cost);
  const fits = await verify(passwordHash ?? (await decoy), normalisePassword(password));
  return fits && passwordHash !== null;
}

/** Refuses INVALID with what is wrong (`details.fault`) when the policy does not take the password. */
export function expectPassword(password: string, owner: PasswordOwner, path: readonly string[]): void {
  const fault = passwordFault(normalisePassword(password), owner);
  if (fault) throw new DomainError(ErrorCode.INVALID, { path, details: { fault }, message: `password: ${fault}` });
}
