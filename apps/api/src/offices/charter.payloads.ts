import { Field, ObjectType } from '@nestjs/graphql';
import { UserErrorType } from '../core/graphql/user-error.type';
import { CharterType } from './charter.type';

@ObjectType('CharterPayload', { description: 'The version as it is now, or why it was not done.' })
export class CharterPayload {
  @Field(() => CharterType, { nullable: true, description: 'null when refused.' })
  charter?: CharterType;

  @Field(() => [UserErrorType], { description: 'Empty when done.' })
  errors: UserErrorType[];
}
