import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One time that an event takes place, reckoned from its rule; `startLocal` is its name within the series. */
@Entity('calendar_occurrences')
export class CalendarOccurrenceEntity {
  @PrimaryColumn('uuid', { name: 'event_id' })
  eventId: string;

  @PrimaryColumn('text', { name: 'start_local' })
  startLocal: string;

  @Column({ type: 'text', name: 'end_local' })
  endLocal: string;

  @Column({ type: 'timestamptz', name: 'starts_at', precision: 3 })
  startsAt: Date;

  /** Not included. */
  @Column({ type: 'timestamptz', name: 'ends_at', precision: 3 })
  endsAt: Date;
}
