import { Field, Int, ObjectType } from '@nestjs/graphql';
import { UserErrorType } from '../core/graphql/user-error.type';
import { NotificationPreferenceType } from '../identity/account.type';
import { NotificationType } from './notification.type';

@ObjectType('NotificationMarkReadPayload', { description: 'The notification as it is now, or why it was not done.' })
export class NotificationMarkReadPayload {
  @Field(() => NotificationType, { nullable: true, description: 'null when refused.' })
  notification?: NotificationType | null;

  @Field(() => [UserErrorType], { description: 'Empty when done.' })
  errors: UserErrorType[];
}

@ObjectType('NotificationMarkAllReadPayload', { description: 'How many were marked, or why it was not done.' })
export class NotificationMarkAllReadPayload {
  @Field(() => Int, { nullable: true, description: 'null when refused.' })
  markedCount?: number | null;

  @Field(() => [UserErrorType], { description: 'Empty when done.' })
  errors: UserErrorType[];
}

@ObjectType('ViewerNotificationPreferencesUpdatePayload', {
  description: 'Every kind with its pace as it is now, or why it was not done.',
})
export class ViewerNotificationPreferencesUpdatePayload {
  @Field(() => [NotificationPreferenceType], { nullable: true, description: 'null when refused.' })
  notifications?: NotificationPreferenceType[] | null;

  @Field(() => [UserErrorType], { description: 'Empty when done.' })
  errors: UserErrorType[];
}
