import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '../core/context';
import { Public } from '../core/public.decorator';
import { Acceptance } from './acceptance.service';
import { DeputyshipGrantInput } from './deputyship.inputs';
import { DeputyshipType } from './deputyship.type';
import { Deputyships } from './deputyships.service';
import { Invitations } from './invitations.service';
import { InvitationAcceptInput, MemberChangeInput, OfficePeopleArgs, UserInviteInput } from './member.inputs';
import { DeputyshipPayload, InvitationPayload, MemberPayload, UserPayload } from './member.payloads';
import { Members } from './members.service';
import { InvitationType, MemberType } from './user.type';

const idArg = { type: () => ID, description: 'Which one.' };

/** The people of an office: members, invitations, deputies. */
@Resolver(() => MemberType)
export class MembersResolver {
  constructor(
    private readonly service: Members,
    private readonly invitationsService: Invitations,
    private readonly acceptance: Acceptance,
    private readonly deputyshipsService: Deputyships,
  ) {}

  @Query(() => [MemberType], {
    description: 'People of an office by name, former ones too; for the office and operators.',
  })
  members(@Ctx() ctx: RequestContext, @Args() { officeId }: OfficePeopleArgs): Promise<MemberType[]> {
    return this.service.list(ctx, officeId);
  }

  @Query(() => [InvitationType], { description: 'Open invitations, newest first, up to 200; for who may invite.' })
  invitations(@Ctx() ctx: RequestContext, @Args() { officeId }: OfficePeopleArgs): Promise<InvitationType[]> {
    return this.invitationsService.list(ctx, officeId);
  }

  @Query(() => [DeputyshipType], { description: 'Deputyships, newest first; for the office and operators.' })
  deputyships(@Ctx() ctx: RequestContext, @Args() { officeId }: OfficePeopleArgs): Promise<DeputyshipType[]> {
    return this.deputyshipsService.list(ctx, officeId);
  }

  @Mutation(() => InvitationPayload, { description: 'Mails a link, good once and for seven days.' })
  async userInvite(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => UserInviteInput, description: 'Whom, where, as what.' }) input: UserInviteInput,
  ): Promise<InvitationPayload> {
    return { invitation: await this.invitationsService.invite(ctx, input), errors: [] };
  }

  @Mutation(() => InvitationPayload, {
    description: 'Mails an open invitation anew; its former link is worthless. Answers the new invitation.',
  })
  async invitationResend(@Ctx() ctx: RequestContext, @Args('id', idArg) id: string): Promise<InvitationPayload> {
    return { invitation: await this.invitationsService.resend(ctx, id), errors: [] };
  }

  @Mutation(() => InvitationPayload, { description: 'Makes an open invitation worthless.' })
  async invitationRevoke(@Ctx() ctx: RequestContext, @Args('id', idArg) id: string): Promise<InvitationPayload> {
    return { invitation: await this.invitationsService.revoke(ctx, id), errors: [] };
  }

  @Public()
  @Mutation(() => UserPayload, { description: 'Accepts an invitation by its link; then one signs in.' })
  async invitationAccept(
    @Ctx() ctx: RequestContext,
    @Args('token', { type: () => String, description: 'From the link.' }) token: string,
    @Args('input', { type: () => InvitationAcceptInput, description: 'For a new account.' })
    input: InvitationAcceptInput,
  ): Promise<UserPayload> {
    return { user: await this.acceptance.byLink(ctx, token, input), errors: [] };
  }

  @Mutation(() => MemberPayload, { description: 'Changes role, title or last day; by the press director.' })
  async memberChange(
    @Ctx() ctx: RequestContext,
    @Args('id', idArg) id: string,
    @Args('input', { type: () => MemberChangeInput, description: 'What changes.' }) input: MemberChangeInput,
  ): Promise<MemberPayload> {
    return { member: await this.service.change(ctx, id, input), errors: [] };
  }

  @Mutation(() => MemberPayload, { description: 'Ends a membership at once.' })
  async memberEnd(@Ctx() ctx: RequestContext, @Args('id', idArg) id: string): Promise<MemberPayload> {
    return { member: await this.service.end(ctx, id), errors: [] };
  }

  @Mutation(() => UserPayload, { description: 'Shuts a person out at once. By an operator.' })
  async userSuspend(@Ctx() ctx: RequestContext, @Args('id', idArg) id: string): Promise<UserPayload> {
    return { user: await this.service.suspend(ctx, id), errors: [] };
  }

  @Mutation(() => UserPayload, { description: 'Lets a suspended person in again. By an operator.' })
  async userRestore(@Ctx() ctx: RequestContext, @Args('id', idArg) id: string): Promise<UserPayload> {
    return { user: await this.service.restore(ctx, id), errors: [] };
  }

  @Mutation(() => DeputyshipPayload, { description: 'Names a deputy for dates; by the press director.' })
  async deputyshipGrant(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => DeputyshipGrantInput, description: 'Who, what, when.' }) input: DeputyshipGrantInput,
  ): Promise<DeputyshipPayload> {
    return { deputyship: await this.deputyshipsService.grant(ctx, input), errors: [] };
  }

  @Mutation(() => DeputyshipPayload, { description: 'Ends a deputyship early; by who granted it.' })
  async deputyshipRevoke(@Ctx() ctx: RequestContext, @Args('id', idArg) id: string): Promise<DeputyshipPayload> {
    return { deputyship: await this.deputyshipsService.revoke(ctx, id), errors: [] };
  }
}
