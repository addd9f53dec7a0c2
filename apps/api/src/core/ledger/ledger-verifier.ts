import type { EntityManager } from 'typeorm';
import type { Json } from '@domain/canonical';
import { chainOf, genesisHash, ledgerPayload, linkHash } from './chain';

export interface BrokenLink {
  readonly chain: string;
  readonly position: string;
  readonly eventId: string | null;
  readonly reason: 'GAP' | 'CHAIN' | 'PREVIOUS_HASH' | 'HASH' | 'HEAD';
}

export interface LedgerReport {
  readonly chains: number;
  readonly events: number;
  /** The first broken row of each broken chain; empty when all is whole. */
  readonly broken: readonly BrokenLink[];
}

interface Head {
  chain: string;
  seq: string;
  prev_hash: Buffer | null;
  hash: Buffer | null;
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
  /** A number for what is no date, such as 'infinity'. */
  at: Date | number;
  data: Json;
  request_id: string;
  prev_hash: Buffer;
  hash: Buffer;
}

const pageSize = 5_000;

/** Recomputes every chain from its first event and names the first broken row of each. Reads only. */
export async function verifyLedger(db: EntityManager): Promise<LedgerReport> {
  const heads: Head[] = await db.query(
    `select chain, seq, prev_hash, hash from ledger_heads
     union select distinct chain, 0, null::bytea, null::bytea from events e
     where not exists (select 1 from ledger_heads h where h.chain = e.chain) order by chain`,
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

/** Recomputes the chain of one office from its first event; a chain without events is whole. Reads only. */
export async function verifyOfficeChain(
  db: EntityManager,
  officeId: string,
): Promise<{ readonly events: number; readonly broken: BrokenLink | null }> {
  const [head]: Head[] = await db.query('select chain, seq, prev_hash, hash from ledger_heads where chain = $1', [
    chainOf(officeId),
  ]);
  const none: Head = { chain: chainOf(officeId), seq: '0', prev_hash: genesisHash, hash: genesisHash };
  return verifyChain(db, head ?? none);
}

async function verifyChain(db: EntityManager, head: Head): Promise<{ events: number; broken: BrokenLink | null }> {
  const { chain } = head;
  let before: Buffer = genesisHash;
  let previous: Buffer = genesisHash;
  let position = 0n;
  let last: string | null = null; // read from the lowest number: a row before the first is a fault too
  for (;;) {
    const rows: EventRow[] = await db.query(
      'select * from events where chain = $1 and ($2::bigint is null or chain_seq > $2) order by chain_seq limit $3',
      [chain, last, pageSize],
    );
    for (const row of rows) {
      position += 1n;
      const reason = findFault(row, position, previous);
      const events = Number(position);
      if (reason) return { events, broken: { chain, position: position.toString(), eventId: row.id, reason } };
      before = previous;
      previous = row.hash;
      last = row.chain_seq;
    }
    if (rows.length < pageSize) break;
  }
  const isWhole =
    BigInt(head.seq) === position && head.hash?.equals(previous) === true && head.prev_hash?.equals(before) === true;
  const broken: BrokenLink = { chain, position: position.toString(), eventId: null, reason: 'HEAD' };
  return { events: Number(position), broken: isWhole ? null : broken };
}

function findFault(row: EventRow, position: bigint, previous: Buffer): BrokenLink['reason'] | null {
  if (BigInt(row.chain_seq) !== position) return 'GAP';
  if (row.chain !== chainOf(row.office_id)) return 'CHAIN';
  if (!row.prev_hash.equals(previous)) return 'PREVIOUS_HASH';
  const payload = ledgerPayload({
    id: row.id,
    name: row.name,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    officeId: row.office_id,
    actorId: row.actor_id,
    at: row.at instanceof Date ? row.at.toISOString() : String(row.at),
    data: row.data,
    requestId: row.request_id,
  });
  return row.hash.equals(linkHash(previous, position, payload)) ? null : 'HASH';
}
