import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '../core/context';
import { OfficeUpdateInput } from './office.inputs';
import { OfficePayload } from './office.payloads';
import { OfficeType } from './office.type';
import { OfficeDepartures } from './office-departures.service';
import { Offices } from './offices.service';

@Resolver(() => OfficeType)
export class OfficesResolver {
  constructor(
    private readonly service: Offices,
    private readonly departures: OfficeDepartures,
  ) {}

  @Query(() => [OfficeType], { description: 'All 21 offices by protocol order. Everybody signed in sees them.' })
  offices(@Ctx() ctx: RequestContext): Promise<OfficeType[]> {
    return this.service.list(ctx);
  }

  @Query(() => OfficeType, { nullable: true, description: 'The office of that code, or null.' })
  office(
    @Ctx() ctx: RequestContext,
    @Args('code', { type: () => String, description: 'E.g. `edremit`.' }) code: string,
  ): Promise<OfficeType | null> {
    return this.service.get(ctx, code);
  }

  @Mutation(() => OfficePayload, { description: "By the office's press director or an operator." })
  async officeUpdate(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The office.' }) id: string,
    @Args('input', { type: () => OfficeUpdateInput, description: 'What to change.' }) input: OfficeUpdateInput,
  ): Promise<OfficePayload> {
    return { office: await this.service.update(ctx, id, input), errors: [] };
  }

  @Mutation(() => OfficePayload, { description: 'Lets an inactive office in, in shadow mode. By an operator.' })
  async officeActivate(
    @Ctx() ctx: RequestContext,
    @Args('code', { type: () => String, description: 'E.g. `karesi`.' }) code: string,
  ): Promise<OfficePayload> {
    return { office: await this.service.activate(ctx, code), errors: [] };
  }

  @Mutation(() => OfficePayload, {
    description: 'Ends shadow mode, once the office has signed the charter in force. By an operator.',
  })
  async officeAdmit(
    @Ctx() ctx: RequestContext,
    @Args('code', { type: () => String, description: 'E.g. `karesi`.' }) code: string,
  ): Promise<OfficePayload> {
    return { office: await this.service.admit(ctx, code), errors: [] };
  }

  @Mutation(() => OfficePayload, {
    description:
      'Lets an office go: its people act for it no more. Not while it leads bulletins in sign-off or scheduled. By an operator.',
  })
  async officeDeactivate(
    @Ctx() ctx: RequestContext,
    @Args('code', { type: () => String, description: 'E.g. `karesi`.' }) code: string,
  ): Promise<OfficePayload> {
    return { office: await this.departures.deactivate(ctx, code), errors: [] };
  }
}
