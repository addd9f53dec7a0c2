import { Field, ObjectType } from '@nestjs/graphql';
import { UserErrorType } from '../core/graphql/user-error.type';
import { CalendarEventType, CalendarFeedType, VenueType } from './calendar.type';

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

@ObjectType('CalendarFeedCreatePayload', { description: 'The new feed with its address, or why it was not made.' })
export class CalendarFeedCreatePayload {
  @Field(() => CalendarFeedType, { nullable: true, description: 'Null when refused.' })
  feed?: CalendarFeedType | null;

  @Field(() => String, { nullable: true, description: 'The address; shown this once.' })
  url?: string | null;

  @Field(() => [UserErrorType], { description: 'Empty when it was done.' })
  errors: UserErrorType[];
}

@ObjectType('CalendarFeedRevokePayload', { description: 'The feed that ended, or why it did not.' })
export class CalendarFeedRevokePayload {
  @Field(() => CalendarFeedType, { nullable: true, description: 'Null when refused.' })
  feed?: CalendarFeedType | null;

  @Field(() => [UserErrorType], { description: 'Empty when it was done.' })
  errors: UserErrorType[];
}
