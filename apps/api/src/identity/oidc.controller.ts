import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Env } from '../config/env';
import { Ctx, RequestContext } from '../core/context';
import { Public } from '../core/public.decorator';
import { networkOf } from './network';
import { Oidc, oidcStateSeconds } from './oidc.service';
import { cookieHeader, readCookie } from './session-cookie';
import { Sessions, sessionSeconds } from './sessions.service';
import { Throttles, type Throttle } from './throttles.service';

const perAddress: Throttle = { name: 'oidc-address', limit: 100, windowSeconds: 15 * 60 };

/** The two stops of a sign-in at a directory; both are visited by the browser itself. */
@Controller('auth/oidc')
export class OidcController {
  constructor(
    private readonly oidc: Oidc,
    private readonly sessions: Sessions,
    private readonly throttles: Throttles,
    private readonly env: Env,
  ) {}

  @Public()
  @Get('start')
  async start(
    @Ctx() ctx: RequestContext,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Query('invitation') invitation: unknown,
  ): Promise<void> {
    await this.throttles.take(ctx, perAddress, networkOf(request.ip ?? ''));
    const { url, state } = await this.oidc.start(ctx, typeof invitation === 'string' ? invitation.slice(0, 100) : null);
    response.append('Set-Cookie', cookieHeader(this.env, 'oidc', state, oidcStateSeconds));
    response.setHeader('Cache-Control', 'no-store');
    response.redirect(302, url);
  }

  @Public()
  @Get('callback')
  async callback(
    @Ctx() ctx: RequestContext,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    response.append('Set-Cookie', cookieHeader(this.env, 'oidc', '', 0));
    response.setHeader('Cache-Control', 'no-store');
    const [, query = ''] = request.originalUrl.split(/\?(.*)/s);
    const userId = await this.oidc.finish(ctx, `?${query}`, readCookie(this.env, request.headers.cookie, 'oidc'));
    const visit = { ip: request.ip ?? '', userAgent: request.get('user-agent') ?? '' };
    const { secret } = await this.sessions.open(ctx, userId, visit, 'DIRECTORY');
    response.append('Set-Cookie', cookieHeader(this.env, 'session', secret, sessionSeconds));
    response.redirect(302, `${this.env.BASE_URL}/`);
  }
}
