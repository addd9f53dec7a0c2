import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsEnum,
  IsInt,
  IsJSON,
  IsOptional,
  IsUUID,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { BulletinKind, SectionKind } from '@domain/bulletins/bulletin';
import { maxContent } from './bulletin.inputs';

const maxSections = 12;

@ObjectType('BulletinTemplateSection', { description: 'A part that a template brings.' })
export class BulletinTemplateSectionType {
  @Field(() => SectionKind, { description: 'What part it is.' })
  kind: SectionKind;

  @Field(() => String, { description: 'ProseMirror JSON of its words.' })
  content: string;

  @Field(() => String, { description: 'The words without marks.' })
  text: string;
}

@ObjectType('BulletinTemplate', { description: 'A starting text of an office.' })
export class BulletinTemplateType {
  @Field(() => ID, { description: 'Id of the template.' })
  id: string;

  @Field(() => String, { description: 'Unique in the office.' })
  name: string;

  @Field(() => BulletinKind, { description: 'What kind of text it begins.' })
  kind: BulletinKind;

  @Field(() => [SectionKind], { description: 'The sections it brings, in order.' })
  sectionKinds: SectionKind[];

  @Field(() => [BulletinTemplateSectionType], { description: 'The same sections with their words.' })
  sections: BulletinTemplateSectionType[];

  @Field(() => Int, { description: 'Raised by every change.' })
  version: number;

  @Field(() => Boolean, { description: 'Whether the viewer may change or remove it.' })
  isEditable: boolean;
}

@InputType({ description: 'A part of a template.' })
export class BulletinTemplateSectionInput {
  @Field(() => SectionKind, { description: 'What part it is; quotes and attachments never come from a template.' })
  @IsEnum(SectionKind)
  kind: SectionKind;

  @Field(() => String, { description: 'ProseMirror JSON, up to 200 kB.' })
  @IsJSON()
  @MaxLength(maxContent)
  content: string;
}

@InputType({ description: 'A new template: from the words of a bulletin, or of words that are given.' })
export class BulletinTemplateCreateInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The bulletin whose kind, shared sections and own paragraph it takes; left out: kind and sections.',
  })
  @IsOptional()
  @IsUUID()
  bulletinId?: string;

  @Field(() => String, { description: '2 to 120 characters, unique in the office.' })
  @MinLength(2)
  @MaxLength(120)
  name: string;

  @Field(() => BulletinKind, { defaultValue: BulletinKind.BULLETIN, description: 'Without a bulletin: its kind.' })
  @IsEnum(BulletinKind)
  kind: BulletinKind;

  @Field(() => [BulletinTemplateSectionInput], { defaultValue: [], description: 'Without a bulletin: its words.' })
  @ArrayMaxSize(maxSections)
  @ValidateNested({ each: true })
  @Type(() => BulletinTemplateSectionInput)
  sections: BulletinTemplateSectionInput[];
}

@InputType({ description: 'Changes of a template. Left out: stays.' })
export class BulletinTemplateUpdateInput {
  @Field(() => Int, { description: 'The version that was on screen.' })
  @IsInt()
  @Min(1)
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: '2 to 120 characters, unique in the office.' })
  @IsOptional()
  @MinLength(2)
  @MaxLength(120)
  name?: string;

  @Field(() => BulletinKind, { nullable: true, description: 'What kind of text it begins.' })
  @IsOptional()
  @IsEnum(BulletinKind)
  kind?: BulletinKind;

  @Field(() => [BulletinTemplateSectionInput], { nullable: true, description: 'All its parts, in order.' })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(maxSections)
  @ValidateNested({ each: true })
  @Type(() => BulletinTemplateSectionInput)
  sections?: BulletinTemplateSectionInput[];
}
