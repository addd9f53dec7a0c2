import { Field, ObjectType } from '@nestjs/graphql';
import { UserErrorType } from '../core/graphql/user-error.type';
import { DeputyshipType } from './deputyship.type';
import { InvitationType, MemberType, UserType } from './user.type';

@ObjectType('MemberPayload', { description: 'The membership as it is now, or why it was not done.' })
export class MemberPayload {
  @Field(() => MemberType, { nullable: true, description: 'null when refused.' })
  member?: MemberType;

  @Field(() => [UserErrorType], { description: 'Empty when done.' })
  errors: UserErrorType[];
}

@ObjectType('InvitationPayload', { description: 'The invitation, or why it was not done.' })
export class InvitationPayload {
  @Field(() => InvitationType, { nullable: true, description: 'null when refused.' })
  invitation?: InvitationType;

  @Field(() => [UserErrorType], { description: 'Empty when done.' })
  errors: UserErrorType[];
}

@ObjectType('UserPayload', { description: 'The person as known now, or why it was not done.' })
export class UserPayload {
  @Field(() => UserType, { nullable: true, description: 'null when refused.' })
  user?: UserType;

  @Field(() => [UserErrorType], { description: 'Empty when done.' })
  errors: UserErrorType[];
}

@ObjectType('DeputyshipPayload', { description: 'The deputyship as it is now, or why it was not done.' })
export class DeputyshipPayload {
  @Field(() => DeputyshipType, { nullable: true, description: 'null when refused.' })
  deputyship?: DeputyshipType;

  @Field(() => [UserErrorType], { description: 'Empty when done.' })
  errors: UserErrorType[];
}
