import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttendanceStatus, ProtocolRole } from '@domain/calendar/event';

/** Whether somebody of protocol comes: an office and a post, not a name. */
@Entity('calendar_attendances')
export class CalendarAttendanceEntity {
  @PrimaryColumn('uuid', { name: 'event_id' })
  eventId: string;

  @PrimaryColumn('uuid', { name: 'office_id' })
  officeId: string;

  @PrimaryColumn('text')
  role: ProtocolRole;

  @Column('text')
  status: AttendanceStatus;
}
