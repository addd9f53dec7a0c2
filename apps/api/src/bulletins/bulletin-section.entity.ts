import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { QuoteConsent, SectionKind, Speaker } from '@domain/bulletins/bulletin';
import type { RichText } from '@domain/text/rich-text';

/** One section: the unit that an office owns and that a signature binds to. */
@Entity('bulletin_sections')
export class BulletinSectionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'bulletin_id' })
  bulletinId: string;

  @Column('text')
  kind: SectionKind;

  /** null: shared by all offices. */
  @Column('uuid', { name: 'office_id', nullable: true })
  officeId: string | null;

  @Column('integer')
  position: number;

  @Column('jsonb')
  content: RichText;

  @Column('jsonb', { nullable: true })
  speaker: Speaker | null;

  @Column('jsonb', { nullable: true })
  consent: QuoteConsent | null;

  /** SHA-256 of the canonical content: what is signed. */
  @Column('text')
  hash: string;

  /** Suggestions in its shared draft that nobody decided yet; written with the draft. */
  // Counted by SQL when a draft is stored; saving a row that was read before must not bring the old number back.
  @Column({ type: 'integer', name: 'open_suggestion_count', default: 0, update: false })
  openSuggestionCount: number;

  @VersionColumn()
  version: number;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt: Date;

  @Column('uuid', { name: 'updated_by_id' })
  updatedById: string;
}
