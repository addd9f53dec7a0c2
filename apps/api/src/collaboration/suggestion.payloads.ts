import { Field, ObjectType } from '@nestjs/graphql';
import { BulletinType } from '../bulletins/bulletin.type';
import { UserErrorType } from '../core/graphql/user-error.type';
import { BulletinSuggestionDecisionType } from './suggestion.type';

@ObjectType({ description: 'Answer to a decision on suggestions.' })
export class BulletinSuggestionDecidePayload {
  @Field(() => BulletinType, {
    nullable: true,
    description: 'The bulletin as it is now; null when the act was refused.',
  })
  bulletin: BulletinType | null;

  @Field(() => [BulletinSuggestionDecisionType], {
    nullable: true,
    description: 'The decisions that stand, for every id that was sent; null when the act was refused.',
  })
  decisions: BulletinSuggestionDecisionType[] | null;

  @Field(() => [UserErrorType], { description: 'Why it was refused; empty when it was done.' })
  errors: UserErrorType[];
}
