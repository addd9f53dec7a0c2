import { Injectable } from '@nestjs/common';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  type Configuration,
} from 'openid-client';
import { DomainError, ErrorCode } from '@domain/errors';
import { Env } from '../config/env';
import type { RequestContext } from '../core/context';
import { Logger } from '../core/logger';
import { Acceptance, type DirectoryIdentity } from './acceptance.service';
import { TokenPurpose } from './one-time-token.entity';
import { issueToken, useToken } from './one-time-tokens';
import { SecretBox } from './secret-box';

/** How long somebody may stay at the directory before coming back. */
export const oidcStateSeconds = 600;
const toleratedSkewSeconds = 60;
const timeoutSeconds = 10;
const bond = 'oidc-state';

/** What is kept between leaving for the directory and coming back. */
interface Journey {
  readonly nonce: string;
  readonly codeVerifier: string;
  /** The secret of an invitation, when the person came by its link. */
  readonly invitation: string | null;
}

/**
 * Sign-in at a municipality's own directory (OpenID Connect, authorization code with PKCE). The answer must be for a
 * sign-in that this browser began (state, bound by a cookie and good once), for this attempt (nonce), from the issuer,
 * for us, and signed with its key. A person is who the pair of issuer and subject says; e-mail addresses decide nothing.
 * The second factor is the directory's affair.
 * Source: OpenID Connect Core 1.0 §3.1; RFC 9700; OWASP ASVS 5.0, 6.8.1, 6.8.2, 10.5.
 */
@Injectable()
export class Oidc {
  private configuration: Promise<Configuration> | null = null;

  constructor(
    private readonly acceptance: Acceptance,
    private readonly box: SecretBox,
    private readonly logger: Logger,
    private readonly env: Env,
  ) {}

  /** Where to send the browser, and the state to bind to it. Refuses NOT_FOUND when there is no directory. */
  async start(ctx: RequestContext, invitation: string | null): Promise<{ url: string; state: string }> {
    const configuration = await this.configure();
    const journey: Journey = { nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier(), invitation };
    const token = await issueToken(ctx, {
      purpose: TokenPurpose.OIDC_STATE,
      userId: null,
      payload: { sealed: this.box.seal(JSON.stringify(journey), bond) },
      lifeSeconds: oidcStateSeconds,
    });
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: this.callbackUrl(),
      scope: 'openid',
      response_type: 'code',
      state: token.secret,
      nonce: journey.nonce,
      code_challenge: await calculatePKCECodeChallenge(journey.codeVerifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, state: token.secret };
  }

  /**
   * The user id of who came back. `search` is the query of the callback, `boundState` what the browser's cookie holds.
   * Refuses: BAD_CREDENTIALS (anything wrong with the answer), FORBIDDEN (nobody here is linked to that person), EXPIRED, TAKEN.
   */
  async finish(ctx: RequestContext, search: string, boundState: string | null): Promise<string> {
    const configuration = await this.configure();
    const state = new URLSearchParams(search).get('state');
    if (!state || state !== boundState) throw refusal('the state is not of this browser');
    const { data } = await useToken(ctx, TokenPurpose.OIDC_STATE, state, ['state']).catch(() => {
      throw refusal('the state is used up or too old');
    });
    const journey = JSON.parse(this.box.open((data as { sealed: string }).sealed, bond)) as Journey;
    const identity = await this.identify(ctx, configuration, `${this.callbackUrl()}${search}`, { ...journey, state });
    return this.userFor(ctx, identity, journey.invitation);
  }

  private async identify(
    ctx: RequestContext,
    configuration: Configuration,
    currentUrl: string,
    journey: Journey & { readonly state: string },
  ): Promise<DirectoryIdentity> {
    try {
      const tokens = await authorizationCodeGrant(configuration, new URL(currentUrl), {
        pkceCodeVerifier: journey.codeVerifier,
        expectedNonce: journey.nonce,
        expectedState: journey.state,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('there is no ID token');
      if (claims.iat > ctx.now.getTime() / 1_000 + toleratedSkewSeconds)
        throw new Error('the ID token is from the future');
      return { issuer: claims.iss, subject: claims.sub };
    } catch (error) {
      this.logger.warn('sign-in at the directory failed', { reason: reasonOf(error), requestId: ctx.requestId });
      throw refusal('the directory’s answer was not accepted', error);
    }
  }

  private async userFor(ctx: RequestContext, identity: DirectoryIdentity, invitation: string | null): Promise<string> {
    const [linked] = await ctx.db.query<{ id: string; isSuspended: boolean }[]>(
      `select id, suspended_at is not null as "isSuspended" from users where oidc_issuer = $1 and oidc_subject = $2`,
      [identity.issuer, identity.subject],
    );
    if (linked) {
      if (linked.isSuspended) throw refusal('the account is suspended');
      return linked.id;
    }
    const accepted = this.acceptance.byDirectory(ctx, identity, invitation);
    return (
      await accepted.catch((error: unknown) => {
        const isUninvited = error instanceof DomainError && error.code === ErrorCode.EXPIRED && !invitation;
        throw isUninvited
          ? new DomainError(ErrorCode.FORBIDDEN, { message: 'no account is linked to this person' })
          : error;
      })
    ).id;
  }

  private callbackUrl(): string {
    return `${this.env.BASE_URL}/auth/oidc/callback`;
  }

  /** Reads the directory's description once; a failed reading is not kept. */
  private async configure(): Promise<Configuration> {
    const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = this.env;
    if (!issuer || !clientId) throw new DomainError(ErrorCode.NOT_FOUND, { message: 'there is no directory' });
    const isPlain = issuer.startsWith('http:');
    // Without the check of the signature any key would do: over TLS the standard lets clients leave it out.
    const execute = [enableNonRepudiationChecks, ...(isPlain ? [allowInsecureRequests] : [])];
    this.configuration ??= discovery(new URL(issuer), clientId, clientSecret, undefined, {
      execute,
      timeout: timeoutSeconds,
    });
    return this.configuration.catch((error: unknown) => {
      this.configuration = null;
      this.logger.warn('reading the directory failed', { reason: reasonOf(error) });
      throw refusal('the directory could not be reached', error);
    });
  }
}

function refusal(message: string, cause?: unknown): DomainError {
  return new DomainError(ErrorCode.BAD_CREDENTIALS, { message, cause });
}

/** The library's short code where it has one: its messages may repeat what the directory sent. */
function reasonOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown';
}
