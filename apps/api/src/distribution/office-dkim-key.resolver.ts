import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { In } from 'typeorm';
import { OfficeAct } from '@domain/identity/identity.policy';
import { Loaders, type RequestContext } from '../core/context';
import { DkimKeyEntity } from '../core/delivery/dkim-key.entity';
import type { LoaderRegistry } from '../core/graphql/loaders';
import { OfficeType } from '../offices/office.type';
import { DkimKeyType } from './distribution.type';

const keyByOfficeId = (ctx: RequestContext): DataLoader<string, DkimKeyEntity | null> =>
  new DataLoader(async (ids) => {
    const keys = await ctx.db.find(DkimKeyEntity, {
      select: { officeId: true, domain: true, selector: true, dnsRecord: true, createdAt: true },
      where: { officeId: In([...ids]) },
    });
    return ids.map((id) => keys.find(({ officeId }) => officeId === id) ?? null);
  });

/** What the DNS of an office must say, for those who keep its profile. */
@Resolver(() => OfficeType)
export class OfficeDkimKeyResolver {
  @ResolveField(() => DkimKeyType, {
    nullable: true,
    description: 'The key that its mails are signed with; null without one, and to those who may not renew it.',
  })
  async dkimKey(@Parent() office: OfficeType, @Loaders() loaders: LoaderRegistry): Promise<DkimKeyType | null> {
    return office.viewerCan.includes(OfficeAct.EDIT_PROFILE) ? loaders.of(keyByOfficeId).load(office.id) : null;
  }
}
