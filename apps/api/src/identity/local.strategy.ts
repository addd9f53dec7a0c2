import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import { Env } from '../config/env';
import type { RequestWithContext } from '../core/context';
import { readCookie } from './session-cookie';
import { SignIn, type SignedInUser } from './sign-in.service';

/** Passport's strategy for e-mail address and password; all rules are those of `SignIn`. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(
    private readonly signIn: SignIn,
    private readonly env: Env,
  ) {
    super({ usernameField: 'email', passwordField: 'password', passReqToCallback: true, session: false });
  }

  validate(request: RequestWithContext, email: string, password: string): Promise<SignedInUser> {
    const { code } = request.body as { code?: unknown };
    return this.signIn.verify(request.ctx, {
      email,
      password,
      code: typeof code === 'string' && code !== '' ? code.slice(0, 40) : null,
      ip: request.ip ?? '',
      deviceMark: readCookie(this.env, request.headers.cookie, 'device'),
    });
  }
}
