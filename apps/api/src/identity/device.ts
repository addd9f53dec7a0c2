import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { SecretBox } from './secret-box';

/** A year: how long a browser is remembered after its newest sign-in. */
export const deviceSeconds = 365 * 86_400;

/** A mark that this browser once signed in to this account. It proves nothing else and opens nothing. */
export function newDeviceMark(box: SecretBox, email: string): string {
  const id = randomBytes(16).toString('base64url');
  return `${id}.${signatureOf(box, id, email).toString('base64url')}`;
}

/** The id of the device when the mark is of this account and of our making, else null. */
export function readDeviceMark(box: SecretBox, mark: string | null, email: string): string | null {
  const [, id, signature] = /^([\w-]{22})\.([\w-]{43})$/.exec(mark ?? '') ?? [];
  if (!id || !signature) return null;
  return timingSafeEqual(Buffer.from(signature, 'base64url'), signatureOf(box, id, email)) ? id : null;
}

function signatureOf(box: SecretBox, id: string, email: string): Buffer {
  return box.mark('device', `${id}:${email}`);
}
