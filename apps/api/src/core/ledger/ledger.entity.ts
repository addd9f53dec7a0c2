import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One thing that happened. Written in the commit of the change, never updated or deleted (a trigger refuses). */
@Entity('events')
export class EventEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** The chain the event stands in: the id of the acting office, or 'system'. */
  @Column('text')
  chain: string;

  /** Position in the chain, from 1, without gaps. */
  @Column('bigint', { name: 'chain_seq' })
  chainSeq: string;

  /** `noun.pastParticiple`, e.g. 'bulletin.released'. */
  @Column('text')
  name: string;

  @Column('text', { name: 'subject_type' })
  subjectType: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('uuid', { name: 'office_id', nullable: true })
  officeId: string | null;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;

  /** Facts needed later: old → new state, hashes, counts, ids. Never secrets, never personal data. */
  @Column('jsonb')
  data: Record<string, unknown>;

  @Column('text', { name: 'request_id' })
  requestId: string;

  @Column('bytea', { name: 'prev_hash' })
  prevHash: Buffer;

  /** SHA-256 over the previous hash, the position and the event's canonical JSON. */
  @Column('bytea')
  hash: Buffer;
}

/** The newest link of each chain. Locked by the writer until its commit, which keeps the chain without gaps. */
@Entity('ledger_heads')
export class LedgerHeadEntity {
  @PrimaryColumn('text')
  chain: string;

  @Column('bigint')
  seq: string;

  @Column('bytea', { name: 'prev_hash' })
  prevHash: Buffer;

  @Column('bytea')
  hash: Buffer;
}
