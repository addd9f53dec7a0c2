import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsEnum,
  IsISO8601,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { LegalBasis, OutletChannel, OutletNeed, OutletScope, OutletType } from '@domain/media/media';
import { PageArgs } from '../core/graphql/connection';

/** Given as null is wrong where a value must be; only absence leaves it as it is. */
const IsLeftOutOrGiven = () => ValidateIf((_object: object, value: unknown) => value !== undefined);
const time = /^([01]\d|2[0-3]):[0-5]\d$/;
const day = /^\d{4}-\d{2}-\d{2}$/;
const phone = /^\+?[0-9][0-9 ()/-]{2,38}$/;

@InputType({ description: 'Which outlets. Members that are left out do not filter.' })
export class MediaOutletFilterInput {
  @Field(() => String, { nullable: true, description: 'Words of the name; Turkish letters are optional.' })
  @IsOptional()
  @MaxLength(200)
  text?: string | null;

  @Field(() => OutletType, { nullable: true, description: 'Of this kind.' })
  @IsOptional()
  @IsEnum(OutletType)
  type?: OutletType | null;

  @Field(() => String, { nullable: true, description: 'Covering this district (its code).' })
  @IsOptional()
  @MaxLength(60)
  districtCode?: string | null;
}

@InputType({ description: 'Which contacts. Members that are left out do not filter.' })
export class MediaContactFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'Words of name, desk, address or outlet; Turkish letters are optional.',
  })
  @IsOptional()
  @MaxLength(200)
  text?: string | null;

  @Field(() => OutletType, { nullable: true, description: 'At an outlet of this kind.' })
  @IsOptional()
  @IsEnum(OutletType)
  type?: OutletType | null;

  @Field(() => String, { nullable: true, description: 'At an outlet that covers this district (its code).' })
  @IsOptional()
  @MaxLength(60)
  districtCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'On this list.' })
  @IsOptional()
  @IsUUID()
  listId?: string | null;

  @Field(() => ID, { nullable: true, description: 'At this outlet.' })
  @IsOptional()
  @IsUUID()
  outletId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only those whose review is due; false: only the others.',
  })
  @IsOptional()
  @IsBoolean()
  isReviewDue?: boolean | null;
}

@ArgsType()
export class MediaOutletListArgs extends PageArgs {
  @Field(() => MediaOutletFilterInput, { nullable: true, description: 'Which outlets; all when left out.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MediaOutletFilterInput)
  filter?: MediaOutletFilterInput | null;
}

@ArgsType()
export class MediaContactListArgs extends PageArgs {
  @Field(() => MediaContactFilterInput, { nullable: true, description: 'Which contacts; all when left out.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MediaContactFilterInput)
  filter?: MediaContactFilterInput | null;
}

@InputType({ isAbstract: true })
abstract class OutletFields {
  @Field(() => OutletScope, { nullable: true, description: 'How far it reaches; DISTRICT when left out.' })
  @IsLeftOutOrGiven()
  @IsEnum(OutletScope)
  scope?: OutletScope;

  @Field(() => [String], { nullable: true, description: 'Codes of the districts that it covers.' })
  @IsLeftOutOrGiven()
  @IsString({ each: true })
  @ArrayMaxSize(20)
  districtCodes?: string[];

  @Field(() => String, { nullable: true, description: "Print deadline, 'HH:mm' in Europe/Istanbul." })
  @IsOptional()
  @Matches(time)
  pressDeadline?: string | null;

  @Field(() => OutletChannel, { nullable: true, description: 'EMAIL when left out.' })
  @IsLeftOutOrGiven()
  @IsEnum(OutletChannel)
  preferredChannel?: OutletChannel;

  @Field(() => [OutletNeed], { nullable: true, description: 'What it works with.' })
  @IsLeftOutOrGiven()
  @IsEnum(OutletNeed, { each: true })
  @ArrayMaxSize(8)
  needs?: OutletNeed[];

  @Field(() => String, { nullable: true, description: 'As written, e.g. `0266 000 00 00`.' })
  @IsOptional()
  @Matches(phone)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'An http or https address.' })
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true })
  @MaxLength(300)
  website?: string | null;

  @Field(() => String, { nullable: true, description: 'Own notes, up to 2,000 characters.' })
  @IsLeftOutOrGiven()
  @IsString()
  @MaxLength(2_000)
  notes?: string;
}

@InputType({ description: 'A new outlet of the acting office.' })
export class MediaOutletCreateInput extends OutletFields {
  @Field(() => String, { description: 'Up to 160 characters; unique in the guide, Turkish letters aside.' })
  @IsString()
  @IsNotEmpty()
  @Matches(/\S/)
  @MaxLength(160)
  name: string;

  @Field(() => OutletType, { description: 'What it is.' })
  @IsEnum(OutletType)
  type: OutletType;
}

