import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { SuggestionDecision } from './suggestion-decision.entity';

registerEnumType(SuggestionDecision, {
  name: 'SuggestionDecision',
  description: 'How a suggestion ends.',
  valuesMap: {
    ACCEPTED: { description: 'Its words are in the text now.' },
    REJECTED: { description: 'Turned down, or taken back by its author.' },
  },
});

@ObjectType('BulletinSuggestionDecision', { description: 'A decision on a suggestion; the first one stands.' })
export class BulletinSuggestionDecisionType {
  @Field(() => ID, { description: 'Id of its marks in the draft.' })
  suggestionId: string;

  @Field(() => SuggestionDecision, { description: 'What was decided first.' })
  decision: SuggestionDecision;

  @Field(() => Date, { description: 'When it was decided (UTC).' })
  decidedAt: Date;
}
