import { Args, Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '../core/context';
import { Search } from './search.service';
import { SearchArgs, SearchGroupType } from './search.type';
import { TodayDesk } from './today.service';
import { TodayType } from './today.type';

/** What spans the features: the day's work and the search over everything. */
@Resolver()
export class DeskResolver {
  constructor(
    private readonly days: TodayDesk,
    private readonly searching: Search,
  ) {}

  @Query(() => TodayType, { description: 'What waits for the viewer, what goes out today, and what they work on.' })
  today(@Ctx() ctx: RequestContext): Promise<TodayType> {
    return this.days.get(ctx);
  }

  @Query(() => [SearchGroupType], { description: 'Everything that the viewer may see with these words, by kind.' })
  search(@Ctx() ctx: RequestContext, @Args() { query, first, kinds }: SearchArgs): Promise<SearchGroupType[]> {
    return this.searching.find(ctx, query, first, kinds ?? undefined);
  }
}
