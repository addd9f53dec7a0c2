import { Args, ID, Info, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { SectionKind } from '@domain/bulletins/bulletin';
import { inPageOrder } from '@domain/bulletins/section-hash';
import { seesWork } from '@domain/bulletins/bulletin-facts';
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Loaders, RequestContext } from '../core/context';
import type { Connection } from '../core/graphql/connection';
import { LoaderRegistry } from '../core/graphql/loaders';
import { isRequested } from '../core/graphql/requested-fields';
import { BulletinAftermath } from './bulletin-aftermath.service';
import { BulletinParticipation } from './bulletin-participation.service';
import { presentSection, type PresentedBulletin } from './bulletin-presenter';
import { BulletinPart, partFields } from './bulletin-select';
import { BulletinRelease } from './bulletin-release.service';
import { BulletinSignoff } from './bulletin-signoff.service';
import { BulletinsService } from './bulletins.service';
import { BulletinDesk } from './bulletin-desk.service';
import { BulletinTemplates } from './bulletin-templates.service';
import {
  BulletinApproveReleaseInput,
  BulletinCorrectInput,
  BulletinCreateInput,
  BulletinDeclineInput,
  BulletinFilterInput,
  BulletinInviteInput,
  BulletinListArgs,
  BulletinSignInput,
  BulletinUpdateInput,
  ReasonInput,
} from './bulletin.inputs';
import { BulletinPayload } from './bulletin.payloads';
import {
  BulletinConnectionType,
  BulletinSectionType,
  BulletinStateCountType,
  BulletinType,
  FindingType,
} from './bulletin.type';
import type { BulletinEntity } from './bulletin.entity';
import { sectionsByBulletinId } from './bulletins.loaders';
import { BulletinQueries } from './bulletins.queries';

/** Bulletins: lists, pages and the acts of their life. */
@Resolver(() => BulletinType)
export class BulletinsResolver {
  constructor(
    private readonly queries: BulletinQueries,
    private readonly bulletins: BulletinsService,
    private readonly participation: BulletinParticipation,
    private readonly signoff: BulletinSignoff,
    private readonly releases: BulletinRelease,
    private readonly aftermath: BulletinAftermath,
    private readonly desk: BulletinDesk,
    private readonly templates: BulletinTemplates,
  ) {}

