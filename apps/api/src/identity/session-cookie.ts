import { parseCookie, stringifySetCookie } from 'cookie';
import { Env } from '../config/env';

/** The cookies that we set: the session, the device that once signed in, and a sign-in at a directory under way. */
export type CookieKind = 'session' | 'device' | 'oidc';

const suffixes: Readonly<Record<CookieKind, string>> = { session: '', device: '-device', oidc: '-oidc' };

function isSecure(env: Env): boolean {
  return env.BASE_URL.startsWith('https://');
}

/**
 * `__Host-tekses` over https (bound to the host, the whole path and TLS by its prefix), `tekses` on http.
 * Source: RFC 6265bis §4.1.3.2; OWASP ASVS 5.0 3.3.1–3.3.4.
 */
export function cookieName(env: Env, kind: CookieKind): string {
  return `${isSecure(env) ? '__Host-' : ''}tekses${suffixes[kind]}`;
}

/** The value of one of our cookies in a Cookie header, or null. */
export function readCookie(env: Env, header: string | undefined, kind: CookieKind): string | null {
  return (header ? parseCookie(header)[cookieName(env, kind)] : undefined) || null;
}

/** A Set-Cookie header: HttpOnly, SameSite=Lax, path `/`, Secure over https. `maxAge` in seconds; 0 deletes it. */
export function cookieHeader(env: Env, kind: CookieKind, value: string, maxAge: number): string {
  return stringifySetCookie({
    name: cookieName(env, kind),
    value,
    maxAge,
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(env),
  });
}
