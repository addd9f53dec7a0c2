import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, IsUUID, MaxLength, MinLength } from 'class-validator';
import { OfficeSummaryType, PersonSummaryType } from './bulletin.type';

@ObjectType('BulletinComment', { description: 'A remark in a thread; seen by those who work on the bulletin.' })
export class BulletinCommentType {
  @Field(() => ID, { description: 'Id of the comment.' })
  id: string;

  @Field(() => ID, { description: 'Id of the first comment of its thread.' })
  threadId: string;

  @Field(() => ID, { nullable: true, description: 'The section it is about; null: the whole bulletin.' })
  sectionId: string | null;

  @Field(() => PersonSummaryType, { description: 'Who wrote it.' })
  author: PersonSummaryType;

  @Field(() => OfficeSummaryType, { description: 'The office the author acted for.' })
  office: OfficeSummaryType;

  @Field(() => String, { description: 'Plain text.' })
  body: string;

  @Field(() => String, { nullable: true, description: 'The words it is about, kept when they change.' })
  quotedText: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the mark in the draft that shows what its thread is about.' })
  anchorId: string | null;

  @Field(() => [ID], { description: 'Users that it names.' })
  mentions: string[];

  @Field(() => [ID], { description: 'Offices that it names.' })
  mentionedOfficeIds: string[];

  @Field(() => Date, { description: 'When it was written (UTC).' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When its author last changed it.' })
  editedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'On the first comment: when the thread was closed.' })
  resolvedAt: Date | null;
}

@InputType({ description: 'A remark.' })
export class BulletinCommentAddInput {
  @Field(() => String, { description: '1 to 5,000 characters.' })
  @MinLength(1)
  @MaxLength(5_000)
  body: string;

  @Field(() => ID, { nullable: true, description: 'The section it is about.' })
  @IsOptional()
  @IsUUID()
  sectionId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The thread it answers in.' })
  @IsOptional()
  @IsUUID()
  threadId?: string | null;

  @Field(() => String, { nullable: true, description: 'The words it is about.' })
  @IsOptional()
  @MaxLength(1_000)
  quotedText?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'UUID of the mark in the draft of the section; only with a section, not in an answer.',
  })
  @IsOptional()
  @IsUUID()
  anchorId?: string | null;

  @Field(() => [ID], { defaultValue: [], description: 'Users to tell; they must work on the bulletin.' })
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(20)
  mentions: string[];

  @Field(() => [ID], { defaultValue: [], description: 'Offices to tell; they must take part in the bulletin.' })
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(20)
  mentionedOfficeIds: string[];
}

@InputType({ description: 'A remark in other words.' })
export class BulletinCommentEditInput {
  @Field(() => String, { description: '1 to 5,000 characters.' })
  @MinLength(1)
  @MaxLength(5_000)
  body: string;
}
