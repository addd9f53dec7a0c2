import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { BulletinQueries } from '../bulletins/bulletins.queries';
import { Ctx, RequestContext } from '../core/context';
import { PageArgs, type Connection } from '../core/graphql/connection';
import { Distribution } from './distribution.service';
import { DistributionTexts } from './distribution-texts.service';
import { DistributionTable } from './distribution-table.service';
import {
  BulletinChooseListsInput,
  BulletinDistributionPayload,
  BulletinTextsType,
  DeliveryConnectionType,
  DeliverySummaryType,
  DeliveryType,
  DistributionRecipientType,
  MailPreviewType,
  OfficeRenewDkimKeyPayload,
} from './distribution.type';
import { Senders } from './senders.service';

@ArgsType()
class DeliveriesArgs extends PageArgs {
  @Field(() => ID, { description: 'The bulletin.' })
  @IsUUID()
  id: string;
}

/** Servis of a bulletin: lists, previews, a test, and what became of every mail. */
@Resolver()
export class DistributionResolver {
  constructor(
    private readonly distribution: Distribution,
    private readonly table: DistributionTable,
    private readonly bulletins: BulletinQueries,
    private readonly senders: Senders,
    private readonly texts: DistributionTexts,
  ) {}

  @Query(() => [DistributionRecipientType], { description: 'Who would get the bulletin now, each address once.' })
  bulletinRecipients(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<DistributionRecipientType[]> {
    return this.distribution.preview(ctx, id);
  }

  @Query(() => MailPreviewType, { description: 'The mail as it would go out now.' })
  bulletinMailPreview(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<MailPreviewType> {
    return this.distribution.previewMail(ctx, id);
  }

  @Query(() => BulletinTextsType, { description: 'The bulletin as texts to paste; for those at work on it.' })
  async bulletinTexts(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<BulletinTextsType> {
    return this.texts.of(await this.distribution.wordsNow(ctx, id));
  }

  @Query(() => DeliveryConnectionType, { description: 'What became of every mail of the bulletin, by address.' })
  bulletinDeliveries(@Ctx() ctx: RequestContext, @Args() args: DeliveriesArgs): Promise<Connection<DeliveryType>> {
    return this.table.list(ctx, args.id, args);
  }

  @Query(() => DeliverySummaryType, { description: 'How the distribution of the bulletin stands.' })
  bulletinDeliverySummary(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<DeliverySummaryType> {
    return this.table.summary(ctx, id);
  }

  @Mutation(() => BulletinDistributionPayload, {
    description: 'Chooses the lists that the bulletin goes to on release.',
  })
  async bulletinChooseLists(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: BulletinChooseListsInput,
  ): Promise<BulletinDistributionPayload> {
    await this.distribution.chooseLists(ctx, id, input.listIds);
    return { bulletin: await this.bulletins.get(ctx, id), errors: [] };
  }

  @Mutation(() => BulletinDistributionPayload, {
    description: 'Mails the bulletin to the viewer alone, marked as a test.',
  })
  async bulletinSendTest(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<BulletinDistributionPayload> {
    await this.distribution.sendTest(ctx, id);
    return { bulletin: await this.bulletins.get(ctx, id), errors: [] };
  }

  @Mutation(() => OfficeRenewDkimKeyPayload, { description: 'Makes a new DKIM key for an office.' })
  async officeRenewDkimKey(
    @Ctx() ctx: RequestContext,
    @Args('officeId', { type: () => ID }) officeId: string,
  ): Promise<OfficeRenewDkimKeyPayload> {
    return { key: await this.senders.renewKey(ctx, officeId), errors: [] };
  }
}
