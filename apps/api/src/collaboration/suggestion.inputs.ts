import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsEnum, IsUUID } from 'class-validator';
import { SuggestionDecision } from './suggestion-decision.entity';

@InputType({ description: 'A decision on suggestions of one section.' })
export class BulletinSuggestionDecideInput {
  @Field(() => [ID], { description: 'Ids of their marks in the draft; 1 to 100.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  suggestionIds: string[];

  @Field(() => SuggestionDecision, { description: 'Authors take their own back with REJECTED.' })
  @IsEnum(SuggestionDecision)
  decision: SuggestionDecision;
}
