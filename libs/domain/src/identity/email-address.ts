/**
 * The one form of an account's e-mail address, or null when it is not one that we take: printable ASCII, lower case
 * by the rules of ASCII whatever the machine's language (`I` is `i`, never `ı`), so that no two accounts look alike.
 */
export function normaliseEmail(text: string): string | null {
  const address = text.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const isTaken =
    address.length <= 254 && /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(address);
  return isTaken ? address : null;
}
