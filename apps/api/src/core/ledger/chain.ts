import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '@domain/canonical';

/** The facts of an event that its hash covers. */
export interface LedgerFacts {
  readonly id: string;
  readonly name: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly officeId: string | null;
  readonly actorId: string | null;
  /** ISO 8601 UTC, milliseconds. */
  readonly at: string;
  readonly data: Json;
  readonly requestId: string;
}

/** The chain in which the events of an office stand; null: those of no office. */
export function chainOf(officeId: string | null): string {
  return officeId ?? 'system';
}

/** The hash that stands before the first event of a chain. */
export const genesisHash = Buffer.alloc(32);

/** The text that is hashed: one per event, whatever the order in which the database keeps JSON members. */
export function ledgerPayload(facts: LedgerFacts): string {
  return canonicalJson(facts as unknown as Json);
}

/** SHA-256(previous hash ‖ position as 8 bytes, big-endian ‖ payload in UTF-8). */
export function linkHash(previous: Buffer, position: bigint, payload: string): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(position);
  return createHash('sha256').update(previous).update(bytes).update(payload, 'utf8').digest();
}
