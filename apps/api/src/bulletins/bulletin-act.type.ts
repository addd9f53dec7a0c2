import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsString, IsUUID, Length } from 'class-validator';
import { UserErrorType } from '../core/graphql/user-error.type';
import { BulletinType } from './bulletin.type';

export enum BulletinFollowing {
  /** Told of all that happens. */
  FOLLOWED = 'FOLLOWED',
  /** Told of what waits for an act of theirs alone. */
  UNFOLLOWED = 'UNFOLLOWED',
  /** Told of what their work on it brings. */
  BY_ROLE = 'BY_ROLE',
}
registerEnumType(BulletinFollowing, { name: 'BulletinFollowing', description: 'How much the viewer is told of it.' });

export enum MentionableKind {
  OFFICE = 'OFFICE',
  PERSON = 'PERSON',
}
registerEnumType(MentionableKind, { name: 'MentionableKind', description: 'What can be named in a remark.' });

@ObjectType('Mentionable', { description: 'A person or office that can be named in a remark on the bulletin.' })
export class MentionableType {
  @Field(() => MentionableKind, { description: 'What it is.' })
  kind: MentionableKind;

  @Field(() => ID, { description: 'For `mentions` (a person) or `mentionedOfficeIds` (an office).' })
  id: string;

  @Field(() => String, { description: 'Name as shown.' })
  name: string;

  @Field(() => String, { description: 'Code of the office, or of the person’s office.' })
  officeCode: string;

  @Field(() => String, { description: 'Title of the person; press unit of the office.' })
  detail: string;
}

@ArgsType()
export class BulletinIdsArgs {
  @Field(() => [ID], { description: '1 to 50 bulletins, each once.' })
  @IsString({ each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  ids: string[];
}

@ArgsType()
export class BulletinsTagArgs extends BulletinIdsArgs {
  @Field(() => String, { description: 'The tag, 1 to 60 characters.' })
  @Length(1, 60)
  tag: string;
}

@InputType({ description: 'Offices to remind.' })
export class BulletinRemindInput {
  @Field(() => [ID], { description: '1 to 20 offices whose signature is waited for.' })
  @IsUUID(undefined, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  officeIds: string[];
}

@ObjectType('BulletinsPayload', { description: 'What became of an act on several bulletins.' })
export class BulletinsPayload {
  @Field(() => [BulletinType], {
    nullable: true,
    description: 'Those on which it was done and that the viewer still sees; null when refused as a whole.',
  })
  bulletins?: BulletinType[] | null;

  @Field(() => [UserErrorType], {
    description: 'One for each bulletin on which it was not done: `path` is ["ids", place].',
  })
  errors: UserErrorType[];
}
