import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { guideActs, MediaAct } from '@domain/media/media.policy';
import { Ctx, RequestContext } from '../core/context';
import type { Connection } from '../core/graphql/connection';
import { MediaContacts } from './media-contacts.service';
import { MediaOutlets } from './media-outlets.service';
import {
  MediaContactCreateInput,
  MediaContactFilterInput,
  MediaContactListArgs,
  MediaContactUpdateInput,
  MediaOutletCreateInput,
  MediaOutletListArgs,
  MediaOutletUpdateInput,
} from './media.inputs';
import { MediaContactPayload, MediaOutletPayload } from './media.payloads';
import { MediaQueries } from './media.queries';
import { MediaContactConnectionType, MediaContactType, MediaOutletConnectionType, MediaOutletType } from './media.type';

const id = { type: () => ID };

/** Outlets and contacts of the press guide. */
@Resolver()
export class MediaGuideResolver {
  constructor(
    private readonly queries: MediaQueries,
    private readonly outlets: MediaOutlets,
    private readonly contacts: MediaContacts,
  ) {}

  @Query(() => [MediaAct], { description: 'What the viewer may do with the guide of the own office.' })
  mediaGuideViewerCan(@Ctx() { actor }: RequestContext): MediaAct[] {
    return guideActs(actor);
  }

  @Query(() => MediaOutletType, { nullable: true, description: 'One outlet; null when the viewer may not know of it.' })
  mediaOutlet(@Ctx() ctx: RequestContext, @Args('id', id) outletId: string): Promise<MediaOutletType | null> {
    return this.queries.outlet(ctx, outletId);
  }

  @Query(() => MediaOutletConnectionType, { description: 'Own outlets and those of contacts on loan, by name.' })
  mediaOutlets(
    @Ctx() ctx: RequestContext,
    @Args() { filter, ...page }: MediaOutletListArgs,
  ): Promise<Connection<MediaOutletType>> {
    return this.queries.outlets(ctx, page, filter ?? null);
  }

  @Query(() => MediaContactType, {
    nullable: true,
    description: 'One contact; null when the viewer may not know of it.',
  })
  mediaContact(@Ctx() ctx: RequestContext, @Args('id', id) contactId: string): Promise<MediaContactType | null> {
    return this.queries.contact(ctx, contactId);
  }

  @Query(() => MediaContactConnectionType, { description: 'Own contacts and those on lent lists, by outlet.' })
  mediaContacts(
    @Ctx() ctx: RequestContext,
    @Args() { filter, ...page }: MediaContactListArgs,
  ): Promise<Connection<MediaContactType>> {
    return this.queries.contacts(ctx, page, filter ?? null);
  }

  @Query(() => Int, { description: 'How many contacts the filter finds; ask only where it is shown.' })
  mediaContactCount(
    @Ctx() ctx: RequestContext,
    @Args('filter', { type: () => MediaContactFilterInput, nullable: true }) filter: MediaContactFilterInput | null,
  ): Promise<number> {
    return this.queries.contactCount(ctx, filter);
  }

  @Mutation(() => MediaOutletPayload, { description: 'Adds an outlet to the own guide.' })
  async mediaOutletCreate(
    @Ctx() ctx: RequestContext,
    @Args('input') input: MediaOutletCreateInput,
  ): Promise<MediaOutletPayload> {
    return this.outlet(ctx, await this.outlets.create(ctx, input));
  }

  @Mutation(() => MediaOutletPayload, { description: 'Changes an own outlet.' })
  async mediaOutletUpdate(
    @Ctx() ctx: RequestContext,
    @Args('id', id) outletId: string,
    @Args('input') { expectedVersion, ...changes }: MediaOutletUpdateInput,
  ): Promise<MediaOutletPayload> {
    return this.outlet(ctx, await this.outlets.update(ctx, outletId, expectedVersion, changes));
  }

  @Mutation(() => MediaContactPayload, { description: 'Adds a contact to the own guide.' })
  async mediaContactCreate(
    @Ctx() ctx: RequestContext,
    @Args('input') input: MediaContactCreateInput,
  ): Promise<MediaContactPayload> {
    return this.contact(ctx, await this.contacts.create(ctx, input));
  }

  @Mutation(() => MediaContactPayload, { description: 'Changes an own contact.' })
  async mediaContactUpdate(
    @Ctx() ctx: RequestContext,
    @Args('id', id) contactId: string,
    @Args('input') { expectedVersion, ...changes }: MediaContactUpdateInput,
  ): Promise<MediaContactPayload> {
    return this.contact(ctx, await this.contacts.update(ctx, contactId, expectedVersion, changes));
  }

  @Mutation(() => MediaContactPayload, { description: 'The mailbox is there again: mail is tried once more.' })
  async mediaContactClearBounce(
    @Ctx() ctx: RequestContext,
    @Args('id', id) contactId: string,
  ): Promise<MediaContactPayload> {
    return this.contact(ctx, await this.contacts.clearBounce(ctx, contactId));
  }

  @Mutation(() => MediaContactPayload, {
    description: 'Notes that the person asked, by phone or letter, for no more mail of the own office.',
  })
  async mediaContactUnsubscribe(
    @Ctx() ctx: RequestContext,
    @Args('id', id) contactId: string,
  ): Promise<MediaContactPayload> {
    return this.contact(ctx, await this.contacts.unsubscribe(ctx, contactId));
  }

  @Mutation(() => MediaContactPayload, {
    description: 'Erases who the contact is, for good; what was delivered stays counted. KVKK art. 7.',
  })
  async mediaContactAnonymise(
    @Ctx() ctx: RequestContext,
    @Args('id', id) contactId: string,
  ): Promise<MediaContactPayload> {
    return this.contact(ctx, await this.contacts.anonymise(ctx, contactId));
  }

  private async outlet(ctx: RequestContext, changed: { readonly id: string }): Promise<MediaOutletPayload> {
    return { outlet: await this.queries.outlet(ctx, changed.id), errors: [] };
  }

  private async contact(ctx: RequestContext, changed: { readonly id: string }): Promise<MediaContactPayload> {
    return { contact: await this.queries.contact(ctx, changed.id), errors: [] };
  }
}
