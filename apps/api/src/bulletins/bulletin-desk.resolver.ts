import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { SectionComparison } from '@domain/bulletins/compare';
import { Ctx, RequestContext } from '../core/context';
import { BulletinDesk } from './bulletin-desk.service';
import {
  BulletinRevisionType,
  SavedFilterCreateInput,
  SavedFilterType,
  SectionComparisonType,
} from './bulletin-desk.type';
import { BulletinRevisions } from './bulletin-revisions.service';
import { SavedFilterPayload } from './bulletin.payloads';

/** Revisions, comparisons and saved filters. */
@Resolver()
export class BulletinDeskResolver {
  constructor(
    private readonly desk: BulletinDesk,
    private readonly revisions: BulletinRevisions,
  ) {}

  @Query(() => [BulletinRevisionType], { description: 'The newest 200 revisions, of one section or of all.' })
  bulletinRevisions(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('sectionId', { type: () => ID, nullable: true }) sectionId: string | null,
  ): Promise<BulletinRevisionType[]> {
    return this.desk.revisions(ctx, id, sectionId);
  }

  @Query(() => SectionComparisonType, { description: 'Two revisions of one section, word by word.' })
  async bulletinRevisionCompare(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('fromId', { type: () => ID }) fromId: string,
    @Args('toId', { type: () => ID }) toId: string,
  ): Promise<SectionComparisonType> {
    return present(await this.revisions.compare(ctx, id, fromId, toId));
  }

  @Query(() => [SectionComparisonType], { description: "What changed since the acting office's last answer." })
  async bulletinChangesSinceSignature(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<SectionComparisonType[]> {
    return (await this.revisions.sinceSignature(ctx, id)).map(present);
  }

  @Query(() => [SavedFilterType], { description: "The viewer's own filters." })
  savedFilters(@Ctx() ctx: RequestContext): Promise<SavedFilterType[]> {
    return this.desk.savedFilters(ctx);
  }

  @Mutation(() => SavedFilterPayload, { description: 'Keeps a filter.' })
  async savedFilterCreate(
    @Ctx() ctx: RequestContext,
    @Args('input') input: SavedFilterCreateInput,
  ): Promise<SavedFilterPayload> {
    return { filter: await this.desk.saveFilter(ctx, input.name, input.filter), errors: [] };
  }

  @Mutation(() => SavedFilterPayload, { description: 'Removes a filter.' })
  async savedFilterRemove(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<SavedFilterPayload> {
    await this.desk.removeFilter(ctx, id);
    return { errors: [] };
  }
}

function present({ fields, ...comparison }: SectionComparison): SectionComparisonType {
  return { ...comparison, fields: fields.map(({ words, ...field }) => ({ ...field, words: [...words] })) };
}
