import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalBasis } from '@domain/media/media';

/** Evidence of an import: who brought how many addresses in, and what they declared about the right to keep them. */
@Entity('media_imports')
export class MediaImportEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'office_id' })
  officeId: string;

  @Column('uuid', { name: 'imported_by_id' })
  importedById: string;

  @Column({ type: 'timestamptz', name: 'imported_at', precision: 3 })
  importedAt: Date;

  @Column('text', { name: 'consent_statement' })
  consentStatement: string;

  @Column('text', { name: 'legal_basis' })
  legalBasis: LegalBasis;

  @Column('text')
  source: string;

  @Column('integer', { name: 'created_count' })
  createdCount: number;

  @Column('integer', { name: 'duplicate_count' })
  duplicateCount: number;

  @Column('integer', { name: 'error_count' })
  errorCount: number;
}
