import type { EntityManager } from 'typeorm';
import type { Json } from '@domain/canonical';
import { genesisHash, ledgerPayload, linkHash } from './chain';

export interface BrokenLink {
  readonly chain: string;
  readonly position: string;
  readonly eventId: string | null;
  readonly reason: 'GAP' | 'PREVIOUS_HASH' | 'HASH' | 'HEAD';
}

export interface LedgerReport {
  readonly chains: number;
  readonly events: number;
  /** The first broken row of each broken chain; empty when all is whole. */
  readonly broken: readonly BrokenLink[];
}

interface EventRow {
  id: string;
  chain: string;
  chain_seq: string;
  name: string;
  subject_type: string;
  subject_id: string;
  office_id: string | null;
  actor_id: string | null;
  at: Date;
  data: Json;
  request_id: string;
  prev_hash: Buffer;
  hash: Buffer;
}

const pageSize = 5_000;

/** Recomputes every chain from its first event and names the first broken row of each. Reads only. */
export async function verifyLedger(db: EntityManager): Promise<LedgerReport> {
  const heads: { chain: string; seq: string; hash: Buffer }[] = await db.query(
    'select chain, seq, hash from ledger_heads union select distinct chain, 0, null::bytea from events e where not exists (select 1 from ledger_heads h where h.chain = e.chain) order by chain',
  );
  const broken: BrokenLink[] = [];
  let events = 0;
  for (const head of heads) {
    const result = await verifyChain(db, head);
    events += result.events;
    if (result.broken) broken.push(result.broken);
  }
  return { chains: heads.length, events, broken };
}

async function verifyChain(
  db: EntityManager,
  head: { chain: string; seq: string; hash: Buffer | null },
): Promise<{ events: number; broken: BrokenLink | null }> {
  let previous: Buffer = genesisHash;
  let position = 0n;
  for (;;) {
    const rows: EventRow[] = await db.query(
      'select * from events where chain = $1 and chain_seq > $2 order by chain_seq limit $3',
      [head.chain, position.toString(), pageSize],
    );
    for (const row of rows) {
      position += 1n;
      const reason = findFault(row, position, previous);
      if (reason) {
        return {
          events: Number(position),
          broken: { chain: head.chain, position: position.toString(), eventId: row.id, reason },
        };
      }
      previous = row.hash;
    }
    if (rows.length < pageSize) break;
  }
  const isWhole = head.hash !== null && BigInt(head.seq) === position && head.hash.equals(previous);
  const broken: BrokenLink = { chain: head.chain, position: position.toString(), eventId: null, reason: 'HEAD' };
  return { events: Number(position), broken: isWhole ? null : broken };
}

function findFault(row: EventRow, position: bigint, previous: Buffer): BrokenLink['reason'] | null {
  if (BigInt(row.chain_seq) !== position) return 'GAP';
  if (!row.prev_hash.equals(previous)) return 'PREVIOUS_HASH';
  const payload = ledgerPayload({
    id: row.id,
    name: row.name,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    officeId: row.office_id,
    actorId: row.actor_id,
    at: row.at.toISOString(),
    data: row.data,
    requestId: row.request_id,
  });
  return row.hash.equals(linkHash(previous, position, payload)) ? null : 'HASH';
}
