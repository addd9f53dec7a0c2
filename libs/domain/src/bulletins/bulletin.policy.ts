import { belongsToOffice, hasRoleFrom, mayWrite, Role, type Actor } from '../identity/actor';
import { ErrorCode } from '../errors';
import { allOf, allowed, anyOf, refused, type Rule, type Verdict } from '../policy';
import { BulletinState } from './bulletin';
import {
  canWrite,
  isAtWork,
  isRelated,
  isRoleFrom,
  isVisible,
  Relation,
  signsForOffice,
  stateIs,
  type BulletinFacts,
} from './bulletin-facts';

/**
 * Who may do what with a bulletin. Each act is a named rule; the service asks it after loading, `viewerCan` asks all of
 * them, and `test/golden/authz-matrix.txt` prints them, so the three cannot disagree.
 *
 * Order of refusals: not visible is NOT_FOUND, visible without the right is FORBIDDEN, and only when nothing but the
 * state forbids it is the answer WRONG_STATE. The lead convenes; it never edits, signs or removes another office's words.
 * An office in shadow mode reads and comments. Acts on one section are in `section.policy.ts`.
 */
export enum BulletinAct {
  VIEW = 'VIEW',
  /** Drafts, revisions, comments, signatures: the work behind the text. */
  VIEW_WORK = 'VIEW_WORK',
  /** Tags, kind, desired embargo and schedule, order. */
  EDIT_DETAILS = 'EDIT_DETAILS',
  EDIT_SHARED_SECTIONS = 'EDIT_SHARED_SECTIONS',
  EDIT_OWN_SECTIONS = 'EDIT_OWN_SECTIONS',
  MANAGE_ATTACHMENTS = 'MANAGE_ATTACHMENTS',
  COMMENT = 'COMMENT',
  SHARE = 'SHARE',
  INVITE = 'INVITE',
  ACCEPT = 'ACCEPT',
  DECLINE = 'DECLINE',
  SUBMIT = 'SUBMIT',
  REOPEN = 'REOPEN',
  SIGN = 'SIGN',
  RETURN = 'RETURN',
  WITHDRAW_SIGNATURE = 'WITHDRAW_SIGNATURE',
  /** Asks again the offices whose signature is open. */
  REMIND = 'REMIND',
  APPROVE_RELEASE = 'APPROVE_RELEASE',
  UNSCHEDULE = 'UNSCHEDULE',
  /** Agrees, for the office, that the embargo ends now; it ends when the lead and enough partners agree (charter). */
  LIFT_EMBARGO = 'LIFT_EMBARGO',
  /** Chooses lists, previews, sends a test. */
  DISTRIBUTE = 'DISTRIBUTE',
  WITHDRAW = 'WITHDRAW',
  CORRECT = 'CORRECT',
  DISCARD = 'DISCARD',
  /** Takes a draft that was given up back to writing. */
  RESTORE = 'RESTORE',
  DUPLICATE = 'DUPLICATE',
}

export type BulletinRule = Rule<Actor, BulletinFacts>;

const { DRAFT, IN_REVIEW, IN_SIGNOFF, SCHEDULED, RELEASED, DISCARDED } = BulletinState;
const UNRELEASED = [DRAFT, IN_REVIEW, IN_SIGNOFF, SCHEDULED] as const;
const OFFERED = [IN_SIGNOFF, SCHEDULED] as const;

/** Visible, with a session or a writing token, at work on it: what every act stands on. */
const working = allOf(isVisible, canWrite, isAtWork);

const leadFrom = (least: Role): BulletinRule => allOf(isRelated(Relation.LEAD), isRoleFrom(least));
const partnerFrom = (least: Role): BulletinRule => allOf(isRelated(Relation.ACCEPTED), isRoleFrom(least));
const memberFrom = (least: Role): BulletinRule => allOf(isRelated(Relation.LEAD, Relation.ACCEPTED), isRoleFrom(least));

/** Signs for the lead or for a partner that accepted: press director, or the deputy of the day. */
const signer = allOf(isRelated(Relation.LEAD, Relation.ACCEPTED), signsForOffice);
const leadSigner = allOf(isRelated(Relation.LEAD), signsForOffice);

/** Answers for an office: the press director, a department head, or the deputy of the day. */
const answers = anyOf(isRoleFrom(Role.DEPARTMENT_HEAD), signsForOffice);

/** Shared words: the lead until release, accepted partners while the text is reviewed or signed. */
export const sharedWords = (least: Role): BulletinRule =>
  allOf(
    working,
    anyOf(allOf(leadFrom(least), stateIs(...UNRELEASED)), allOf(partnerFrom(least), stateIs(IN_REVIEW, IN_SIGNOFF))),
  );

/** An office's own words: that office alone, until release (see `bulletin.states.ts` on SCHEDULED). */
export const ownWords = (least: Role): BulletinRule => allOf(working, memberFrom(least), stateIs(...UNRELEASED));

const commenters = isRelated(Relation.LEAD, Relation.INVITED, Relation.ACCEPTED, Relation.SHADOW);

