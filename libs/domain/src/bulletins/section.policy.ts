import { Role, type Actor } from '../identity/actor';
import { ErrorCode } from '../errors';
import { allOf, allowed, anyOf, refused, type Rule, type Verdict } from '../policy';
import { SectionKind } from './bulletin';
import { isAtWork, isVisible, relationOf, Relation, type BulletinFacts } from './bulletin-facts';
import { bulletinPolicy, BulletinAct, ownWords, sharedWords, type BulletinRule } from './bulletin.policy';

/** A section as the rules see it. */
export interface SectionFacts {
  readonly kind: SectionKind;
  readonly officeId: string | null;
}

export interface SectionSubject {
  readonly bulletin: BulletinFacts;
  readonly section: SectionFacts;
}

export interface CommentSubject {
  readonly bulletin: BulletinFacts;
  readonly comment: { readonly authorId: string };
}

export enum SectionAct {
  EDIT = 'EDIT',
  /** Proposes other words and remarks on them; the words that count stay as they are. */
  SUGGEST = 'SUGGEST',
  REMOVE = 'REMOVE',
  /** Pictures and documents of an ATTACHMENTS section, with alt text, caption and credit. */
  ATTACH = 'ATTACH',
}

type SectionRule = Rule<Actor, SectionSubject>;

const onBulletin =
  (rule: BulletinRule): SectionRule =>
  (actor, { bulletin }) =>
    rule(actor, bulletin);

/** Owned words belong to the office acted for; shared words to nobody in particular. */
const ownsIt: SectionRule = (actor, { section }) =>
  section.officeId === actor.officeId ? allowed : refused(ErrorCode.FORBIDDEN);

/** Shared sections by the rule for shared words, owned ones by their office alone, whoever leads. */
const wordsBy =
  (least: Role): SectionRule =>
  (actor, subject) => {
    if (subject.section.officeId === null) return sharedWords(least)(actor, subject.bulletin);
    return allOf(onBulletin(isVisible), onBulletin(isAtWork), ownsIt, onBulletin(ownWords(least)))(actor, subject);
  };

const leadRemovesShared: SectionRule = (actor, { bulletin, section }) =>
  section.officeId === null && relationOf(actor, bulletin) !== Relation.LEAD ? refused(ErrorCode.FORBIDDEN) : allowed;

const MUST_BE_OWNED: ReadonlySet<SectionKind> = new Set([SectionKind.OFFICE, SectionKind.QUOTE]);
const MAY_BE_EITHER: ReadonlySet<SectionKind> = new Set([SectionKind.ATTACHMENTS]);

/** Whether a section of this kind may have this owner: paragraphs and quotes have one, the shared kinds none. */
export function isOwnershipSound({ kind, officeId }: SectionFacts): boolean {
  return MAY_BE_EITHER.has(kind) || MUST_BE_OWNED.has(kind) === (officeId !== null);
}

const ownershipIsSound: SectionRule = (_actor, { section }) =>
  isOwnershipSound(section) ? allowed : refused(ErrorCode.INVALID);

/** Pictures and documents have no text to suggest in. */
const hasWords: SectionRule = (_actor, { section }) =>
  section.kind === SectionKind.ATTACHMENTS ? refused(ErrorCode.WRONG_STATE) : allowed;

export const sectionPolicy: Readonly<Record<SectionAct, SectionRule>> = {
  [SectionAct.EDIT]: wordsBy(Role.EDITOR),
  [SectionAct.SUGGEST]: allOf(onBulletin(bulletinPolicy[BulletinAct.COMMENT]), hasWords),
  [SectionAct.REMOVE]: allOf(onBulletin(isVisible), onBulletin(isAtWork), leadRemovesShared, wordsBy(Role.EDITOR)),
  [SectionAct.ATTACH]: wordsBy(Role.STAFF),
};

/** Edits, quotes, pictures: may the actor do this with this section? */
export function mayOnSection(actor: Actor, act: SectionAct, subject: SectionSubject): Verdict {
  return sectionPolicy[act](actor, subject);
}

/** May add a section of this kind and owner: own ones by their office, shared ones by the lead. INVALID for a wrong owner. */
export function mayAddSection(actor: Actor, subject: SectionSubject): Verdict {
  return allOf(sectionPolicy[SectionAct.REMOVE], ownershipIsSound)(actor, subject);
}

/** Everything the actor may do with a section now. */
export function sectionActs(actor: Actor, subject: SectionSubject): SectionAct[] {
  return Object.values(SectionAct).filter((act) => sectionPolicy[act](actor, subject).allowed);
}

const isAuthor: Rule<Actor, CommentSubject> = (actor, { comment }) =>
  actor.userId !== null && comment.authorId === actor.userId ? allowed : refused(ErrorCode.FORBIDDEN);

const resolveComment: Rule<Actor, CommentSubject> = anyOf(
  allOf(
    (actor, { bulletin }) => isVisible(actor, bulletin),
    isAuthor,
    (actor, { bulletin }) => bulletinPolicy[BulletinAct.COMMENT](actor, bulletin),
  ),
  (actor, { bulletin }) => bulletinPolicy[BulletinAct.EDIT_DETAILS](actor, bulletin),
);

/** May close a thread: who began it, or the lead's editors and higher. */
export function mayResolveComment(actor: Actor, subject: CommentSubject): Verdict {
  return resolveComment(actor, subject);
}
