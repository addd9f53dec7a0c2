import { Controller, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Env } from '../config/env';
import { Ctx, RequestContext } from '../core/context';
import { Public } from '../core/public.decorator';
import { deviceSeconds, newDeviceMark } from './device';
import { LocalAuthGuard } from './local-auth.guard';
import { SecretBox } from './secret-box';
import { cookieHeader } from './session-cookie';
import { Sessions, sessionSeconds } from './sessions.service';
import type { SignedInUser } from './sign-in.service';

/** Sign-in and sign-out of browsers. JSON in, JSON out; the session itself travels in a cookie that no script reads. */
@Controller('auth')
export class AuthController {
  constructor(
    private readonly sessions: Sessions,
    private readonly box: SecretBox,
    private readonly env: Env,
  ) {}

  @Public()
  @UseGuards(LocalAuthGuard)
  @HttpCode(200)
  @Post('sign-in')
  async signIn(
    @Ctx() ctx: RequestContext,
    @Req() request: Request & { user: SignedInUser },
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ user: SignedInUser }> {
    const { user } = request;
    const visit = { ip: request.ip ?? '', userAgent: request.get('user-agent') ?? '' };
    const { secret } = await this.sessions.open(ctx, user.id, visit, 'PASSWORD');
    response.append('Set-Cookie', cookieHeader(this.env, 'session', secret, sessionSeconds));
    response.append('Set-Cookie', cookieHeader(this.env, 'device', newDeviceMark(this.box, user.email), deviceSeconds));
    response.setHeader('Cache-Control', 'no-store');
    return { user: { id: user.id, email: user.email, name: user.name } };
  }

  @Public()
  @HttpCode(204)
  @Post('sign-out')
  async signOut(@Ctx() ctx: RequestContext, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.signOut(ctx);
    response.append('Set-Cookie', cookieHeader(this.env, 'session', '', 0));
    response.setHeader('Clear-Site-Data', '"cache", "storage"');
  }
}