/** Every act and its rule. */
export const bulletinPolicy: Readonly<Record<BulletinAct, BulletinRule>> = {
  [BulletinAct.VIEW]: isVisible,
  [BulletinAct.VIEW_WORK]: allOf(isVisible, isAtWork),
  [BulletinAct.EDIT_DETAILS]: allOf(working, leadFrom(Role.EDITOR), stateIs(...UNRELEASED)),
  [BulletinAct.EDIT_SHARED_SECTIONS]: sharedWords(Role.EDITOR),
  [BulletinAct.EDIT_OWN_SECTIONS]: ownWords(Role.EDITOR),
  [BulletinAct.MANAGE_ATTACHMENTS]: anyOf(sharedWords(Role.STAFF), ownWords(Role.STAFF)),
  [BulletinAct.COMMENT]: allOf(working, commenters, isRoleFrom(Role.STAFF), stateIs(...UNRELEASED)),
  [BulletinAct.SHARE]: allOf(working, leadFrom(Role.EDITOR), stateIs(DRAFT)),
  [BulletinAct.INVITE]: allOf(working, leadFrom(Role.EDITOR), stateIs(DRAFT, IN_REVIEW, IN_SIGNOFF)),
  [BulletinAct.ACCEPT]: allOf(
    working,
    isRelated(Relation.INVITED, Relation.SHADOW),
    answers,
    stateIs(IN_REVIEW, IN_SIGNOFF),
  ),
  [BulletinAct.DECLINE]: allOf(
    working,
    isRelated(Relation.INVITED, Relation.ACCEPTED, Relation.SHADOW),
    answers,
    stateIs(IN_REVIEW, ...OFFERED),
  ),
  [BulletinAct.SUBMIT]: allOf(working, leadFrom(Role.EDITOR), stateIs(DRAFT, IN_REVIEW)),
  [BulletinAct.REOPEN]: allOf(working, leadFrom(Role.EDITOR), stateIs(IN_SIGNOFF)),
  [BulletinAct.SIGN]: allOf(working, signer, stateIs(...OFFERED)),
  [BulletinAct.RETURN]: allOf(working, signer, stateIs(...OFFERED)),
  [BulletinAct.WITHDRAW_SIGNATURE]: allOf(working, signer, stateIs(IN_REVIEW, ...OFFERED)),
  [BulletinAct.REMIND]: allOf(working, leadFrom(Role.EDITOR), stateIs(...OFFERED)),
  [BulletinAct.APPROVE_RELEASE]: allOf(working, leadSigner, stateIs(...OFFERED)),
  [BulletinAct.UNSCHEDULE]: allOf(working, isRelated(Relation.LEAD), answers, stateIs(SCHEDULED)),
  [BulletinAct.LIFT_EMBARGO]: allOf(working, signer, stateIs(SCHEDULED)),
  [BulletinAct.DISTRIBUTE]: allOf(working, leadFrom(Role.EDITOR), stateIs(...UNRELEASED, RELEASED)),
  [BulletinAct.WITHDRAW]: allOf(working, leadSigner, stateIs(RELEASED)),
  [BulletinAct.CORRECT]: allOf(working, leadFrom(Role.EDITOR), stateIs(RELEASED)),
  [BulletinAct.DISCARD]: allOf(working, leadFrom(Role.EDITOR), stateIs(DRAFT, IN_REVIEW, IN_SIGNOFF)),
  [BulletinAct.RESTORE]: allOf(working, leadFrom(Role.EDITOR), stateIs(DISCARDED)),
  [BulletinAct.DUPLICATE]: allOf(working, memberFrom(Role.EDITOR)),
};

/** May the actor do this act? One call for services: `authorize(mayOnBulletin(ctx.actor, BulletinAct.SIGN, bulletin))`. */
export function mayOnBulletin(actor: Actor, act: BulletinAct, bulletin: BulletinFacts): Verdict {
  return bulletinPolicy[act](actor, bulletin);
}

/** Everything the actor may do with it now, in the order of the enum: the source of `viewerCan`. */
export function bulletinActs(actor: Actor, bulletin: BulletinFacts): BulletinAct[] {
  return Object.values(BulletinAct).filter((act) => bulletinPolicy[act](actor, bulletin).allowed);
}

/** The office that would lead. */
export interface LeadOfficeFacts {
  readonly id: string;
  readonly isActive: boolean;
  readonly isShadow: boolean;
}

/** Editors and higher start bulletins for the office acted for; an office in shadow mode has no signature, so it leads none. */
export function mayCreateBulletin(actor: Actor, office: LeadOfficeFacts): Verdict {
  if (!belongsToOffice(actor) || actor.officeId !== office.id) return refused(ErrorCode.FORBIDDEN);
  if (!mayWrite(actor) || !hasRoleFrom(actor, Role.EDITOR)) return refused(ErrorCode.FORBIDDEN);
  return office.isActive && !office.isShadow ? allowed : refused(ErrorCode.WRONG_STATE);
}
