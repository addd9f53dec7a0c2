import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Env } from '../config/env';
import { Ctx, RequestContext, type GraphqlContext } from '../core/context';
import { Public } from '../core/public.decorator';
import { CodeArgs, PasswordChangeInput, PasswordResetArgs, ViewerProfileUpdateInput } from './account.inputs';
import { DonePayload, TwoFactorConfirmPayload, TwoFactorStartPayload, ViewerPayload } from './account.payloads';
import { ViewerType } from './account.type';
import { Account } from './account.service';
import { PasswordReset } from './password-reset.service';
import { cookieHeader } from './session-cookie';
import { sessionSeconds } from './sessions.service';
import { TwoFactor } from './two-factor.service';
import { Viewers } from './viewer.service';

/** The own account: who one is, password, second factor. */
@Resolver(() => ViewerType)
export class AccountResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly account: Account,
    private readonly resets: PasswordReset,
    private readonly twoFactor: TwoFactor,
    private readonly env: Env,
  ) {}

  @Query(() => ViewerType, { description: 'Who asks.' })
  viewer(@Ctx() ctx: RequestContext): Promise<ViewerType> {
    return this.viewers.get(ctx);
  }

  @Mutation(() => ViewerPayload, { description: "Changes the viewer's own name or language." })
  async viewerProfileUpdate(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => ViewerProfileUpdateInput, description: 'What to change.' })
    input: ViewerProfileUpdateInput,
  ): Promise<ViewerPayload> {
    await this.account.updateProfile(ctx, input);
    return { viewer: await this.viewers.get(ctx), errors: [] };
  }

  @Mutation(() => DonePayload, { description: 'Sets a new password; ends all other sessions.' })
  async passwordChange(
    @Ctx() ctx: RequestContext,
    @Context() { req }: GraphqlContext,
    @Args('input', { type: () => PasswordChangeInput, description: 'Both passwords.' }) input: PasswordChangeInput,
  ): Promise<DonePayload> {
    const secret = await this.account.changePassword(ctx, input.currentPassword, input.newPassword);
    req?.res?.append('Set-Cookie', cookieHeader(this.env, 'session', secret, sessionSeconds));
    return { isDone: true, errors: [] };
  }

  @Public()
  @Mutation(() => DonePayload, { description: 'Mails a link if there is such an account; always says done.' })
  async passwordResetRequest(
    @Ctx() ctx: RequestContext,
    @Context() { req }: GraphqlContext,
    @Args('email', { type: () => String, description: 'Address of the account.' }) email: string,
  ): Promise<DonePayload> {
    await this.resets.request(ctx, email, req?.ip ?? '');
    return { isDone: true, errors: [] };
  }

  @Public()
  @Mutation(() => DonePayload, { description: 'Sets a new password by a mailed link; ends all sessions and tokens.' })
  async passwordReset(@Ctx() ctx: RequestContext, @Args() args: PasswordResetArgs): Promise<DonePayload> {
    await this.resets.reset(ctx, args.token, args.newPassword);
    return { isDone: true, errors: [] };
  }

  @Mutation(() => TwoFactorStartPayload, { description: 'A new secret for an authenticator app, to be confirmed.' })
  async twoFactorStart(@Ctx() ctx: RequestContext): Promise<TwoFactorStartPayload> {
    return { ...(await this.twoFactor.start(ctx)), errors: [] };
  }

  @Mutation(() => TwoFactorConfirmPayload, { description: 'Turns the second factor on by a first code.' })
  async twoFactorConfirm(@Ctx() ctx: RequestContext, @Args() { code }: CodeArgs): Promise<TwoFactorConfirmPayload> {
    return { recoveryCodes: await this.twoFactor.confirm(ctx, code), errors: [] };
  }

  @Mutation(() => DonePayload, { description: 'Turns the second factor off by a code or a recovery code.' })
  async twoFactorDisable(@Ctx() ctx: RequestContext, @Args() { code }: CodeArgs): Promise<DonePayload> {
    await this.twoFactor.disable(ctx, code);
    return { isDone: true, errors: [] };
  }
}