  @Query(() => BulletinType, { nullable: true, description: 'One bulletin; null when the viewer may not know of it.' })
  bulletin(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BulletinType | null> {
    return this.queries.get(ctx, id, requestedParts(info, []));
  }

  @Query(() => BulletinConnectionType, { name: 'bulletins', description: 'Bulletins that the viewer may see.' })
  bulletinList(
    @Ctx() ctx: RequestContext,
    @Args() args: BulletinListArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<BulletinType>> {
    return this.queries.list(ctx, args, args.filter ?? null, args.orderBy, requestedParts(info, ['edges', 'node']));
  }

  @Query(() => Int, { description: 'How many bulletins the filter finds; ask only where it is shown.' })
  bulletinCount(
    @Ctx() ctx: RequestContext,
    @Args('filter', { type: () => BulletinFilterInput, nullable: true }) filter: BulletinFilterInput | null,
  ): Promise<number> {
    return this.queries.count(ctx, filter);
  }

  @Query(() => [BulletinStateCountType], {
    description: 'How many the filter finds in each state before the release; empty states are left out.',
  })
  bulletinStateCounts(
    @Ctx() ctx: RequestContext,
    @Args('filter', { type: () => BulletinFilterInput, nullable: true }) filter: BulletinFilterInput | null,
  ): Promise<BulletinStateCountType[]> {
    return this.queries.stateCounts(ctx, filter);
  }

  @Query(() => [FindingType], { description: 'What stands in the way of a release now.' })
  async bulletinFindings(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<FindingType[]> {
    const findings = await this.desk.findings(ctx, id);
    return findings.map(({ params, ...finding }) => ({
      ...finding,
      params: Object.entries(params).map(([name, value]) => `${name}=${value}`),
    }));
  }

  @ResolveField(() => [BulletinSectionType], {
    description: 'Its sections in page order; empty for readers who do not work on it.',
  })
  async sections(
    @Parent() bulletin: PresentedBulletin,
    @Ctx() ctx: RequestContext,
    @Loaders() loaders: LoaderRegistry,
  ): Promise<BulletinSectionType[]> {
    if (!seesWork(ctx.actor, bulletin.facts)) return [];
    const rows = bulletin.written ?? (await loaders.of(sectionsByBulletinId).load(bulletin.id));
    const offices = [bulletin.facts.leadOfficeId, ...bulletin.facts.participants.map(({ officeId }) => officeId)];
    return inPageOrder(rows, offices).map((section) => presentSection(ctx.actor, bulletin.facts, section));
  }

  @Mutation(() => BulletinPayload, { description: 'Begins a draft of the acting office.' })
  async bulletinCreate(
    @Ctx() ctx: RequestContext,
    @Args('input') input: BulletinCreateInput,
  ): Promise<BulletinPayload> {
    const template = input.templateId ? await this.templates.get(ctx, input.templateId) : null;
    const sections = template?.sections.map(({ kind, content }) => ({
      kind,
      content,
      officeId: kind === SectionKind.OFFICE ? ctx.actor.officeId : null,
    }));
    return this.answer(
      ctx,
      this.bulletins.create(ctx, {
        kind: template?.kind ?? input.kind,
        ...(input.headline ? { headline: input.headline } : {}),
        ...(sections ? { sections } : {}),
        officeIds: input.officeIds,
      }),
    );
  }

  @Mutation(() => BulletinPayload, { description: 'Changes kind, tags, embargo or schedule.' })
  bulletinUpdate(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: BulletinUpdateInput,
  ): Promise<BulletinPayload> {
    return this.answer(ctx, this.bulletins.update(ctx, id, input));
  }

  @Mutation(() => BulletinPayload, { description: 'Shows the draft to the invited offices.' })
  bulletinShare(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string): Promise<BulletinPayload> {
    return this.answer(ctx, this.bulletins.share(ctx, id));
  }

  @Mutation(() => BulletinPayload, { description: 'Asks offices to take part.' })
  bulletinInvite(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: BulletinInviteInput,
  ): Promise<BulletinPayload> {
    return this.answer(ctx, this.bulletins.invite(ctx, id, input.officeIds));
  }

  @Mutation(() => BulletinPayload, { description: 'Takes part in the bulletin.' })
  bulletinAccept(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string): Promise<BulletinPayload> {
    return this.answer(ctx, this.participation.accept(ctx, id));
  }

  @Mutation(() => BulletinPayload, { description: 'Steps out; the edition is derived without the office.' })
  bulletinDecline(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('input', { type: () => BulletinDeclineInput, nullable: true }) input: BulletinDeclineInput | null,
  ): Promise<BulletinPayload> {
    return this.answer(ctx, this.participation.decline(ctx, id, input?.reason ?? null));
  }

  @Mutation(() => BulletinPayload, { description: 'Offers the text for signature; deadlines run from here.' })
  bulletinSubmit(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string): Promise<BulletinPayload> {
    return this.answer(ctx, this.bulletins.submit(ctx, id));
  }

  @Mutation(() => BulletinPayload, { description: 'Takes the text back to writing.' })
  bulletinReopen(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string): Promise<BulletinPayload> {
    return this.answer(ctx, this.bulletins.reopen(ctx, id));
  }

  @Mutation(() => BulletinPayload, { description: 'Notes that the office has looked at it.' })
  bulletinMarkSeen(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string): Promise<BulletinPayload> {
    return this.answer(ctx, this.signoff.seen(ctx, id));
  }

  @Mutation(() => BulletinPayload, { description: 'Signs, for the acting office, exactly the words that were shown.' })
  bulletinSign(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: BulletinSignInput,
  ): Promise<BulletinPayload> {
    return this.answer(ctx, this.signoff.sign(ctx, id, input.hash));
  }

  @Mutation(() => BulletinPayload, { description: 'Sends the text back with a reason.' })
  bulletinReturn(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: ReasonInput,
  ): Promise<BulletinPayload> {
    return this.answer(ctx, this.signoff.return(ctx, id, input.reason));
  }

  @Mutation(() => BulletinPayload, { description: "Takes the office's signature back." })
  bulletinWithdrawSignature(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<BulletinPayload> {
    return this.answer(ctx, this.signoff.withdraw(ctx, id));
  }

  @Mutation(() => BulletinPayload, { description: 'Approves the release: numbered, frozen, out at its instant.' })
  bulletinApproveRelease(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: BulletinApproveReleaseInput,
  ): Promise<BulletinPayload> {
    return this.answer(ctx, this.releases.approve(ctx, id, input.expectedVersion));
  }

  @Mutation(() => BulletinPayload, { description: 'Takes the approval of the release back.' })
  bulletinUnschedule(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string): Promise<BulletinPayload> {
    return this.answer(ctx, this.releases.unschedule(ctx, id));
  }

  @Mutation(() => BulletinPayload, {
    description: 'Agrees that the embargo ends now; it ends when lead and a partner agree.',
  })
  bulletinLiftEmbargo(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<BulletinPayload> {
    return this.answer(ctx, this.releases.liftEmbargo(ctx, id));
  }

  @Mutation(() => BulletinPayload, { description: 'Takes a released text back with a reason that readers see.' })
  bulletinWithdraw(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: ReasonInput,
  ): Promise<BulletinPayload> {
    return this.answer(ctx, this.aftermath.withdraw(ctx, id, input.reason));
  }

  @Mutation(() => BulletinPayload, {
    description: 'Begins the correction of a released text; answers the new bulletin.',
  })
  bulletinCorrect(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: BulletinCorrectInput,
  ): Promise<BulletinPayload> {
    return this.answer(ctx, this.aftermath.correct(ctx, id, input.note));
  }

  @Mutation(() => BulletinPayload, { description: 'Gives it up before its release.' })
  bulletinDiscard(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string): Promise<BulletinPayload> {
    return this.answer(ctx, this.bulletins.discard(ctx, id));
  }

  @Mutation(() => BulletinPayload, { description: 'Takes one that was given up back to writing.' })
  bulletinRestore(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string): Promise<BulletinPayload> {
    return this.answer(ctx, this.bulletins.restore(ctx, id));
  }

  @Mutation(() => BulletinPayload, {
    description: 'A new draft of the acting office with the same words; answers the new one.',
  })
  bulletinDuplicate(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string): Promise<BulletinPayload> {
    return this.answer(ctx, this.bulletins.duplicate(ctx, id));
  }

  private async answer(ctx: RequestContext, act: Promise<BulletinEntity>): Promise<BulletinPayload> {
    const { id } = await act;
    return { bulletin: await this.queries.get(ctx, id), errors: [] };
  }
}

/** The parts of bulletins that the operation asks for at `path` below the resolved field. */
function requestedParts(info: GraphQLResolveInfo, path: readonly string[]): BulletinPart[] {
  return Object.values(BulletinPart).filter((part) =>
    partFields[part].some((field) => isRequested(info, [...path, field])),
  );
}
