import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsEnum, IsOptional, IsUUID } from 'class-validator';
import { BulletinQueries } from '../bulletins/bulletins.queries';
import { Ctx, RequestContext } from '../core/context';
import { DeliveryState } from '../core/delivery/delivery.entity';
import { PageArgs, type Connection } from '../core/graphql/connection';
import { Distribution } from './distribution.service';
import { DistributionRecipients } from './distribution-recipients.service';
import { DistributionTexts } from './distribution-texts.service';
import { DistributionTable } from './distribution-table.service';
import {
  BulletinChooseListsInput,
  BulletinDistributionPayload,
  BulletinRecipientsType,
  BulletinTextsType,
  DeliveryConnectionType,
  DeliverySummaryType,
  DeliveryType,
  MailPreviewType,
  OfficeRenewDkimKeyPayload,
} from './distribution.type';
import { Senders } from './senders.service';

@ArgsType()
class DeliveriesArgs extends PageArgs {
  @Field(() => ID, { description: 'The bulletin.' })
  @IsUUID()
  id: string;

  @Field(() => DeliveryState, { nullable: true, description: 'Only those in this state; absent: all.' })
  @IsOptional()
  @IsEnum(DeliveryState)
  state: DeliveryState | null = null;
}

/** Servis of a bulletin: lists, previews, a test, and what became of every mail. */
@Resolver()
export class DistributionResolver {
  constructor(
    private readonly distribution: Distribution,
    private readonly recipients: DistributionRecipients,
    private readonly table: DistributionTable,
    private readonly bulletins: BulletinQueries,
    private readonly senders: Senders,
    private readonly texts: DistributionTexts,
  ) {}

  @Query(() => BulletinRecipientsType, {
    description: 'Whom the lists of a bulletin reach now, and whom it leaves out.',
  })
  bulletinRecipients(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<BulletinRecipientsType> {
    return this.recipients.preview(ctx, id);
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
    return this.table.list(ctx, args.id, args.state, args);
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
    description: 'Leaves a recipient out of this bulletin alone; the lists stay as they are.',
  })
  async bulletinRecipientExclude(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('contactId', { type: () => ID }) contactId: string,
  ): Promise<BulletinDistributionPayload> {
    await this.recipients.exclude(ctx, id, contactId);
    return { bulletin: await this.bulletins.get(ctx, id), errors: [] };
  }

  @Mutation(() => BulletinDistributionPayload, { description: 'Takes back that a recipient is left out.' })
  async bulletinRecipientInclude(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('contactId', { type: () => ID }) contactId: string,
  ): Promise<BulletinDistributionPayload> {
    await this.recipients.include(ctx, id, contactId);
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
