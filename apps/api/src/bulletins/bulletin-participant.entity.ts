import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ParticipantState } from '@domain/bulletins/bulletin';

/** An office that takes part beside the lead office. */
@Entity('bulletin_participants')
export class BulletinParticipantEntity {
  @PrimaryColumn('uuid', { name: 'bulletin_id' })
  bulletinId: string;

  @PrimaryColumn('uuid', { name: 'office_id' })
  officeId: string;

  @Column('integer')
  position: number;

  @Column('text')
  state: ParticipantState;

  @Column({ type: 'timestamptz', name: 'invited_at', precision: 3 })
  invitedAt: Date;

  @Column('uuid', { name: 'invited_by_id' })
  invitedById: string;

  @Column({ type: 'timestamptz', name: 'answered_at', precision: 3, nullable: true })
  answeredAt: Date | null;

  @Column('uuid', { name: 'answered_by_id', nullable: true })
  answeredById: string | null;

  /** Why it declined. */
  @Column('text', { nullable: true })
  reason: string | null;

  /** Left out because it did not answer by the deadline and the charter allows going without. */
  @Column('boolean', { name: 'is_silent', default: false })
  isSilent: boolean;

  @Column({ type: 'timestamptz', name: 'seen_at', precision: 3, nullable: true })
  seenAt: Date | null;
}
