import { Field, ObjectType } from '@nestjs/graphql';
import { UserErrorType } from '../core/graphql/user-error.type';
import { OfficeType } from './office.type';

@ObjectType('OfficePayload', { description: 'The office as it is now, or why it was not done.' })
export class OfficePayload {
  @Field(() => OfficeType, { nullable: true, description: 'null when refused.' })
  office?: OfficeType;

  @Field(() => [UserErrorType], { description: 'Empty when done.' })
  errors: UserErrorType[];
}
