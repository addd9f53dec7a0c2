import { ArgsType, Field, Float, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDate,
  IsEnum,
  IsInt,
  IsJSON,
  IsOptional,
  IsString,
  IsTimeZone,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { BulletinKind, BulletinState, ConsentScope, SectionKind } from '@domain/bulletins/bulletin';
import { PageArgs } from '../core/graphql/connection';

/** Characters of the ProseMirror JSON of one section. */
export const maxContent = 200_000;

export enum BulletinOrder {
  /** Last change first. */
  UPDATED = 'UPDATED',
  /** Last release first; only released bulletins. */
  RELEASED = 'RELEASED',
}
registerEnumType(BulletinOrder, { name: 'BulletinOrder', description: 'Order of the list.' });

@InputType({ description: 'A wall-clock time with its zone.' })
export class LocalTimeInput {
  @Field(() => String, { description: "'YYYY-MM-DDTHH:mm'" })
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
  local: string;

  @Field(() => String, { defaultValue: 'Europe/Istanbul', description: 'IANA zone.' })
  @IsTimeZone()
  zone: string;
}

@InputType({ description: 'Which bulletins. Members that are left out do not filter.' })
export class BulletinFilterInput {
  @Field(() => [BulletinState], { nullable: true, description: 'In one of these states.' })
  @IsOptional()
  @IsEnum(BulletinState, { each: true })
  @ArrayMaxSize(10)
  states?: BulletinState[];

  @Field(() => [BulletinKind], { nullable: true, description: 'Of one of these kinds.' })
  @IsOptional()
  @IsEnum(BulletinKind, { each: true })
  @ArrayMaxSize(10)
  kinds?: BulletinKind[];

  @Field(() => String, { nullable: true, description: 'Led by, or with the part of, this office (its code).' })
  @IsOptional()
  @MaxLength(60)
  officeCode?: string;

  @Field(() => Boolean, { nullable: true, description: 'true: only what waits for an answer of the acting office.' })
  @IsOptional()
  @IsBoolean()
  isWaitingForMe?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'true: only those that another office takes part in.' })
  @IsOptional()
  @IsBoolean()
  isJoint?: boolean;

  @Field(() => String, { nullable: true, description: 'With this tag, as written or folded.' })
  @IsOptional()
  @MaxLength(80)
  tag?: string;

  @Field(() => Date, { nullable: true, description: 'Changed at or after this instant.' })
  @IsOptional()
  @IsDate()
  from?: Date;

  @Field(() => Date, { nullable: true, description: 'Changed before this instant.' })
  @IsOptional()
  @IsDate()
  to?: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Words to find; Turkish letters are optional: "aycicegi" finds "Ayçiçeği".',
  })
  @IsOptional()
  @MaxLength(200)
  text?: string;
}

