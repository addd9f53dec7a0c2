import { Column, Entity, PrimaryColumn } from 'typeorm';
import { CharterState } from '@domain/signoff/charter.policy';
import type { CharterRules } from '@domain/signoff/charter';

/** One version of the joint rules. The words of a version never change: other words are another version. */
@Entity('charters')
export class CharterEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** From 1, without gaps. At most one version is PROPOSED and at most one IN_FORCE at a time. */
  @Column('int', { name: 'version_number' })
  versionNumber: number;

  @Column('text')
  state: CharterState;

  @Column('jsonb')
  rules: CharterRules;

  /** SHA-256 of the canonical JSON of the rules, hex: what the offices sign. */
  @Column('text')
  hash: string;

  /** What changed against the version before, in the words of the proposer. */
  @Column('text')
  note: string;

  /** null: the rules that the platform starts with. */
  @Column('uuid', { name: 'proposed_by_office_id', nullable: true })
  proposedByOfficeId: string | null;

  @Column('uuid', { name: 'created_by_id', nullable: true })
  createdById: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'in_force_at', precision: 3, nullable: true })
  inForceAt: Date | null;
}
