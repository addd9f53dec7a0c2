import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { BulletinQueries } from '../bulletins/bulletins.queries';
import { Ctx, RequestContext } from '../core/context';
import { BulletinSuggestionDecideInput } from './suggestion.inputs';
import { BulletinSuggestionDecidePayload } from './suggestion.payloads';
import { SuggestionReading } from './suggestion-reading.service';
import { BulletinSuggestionType } from './suggestion.type';
import { Suggestions } from './suggestions.service';

/** Suggestions in shared drafts. */
@Resolver()
export class SuggestionsResolver {
  constructor(
    private readonly suggestions: Suggestions,
    private readonly reading: SuggestionReading,
    private readonly queries: BulletinQueries,
  ) {}

  @Query(() => [BulletinSuggestionType], {
    description:
      'Open suggestions in the draft of a section, in the order of the text, for those who work on the bulletin.',
  })
  bulletinSuggestions(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('sectionId', { type: () => ID }) sectionId: string,
    @Args('authorIds', { type: () => [ID], nullable: true, description: 'Only those of these people.' })
    authorIds: string[] | null,
  ): Promise<BulletinSuggestionType[]> {
    return this.reading.open(ctx, id, sectionId, authorIds);
  }

  @Mutation(() => BulletinSuggestionDecidePayload, {
    description: 'Accepts or rejects suggestions in the draft of a section; the first decision on each stands.',
  })
  async bulletinSuggestionDecide(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('sectionId', { type: () => ID }) sectionId: string,
    @Args('input') { suggestionIds, decision }: BulletinSuggestionDecideInput,
  ): Promise<BulletinSuggestionDecidePayload> {
    const decisions = await this.suggestions.decide(ctx, id, sectionId, suggestionIds, decision);
    return { bulletin: await this.queries.get(ctx, id), decisions, errors: [] };
  }
}
