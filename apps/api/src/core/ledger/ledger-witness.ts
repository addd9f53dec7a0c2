import type { EntityManager } from 'typeorm';

/** The newest event of a chain, as it was told to somebody outside. */
export interface WitnessedHead {
  /** An office's id, or 'system'. */
  readonly chain: string;
  readonly position: bigint;
  /** SHA-256, lower-case hex. */
  readonly hash: string;
}

export interface Contradiction {
  readonly head: WitnessedHead;
  /** GONE: the chain has no event there any more. CHANGED: another one. */
  readonly reason: 'GONE' | 'CHANGED';
}

const mark = 'tek-ses-zincir-ucu';
const line = new RegExp(`^${mark} (system|[0-9a-f-]{36}) ([1-9][0-9]{0,18}) ([0-9a-f]{64})$`, 'gm');

/** One head as a line of plain text, which `readWitness` finds again in whatever surrounds it. */
export function witnessLine({ chain, position, hash }: WitnessedHead): string {
  return `${mark} ${chain} ${position} ${hash}`;
}

/** The heads that a text names. Quotation marks of an answered mail before a line do no harm. */
export function readWitness(text: string): WitnessedHead[] {
  const unquoted = text.replaceAll(/^[ \t>]+|[ \t\r]+$/gm, '');
  return [...unquoted.matchAll(line)].map(([, chain = '', position = '', hash = '']) => ({
    chain,
    position: BigInt(position),
    hash,
  }));
}

/** The newest event of every chain that has one, in a fixed order. */
export async function presentHeads(db: EntityManager): Promise<WitnessedHead[]> {
  const rows: { chain: string; seq: string; hash: string }[] = await db.query(
    "select chain, seq, encode(hash, 'hex') as hash from ledger_heads where seq > 0 order by chain",
  );
  return rows.map(({ chain, seq, hash }) => ({ chain, position: BigInt(seq), hash }));
}

/**
 * What the ledger says otherwise than it was told before. This alone finds a ledger whose every hash was computed anew,
 * and one whose end was cut off with its head (ADR 5). Reads only.
 */
export async function contradictionsOf(
  db: EntityManager,
  heads: readonly WitnessedHead[],
): Promise<readonly Contradiction[]> {
  const found: Contradiction[] = [];
  for (const head of heads) {
    const [row]: { hash: string }[] = await db.query(
      "select encode(hash, 'hex') as hash from events where chain = $1 and chain_seq = $2",
      [head.chain, head.position.toString()],
    );
    if (row === undefined) found.push({ head, reason: 'GONE' });
    else if (row.hash !== head.hash) found.push({ head, reason: 'CHANGED' });
  }
  return found;
}
