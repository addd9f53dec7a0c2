import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** Whether an office is the metropolitan one. A fact of law, not a rank: offices are equal. */
export enum OfficeLevel {
  METROPOLITAN = 'METROPOLITAN',
  DISTRICT = 'DISTRICT',
}

/** How far an office has joined. */
export enum OfficeState {
  /** Known as reference data; nobody works in it. */
  INACTIVE = 'INACTIVE',
  /** Its people sign in and see what is shared; its signature does not count yet. */
  SHADOW = 'SHADOW',
  /** Takes part in full: it may lead, sign and release. */
  ACTIVE = 'ACTIVE',
}

/** The press office of one municipality. */
@Entity('offices')
export class OfficeEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column({ type: 'text', name: 'name_genitive' })
  nameGenitive: string;

  /** Three capital ASCII letters; the middle of a bulletin's number, `2026/EDR-014`. */
  @Column({ type: 'char', name: 'short_code', length: 3 })
  shortCode: string;

  @Column({ type: 'text', name: 'press_unit' })
  pressUnit: string;

  @Column('text')
  level: OfficeLevel;

  @Column({ type: 'text', name: 'district_code', nullable: true })
  districtCode: string | null;

  @Column('text')
  state: OfficeState;

  /** The order in which offices are listed: the metropolitan office, then the districts by name. */
  @Column('int', { name: 'protocol_order' })
  protocolOrder: number;

  @Column({ type: 'text', name: 'contact_name', nullable: true })
  contactName: string | null;

  @Column({ type: 'text', name: 'contact_phone', nullable: true })
  contactPhone: string | null;

  @Column({ type: 'text', name: 'contact_email', nullable: true })
  contactEmail: string | null;

  /** The domain that the office sends mail from. */
  @Column({ type: 'text', name: 'mail_domain' })
  mailDomain: string;

  @Column({ type: 'text', nullable: true })
  website: string | null;

  /** `#rrggbb`, at least 4.5:1 against white. */
  @Column('text')
  colour: string;

  @Column('uuid', { name: 'logo_file_id', nullable: true })
  logoFileId: string | null;

  /** When the office was activated; null while it is INACTIVE. */
  @Column({ type: 'timestamptz', name: 'joined_at', precision: 3, nullable: true })
  joinedAt: Date | null;

  /** Whether an INACTIVE office left as an ACTIVE one: then the rounds that it was part of still wait for it. */
  @Column('boolean', { name: 'was_admitted', default: false })
  wasAdmitted: boolean;

  @VersionColumn()
  version: number;
}
