import { DomainError, ErrorCode } from '../errors';

/** Why a file is not taken: `details.reason` of an UNACCEPTABLE_FILE refusal. The web owns the Turkish sentence. */
export enum FileRefusal {
  /** There is not a single byte in it, or no file in the request. */
  EMPTY = 'EMPTY',
  /** More bytes than its kind may have: `details.limitBytes`. */
  TOO_LARGE = 'TOO_LARGE',
  /** Its content is of no kind that is taken, whatever its name says. `details.accepted` lists the kinds. */
  UNKNOWN_KIND = 'UNKNOWN_KIND',
  /** It begins as its kind does, but is truncated or damaged. */
  BROKEN = 'BROKEN',
  /** A picture with more pixels than is taken: `details.limitPixels`, `details.limitSide`. */
  TOO_MANY_PIXELS = 'TOO_MANY_PIXELS',
  /** A picture too small to be one: `details.minimumSide`. */
  TOO_FEW_PIXELS = 'TOO_FEW_PIXELS',
  /** A picture that moves. */
  ANIMATED = 'ANIMATED',
  /** A packed document that would unpack to more than is taken (zip bomb). */
  EXPANDS_TOO_MUCH = 'EXPANDS_TOO_MUCH',
  /** A document locked with a password. */
  ENCRYPTED = 'ENCRYPTED',
  /** A document that carries macros. */
  MACROS = 'MACROS',
}

/** The refusal of a file, with the facts that the sentence on screen needs. */
export function refuseFile(
  reason: FileRefusal,
  details: Readonly<Record<string, unknown>> = {},
  cause?: unknown,
): DomainError {
  return new DomainError(ErrorCode.UNACCEPTABLE_FILE, {
    path: ['file'],
    details: { reason, ...details },
    message: `file refused: ${reason}`,
    cause,
  });
}
