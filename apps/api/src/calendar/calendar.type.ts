import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConflictKind, ConflictSeverity } from '@domain/calendar/conflicts';
import { AttendanceStatus, EventKind, EventState, ProtocolRole } from '@domain/calendar/event';
import { EventAct } from '@domain/calendar/event.policy';
import { CalendarFeedScope } from './calendar-feed.entity';
import { OfficeType } from '../offices/office.type';

registerEnumType(EventState, { name: 'CalendarEventState', description: 'How far an event is settled.' });
registerEnumType(EventKind, { name: 'CalendarEventKind', description: 'What an event is about.' });
registerEnumType(ProtocolRole, { name: 'ProtocolRole', description: 'A post of protocol.' });
registerEnumType(AttendanceStatus, {
  name: 'AttendanceStatus',
  description: 'Whether somebody of protocol comes. An invitation alone claims nobody’s time.',
});
registerEnumType(EventAct, { name: 'CalendarEventAct', description: 'What somebody may do with an event.' });
registerEnumType(CalendarFeedScope, { name: 'CalendarFeedScope', description: 'Whose events a feed holds.' });
registerEnumType(ConflictKind, { name: 'ConflictKind', description: 'What two events want at once.' });
registerEnumType(ConflictSeverity, { name: 'ConflictSeverity', description: 'Whether both can take place at all.' });

@ObjectType('Venue', { description: 'A place that all offices plan with.' })
export class VenueType {
  @Field(() => ID, { description: 'Opaque.' })
  id: string;

  @Field(() => String, { description: 'As people call it.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Code of its district; null for a meeting on line.' })
  districtCode: string | null;

  @Field(() => Float, { nullable: true, description: 'Degrees, WGS 84.' })
  latitude: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees, WGS 84.' })
  longitude: number | null;

  @Field(() => Int, { nullable: true, description: 'People; null: unknown.' })
  capacity: number | null;

  @Field(() => Boolean, { description: 'A meeting on line: it fills no room.' })
  isVirtual: boolean;
}

@ObjectType('EventAttendance', { description: 'Whether somebody of protocol comes.' })
export class EventAttendanceType {
  @Field(() => ID, { description: 'The office whose post it is.' })
  officeId: string;

  @Field(() => ProtocolRole, { description: 'The post.' })
  role: ProtocolRole;

  @Field(() => AttendanceStatus, { description: 'Only CONFIRMED claims the person’s time.' })
  status: AttendanceStatus;
}

@ObjectType('CalendarEvent', { description: 'An event of the joint calendar, once or as a series.' })
export class CalendarEventType {
  @Field(() => ID, { description: 'Opaque.' })
  id: string;

  @Field(() => Int, { description: 'Rises with each change; name it when you change the event.' })
  version: number;

  @Field(() => OfficeType, { description: 'The office that leads it.' })
  lead: OfficeType;

  @Field(() => [OfficeType], { description: 'The offices that prepare it too, in protocol order.' })
  partners: OfficeType[];

  @Field(() => EventState, { description: 'How far it is settled.' })
  state: EventState;

  @Field(() => String, { nullable: true, description: 'Why it was postponed, cancelled or last moved.' })
  stateReason: string | null;

  @Field(() => EventKind, { description: 'What it is about.' })
  kind: EventKind;

  @Field(() => String, { description: 'One line.' })
  title: string;

  @Field(() => String, { description: 'Two or three sentences.' })
  summary: string;

  @Field(() => String, { description: 'All that there is to say; plain text.' })
  description: string;

  @Field(() => [String], { description: 'Slugs.' })
  tags: string[];

  @Field(() => VenueType, { nullable: true, description: 'A place of the register.' })
  venue: VenueType | null;

  @Field(() => String, { description: 'Where exactly, or a place that stands in no register.' })
  place: string;

  @Field(() => String, { description: 'First start, `YYYY-MM-DDTHH:mm` on the clocks of `zone`.' })
  startLocal: string;

  @Field(() => String, { description: 'IANA name of the zone.' })
  zone: string;

  @Field(() => Int, { description: 'Minutes; whole days are multiples of 1,440.' })
  durationMinutes: number;

  @Field(() => Boolean, { description: 'Takes whole days.' })
  isAllDay: boolean;

  @Field(() => Boolean, { description: 'The day or hour is still to be settled.' })
  isTimeOpen: boolean;

  @Field(() => String, { nullable: true, description: 'RFC 5545 rule, e.g. `FREQ=WEEKLY;COUNT=6`; null: once.' })
  rule: string | null;

  @Field(() => [String], { description: 'Further starts, local.' })
  addedLocals: string[];

  @Field(() => [String], { description: 'Starts that fall out, local.' })
  excludedLocals: string[];

