import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { BulletinKind, BulletinState } from '@domain/bulletins/bulletin';

/** A press bulletin of one lead office and its participants. Headline, spot and body text are kept from its sections for lists and search. */
@Entity('bulletins')
export class BulletinEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: BulletinKind;

  @Column('text')
  state: BulletinState;

  @Column('uuid', { name: 'lead_office_id' })
  leadOfficeId: string;

  @Column('text', { default: '' })
  headline: string;

  @Column('text', { default: '' })
  spot: string;

  @Column('text', { name: 'body_text', default: '' })
  bodyText: string;

  @Column('text', { name: 'tags_text', default: '' })
  tagsText: string;

  @Column('uuid', { name: 'created_by_id' })
  createdById: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt: Date;

  /** When the participants first saw it. */
  @Column({ type: 'timestamptz', name: 'shared_at', precision: 3, nullable: true })
  sharedAt: Date | null;

  /** When it was offered for signature. */
  @Column({ type: 'timestamptz', name: 'submitted_at', precision: 3, nullable: true })
  submittedAt: Date | null;

  /** The version of the charter in force then: the round is judged by it to its end. */
  @Column('uuid', { name: 'charter_id', nullable: true })
  charterId: string | null;

  /** '2026/EDR-014'; given at release approval, never taken back. */
  @Column('text', { nullable: true })
  number: string | null;

  @Column('text', { nullable: true })
  slug: string | null;

  /** Not a word goes out before this instant. */
  @Column({ type: 'timestamptz', name: 'embargo_at', precision: 3, nullable: true })
  embargoAt: Date | null;

  /** Wall clock as entered, 'YYYY-MM-DDTHH:mm'. */
  @Column('text', { name: 'embargo_local', nullable: true })
  embargoLocal: string | null;

  @Column('text', { name: 'embargo_zone', nullable: true })
  embargoZone: string | null;

  /** When lead and partners ended the embargo early. */
  @Column({ type: 'timestamptz', name: 'embargo_lifted_at', precision: 3, nullable: true })
  embargoLiftedAt: Date | null;

  /** Planned release; null: as soon as the embargo allows. */
  @Column({ type: 'timestamptz', name: 'release_at', precision: 3, nullable: true })
  releaseAt: Date | null;

  @Column('text', { name: 'release_local', nullable: true })
  releaseLocal: string | null;

  @Column('text', { name: 'release_zone', nullable: true })
  releaseZone: string | null;

  @Column({ type: 'timestamptz', name: 'release_approved_at', precision: 3, nullable: true })
  releaseApprovedAt: Date | null;

  @Column('uuid', { name: 'release_approved_by_id', nullable: true })
  releaseApprovedById: string | null;

  /** When the gate refused at the instant; null again after the next approval. */
  @Column({ type: 'timestamptz', name: 'release_refused_at', precision: 3, nullable: true })
  releaseRefusedAt: Date | null;

  @Column('jsonb', { name: 'release_refusal', nullable: true })
  releaseRefusal: string[] | null;

  @Column({ type: 'timestamptz', name: 'released_at', precision: 3, nullable: true })
  releasedAt: Date | null;

  /** Last change that the public sees: release, correction, withdrawal. */
  @Column({ type: 'timestamptz', name: 'public_updated_at', precision: 3, nullable: true })
  publicUpdatedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', precision: 3, nullable: true })
  withdrawnAt: Date | null;

  @Column('text', { name: 'withdrawal_reason', nullable: true })
  withdrawalReason: string | null;

  /** The released bulletin that this one corrects. */
  @Column('uuid', { name: 'corrects_id', nullable: true })
  correctsId: string | null;

  @Column('text', { name: 'correction_note', nullable: true })
  correctionNote: string | null;

  @Column('uuid', { name: 'copied_from_id', nullable: true })
  copiedFromId: string | null;

  @VersionColumn()
  version: number;
}
