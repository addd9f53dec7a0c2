import { ErrorCode } from '../errors';
import { belongsToOffice, hasRoleFrom, mayRead, mayWrite, Role, type Actor } from '../identity/actor';
import { allowed, refused, type Verdict } from '../policy';

export interface FileFacts {
  /** The office that uploaded it. */
  readonly officeId: string;
}

/** Who brings files into the store: staff and above, for the office acted for. */
export function mayUpload(actor: Actor): Verdict {
  return belongsToOffice(actor) && hasRoleFrom(actor, Role.STAFF) && mayWrite(actor)
    ? allowed
    : refused(ErrorCode.FORBIDDEN);
}

/**
 * A file is its office's own: everybody there sees it, also before it is part of anything. For others it exists only
 * where it is attached to something that they may see, which the feature of that thing answers.
 */
export function isOwnFile(actor: Actor, file: FileFacts): boolean {
  return belongsToOffice(actor) && actor.officeId === file.officeId && mayRead(actor);
}
