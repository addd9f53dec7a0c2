import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a feed holds: the events of all offices, or those that the own office leads or prepares. */
export enum CalendarFeedScope {
  JOINT = 'JOINT',
  OFFICE = 'OFFICE',
}

/** A secret address that a calendar program reads as its owner may read; its secret is stored as a hash alone. */
@Entity('calendar_feeds')
export class CalendarFeedEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  @Column('uuid', { name: 'office_id' })
  officeId: string;

  @Column('text')
  scope: CalendarFeedScope;

  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'last_read_at', precision: 3, nullable: true })
  lastReadAt: Date | null;

  @Column({ type: 'timestamptz', name: 'revoked_at', precision: 3, nullable: true })
  revokedAt: Date | null;
}
