import { ArgsType, Field, Float, ID, InputType, Int, PartialType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsBoolean,
  IsDate,
  IsEnum,
  IsInt,
  IsLatitude,
  IsLongitude,
  IsOptional,
  IsTimeZone,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { AttendanceStatus, EventKind, EventState, ProtocolRole } from '@domain/calendar/event';

const local = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/;
const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const tag = /^[a-z0-9]+(-[a-z0-9]+)*$/;

@InputType({ description: 'Somebody of protocol who is asked to come.' })
export class EventAttendanceInput {
  @Field(() => ID, { description: 'Any office that takes part in the workspace.' })
  @IsUUID()
  officeId: string;

  @Field(() => ProtocolRole, { description: 'The post.' })
  @IsEnum(ProtocolRole)
  role: ProtocolRole;

  @Field(() => AttendanceStatus, {
    description: 'Of the acting office as it is; people of others are INVITED until their office answers.',
  })
  @IsEnum(AttendanceStatus)
  status: AttendanceStatus;
}

@InputType({ isAbstract: true })
abstract class EventTimesInput {
  @Field(() => String, { description: 'First start, `YYYY-MM-DDTHH:mm`; T00:00 for whole days.' })
  @Matches(local)
  startLocal: string;

  @Field(() => String, { defaultValue: 'Europe/Istanbul', description: 'IANA name of the zone.' })
  @IsTimeZone()
  @MaxLength(60)
  zone: string;

  @Field(() => Int, { description: 'Minutes, 5 to 44,640 (31 days); multiples of 1,440 for whole days.' })
  @IsInt()
  @Min(5)
  @Max(44_640)
  durationMinutes: number;

  @Field(() => Boolean, { defaultValue: false, description: 'Takes whole days.' })
  @IsBoolean()
  isAllDay: boolean;

  @Field(() => String, { nullable: true, description: 'RFC 5545 rule with COUNT or UNTIL; null: once.' })
  @IsOptional()
  @MaxLength(300)
  rule: string | null;

  @Field(() => [String], { defaultValue: [], description: 'Further starts, local; at most 100.' })
  @ArrayMaxSize(100)
  @ArrayUnique()
  @Matches(local, { each: true })
  addedLocals: string[];

  @Field(() => [String], { defaultValue: [], description: 'Starts that fall out, local; at most 400.' })
  @ArrayMaxSize(400)
  @ArrayUnique()
  @Matches(local, { each: true })
  excludedLocals: string[];

  @Field(() => ID, { nullable: true, description: 'A place of the register.' })
  @IsOptional()
  @IsUUID()
  venueId: string | null;

  @Field(() => Int, { nullable: true, description: 'People expected, up to a million; null: unknown.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  audience: number | null;

  @Field(() => [ID], { defaultValue: [], description: 'Offices that prepare it too.' })
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  partnerOfficeIds: string[];

  @Field(() => [EventAttendanceInput], { defaultValue: [], description: 'Who of protocol is asked; at most 40.' })
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => EventAttendanceInput)
  attendances: EventAttendanceInput[];
}

@InputType({ description: 'What an event would claim. Nothing is kept.' })
export class CalendarCheckInput extends EventTimesInput {
  @Field(() => ID, { nullable: true, description: 'The event that is being changed: it does not collide with itself.' })
  @IsOptional()
  @IsUUID()
  eventId: string | null;
}

@InputType({ description: 'An event as it is to be.' })
export class CalendarEventCreateInput extends EventTimesInput {
  @Field(() => String, { description: '3 to 200 characters.' })
  @MinLength(3)
  @MaxLength(200)
  title: string;

  @Field(() => EventKind, { description: 'What it is about.' })
  @IsEnum(EventKind)
  kind: EventKind;

  @Field(() => String, { defaultValue: '', description: 'Two or three sentences, up to 600 characters.' })
  @MaxLength(600)
  summary: string;

  @Field(() => String, { defaultValue: '', description: 'Plain text, up to 10,000 characters.' })
  @MaxLength(10_000)
  description: string;

  @Field(() => [String], { defaultValue: [], description: 'Slugs; at most 20.' })
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(tag, { each: true })
  @MaxLength(40, { each: true })
  tags: string[];

  @Field(() => String, { defaultValue: '', description: 'Where exactly, up to 200 characters.' })
  @MaxLength(200)
  place: string;

  @Field(() => Boolean, { defaultValue: false, description: 'The day or hour is still to be settled.' })
  @IsBoolean()
  isTimeOpen: boolean;

  @Field(() => Date, { nullable: true, description: 'Until when journalists apply.' })
  @IsOptional()
  @IsDate()
  accreditationUntil: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether there may be filming; null: not said.' })
  @IsOptional()
  @IsBoolean()
  isFilmingAllowed: boolean | null;

  @Field(() => String, { defaultValue: '', description: 'Whom the press asks, up to 200 characters.' })
  @MaxLength(200)
  contact: string;

  @Field(() => String, {
    defaultValue: '',
    description: 'For the offices that prepare it alone, up to 4,000 characters.',
  })
  @MaxLength(4_000)
  internalNote: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Other offices see that somebody is busy, and no more.' })
  @IsBoolean()
  isConfidential: boolean;

  @Field(() => Boolean, { defaultValue: true, description: 'Meant for the public; not together with confidential.' })
  @IsBoolean()
  isPublic: boolean;
}

@InputType({ description: 'What changes; what is left out stays.' })
export class CalendarEventUpdateInput extends PartialType(CalendarEventCreateInput) {
  @Field(() => Int, { description: 'The version that was shown.' })
  @IsInt()
  expectedVersion: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why it moves, 3 to 500 characters; needed when a confirmed event gets another time or place.',
  })
  @IsOptional()
  @MinLength(3)
  @MaxLength(500)
  reason?: string | null;
}

