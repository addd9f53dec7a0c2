import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { OfficeSummaryType, PersonSummaryType } from '../bulletins/bulletin.type';
import { SuggestionDecision } from './suggestion-decision.entity';

registerEnumType(SuggestionDecision, {
  name: 'SuggestionDecision',
  description: 'How a suggestion ends.',
  valuesMap: {
    ACCEPTED: { description: 'Its words are in the text now.' },
    REJECTED: { description: 'Turned down, or taken back by its author.' },
  },
});

@ObjectType('BulletinSuggestion', { description: 'Words that somebody proposes in the draft of a section.' })
export class BulletinSuggestionType {
  @Field(() => ID, { description: 'Id of its marks in the draft.' })
  id: string;

  @Field(() => PersonSummaryType, { description: 'Who proposes it.' })
  author: PersonSummaryType;

  @Field(() => OfficeSummaryType, { description: 'The office the author acted for.' })
  office: OfficeSummaryType;

  @Field(() => String, { description: 'Words that would come in; a line break stands for a new block.' })
  inserted: string;

  @Field(() => String, { description: 'Words that would go out.' })
  deleted: string;

  @Field(() => Date, { description: 'When it was begun, as its author’s device says (UTC).' })
  suggestedAt: Date;
}

@ObjectType('BulletinSuggestionDecision', { description: 'A decision on a suggestion; the first one stands.' })
export class BulletinSuggestionDecisionType {
  @Field(() => ID, { description: 'Id of its marks in the draft.' })
  suggestionId: string;

  @Field(() => SuggestionDecision, { description: 'What was decided first.' })
  decision: SuggestionDecision;

  @Field(() => Date, { description: 'When it was decided (UTC).' })
  decidedAt: Date;
}
