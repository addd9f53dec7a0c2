import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SigningAuthority } from '@domain/identity/actor';
import { SignatureVerdict } from '@domain/signoff/signoff';

/** What an office answered to exactly these words, who answered for it and on what authority. */
@Entity('signatures')
export class SignatureEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'subject_type' })
  subjectType: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('uuid', { name: 'office_id' })
  officeId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  verdict: SignatureVerdict;

  /** Why it was returned. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('jsonb')
  authority: SigningAuthority;

  /** Section key → hash of the words that were answered to. */
  @Column('jsonb', { name: 'section_hashes' })
  sectionHashes: Record<string, string>;

  @Column({ type: 'timestamptz', name: 'answered_at', precision: 3 })
  answeredAt: Date;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', precision: 3, nullable: true })
  withdrawnAt: Date | null;

  @Column({ type: 'timestamptz', name: 'voided_at', precision: 3, nullable: true })
  voidedAt: Date | null;

  /** Keys of the sections whose change voided it. */
  @Column('jsonb', { name: 'voided_by_sections', nullable: true })
  voidedBySections: string[] | null;
}
