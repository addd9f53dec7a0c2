import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '../core/context';
import {
  BulletinTemplateCreateInput,
  BulletinTemplateType,
  BulletinTemplateUpdateInput,
} from './bulletin-template.type';
import { BulletinTemplates } from './bulletin-templates.service';
import { BulletinTemplatePayload } from './bulletin.payloads';

/** Starting texts of an office. */
@Resolver()
export class BulletinTemplatesResolver {
  constructor(private readonly templates: BulletinTemplates) {}

  @Query(() => [BulletinTemplateType], { description: 'Templates of the acting office.' })
  bulletinTemplates(@Ctx() ctx: RequestContext): Promise<BulletinTemplateType[]> {
    return this.templates.list(ctx);
  }

  @Mutation(() => BulletinTemplatePayload, { description: 'Keeps words as a template of the acting office.' })
  async bulletinTemplateCreate(
    @Ctx() ctx: RequestContext,
    @Args('input') input: BulletinTemplateCreateInput,
  ): Promise<BulletinTemplatePayload> {
    const { bulletinId, ...words } = input;
    const template = bulletinId
      ? await this.templates.createFrom(ctx, bulletinId, input.name)
      : await this.templates.create(ctx, words);
    return { template, errors: [] };
  }

  @Mutation(() => BulletinTemplatePayload, { description: 'Changes name, kind or words of a template.' })
  async bulletinTemplateUpdate(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: BulletinTemplateUpdateInput,
  ): Promise<BulletinTemplatePayload> {
    return { template: await this.templates.update(ctx, id, input), errors: [] };
  }

  @Mutation(() => BulletinTemplatePayload, { description: 'Removes a template of the acting office.' })
  async bulletinTemplateRemove(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<BulletinTemplatePayload> {
    await this.templates.remove(ctx, id);
    return { errors: [] };
  }
}