@InputType({ description: 'What is left out stays; null clears where a value may be missing.' })
export class MediaOutletUpdateInput extends OutletFields {
  @Field(() => Int, { description: 'The version that was read; another one refuses STALE_VERSION.' })
  @IsInt()
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: 'Up to 160 characters.' })
  @IsLeftOutOrGiven()
  @IsString()
  @Matches(/\S/)
  @MaxLength(160)
  name?: string;

  @Field(() => OutletType, { nullable: true, description: 'What it is.' })
  @IsLeftOutOrGiven()
  @IsEnum(OutletType)
  type?: OutletType;

  @Field(() => Boolean, { nullable: true, description: 'false: none of its contacts gets mail.' })
  @IsLeftOutOrGiven()
  @IsBoolean()
  isActive?: boolean;
}

@InputType({ isAbstract: true })
abstract class ContactFields {
  @Field(() => ID, { nullable: true, description: 'An outlet of the same guide.' })
  @IsOptional()
  @IsUUID()
  outletId?: string | null;

  @Field(() => String, { nullable: true, description: 'Of the person; leave out for a desk. Up to 120 characters.' })
  @IsOptional()
  @IsString()
  @MaxLength(120)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Desk or role, up to 120 characters.' })
  @IsOptional()
  @IsString()
  @MaxLength(120)
  unit?: string | null;

  @Field(() => String, { nullable: true, description: 'As written.' })
  @IsOptional()
  @Matches(phone)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: "When the person was told, 'YYYY-MM-DD'." })
  @IsOptional()
  @Matches(day)
  @IsISO8601({ strict: true })
  noticeGivenOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "'YYYY-MM-DD'; a year after the notice, or after today, when left out.",
  })
  @IsLeftOutOrGiven()
  @Matches(day)
  @IsISO8601({ strict: true })
  reviewDueOn?: string;

  @Field(() => String, { nullable: true, description: 'Own notes, up to 2,000 characters.' })
  @IsLeftOutOrGiven()
  @IsString()
  @MaxLength(2_000)
  notes?: string;
}

@InputType({ description: 'A new contact of the acting office.' })
export class MediaContactCreateInput extends ContactFields {
  @Field(() => String, { description: 'Unique in the guide; kept in lower case.' })
  @IsString()
  @MaxLength(254)
  email: string;

  @Field(() => LegalBasis, { description: 'On what ground it is kept.' })
  @IsEnum(LegalBasis)
  legalBasis: LegalBasis;

  @Field(() => String, { description: 'Where the address comes from, up to 200 characters.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(200)
  source: string;
}

@InputType({ description: 'What is left out stays; null clears where a value may be missing.' })
export class MediaContactUpdateInput extends ContactFields {
  @Field(() => Int, { description: 'The version that was read; another one refuses STALE_VERSION.' })
  @IsInt()
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: 'A new address is tried afresh, whatever the old one answered.' })
  @IsLeftOutOrGiven()
  @IsString()
  @MaxLength(254)
  email?: string;

  @Field(() => LegalBasis, { nullable: true, description: 'On what ground it is kept.' })
  @IsLeftOutOrGiven()
  @IsEnum(LegalBasis)
  legalBasis?: LegalBasis;

  @Field(() => String, { nullable: true, description: 'Where the address comes from, up to 200 characters.' })
  @IsLeftOutOrGiven()
  @IsString()
  @Matches(/\S/)
  @MaxLength(200)
  source?: string;

  @Field(() => Boolean, { nullable: true, description: 'false: gets no mail.' })
  @IsLeftOutOrGiven()
  @IsBoolean()
  isActive?: boolean;
}

@InputType({ description: 'A new list of the acting office.' })
export class MediaListCreateInput {
  @Field(() => String, { description: 'Up to 120 characters; unique in the guide, Turkish letters aside.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(120)
  name: string;

  @Field(() => String, { nullable: true, description: 'For whom it is, up to 500 characters.' })
  @IsLeftOutOrGiven()
  @IsString()
  @MaxLength(500)
  description?: string;
}

@InputType({ description: 'What is left out stays.' })
export class MediaListUpdateInput {
  @Field(() => Int, { description: 'The version that was read; another one refuses STALE_VERSION.' })
  @IsInt()
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: 'Up to 120 characters.' })
  @IsLeftOutOrGiven()
  @IsString()
  @Matches(/\S/)
  @MaxLength(120)
  name?: string;

  @Field(() => String, { nullable: true, description: 'For whom it is, up to 500 characters.' })
  @IsLeftOutOrGiven()
  @IsString()
  @MaxLength(500)
  description?: string;
}

@InputType({ description: 'Contacts to put on a list.' })
export class MediaListAddContactsInput {
  @Field(() => [ID], { description: '1 to 100 contacts of the own guide.' })
  @IsUUID('all', { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  contactIds: string[];
}

@InputType({ description: 'Contacts to take off a list.' })
export class MediaListRemoveContactsInput {
  @Field(() => [ID], { description: '1 to 100 contacts.' })
  @IsUUID('all', { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  contactIds: string[];
}

@InputType({ description: 'To whom a list is lent, or from whom it is taken back.' })
export class MediaListShareInput {
  @Field(() => [ID], { nullable: true, description: 'Offices; all when left out.' })
  @IsOptional()
  @IsUUID('all', { each: true })
  @ArrayMaxSize(30)
  officeIds?: string[] | null;
}
