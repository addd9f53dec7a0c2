import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { RequestContexts } from '../core/request-contexts';
import { AuthController } from './auth.controller';
import { LocalStrategy } from './local.strategy';
import { SameSiteGuard } from './same-site.guard';
import { SecondFactor } from './second-factor.service';
import { SecretBox } from './secret-box';
import { SessionContexts } from './session-contexts.service';
import { Sessions } from './sessions.service';
import { SignIn } from './sign-in.service';
import { Throttles } from './throttles.service';
import { TokenScopeGuard } from './token-scope.guard';

/** Who somebody is and for which office they act. Global: the frame asks it for the context of every request. */
@Global()
@Module({
  imports: [PassportModule],
  controllers: [AuthController],
  providers: [
    { provide: RequestContexts, useClass: SessionContexts },
    { provide: APP_GUARD, useClass: SameSiteGuard },
    { provide: APP_GUARD, useClass: TokenScopeGuard },
    SecretBox,
    Throttles,
    SecondFactor,
    SignIn,
    Sessions,
    LocalStrategy,
  ],
  exports: [RequestContexts, SecretBox],
})
export class IdentityModule {}
