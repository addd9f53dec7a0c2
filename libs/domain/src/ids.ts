const counterBits = 12;
const counterLimit = 2 ** counterBits;
let last = { instant: 0, milliseconds: 0, counter: 0 };

/**
 * UUIDv7 (RFC 9562 §5.7) from a given instant: sortable by time, opaque to clients. Ids that one process makes in the
 * same millisecond sort in the order in which they were made (§6.2, method 1); the rest comes from the platform's
 * cryptographic generator.
 */
export function newId(now: Date): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  last = nextStep(now.getTime(), ((bytes[6] ?? 0) << 8) | (bytes[7] ?? 0));
  let { milliseconds } = last;
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = milliseconds % 256;
    milliseconds = Math.floor(milliseconds / 256);
  }
  bytes[6] = 0x70 | (last.counter >> 8);
  bytes[7] = last.counter & 0xff;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The next place: counted on within a millisecond, begun anew (in the lower half, at random) in another. */
function nextStep(instant: number, random: number): typeof last {
  if (instant !== last.instant) return { instant, milliseconds: instant, counter: random % (counterLimit / 2) };
  const counter = last.counter + 1;
  return counter < counterLimit
    ? { instant, milliseconds: last.milliseconds, counter }
    : { instant, milliseconds: last.milliseconds + 1, counter: 0 };
}

const UUID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the text has the form of a UUID: asked before it reaches a query, so that a malformed id is simply not found. */
export function isId(text: string): boolean {
  return UUID_PATTERN.test(text);
}
