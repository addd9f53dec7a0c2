import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { EventKind, EventState } from '@domain/calendar/event';

/** An event of the joint calendar, once or as a series. Its partners, guests and times stand in tables of their own. */
@Entity('calendar_events')
export class CalendarEventEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'lead_office_id' })
  leadOfficeId: string;

  @Column('text')
  state: EventState;

  /** Why it was postponed, cancelled or last moved. */
  @Column({ type: 'text', name: 'state_reason', nullable: true })
  stateReason: string | null;

  @Column('text')
  kind: EventKind;

  @Column('text')
  title: string;

  @Column('text', { default: '' })
  summary: string;

  @Column('text', { default: '' })
  description: string;

  @Column('text', { array: true, default: [] })
  tags: string[];

  @Column('uuid', { name: 'venue_id', nullable: true })
  venueId: string | null;

  /** Where exactly, or a place that stands in no register. */
  @Column('text', { default: '' })
  place: string;

  /** `YYYY-MM-DDTHH:mm` on the clocks of `zone`; T00:00 for whole days. */
  @Column({ type: 'text', name: 'start_local' })
  startLocal: string;

  /** IANA name. */
  @Column('text')
  zone: string;

  @Column('integer', { name: 'duration_minutes' })
  durationMinutes: number;

  @Column('boolean', { name: 'is_all_day' })
  isAllDay: boolean;

  /** The day or hour is still to be settled. */
  @Column('boolean', { name: 'is_time_open' })
  isTimeOpen: boolean;

  /** RFC 5545 §3.3.10 without `RRULE:`; null: once. */
  @Column('text', { nullable: true })
  rule: string | null;

  @Column('text', { name: 'added_locals', array: true, default: [] })
  addedLocals: string[];

  @Column('text', { name: 'excluded_locals', array: true, default: [] })
  excludedLocals: string[];

  /** People expected; null: unknown. */
  @Column('integer', { nullable: true })
  audience: number | null;

  @Column({ type: 'timestamptz', name: 'accreditation_until', precision: 3, nullable: true })
  accreditationUntil: Date | null;

  @Column('boolean', { name: 'is_filming_allowed', nullable: true })
  isFilmingAllowed: boolean | null;

  @Column('text', { default: '' })
  contact: string;

  /** For the offices that prepare it alone. */
  @Column('text', { name: 'internal_note', default: '' })
  internalNote: string;

  @Column('boolean', { name: 'is_confidential' })
  isConfidential: boolean;

  @Column('boolean', { name: 'is_public' })
  isPublic: boolean;

  /** SEQUENCE of RFC 5545 §3.8.7.4: grows with each change that calendars must notice. */
  @Column('integer')
  sequence: number;

  @Column('uuid', { name: 'created_by_id', nullable: true })
  createdById: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt: Date;

  @VersionColumn()
  version: number;
}
