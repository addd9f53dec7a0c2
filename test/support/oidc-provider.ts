import { createHash, createHmac, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How one answer of the provider is bent; nothing: it is as it should be. */
export interface Bend {
  /** Changes the claims of the ID token. */
  readonly claims?: (claims: Record<string, unknown>) => Record<string, unknown>;
  /** Changes the head of the ID token. */
  readonly head?: Record<string, unknown>;
  /** Signs with a key that is not published. */
  readonly isForeignKey?: boolean;
  /** Leaves the signature empty (`alg: none`). */
  readonly isUnsigned?: boolean;
  /** Signs with HMAC, the client's secret being the key. */
  readonly isHmac?: boolean;
  /** Gives no ID token. */
  readonly isWithoutIdToken?: boolean;
}

export interface TestProvider {
  readonly issuer: string;
  /** The next answer of the token endpoint is bent so. */
  bend(bend: Bend): void;
  /** What a person's visit at the authorization endpoint leads to: the way back, with a code. */
  visit(authorizationUrl: string, subject: string): string;
  close(): Promise<void>;
}

export const testClient = { id: 'tekses', secret: 'rehberin bize verdiği gizli söz' } as const;

interface Grant {
  readonly subject: string;
  readonly nonce: string | null;
  readonly challenge: string | null;
}

/** An OpenID Connect provider on loopback, as small as one can be: discovery, keys and the token endpoint. */
export async function startOidcProvider(): Promise<TestProvider> {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const grants = new Map<string, Grant>();
  let bent: Bend = {};

  const server = createServer((request, response) => {
    void answer(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url?.split('?')[0];
    if (path === '/.well-known/openid-configuration') return json(response, description(issuer));
    if (path === '/keys') {
      return json(response, {
        keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'anahtar-1', use: 'sig', alg: 'RS256' }],
      });
    }
    const form = new URLSearchParams(await text(request));
    const grant = grants.get(form.get('code') ?? '');
    grants.delete(form.get('code') ?? '');
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!grant || verifier !== grant.challenge) return json(response, { error: 'invalid_grant' }, 400);
    const bend = bent;
    bent = {};
    const idToken = bend.isWithoutIdToken ? {} : { id_token: token(grant, bend) };
    return json(response, { access_token: 'erişim', token_type: 'Bearer', expires_in: 60, ...idToken });
  };

  const token = (grant: Grant, bend: Bend): string => {
    const now = Math.floor(Date.now() / 1_000);
    const plain = { iss: issuer, aud: testClient.id, sub: grant.subject, nonce: grant.nonce, iat: now, exp: now + 300 };
    const algorithm = bend.isUnsigned ? 'none' : bend.isHmac ? 'HS256' : 'RS256';
    const head = { alg: algorithm, kid: 'anahtar-1', ...bend.head };
    return jwt(
      head,
      bend.claims ? bend.claims(plain) : plain,
      bend,
      bend.isForeignKey ? foreign.privateKey : own.privateKey,
    );
  };

  return {
    issuer,
    bend: (bend) => {
      bent = bend;
    },
    visit: (authorizationUrl, subject) => {
      const { searchParams } = new URL(authorizationUrl);
      const code = randomUUID();
      grants.set(code, { subject, nonce: searchParams.get('nonce'), challenge: searchParams.get('code_challenge') });
      const back = new URL(searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', code);
      back.searchParams.set('state', searchParams.get('state') ?? '');
      return back.pathname + back.search;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function description(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };
}

function jwt(head: object, claims: object, bend: Bend, key: KeyObject): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part(head)}.${part(claims)}`;
  if (bend.isUnsigned) return `${signed}.`;
  if (bend.isHmac) return `${signed}.${hmac(signed)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}

function hmac(signed: string): string {
  return createHmac('sha256', testClient.secret).update(signed).digest('base64url');
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function json(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
