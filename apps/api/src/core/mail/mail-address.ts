import { domainToASCII } from 'node:url';
import { DomainError, ErrorCode } from '@domain/errors';

/**
 * Mail addresses, read strictly. RFC 5322 allows far more (comments, groups, quoted local parts, routes), and
 * that is where parsers disagree on who the recipient is. Only the form that everybody reads alike is taken:
 * one dot-atom, one `@`, one domain name of two labels or more.
 */

const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const MESSAGE_ID = /^<?([A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9.-]+)>?$/;

/** RFC 5321 §4.5.3.1: octets before the `@`, and in the whole path without its brackets. */
const LOCAL_PART_LIMIT = 64;
const ADDRESS_LIMIT = 254;
const MESSAGE_ID_LIMIT = 250;

/**
 * The address in the form that goes on the wire: local part untouched (its case may matter), domain in lower
 * case, an internationalised domain in its ASCII form (`ayvalık.bel.tr`). Refuses INVALID: anything that is not
 * exactly one plain address, among them a local part beyond ASCII, which most servers still cannot take.
 */
export function parseMailAddress(text: string, path: readonly string[] = ['address']): string {
  const at = text.indexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  const domain = domainToAscii(text.slice(at + 1));
  const address = `${local}@${domain}`;
  if (!LOCAL_PART.test(local) || local.length > LOCAL_PART_LIMIT || domain === '' || address.length > ADDRESS_LIMIT) {
    throw new DomainError(ErrorCode.INVALID, { path, message: 'not one plain mail address' });
  }
  return address;
}

/** Whether `parseMailAddress` takes it. */
export function isMailAddress(text: string): boolean {
  try {
    parseMailAddress(text);
    return true;
  } catch {
    return false;
  }
}

/** A domain name in its ASCII form. Refuses INVALID: what is not a name of two labels or more. */
export function parseDomain(text: string, path: readonly string[]): string {
  const domain = domainToAscii(text);
  if (domain === '') throw new DomainError(ErrorCode.INVALID, { path, message: 'not a domain name' });
  return domain;
}

/** A Message-ID in angle brackets, whether it was given with them or without. Refuses INVALID. */
export function parseMessageId(text: string, path: readonly string[]): string {
  const id = MESSAGE_ID.exec(text)?.[1];
  if (id === undefined || id.length > MESSAGE_ID_LIMIT || text.startsWith('<') !== text.endsWith('>')) {
    throw new DomainError(ErrorCode.INVALID, { path, message: 'not a Message-ID' });
  }
  return `<${id}>`;
}

/** Empty if it is not a domain name. What the URL parser would read as something else never reaches it. */
function domainToAscii(text: string): string {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(text)) return '';
  const domain = domainToASCII(text);
  return DOMAIN.test(domain) ? domain : '';
}
