import { DomainError } from '@domain/errors';
import { normaliseEmail } from '@domain/identity/email-address';
import { parseMailAddress } from '../core/mail/mail-address';

/**
 * The one form of a contact's address, or null when mail cannot be sent to it: lower case by the rules of ASCII, an
 * internationalised domain in its ASCII form. Two contacts of an office never have the same.
 */
export function mediaAddress(text: string): string | null {
  try {
    return normaliseEmail(parseMailAddress(text.trim()));
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
