import { commonRoots, foldPassword, isLeaked } from './common-passwords';

/** In characters (code points) of the composed form. Source: OWASP ASVS 5.0, 6.2.1 and 6.2.9. */
export const passwordLength = { min: 8, max: 256 } as const;

/** Why a password is refused; null: it is taken. No rules of composition: length and not being guessable count. */
export type PasswordFault = 'TOO_SHORT' | 'TOO_LONG' | 'TOO_COMMON' | 'LIKE_ACCOUNT';

/** What the password must not be made of. */
export interface PasswordOwner {
  readonly email: string;
  readonly name: string;
}

/**
 * The one form of a password that is hashed and compared: composed (NFC), so that `ğ` is the same from every
 * keyboard; neither trimmed nor cut.
 */
export function normalisePassword(password: string): string {
  return password.normalize('NFC');
}

/** Judges a password in its normalised form. Source: OWASP ASVS 5.0, 6.2.1, 6.2.4, 6.2.5, 6.2.8, 6.2.11. */
export function passwordFault(password: string, owner: PasswordOwner): PasswordFault | null {
  const length = Array.from(password).length;
  if (length < passwordLength.min) return 'TOO_SHORT';
  if (length > passwordLength.max) return 'TOO_LONG';
  const folded = foldPassword(password);
  if (isPattern(folded) || isLeaked(folded) || isCommon(folded)) return 'TOO_COMMON';
  return ownWords(owner).some((word) => coreForms(folded).includes(word)) ? 'LIKE_ACCOUNT' : null;
}

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn',
];

/** `aaaaaaaa`, `12121212`, `abcd1234`, `87654321`: a repetition, or nothing but runs along the alphabet or the keyboard. */
function isPattern(folded: string): boolean {
  if (/^(.{1,4})\1+.{0,2}$/su.test(folded)) return true;
  const lines = rows.flatMap((row) => [row, Array.from(row).reverse().join('')]);
  let rest = folded;
  while (rest.length > 0) {
    const run = longestRun(rest, lines);
    if (run < 3) return false;
    rest = rest.slice(run);
  }
  return true;
}

function longestRun(text: string, lines: readonly string[]): number {
  let length = 0;
  while (length < text.length && lines.some((line) => line.includes(text.slice(0, length + 1)))) length += 1;
  return length;
}

function isCommon(folded: string): boolean {
  return coreForms(folded).some((form) => commonRoots.has(form) || isRepeatedRoot(form));
}

/** `hellohello`, `askimaskim`. */
function isRepeatedRoot(form: string): boolean {
  const half = form.slice(0, form.length / 2);
  return half + half === form && commonRoots.has(half);
}

const lookAlikes: Readonly<Record<string, string>> = {
  '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '9': 'g', '@': 'a', $: 's', '!': 'i',
}; // prettier-ignore

/** The word in a password: as it is, and without up to six digits or signs before and after, read as letters or not. */
function coreForms(folded: string): string[] {
  const bare = folded.replace(/^[^\p{L}]{1,6}(?=\p{L})/u, '').replace(/(?<=\p{L})[^\p{L}]{1,6}$/u, '');
  const forms = [folded, bare];
  return [...forms, ...forms.map(readLookAlikes), readLookAlikes(folded).replace(/[^\p{L}]{1,6}$/u, '')];
}

function readLookAlikes(text: string): string {
  return Array.from(text, (letter) => lookAlikes[letter] ?? letter).join('');
}

function ownWords({ email, name }: PasswordOwner): string[] {
  const [local = ''] = email.split('@');
  const parts = foldPassword(name).split(/\s+/).filter(Boolean);
  return [foldPassword(email), foldPassword(local), parts.join(''), parts.join(' '), parts.toReversed().join('')]
    .concat(parts)
    .filter((word) => word.length >= 3);
}