  @Field(() => Int, { nullable: true, description: 'People expected; null: unknown.' })
  audience: number | null;

  @Field(() => [EventAttendanceType], { description: 'Who of protocol was asked, and whether they come.' })
  attendances: EventAttendanceType[];

  @Field(() => Date, { nullable: true, description: 'Until when journalists apply.' })
  accreditationUntil: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether there may be filming; null: not said.' })
  isFilmingAllowed: boolean | null;

  @Field(() => String, { description: 'Whom the press asks.' })
  contact: string;

  @Field(() => String, { nullable: true, description: 'For the offices that prepare it; null for all others.' })
  internalNote: string | null;

  @Field(() => Boolean, { description: 'Other offices see that somebody is busy, and no word more.' })
  isConfidential: boolean;

  @Field(() => Boolean, { description: 'Meant for the public.' })
  isPublic: boolean;

  @Field(() => [EventAct], { description: 'What the viewer may do with it.' })
  viewerCan: EventAct[];

  @Field(() => Date, { description: 'Last change.' })
  updatedAt: Date;
}

@ObjectType('CalendarOccurrence', {
  description: 'One time that an event takes place, as far as the viewer may see it.',
})
export class CalendarOccurrenceType {
  @Field(() => ID, { description: 'Opaque; the same as long as the event does not move.' })
  id: string;

  @Field(() => Date, { description: 'Start.' })
  startsAt: Date;

  @Field(() => Date, { description: 'End, not included.' })
  endsAt: Date;

  @Field(() => String, { description: 'Start on the clocks of the event’s zone: its name within the series.' })
  startLocal: string;

  @Field(() => String, { description: 'End on the same clocks, not included.' })
  endLocal: string;

  @Field(() => CalendarEventType, { nullable: true, description: 'Null: something confidential of another office.' })
  event: CalendarEventType | null;

  @Field(() => Boolean, { description: 'Whether it is of weight: a thousand people or more.' })
  isHeavy: boolean;

  @Field(() => [ConflictKind], { description: 'What it collides by with others in the calendar, each once.' })
  conflictKinds: ConflictKind[];
}

@ObjectType('CalendarDay', { description: 'A public holiday or a day that press offices observe.' })
export class CalendarDayType {
  @Field(() => String, { description: '`YYYY-MM-DD`.' })
  date: string;

  @Field(() => String, { description: 'Its Turkish name.' })
  name: string;

  @Field(() => Boolean, { description: 'Nobody works: Law 2429; false: a day to remember alone.' })
  isHoliday: boolean;

  @Field(() => String, { nullable: true, description: 'From which time on, `HH:mm`; null: all day.' })
  startsAt: string | null;
}

@ObjectType('CalendarConflict', { description: 'Two events that want the same, and what it is.' })
export class CalendarConflictType {
  @Field(() => ConflictKind, { description: 'What both want.' })
  kind: ConflictKind;

  @Field(() => ConflictSeverity, { description: 'Whether both can take place.' })
  severity: ConflictSeverity;

  @Field(() => String, { description: 'Which time of the event asked about: its local start.' })
  startLocal: string;

  @Field(() => CalendarOccurrenceType, { description: 'The other one, as far as the viewer may see it.' })
  other: CalendarOccurrenceType;

  @Field(() => [EventAttendanceType], { description: 'People of protocol whom both have; empty for other kinds.' })
  people: EventAttendanceType[];

  @Field(() => Float, { nullable: true, description: 'Kilometres between the places, where that is what it is about.' })
  kilometres: number | null;
}

@ObjectType('CalendarCheck', { description: 'What an event would collide with, and when it would not.' })
export class CalendarCheckType {
  @Field(() => [CalendarConflictType], { description: 'By time; at most 100.' })
  conflicts: CalendarConflictType[];

  @Field(() => [String], { description: 'Up to three local starts that collide with nothing, the nearest first.' })
  freeStartLocals: string[];

  @Field(() => [CalendarDayType], { description: 'Holidays and observed days on which it would fall.' })
  days: CalendarDayType[];

  @Field(() => [String], { description: 'The next five starts of a series, local.' })
  nextStartLocals: string[];
}

@ObjectType('CalendarFeed', { description: 'A secret address that a calendar program subscribes to.' })
export class CalendarFeedType {
  @Field(() => ID, { description: 'Opaque.' })
  id: string;

  @Field(() => CalendarFeedScope, { description: 'Whose events it holds.' })
  scope: CalendarFeedScope;

  @Field(() => ID, { description: 'The office for which its owner reads.' })
  officeId: string;

  @Field(() => Date, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When a program last read it, to the minute.' })
  lastReadAt: Date | null;
}
