import { Field, ObjectType } from '@nestjs/graphql';
import { UserErrorType } from '../core/graphql/user-error.type';
import { MediaImportReportType } from './media-import.type';
import { MediaContactType, MediaListType, MediaOutletType } from './media.type';

@ObjectType({ isAbstract: true })
abstract class Payload {
  @Field(() => [UserErrorType], { description: 'Empty when it was done.' })
  errors: UserErrorType[];
}

@ObjectType('MediaOutletPayload', { description: 'The outlet as it is now, or why it was not done.' })
export class MediaOutletPayload extends Payload {
  @Field(() => MediaOutletType, { nullable: true, description: 'Null when refused.' })
  outlet?: MediaOutletType | null;
}

@ObjectType('MediaContactPayload', { description: 'The contact as it is now, or why it was not done.' })
export class MediaContactPayload extends Payload {
  @Field(() => MediaContactType, { nullable: true, description: 'Null when refused.' })
  contact?: MediaContactType | null;
}

@ObjectType('MediaListPayload', { description: 'The list as it is now, or why it was not done.' })
export class MediaListPayload extends Payload {
  @Field(() => MediaListType, { nullable: true, description: 'Null when refused.' })
  list?: MediaListType | null;
}

@ObjectType('MediaImportPayload', {
  description: 'What became, or would become, of each line; or why it was not done.',
})
export class MediaImportPayload extends Payload {
  @Field(() => MediaImportReportType, { nullable: true, description: 'Null when refused.' })
  report?: MediaImportReportType | null;
}
