import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ErrorCode } from '@domain/errors';

registerEnumType(ErrorCode, { name: 'ErrorCode', description: 'The closed list of expected refusals.' });

/** An expected refusal of a mutation, as data. */
@ObjectType('UserError', { description: 'An expected refusal. `code` is the contract; `message` is for developers.' })
export class UserErrorType {
  @Field(() => ErrorCode, { description: 'What kind of refusal.' })
  code: ErrorCode;

  @Field(() => [String], { description: 'Where in the input, e.g. ["input", "links", "0", "url"]. Empty: the whole.' })
  path: string[];

  @Field(() => String, { description: 'English, for developers.' })
  message: string;

  @Field(() => [String], { description: 'Codes or ids of what stands in the way, where the refusal has such.' })
  details: string[];
}
