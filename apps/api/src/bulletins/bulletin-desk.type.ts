import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { MaxLength, MinLength, ValidateNested } from 'class-validator';
import { SectionKind } from '@domain/bulletins/bulletin';
import { SectionDifference, SectionField } from '@domain/bulletins/compare';
import { registerEnumType } from '@nestjs/graphql';
import { BulletinFilterInput } from './bulletin.inputs';
import { OfficeSummaryType, PersonSummaryType } from './bulletin.type';
import { RevisionCause } from './bulletin-revision.entity';

registerEnumType(RevisionCause, { name: 'RevisionCause', description: 'Why a revision was written.' });
registerEnumType(SectionDifference, { name: 'SectionDifference', description: 'How a section differs.' });
registerEnumType(SectionField, { name: 'SectionField', description: 'A part of a section.' });

@ObjectType('BulletinRevision', { description: 'A section as it stood after an edit.' })
export class BulletinRevisionType {
  @Field(() => ID, { description: 'Id of the revision.' })
  id: string;

  @Field(() => ID, { description: 'The section.' })
  sectionId: string;

  @Field(() => SectionKind, { description: 'What part it is.' })
  kind: SectionKind;

  @Field(() => Int, { description: 'From 1 within the section.' })
  sequence: number;

  @Field(() => RevisionCause, { description: 'Why it was written.' })
  cause: RevisionCause;

  @Field(() => PersonSummaryType, { description: 'Who wrote it.' })
  author: PersonSummaryType;

  @Field(() => OfficeSummaryType, { description: 'The office the author acted for.' })
  office: OfficeSummaryType;

  @Field(() => String, { description: 'Plain text.' })
  text: string;

  @Field(() => String, { description: 'SHA-256 of what would be signed.' })
  hash: string;

  @Field(() => Date, { description: 'When (UTC).' })
  createdAt: Date;
}

@ObjectType('WordChange', { description: 'A stretch of text.' })
export class WordChangeType {
  @Field(() => String, { description: "'same', 'added' or 'removed'." })
  kind: string;

  @Field(() => String, { description: 'The words.' })
  text: string;
}

@ObjectType('FieldComparison', { description: 'How one part of a section differs.' })
export class FieldComparisonType {
  @Field(() => SectionField, { description: 'Which part.' })
  field: SectionField;

  @Field(() => [WordChangeType], { description: 'Both texts, word by word.' })
  words: WordChangeType[];

  @Field(() => Boolean, { description: 'The words are the same; bold, links or lists differ.' })
  isFormOnly: boolean;
}

@ObjectType('SectionComparison', { description: 'How a section differs between two versions.' })
export class SectionComparisonType {
  @Field(() => ID, { description: 'The section.' })
  sectionId: string;

  @Field(() => SectionKind, { description: 'What part it is.' })
  kind: SectionKind;

  @Field(() => ID, { nullable: true, description: 'Its owner; null: shared.' })
  officeId: string | null;

  @Field(() => SectionDifference, { description: 'Whether and how.' })
  difference: SectionDifference;

  @Field(() => [FieldComparisonType], { description: 'The parts that differ.' })
  fields: FieldComparisonType[];
}

@ObjectType('SavedFilter', { description: "A named filter of the viewer's own." })
export class SavedFilterType {
  @Field(() => ID, { description: 'Id of the filter.' })
  id: string;

  @Field(() => String, { description: 'Unique for the user.' })
  name: string;

  @Field(() => String, { description: 'The filter as JSON, in the shape of BulletinFilterInput.' })
  filter: string;
}

@InputType({ description: 'A filter to keep.' })
export class SavedFilterCreateInput {
  @Field(() => String, { description: '2 to 80 characters, unique for the user.' })
  @MinLength(2)
  @MaxLength(80)
  name: string;

  @Field(() => BulletinFilterInput, { description: 'What it filters.' })
  @ValidateNested()
  @Type(() => BulletinFilterInput)
  filter: BulletinFilterInput;
}
