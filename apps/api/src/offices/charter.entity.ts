import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a version of the charter stands. */
export enum CharterState {
  /** Given back by an office, or replaced before all had signed: it never came into force. */
  DRAFT = 'DRAFT',
  /** The active offices are signing it. At most one version at a time. */
  IN_SIGNOFF = 'IN_SIGNOFF',
  /** The rules of the house. At most one version at a time. */
  IN_FORCE = 'IN_FORCE',
  SUPERSEDED = 'SUPERSEDED',
}

/** One version of the joint rules. The words of a version never change: other words are another version. */
@Entity('charters')
export class CharterEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** From 1, without gaps. */
  @Column('int', { name: 'version_number' })
  versionNumber: number;

  @Column('text')
  state: CharterState;

  /** The rules as `libs/domain/src/signoff/charter` declares them. */
  @Column('jsonb')
  rules: object;

  /** SHA-256 of the canonical JSON of the rules, hex: what the offices sign. */
  @Column('text')
  hash: string;

  /** What changed against the version before, in the words of the proposer. */
  @Column('text')
  note: string;

  @Column('uuid', { name: 'created_by_id', nullable: true })
  createdById: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'in_force_at', precision: 3, nullable: true })
  inForceAt: Date | null;
}