@InputType({ description: 'Why.' })
export class CalendarEventReasonInput {
  @Field(() => String, { description: '3 to 500 characters; all who see the event read it.' })
  @MinLength(3)
  @MaxLength(500)
  reason: string;
}

@InputType({ description: 'Whether somebody of the acting office comes.' })
export class CalendarEventAnswerInput {
  @Field(() => ProtocolRole, { description: 'The post.' })
  @IsEnum(ProtocolRole)
  role: ProtocolRole;

  @Field(() => AttendanceStatus, { description: 'The answer.' })
  @IsEnum(AttendanceStatus)
  status: AttendanceStatus;
}

@InputType({ description: 'A place for the register.' })
export class VenueAddInput {
  @Field(() => String, { description: '3 to 120 characters; no other place has the name.' })
  @MinLength(3)
  @MaxLength(120)
  name: string;

  @Field(() => String, { nullable: true, description: 'Code of its district.' })
  @IsOptional()
  @MaxLength(60)
  districtCode: string | null;

  @Field(() => Float, { nullable: true, description: 'Degrees, WGS 84; needed for a real place.' })
  @IsOptional()
  @IsLatitude()
  latitude: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees, WGS 84; needed for a real place.' })
  @IsOptional()
  @IsLongitude()
  longitude: number | null;

  @Field(() => Int, { nullable: true, description: 'People, up to a million; null: unknown.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  capacity: number | null;

  @Field(() => Boolean, { defaultValue: false, description: 'A meeting on line: it fills no room.' })
  @IsBoolean()
  isVirtual: boolean;
}

@InputType({ description: 'Which events. Members that are left out do not filter.' })
export class CalendarFilterInput {
  @Field(() => [ID], { nullable: true, description: 'Led or prepared by one of these offices.' })
  @IsOptional()
  @ArrayMaxSize(30)
  @IsUUID(undefined, { each: true })
  officeIds?: string[] | null;

  @Field(() => [EventKind], { nullable: true, description: 'Of one of these kinds.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @IsEnum(EventKind, { each: true })
  kinds?: EventKind[] | null;

  @Field(() => [EventState], { nullable: true, description: 'In one of these states.' })
  @IsOptional()
  @ArrayMaxSize(10)
  @IsEnum(EventState, { each: true })
  states?: EventState[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words of title, summary or place; Turkish letters are optional.',
  })
  @IsOptional()
  @MaxLength(200)
  text?: string | null;
}

@ArgsType()
export class CalendarRangeArgs {
  @Field(() => String, { description: 'First day, `YYYY-MM-DD`, Europe/Istanbul.' })
  @Matches(day)
  from: string;

  @Field(() => String, { description: 'Last day, included; at most 100 days after the first.' })
  @Matches(day)
  until: string;
}

@ArgsType()
export class CalendarOccurrencesArgs extends CalendarRangeArgs {
  @Field(() => CalendarFilterInput, { nullable: true, description: 'Leaves out what is confidential of others.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => CalendarFilterInput)
  filter: CalendarFilterInput | null = null;
}
