import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, Loaders, RequestContext } from '../core/context';
import { LoaderRegistry } from '../core/graphql/loaders';
import { userErrors } from '../core/graphql/mutation-errors.interceptor';
import {
  BulletinFollowing,
  BulletinIdsArgs,
  BulletinRemindInput,
  BulletinsPayload,
  BulletinsTagArgs,
  MentionableType,
} from './bulletin-act.type';
import { BulletinBulk, type BulkOutcome } from './bulletin-bulk.service';
import { BulletinFollows, followsByBulletinId } from './bulletin-follows.service';
import { BulletinMentions } from './bulletin-mentions.service';
import { BulletinReminders } from './bulletin-reminders.service';
import { BulletinPayload } from './bulletin.payloads';
import { BulletinType } from './bulletin.type';
import { BulletinQueries } from './bulletins.queries';

const idArg = (description: string) => Args('id', { type: () => ID, description });

/** What one does with bulletins from a list or beside the text: follow, remind, name people, act on several at once. */
@Resolver(() => BulletinType)
export class BulletinActsResolver {
  constructor(
    private readonly queries: BulletinQueries,
    private readonly follows: BulletinFollows,
    private readonly reminders: BulletinReminders,
    private readonly mentions: BulletinMentions,
    private readonly bulk: BulletinBulk,
  ) {}

  @ResolveField(() => BulletinFollowing, { description: 'How much the viewer is told of it.' })
  async viewerFollowing(
    @Parent() { id }: BulletinType,
    @Loaders() loaders: LoaderRegistry,
  ): Promise<BulletinFollowing> {
    const chosen = await loaders.of(followsByBulletinId).load(id);
    if (chosen === null) return BulletinFollowing.BY_ROLE;
    return chosen ? BulletinFollowing.FOLLOWED : BulletinFollowing.UNFOLLOWED;
  }

  @Query(() => [MentionableType], {
    description: 'People and offices that a remark on the bulletin can name, at most 20.',
  })
  mentionables(
    @Ctx() ctx: RequestContext,
    @Args('bulletinId', { type: () => ID, description: 'The bulletin.' }) bulletinId: string,
    @Args('query', { type: () => String, description: 'Beginnings of names; empty: all.' }) query: string,
  ): Promise<MentionableType[]> {
    return this.mentions.find(ctx, bulletinId, query);
  }

  @Mutation(() => BulletinPayload, { description: 'Tells the viewer of all that happens to it.' })
  bulletinFollow(@Ctx() ctx: RequestContext, @idArg('The bulletin.') id: string): Promise<BulletinPayload> {
    return this.answer(ctx, this.follows.follow(ctx, id));
  }

  @Mutation(() => BulletinPayload, { description: 'Tells the viewer of what waits for an act of theirs alone.' })
  bulletinUnfollow(@Ctx() ctx: RequestContext, @idArg('The bulletin.') id: string): Promise<BulletinPayload> {
    return this.answer(ctx, this.follows.unfollow(ctx, id));
  }

  @Mutation(() => BulletinPayload, { description: 'Reminds offices whose signature is waited for, each once an hour.' })
  async bulletinRemind(
    @Ctx() ctx: RequestContext,
    @idArg('The bulletin.') id: string,
    @Args('input', { type: () => BulletinRemindInput, description: 'Whom to remind.' }) input: BulletinRemindInput,
  ): Promise<BulletinPayload> {
    const bulletin = await this.reminders.remind(ctx, id, input.officeIds);
    return { bulletin: await this.queries.get(ctx, bulletin.id), errors: [] };
  }

  @Mutation(() => BulletinsPayload, { description: 'Notes that the office has looked at each.' })
  async bulletinsMarkSeen(@Ctx() ctx: RequestContext, @Args() { ids }: BulletinIdsArgs): Promise<BulletinsPayload> {
    return this.answerAll(ctx, await this.bulk.markSeen(ctx, ids));
  }

  @Mutation(() => BulletinsPayload, { description: 'Adds a tag to each.' })
  async bulletinsTag(@Ctx() ctx: RequestContext, @Args() { ids, tag }: BulletinsTagArgs): Promise<BulletinsPayload> {
    return this.answerAll(ctx, await this.bulk.addTag(ctx, ids, tag));
  }

  @Mutation(() => BulletinsPayload, { description: 'Gives each up before its release.' })
  async bulletinsDiscard(@Ctx() ctx: RequestContext, @Args() { ids }: BulletinIdsArgs): Promise<BulletinsPayload> {
    return this.answerAll(ctx, await this.bulk.discard(ctx, ids));
  }

  private async answer(ctx: RequestContext, act: Promise<string>): Promise<BulletinPayload> {
    return { bulletin: await this.queries.get(ctx, await act), errors: [] };
  }

  private async answerAll(ctx: RequestContext, { doneIds, refusals }: BulkOutcome): Promise<BulletinsPayload> {
    const errors = refusals.flatMap((refusal) => userErrors(refusal) ?? []);
    return { bulletins: await this.bulk.present(ctx, doneIds), errors };
  }
}
