import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Env } from '../config/env';
import { Ctx, RequestContext, type GraphqlContext } from '../core/context';
import { ApiTokenCreateInput } from './account.inputs';
import { ApiTokenCreatePayload, ApiTokenPayload, ViewerPayload } from './account.payloads';
import { SessionType } from './account.type';
import { cookieHeader } from './session-cookie';
import { Sessions } from './sessions.service';
import { Tokens } from './tokens.service';
import { Viewers } from './viewer.service';

/** The own sessions and personal tokens. */
@Resolver(() => SessionType)
export class SessionsResolver {
  constructor(
    private readonly sessions: Sessions,
    private readonly tokens: Tokens,
    private readonly viewers: Viewers,
    private readonly env: Env,
  ) {}

  @Mutation(() => ViewerPayload, { description: "Ends a session of one's own; ending the running one signs out." })
  async sessionRevoke(
    @Ctx() ctx: RequestContext,
    @Context() { req }: GraphqlContext,
    @Args('id', { type: () => ID, description: 'The session.' }) id: string,
  ): Promise<ViewerPayload> {
    await this.sessions.revoke(ctx, id);
    if (id === ctx.sessionId) req?.res?.append('Set-Cookie', cookieHeader(this.env, 'session', '', 0));
    return { viewer: await this.viewers.get(ctx), errors: [] };
  }

  @Mutation(() => ViewerPayload, { description: 'Acts for another office of the viewer from the next request on.' })
  async sessionSwitchOffice(
    @Ctx() ctx: RequestContext,
    @Args('officeId', { type: () => ID, description: 'An office that the viewer belongs to.' }) officeId: string,
  ): Promise<ViewerPayload> {
    await this.sessions.switchOffice(ctx, officeId);
    return { viewer: await this.viewers.get(ctx), errors: [] };
  }

  @Mutation(() => ApiTokenCreatePayload, { description: 'Makes a personal token and shows its secret this once.' })
  async apiTokenCreate(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => ApiTokenCreateInput, description: 'What it is for.' }) input: ApiTokenCreateInput,
  ): Promise<ApiTokenCreatePayload> {
    return { ...(await this.tokens.create(ctx, input)), errors: [] };
  }

  @Mutation(() => ApiTokenPayload, { description: 'Ends a token at once.' })
  async apiTokenRevoke(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The token.' }) id: string,
  ): Promise<ApiTokenPayload> {
    return { apiToken: await this.tokens.revoke(ctx, id), errors: [] };
  }
}
