import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { seesWork } from '@domain/bulletins/bulletin-facts';
import { Ctx, Loaders, RequestContext } from '../core/context';
import type { LoaderRegistry } from '../core/graphql/loaders';
import { CharterType } from '../offices/charter.type';
import { charterById } from '../offices/charters.loaders';
import type { PresentedBulletin } from './bulletin-presenter';
import { BulletinType } from './bulletin.type';

/** The version under which the running round of each bulletin began; null before it is offered for signature. */
const charterIdByBulletinId = (ctx: RequestContext): DataLoader<string, string | null> =>
  new DataLoader(async (ids) => {
    const rows: { id: string; charterId: string | null }[] = await ctx.db.query(
      'select id, charter_id as "charterId" from bulletins where id = any($1)',
      [ids],
    );
    return ids.map((id) => rows.find((row) => row.id === id)?.charterId ?? null);
  });

/** The rules that a bulletin's sign-off is judged by. */
@Resolver(() => BulletinType)
export class BulletinCharterResolver {
  @ResolveField(() => CharterType, {
    nullable: true,
    description:
      'The version of the charter that its sign-off is judged by: the one in force when it was offered. Null before that, and to readers who do not work on it.',
  })
  async charter(
    @Parent() bulletin: PresentedBulletin,
    @Ctx() ctx: RequestContext,
    @Loaders() loaders: LoaderRegistry,
  ): Promise<CharterType | null> {
    if (!seesWork(ctx.actor, bulletin.facts)) return null;
    const charterId = await loaders.of(charterIdByBulletinId).load(bulletin.id);
    return charterId ? loaders.of(charterById).load(charterId) : null;
  }
}
