import { Field, ObjectType } from '@nestjs/graphql';
import { UserErrorType } from '../core/graphql/user-error.type';
import { BulletinCommentType } from './bulletin-comment.type';
import { SavedFilterType } from './bulletin-desk.type';
import { BulletinTemplateType } from './bulletin-template.type';
import { BulletinType } from './bulletin.type';

@ObjectType({ isAbstract: true })
abstract class Payload {
  @Field(() => [UserErrorType], { description: 'Empty when it was done.' })
  errors: UserErrorType[];
}

/** What every act on a bulletin answers: the bulletin as it is now, or why not. */
@ObjectType('BulletinPayload', { description: 'The bulletin as it is now, or why it was not done.' })
export class BulletinPayload extends Payload {
  @Field(() => BulletinType, { nullable: true, description: 'Null when refused, or no longer visible to the viewer.' })
  bulletin?: BulletinType | null;
}

@ObjectType('BulletinCommentPayload', { description: 'The comment as it is now, or why it was not done.' })
export class BulletinCommentPayload extends Payload {
  @Field(() => BulletinCommentType, { nullable: true, description: 'Null when refused.' })
  comment?: BulletinCommentType | null;
}

@ObjectType('BulletinTemplatePayload', { description: 'The template as it is now, or why it was not done.' })
export class BulletinTemplatePayload extends Payload {
  @Field(() => BulletinTemplateType, { nullable: true, description: 'Null when refused or removed.' })
  template?: BulletinTemplateType | null;
}

@ObjectType('SavedFilterPayload', { description: 'The saved filter, or why it was not done.' })
export class SavedFilterPayload extends Payload {
  @Field(() => SavedFilterType, { nullable: true, description: 'Null when refused or removed.' })
  filter?: SavedFilterType | null;
}
