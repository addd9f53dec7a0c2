import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that an address does not want: all mail, one office, one topic, or one topic of one office. */
@Entity('media_preferences')
export class MediaPreferenceEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** HMAC-SHA-256 of the address: the refusal stays when the address is erased, and nobody can read it back. */
  @Column('bytea', { name: 'address_mark' })
  addressMark: Buffer;

  /** Null: of every office. */
  @Column('uuid', { name: 'office_id', nullable: true })
  officeId: string | null;

  /** Null: on every topic. */
  @Column('text', { nullable: true })
  topic: string | null;

  @Column({ type: 'timestamptz', name: 'refused_at', precision: 3 })
  refusedAt: Date;
}
