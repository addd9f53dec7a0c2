import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { SectionKind } from '@domain/bulletins/bulletin';
import { OfficeSummaryType, SpeakerType } from '../bulletins/bulletin.type';

@ObjectType('OutlookSection', { description: 'A section as it would go out, or as it was signed.' })
export class OutlookSectionType {
  @Field(() => ID, { description: 'Id of the section.' })
  id: string;

  @Field(() => SectionKind, { description: 'What part it is.' })
  kind: SectionKind;

  @Field(() => ID, { nullable: true, description: 'Its owner; null: shared.' })
  officeId: string | null;

  @Field(() => SpeakerType, { nullable: true, description: 'Of a quote.' })
  speaker: SpeakerType | null;

  @Field(() => String, { description: 'ProseMirror JSON of the canonical text.' })
  content: string;
}

@ObjectType('BulletinOutlook', { description: 'A bulletin as it would go out without an office.' })
export class BulletinOutlookType {
  @Field(() => String, { description: 'Plain text of the headline.' })
  headline: string;

  @Field(() => String, { description: "'EDREMİT (BALIKESİR) - 24 Kasım 2026'" })
  dateline: string;

  @Field(() => [OfficeSummaryType], { description: 'The offices that it would name, the lead first.' })
  offices: OfficeSummaryType[];

  @Field(() => [OutlookSectionType], { description: 'Its sections in page order; blank ones are left off.' })
  sections: OutlookSectionType[];

  @Field(() => [String], { description: 'Public names of the files that would go with it.' })
  fileNames: string[];

  @Field(() => [String], { description: 'Tags that would stay.' })
  tags: string[];
}

@ObjectType('EmbargoLift', { description: 'Who agreed that the embargo ends early, and what is still needed.' })
export class EmbargoLiftType {
  @Field(() => [OfficeSummaryType], { description: 'The offices that agreed, in the order of their answers.' })
  agreed: OfficeSummaryType[];

  @Field(() => Boolean, { description: 'Whether the lead still has to agree.' })
  needsLead: boolean;

  @Field(() => Int, { description: 'How many partners still have to agree, by the charter.' })
  partnersNeeded: number;
}
