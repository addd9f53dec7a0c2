import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NotificationKind, NotificationPace } from '@domain/notifications/notification';

/** What a notification points at besides its subject: ids and instants, never words. */
export interface NotificationPointers {
  /** The comment it is about. */
  readonly commentId?: string;
  /** The section it is about. */
  readonly sectionId?: string;
  /** A remark that names the office, not the person. */
  readonly isForOffice?: boolean;
  /** Told because the person follows the bulletin. */
  readonly isFollowed?: boolean;
  /** The offices whose answer is waited for. */
  readonly officeIds?: readonly string[];
  /** When the time to answer, or the embargo, ends: a UTC instant, ISO 8601. */
  readonly dueAt?: string;
}

/** One person was told of one event. Holds no words: they are made when it is read, from what the reader may see then. */
@Entity('notifications')
export class NotificationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  /** The office for which the person was told; with it goes what they may see of the subject. */
  @Column('uuid', { name: 'office_id' })
  officeId: string;

  @Column('text')
  kind: NotificationKind;

  @Column('text', { name: 'subject_type' })
  subjectType: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  /** The event in the ledger; for reminders a UUID made from what is reminded of. One person is told once of each. */
  @Column('uuid', { name: 'event_id' })
  eventId: string;

  @Column('jsonb', { default: {} })
  data: NotificationPointers;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'read_at', precision: 3, nullable: true })
  readAt: Date | null;

  /** What it asked for was done, by whomever. */
  @Column({ type: 'timestamptz', name: 'done_at', precision: 3, nullable: true })
  doneAt: Date | null;

  /** Until when the person put it off; null: not. */
  @Column({ type: 'timestamptz', name: 'snoozed_until', precision: 3, nullable: true })
  snoozedUntil: Date | null;

  /** The pace that the person had chosen when it was written. */
  @Column('text', { name: 'mail_pace' })
  mailPace: NotificationPace;

  /** When its mail was put on its way, alone or in a digest. */
  @Column({ type: 'timestamptz', name: 'mailed_at', precision: 3, nullable: true })
  mailedAt: Date | null;
}

/** The day (Europe/Istanbul) of each person's newest digest: at most one a day. */
@Entity('notification_digests')
export class NotificationDigestEntity {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId: string;

  @Column('date', { name: 'sent_on' })
  sentOn: string;
}
