import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Length, MaxLength } from 'class-validator';
import { ArgsType, Field } from '@nestjs/graphql';
import { Ctx, RequestContext } from '../core/context';
import { CharterProposeInput } from './charter.inputs';
import { CharterPayload } from './charter.payloads';
import { CharterType } from './charter.type';
import { Charters } from './charters.service';

@ArgsType()
class CharterReturnArgs {
  @Field(() => ID, { description: 'The proposed version.' })
  @MaxLength(64)
  id: string;

  @Field(() => String, { description: 'Why, 3 to 2,000 characters; every office reads it.' })
  @Length(3, 2_000)
  reason: string;
}

@Resolver(() => CharterType)
export class ChartersResolver {
  constructor(private readonly service: Charters) {}

  @Query(() => CharterType, { nullable: true, description: 'The version in force; for members of offices.' })
  charter(@Ctx() ctx: RequestContext): Promise<CharterType | null> {
    return this.service.inForce(ctx);
  }

  @Query(() => [CharterType], { description: 'All versions, newest first; for members of offices.' })
  charters(@Ctx() ctx: RequestContext): Promise<CharterType[]> {
    return this.service.list(ctx);
  }

  @Mutation(() => CharterPayload, { description: 'Proposes new rules to all active offices.' })
  async charterPropose(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => CharterProposeInput, description: 'The rules.' }) input: CharterProposeInput,
  ): Promise<CharterPayload> {
    return { charter: await this.service.propose(ctx, input), errors: [] };
  }

  @Mutation(() => CharterPayload, { description: 'Signs for the office acted for.' })
  async charterSign(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The version.' }) id: string,
    @Args('hash', { type: () => String, description: 'The hash of the rules that were read.' }) hash: string,
  ): Promise<CharterPayload> {
    return { charter: await this.service.sign(ctx, id, hash), errors: [] };
  }

  @Mutation(() => CharterPayload, { description: 'Returns the proposed version with a reason.' })
  async charterReturn(@Ctx() ctx: RequestContext, @Args() { id, reason }: CharterReturnArgs): Promise<CharterPayload> {
    return { charter: await this.service.giveBack(ctx, id, reason), errors: [] };
  }

  @Mutation(() => CharterPayload, { description: "Takes the office's own signature back." })
  async charterSignatureWithdraw(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The proposed version.' }) id: string,
  ): Promise<CharterPayload> {
    return { charter: await this.service.withdrawSignature(ctx, id), errors: [] };
  }

  @Mutation(() => CharterPayload, { description: 'Takes the proposal back, by the office that made it.' })
  async charterWithdraw(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The proposed version.' }) id: string,
  ): Promise<CharterPayload> {
    return { charter: await this.service.withdraw(ctx, id), errors: [] };
  }
}
