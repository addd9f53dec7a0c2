import { Entity, PrimaryColumn } from 'typeorm';

/** An office that prepares an event beside the lead office. */
@Entity('calendar_event_offices')
export class CalendarEventOfficeEntity {
  @PrimaryColumn('uuid', { name: 'event_id' })
  eventId: string;

  @PrimaryColumn('uuid', { name: 'office_id' })
  officeId: string;
}
