/**
 * UUIDv7 (RFC 9562 §5.7) from a given instant: sortable by time, opaque to clients.
 * The random part comes from the platform's cryptographic generator.
 */
export function newId(now: Date): string {
  const bytes = new Uint8Array(16);
  crypto.getRandomValues(bytes);
  let milliseconds = now.getTime();
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = milliseconds % 256;
    milliseconds = Math.floor(milliseconds / 256);
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const UUID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the text has the form of a UUID: asked before it reaches a query, so that a malformed id is simply not found. */
export function isId(text: string): boolean {
  return UUID_PATTERN.test(text);
}
