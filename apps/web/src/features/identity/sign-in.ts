import type { UserError } from '../../lib/errors';

interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Of the app or a recovery code. */
  readonly code?: string | undefined;
}

/** Opens a session by cookie; answers what stands against it, nothing when it is open. */
export async function signIn(credentials: Credentials): Promise<readonly UserError[]> {
  try {
    const response = await fetch('/auth/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-tekses': '1' },
      body: JSON.stringify(credentials),
    });
    if (response.ok) return [];
    const { errors = [] } = (await response.json()) as { errors?: { code: string; path?: string[] }[] };
    const refusals = errors.map(({ code, path = [] }) => ({ code, path, details: [], message: '' }));
    return refusals.length > 0 ? refusals : [{ code: 'UNKNOWN', path: [], details: [], message: '' }];
  } catch {
    return [{ code: 'OFFLINE', path: [], details: [], message: '' }];
  }
}
