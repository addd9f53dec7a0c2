import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '../core/context';
import { MediaListNameType } from '../media/media.type';
import { Outlook } from './outlook.service';
import { BulletinOutlookType, EmbargoLiftType, OutlookSectionType } from './outlook.type';

const bulletinArg = () => Args('id', { type: () => ID, description: 'The bulletin.' });

/** What stands chosen for a bulletin and what an act would bring about. */
@Resolver()
export class OutlookResolver {
  constructor(private readonly outlook: Outlook) {}

  @Query(() => [MediaListNameType], {
    description: 'The lists that the bulletin goes to on release; for those at work on it.',
  })
  bulletinLists(@Ctx() ctx: RequestContext, @bulletinArg() id: string): Promise<MediaListNameType[]> {
    return this.outlook.lists(ctx, id);
  }

  @Query(() => BulletinOutlookType, {
    description: 'What would go out if the acting office stepped out; for those who may decline.',
  })
  bulletinDeclinePreview(@Ctx() ctx: RequestContext, @bulletinArg() id: string): Promise<BulletinOutlookType> {
    return this.outlook.withoutOffice(ctx, id);
  }

  @Query(() => [OutlookSectionType], {
    description: 'The words that the acting office last answered to; empty before its first answer.',
  })
  bulletinSignedSections(@Ctx() ctx: RequestContext, @bulletinArg() id: string): Promise<OutlookSectionType[]> {
    return this.outlook.signed(ctx, id);
  }

  @Query(() => EmbargoLiftType, { description: 'Who agreed that the embargo ends early; for those at work on it.' })
  bulletinEmbargoLift(@Ctx() ctx: RequestContext, @bulletinArg() id: string): Promise<EmbargoLiftType> {
    return this.outlook.embargoLift(ctx, id);
  }
}
