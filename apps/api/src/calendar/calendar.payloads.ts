import { Field, ObjectType } from '@nestjs/graphql';
import { UserErrorType } from '../core/graphql/user-error.type';
import { CalendarEventType, VenueType } from './calendar.type';

@ObjectType('CalendarEventPayload', { description: 'The event as it is now, or why it was not done.' })
export class CalendarEventPayload {
  @Field(() => CalendarEventType, { nullable: true, description: 'Null when refused.' })
  event?: CalendarEventType | null;

  @Field(() => [UserErrorType], { description: 'Empty when it was done.' })
  errors: UserErrorType[];
}

@ObjectType('VenuePayload', { description: 'The place as it stands in the register, or why it was not done.' })
export class VenuePayload {
  @Field(() => VenueType, { nullable: true, description: 'Null when refused.' })
  venue?: VenueType | null;

  @Field(() => [UserErrorType], { description: 'Empty when it was done.' })
  errors: UserErrorType[];
}
