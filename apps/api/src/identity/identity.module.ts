import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { RequestContexts } from '../core/request-contexts';
import { OfficesModule } from '../offices/offices.module';
import { Acceptance } from './acceptance.service';
import { AccountResolver } from './account.resolver';
import { Account } from './account.service';
import { Actors } from './actors.service';
import { AuthController } from './auth.controller';
import { Deputyships } from './deputyships.service';
import { FirstOperator } from './first-operator.service';
import { Invitations } from './invitations.service';
import { LocalStrategy } from './local.strategy';
import { MembersResolver } from './members.resolver';
import { Members } from './members.service';
import { OidcController } from './oidc.controller';
import { Oidc } from './oidc.service';
import { OwnAccountThrottle } from './own-account-throttle';
import { PasswordReset } from './password-reset.service';
import { SameSiteGuard } from './same-site.guard';
import { SecondFactor } from './second-factor.service';
import { SecretBox } from './secret-box';
import { SessionContexts } from './session-contexts.service';
import { SessionsResolver } from './sessions.resolver';
import { Sessions } from './sessions.service';
import { SignInOptionsResolver } from './sign-in-options.resolver';
import { SignIn } from './sign-in.service';
import { Throttles } from './throttles.service';
import { TokenScopeGuard } from './token-scope.guard';
import { Tokens } from './tokens.service';
import { TwoFactor } from './two-factor.service';
import { Upkeep } from './upkeep.service';
import { Viewers } from './viewer.service';

const credentials = [SecretBox, Throttles, OwnAccountThrottle, SecondFactor, SignIn, LocalStrategy, Oidc];
const account = [Sessions, Tokens, Account, PasswordReset, TwoFactor, Viewers, Upkeep];
const people = [Actors, Members, Invitations, Acceptance, Deputyships, FirstOperator];

/** Who somebody is and for which office they act. Global: the frame asks it for the context of every request. */
@Global()
@Module({
  imports: [PassportModule, OfficesModule],
  controllers: [AuthController, OidcController],
  providers: [
    { provide: RequestContexts, useClass: SessionContexts },
    { provide: APP_GUARD, useClass: SameSiteGuard },
    { provide: APP_GUARD, useClass: TokenScopeGuard },
    ...credentials,
    ...account,
    ...people,
    AccountResolver,
    SignInOptionsResolver,
    SessionsResolver,
    MembersResolver,
  ],
  exports: [Actors, RequestContexts, Throttles, SecretBox],
})
export class IdentityModule {}
