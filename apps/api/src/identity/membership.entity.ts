import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Role } from '@domain/identity/actor';

/**
 * One person × one office × one role for a span of days in Istanbul, both ends included.
 * Spans of one person in one office never overlap (an exclusion constraint); a new role opens a new row.
 */
@Entity('memberships')
export class MembershipEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  @Column('uuid', { name: 'office_id' })
  officeId: string;

  @Column('text')
  role: Role;

  /** The title on documents, e.g. 'Basın ve halkla ilişkiler müdürü'. */
  @Column('text')
  title: string;

  /** First valid day, `YYYY-MM-DD`. */
  @Column({ type: 'date', name: 'valid_from' })
  validFrom: string;

  /** Last valid day; null: open. The day before `validFrom` when it was ended on its first day. */
  @Column({ type: 'date', name: 'valid_until', nullable: true })
  validUntil: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;
}
