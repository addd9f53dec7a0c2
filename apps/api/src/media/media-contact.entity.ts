import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { LegalBasis } from '@domain/media/media';

/** A person or desk that an office sends bulletins to: personal data of Law 6698 (KVKK), so each row says on what basis. */
@Entity('media_contacts')
export class MediaContactEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'office_id' })
  officeId: string;

  @Column('uuid', { name: 'outlet_id', nullable: true })
  outletId: string | null;

  /** The import that brought it. */
  @Column('uuid', { name: 'import_id', nullable: true })
  importId: string | null;

  /** Null for a desk, whose address belongs to nobody. */
  @Column('text', { nullable: true })
  name: string | null;

  /** Desk or role: 'Yazı işleri'. */
  @Column('text', { nullable: true })
  unit: string | null;

  /** Lower case, ASCII; null once the contact is erased. */
  @Column('text', { nullable: true })
  email: string | null;

  /** HMAC-SHA-256 of the address: what `media_preferences` knows it by. */
  @Column('bytea', { name: 'address_mark', nullable: true })
  addressMark: Buffer | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { name: 'legal_basis' })
  legalBasis: LegalBasis;

  /** Where the address comes from: 'Yayın künyesi'. */
  @Column('text')
  source: string;

  /** When the person was told (aydınlatma, art. 10). */
  @Column('date', { name: 'notice_given_on', nullable: true })
  noticeGivenOn: string | null;

  /** When the office must ask itself whether it still needs the address. */
  @Column('date', { name: 'review_due_on' })
  reviewDueOn: string;

  /** The mail server said that there is no such mailbox. */
  @Column({ type: 'timestamptz', name: 'bounced_at', precision: 3, nullable: true })
  bouncedAt: Date | null;

  @Column('text', { name: 'bounce_reason', nullable: true })
  bounceReason: string | null;

  /** When everything that tells who it is was erased; the row stays for what was delivered. */
  @Column({ type: 'timestamptz', name: 'anonymised_at', precision: 3, nullable: true })
  anonymisedAt: Date | null;

  @Column('boolean', { name: 'is_active', default: true })
  isActive: boolean;

  @Column('text', { default: '' })
  notes: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt: Date;

  @VersionColumn()
  version: number;
}
