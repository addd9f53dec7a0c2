/**
 * The closed list of expected refusals. A refusal is data for the caller: `code` is the contract,
 * `message` is for developers; the sentence on screen belongs to the message catalogue.
 */
export enum ErrorCode {
  /** The input has a wrong shape, length or format. The caller can fix it; `path` names the field. */
  INVALID = 'INVALID',
  /** There is no such thing, or the viewer may not know that it exists. */
  NOT_FOUND = 'NOT_FOUND',
  /** The viewer may see it but not do this. Somebody with another role or of another office can. */
  FORBIDDEN = 'FORBIDDEN',
  /** Nobody can do this in the present state. */
  WRONG_STATE = 'WRONG_STATE',
  /** Somebody changed it since the caller read it. Reload, compare, repeat. */
  STALE_VERSION = 'STALE_VERSION',
  /** The value must be unique and another record has it. */
  TAKEN = 'TAKEN',
  /** Too many tries or items; wait or send fewer. `details.retryAfterSeconds` where it is known. */
  TOO_MANY = 'TOO_MANY',
  /** Signatures that the charter asks for are missing. `details.offices` names them. */
  SIGNATURES_MISSING = 'SIGNATURES_MISSING',
  /** What goes out is incomplete: `details.findings` lists each finding. */
  INCOMPLETE = 'INCOMPLETE',
  /** A freeze or blackout window holds it back. */
  HELD = 'HELD',
  /** A link, token or code is used up or too old. */
  EXPIRED = 'EXPIRED',
  /** Sign-in failed: unknown address, wrong password or wrong code, never told apart. */
  BAD_CREDENTIALS = 'BAD_CREDENTIALS',
  /** The password is right; a second factor is asked for. */
  SECOND_FACTOR_REQUIRED = 'SECOND_FACTOR_REQUIRED',
  /** A session or token is needed. */
  UNAUTHENTICATED = 'UNAUTHENTICATED',
  /** The file is too large, of a kind that is not taken, or broken. */
  UNACCEPTABLE_FILE = 'UNACCEPTABLE_FILE',
}

export interface DomainErrorOptions {
  /** Where in the input, e.g. `['input', 'links', '0', 'url']`. */
  readonly path?: readonly string[];
  /** Facts for the client; never anything that the viewer may not know. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** For developers, English: what was attempted, then why it failed. */
  readonly message?: string;
  readonly cause?: unknown;
}

/** An expected refusal. Thrown anywhere below the resolver; the transaction rolls back by itself. */
export class DomainError extends Error {
  readonly path: readonly string[];
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    readonly code: ErrorCode,
    options: DomainErrorOptions = {},
  ) {
    super(options.message ?? code, { cause: options.cause });
    this.name = 'DomainError';
    this.path = options.path ?? [];
    this.details = options.details ?? {};
  }
}

/** Several refusals at once (input validation): clients get them all in one answer. */
export class DomainErrors extends Error {
  constructor(readonly errors: readonly DomainError[]) {
    super(errors.map((error) => error.message).join('; '));
    this.name = 'DomainErrors';
  }
}