@ArgsType()
export class BulletinListArgs extends PageArgs {
  @Field(() => BulletinFilterInput, {
    nullable: true,
    description: 'Which bulletins; all that the viewer may see if left out.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => BulletinFilterInput)
  filter?: BulletinFilterInput | null;

  @Field(() => BulletinOrder, { defaultValue: BulletinOrder.UPDATED, description: 'Order of the list.' })
  @IsEnum(BulletinOrder)
  orderBy: BulletinOrder;
}

@InputType({ description: 'A section of a new bulletin or one to add.' })
export class BulletinSectionAddInput {
  @Field(() => SectionKind, { description: 'What part it is.' })
  @IsEnum(SectionKind)
  kind: SectionKind;

  @Field(() => ID, { nullable: true, description: 'Its owner; null: shared by all.' })
  @IsOptional()
  @IsUUID()
  officeId?: string | null;

  @Field(() => String, { nullable: true, description: 'ProseMirror JSON, up to 200 kB.' })
  @IsOptional()
  @IsJSON()
  @MaxLength(maxContent)
  content?: string | null;
}

@InputType({ description: 'A new draft of the acting office.' })
export class BulletinCreateInput {
  @Field(() => BulletinKind, { defaultValue: BulletinKind.BULLETIN, description: 'What kind of text.' })
  @IsEnum(BulletinKind)
  kind: BulletinKind;

  @Field(() => String, { nullable: true, description: 'Headline to begin with.' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  headline?: string;

  @Field(() => ID, { nullable: true, description: 'A template of the acting office to begin from.' })
  @IsOptional()
  @IsUUID()
  templateId?: string;

  @Field(() => [ID], { defaultValue: [], description: 'Offices to ask at once, at most twenty.' })
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  officeIds: string[];
}

@InputType({ description: 'Changes of kind, tags, embargo and schedule. Left out: stays; null: cleared.' })
export class BulletinUpdateInput {
  @Field(() => Int, { description: 'The version that was on screen.' })
  @IsInt()
  @Min(1)
  expectedVersion: number;

  @Field(() => BulletinKind, { nullable: true, description: 'What kind of text.' })
  @IsOptional()
  @IsEnum(BulletinKind)
  kind?: BulletinKind;

  @Field(() => [String], {
    nullable: true,
    description: 'All tags, at most 20; one that names an office belongs to it.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @MaxLength(60, { each: true })
  tags?: string[];

  @Field(() => LocalTimeInput, { nullable: true, description: 'Not a word goes out before this.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => LocalTimeInput)
  embargo?: LocalTimeInput | null;

  @Field(() => LocalTimeInput, { nullable: true, description: 'Planned release.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => LocalTimeInput)
  release?: LocalTimeInput | null;
}

@InputType({ description: 'Who says the quote.' })
export class SpeakerInput {
  @Field(() => String, { description: 'Title or role.' })
  @MinLength(2)
  @MaxLength(200)
  role: string;

  @Field(() => String, { nullable: true, description: 'Name.' })
  @IsOptional()
  @MaxLength(120)
  name?: string | null;
}

@InputType({ description: "The speaker's consent." })
export class QuoteConsentInput {
  @Field(() => ConsentScope, { description: 'Where the quote may be used.' })
  @IsEnum(ConsentScope)
  scope: ConsentScope;

  @Field(() => String, { description: 'Who gave it: the speaker or a deputy, in words.' })
  @MinLength(2)
  @MaxLength(200)
  givenBy: string;
}

@InputType({ description: 'Changes of a section. Left out: stays; null: cleared.' })
export class BulletinSectionEditInput {
  @Field(() => Int, { description: "The section's version that was on screen." })
  @IsInt()
  @Min(1)
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: 'ProseMirror JSON, up to 200 kB.' })
  @IsOptional()
  @IsJSON()
  @MaxLength(maxContent)
  content?: string;

  @Field(() => SpeakerInput, { nullable: true, description: 'Of a quote.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => SpeakerInput)
  speaker?: SpeakerInput | null;

  @Field(() => QuoteConsentInput, { nullable: true, description: 'Of a quote.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuoteConsentInput)
  consent?: QuoteConsentInput | null;
}

@InputType({ description: 'Offices to ask.' })
export class BulletinInviteInput {
  @Field(() => [ID], { description: 'One to twenty offices.' })
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(20)
  officeIds: string[];
}

@InputType({ description: 'A signature on exactly the words that were shown.' })
export class BulletinSignInput {
  @Field(() => String, { description: 'The `viewerSignableHash` of the text on screen.' })
  @Matches(/^[0-9a-f]{64}$/)
  hash: string;
}

@InputType({ description: 'A reason in words, seen by the participants (and by readers, for a withdrawal).' })
export class ReasonInput {
  @Field(() => String, { description: '3 to 2,000 characters.' })
  @MinLength(3)
  @MaxLength(2_000)
  reason: string;
}

@InputType({ description: 'Why an office steps out; optional.' })
export class BulletinDeclineInput {
  @Field(() => String, { nullable: true, description: 'Up to 2,000 characters.' })
  @IsOptional()
  @MaxLength(2_000)
  reason?: string | null;
}

@InputType({ description: 'The approval of a release.' })
export class BulletinApproveReleaseInput {
  @Field(() => Int, { description: 'The version that was on screen.' })
  @IsInt()
  @Min(1)
  expectedVersion: number;
}

@InputType({ description: 'A correction to begin.' })
export class BulletinCorrectInput {
  @Field(() => String, {
    description: 'What readers are told: what was wrong and what is right. 3 to 1,000 characters.',
  })
  @MinLength(3)
  @MaxLength(1_000)
  note: string;
}

@InputType({ description: 'Words beside a picture or document, and its focus. Left out: stays; null: cleared.' })
export class BulletinAttachmentEditInput {
  @Field(() => String, { nullable: true, description: 'Alternative text.' })
  @ValidateIf((input: BulletinAttachmentEditInput) => typeof input.alt === 'string')
  @MaxLength(1_000)
  alt?: string | null;

  @Field(() => String, { nullable: true, description: 'Fotoaltı.' })
  @ValidateIf((input: BulletinAttachmentEditInput) => typeof input.caption === 'string')
  @MaxLength(1_000)
  caption?: string | null;

  @Field(() => String, { nullable: true, description: 'Who took it.' })
  @ValidateIf((input: BulletinAttachmentEditInput) => typeof input.credit === 'string')
  @MaxLength(200)
  credit?: string | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Part of the width, from the left, that crops keep in sight: 0 to 1; null: the middle. Voids no signature.',
  })
  @ValidateIf((input: BulletinAttachmentEditInput) => typeof input.focusX === 'number')
  @Min(0)
  @Max(1)
  focusX?: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Part of the height, from the top, that crops keep in sight: 0 to 1; null: the middle. Voids no signature.',
  })
  @ValidateIf((input: BulletinAttachmentEditInput) => typeof input.focusY === 'number')
  @Min(0)
  @Max(1)
  focusY?: number | null;
}

@InputType({ description: 'A stored file to attach.' })
export class BulletinAttachInput extends BulletinAttachmentEditInput {
  @Field(() => ID, { description: 'Id that the upload returned.' })
  @IsUUID()
  fileId: string;
}
