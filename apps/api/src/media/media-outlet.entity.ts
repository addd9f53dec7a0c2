import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { OutletChannel, OutletNeed, OutletScope, OutletType } from '@domain/media/media';

/** A news agency, paper, station or site in the press guide of one office. */
@Entity('media_outlets')
export class MediaOutletEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'office_id' })
  officeId: string;

  @Column('text')
  name: string;

  @Column('text')
  type: OutletType;

  @Column('text')
  scope: OutletScope;

  /** Codes of the districts that it covers. */
  @Column('text', { name: 'district_codes', array: true, default: [] })
  districtCodes: string[];

  /** Baskı saati: 'HH:mm' in Europe/Istanbul. */
  @Column('text', { name: 'press_deadline', nullable: true })
  pressDeadline: string | null;

  @Column('text', { name: 'preferred_channel' })
  preferredChannel: OutletChannel;

  @Column('text', { array: true, default: [] })
  needs: OutletNeed[];

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { nullable: true })
  website: string | null;

  @Column('text', { default: '' })
  notes: string;

  /** false: kept for the record, no longer reached. */
  @Column('boolean', { name: 'is_active', default: true })
  isActive: boolean;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt: Date;

  @VersionColumn()
  version: number;
}
