const WEB = new Set(['http:', 'https:']);
const ALLOWED = new Set([...WEB, 'mailto:', 'tel:']);
const MAX_LENGTH = 2048;

/**
 * The canonical form of a link's address, or null if it may not be linked to.
 * Allowed: http, https, mailto and tel. Refused: every other scheme however it is spelt (the WHATWG parser that
 * browsers use decides, so tabs and line breaks inside "javascript:" do not help), relative addresses, white space
 * and control characters, user names or passwords in the address, and more than 2048 characters.
 */
export function linkAddress(href: unknown): string | null {
  if (typeof href !== 'string' || href.length > MAX_LENGTH) return null;
  const trimmed = href.trim();
  if (/[\s\p{Cc}\p{Cf}\p{Cs}]/u.test(trimmed)) return null;
  let url: URL;
  try {
    url = new URL(trimmed);
  } catch {
    return null;
  }
  if (!ALLOWED.has(url.protocol) || url.username !== '' || url.password !== '') return null;
  if (!WEB.has(url.protocol) && url.pathname === '') return null;
  return url.href.length > MAX_LENGTH ? null : url.href;
}
