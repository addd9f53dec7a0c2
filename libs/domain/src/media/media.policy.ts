import { ErrorCode } from '../errors';
import { belongsToOffice, hasRoleFrom, mayRead, mayWrite, Role, type Actor } from '../identity/actor';
import { allOf, allowed, refused, type Rule, type Verdict } from '../policy';

/**
 * Who sees and keeps journalists' data. Contacts are personal data (KVKK, Law 6698): each belongs to the office that
 * entered it, and only its editors and higher see it, because they need it to send. A list may be lent to other offices:
 * their editors may read it and send to it, never change or export it. The operator sees none of it.
 */
export enum MediaAct {
  VIEW = 'VIEW',
  EDIT = 'EDIT',
  EXPORT = 'EXPORT',
}

/** An outlet, a contact or a list. */
export interface MediaFacts {
  readonly officeId: string;
  /** Offices that a list is lent to; empty for outlets and contacts, unless they are reached through a lent list. */
  readonly sharedWithOfficeIds: readonly string[];
}

type MediaRule = Rule<Actor, MediaFacts>;

const isOwn = (actor: Actor, media: MediaFacts): boolean => belongsToOffice(actor) && actor.officeId === media.officeId;
const isLent = (actor: Actor, { sharedWithOfficeIds }: MediaFacts): boolean =>
  belongsToOffice(actor) && actor.officeId !== null && sharedWithOfficeIds.includes(actor.officeId);

const isVisible: MediaRule = (actor, media) =>
  mayRead(actor) && (isOwn(actor, media) || isLent(actor, media)) ? allowed : refused(ErrorCode.NOT_FOUND);
const isOwnOffice: MediaRule = (actor, media) => (isOwn(actor, media) ? allowed : refused(ErrorCode.FORBIDDEN));
const canWrite: MediaRule = (actor) => (mayWrite(actor) ? allowed : refused(ErrorCode.FORBIDDEN));
const isRoleFrom =
  (least: Role): MediaRule =>
  (actor) =>
    hasRoleFrom(actor, least) ? allowed : refused(ErrorCode.FORBIDDEN);

export const mediaPolicy: Readonly<Record<MediaAct, MediaRule>> = {
  [MediaAct.VIEW]: allOf(isVisible, isRoleFrom(Role.EDITOR)),
  [MediaAct.EDIT]: allOf(isVisible, canWrite, isOwnOffice, isRoleFrom(Role.EDITOR)),
  [MediaAct.EXPORT]: allOf(isVisible, canWrite, isOwnOffice, isRoleFrom(Role.DEPARTMENT_HEAD)),
};

/** May the actor do this with the outlet, contact or list? */
export function mayOnMedia(actor: Actor, act: MediaAct, media: MediaFacts): Verdict {
  return mediaPolicy[act](actor, media);
}

/** Everything the actor may do with it now: the source of `viewerCan`. */
export function mediaActs(actor: Actor, media: MediaFacts): MediaAct[] {
  return Object.values(MediaAct).filter((act) => mediaPolicy[act](actor, media).allowed);
}

/** Everything the actor may do with the guide of the office acted for, even while it is empty. */
export function guideActs(actor: Actor): MediaAct[] {
  return mediaActs(actor, { officeId: actor.officeId ?? '', sharedWithOfficeIds: [] });
}

/** May the actor add to the guide of the office acted for? There is nothing to hide here, so a refusal is FORBIDDEN. */
export function mayAddMedia(actor: Actor): Verdict {
  return inOwnGuide(actor, MediaAct.EDIT);
}

/** May the actor take the guide of the office acted for out as a file? */
export function mayExportMedia(actor: Actor): Verdict {
  return inOwnGuide(actor, MediaAct.EXPORT);
}

function inOwnGuide(actor: Actor, act: MediaAct): Verdict {
  const { allowed: isAllowed } = mediaPolicy[act](actor, { officeId: actor.officeId ?? '', sharedWithOfficeIds: [] });
  return isAllowed ? allowed : refused(ErrorCode.FORBIDDEN);
}

/** May the actor look into the guide at all? Which rows, the office and the lent lists decide. */
export function seesMedia(actor: Actor): boolean {
  return inOwnGuide(actor, MediaAct.VIEW).allowed;
}
