import { BulletinKind, BulletinState, ParticipantState } from '@domain/bulletins/bulletin';
import { BulletinAct } from '@domain/bulletins/bulletin.policy';
import { OfficeSignoffStatus } from '@domain/signoff/signoff';
import type { BulletinSignatureType, BulletinType } from '../bulletins/bulletin.type';
import { TodayReason, type TodayTaskType } from './today.type';

const embargoNear = 24 * 60 * 60_000;
const unanswered: readonly OfficeSignoffStatus[] = [OfficeSignoffStatus.PENDING, OfficeSignoffStatus.SEEN];

/** What a reason is judged from. */
interface Case {
  readonly bulletin: BulletinType;
  readonly own: BulletinSignatureType | null;
  readonly now: Date;
}

type Judgement = (facts: Case) => boolean;

const can = ({ bulletin }: Case, act: BulletinAct): boolean => bulletin.viewerCan.includes(act);
const isLead = ({ own }: Case): boolean => own?.isLead === true;

/**
 * The reasons in their order. Each stands on what the viewer may do now (`viewerCan`), so nobody is asked for an act
 * that would be refused; an office that returned the text has answered and is not asked again.
 */
const judgements: Readonly<Record<Exclude<TodayReason, TodayReason.MENTIONED>, Judgement>> = {
  [TodayReason.RELEASE_REFUSED]: (facts) =>
    isLead(facts) && can(facts, BulletinAct.UNSCHEDULE) && facts.bulletin.releaseRefusal.length > 0,
  [TodayReason.SIGN_ANEW]: (facts) => can(facts, BulletinAct.SIGN) && facts.own?.status === OfficeSignoffStatus.STALE,
  [TodayReason.SIGN]: (facts) =>
    can(facts, BulletinAct.SIGN) && facts.own !== null && unanswered.includes(facts.own.status),
  [TodayReason.ANSWER_INVITATION]: (facts) =>
    can(facts, BulletinAct.ACCEPT) && facts.own?.participation === ParticipantState.INVITED,
  [TodayReason.RETURNED]: (facts) =>
    isLead(facts)
    && can(facts, BulletinAct.EDIT_DETAILS)
    && facts.bulletin.signatures.some(({ status }) => status === OfficeSignoffStatus.RETURNED),
  [TodayReason.EMBARGO_UNSIGNED]: (facts) =>
    isLead(facts)
    && can(facts, BulletinAct.EDIT_DETAILS)
    && facts.bulletin.state !== BulletinState.DRAFT
    && !facts.bulletin.isSignoffComplete
    && isNear(facts),
  [TodayReason.APPROVE_RELEASE]: (facts) =>
    can(facts, BulletinAct.APPROVE_RELEASE)
    && facts.bulletin.state === BulletinState.IN_SIGNOFF
    && facts.bulletin.isSignoffComplete,
  [TodayReason.FINISH_CORRECTION]: (facts) =>
    facts.bulletin.kind === BulletinKind.CORRECTION && can(facts, BulletinAct.SUBMIT),
  [TodayReason.REVIEW]: (facts) =>
    facts.bulletin.state === BulletinState.IN_REVIEW
    && can(facts, BulletinAct.EDIT_OWN_SECTIONS)
    && facts.own?.participation === ParticipantState.ACCEPTED
    && facts.own.status === OfficeSignoffStatus.PENDING,
};

function isNear({ bulletin: { embargo, embargoLiftedAt }, now }: Case): boolean {
  return embargo !== null && embargoLiftedAt === null && embargo.at.getTime() - now.getTime() <= embargoNear;
}

/** What the bulletin asks of the viewer, for the office acted for; null: nothing. */
export function taskOf(bulletin: BulletinType, officeId: string | null, now: Date): TodayTaskType | null {
  const own = bulletin.signatures.find(({ office }) => office.id === officeId) ?? null;
  const facts: Case = { bulletin, own, now };
  const reasons = Object.keys(judgements) as (keyof typeof judgements)[];
  const reason = reasons.find((candidate) => judgements[candidate](facts));
  if (!reason) return null;
  return { id: `${bulletin.id}:${reason}`, reason, bulletin, dueAt: dueOf(facts, reason), commentId: null };
}

/** The end of the embargo or, where the office has to answer and that comes earlier, of its time to answer. */
function dueOf({ bulletin, own }: Case, reason: TodayReason): Date | null {
  const isAnswer = reason === TodayReason.SIGN || reason === TodayReason.SIGN_ANEW;
  const embargoEnd = bulletin.embargoLiftedAt ? null : bulletin.embargo?.at;
  const instants = [isAnswer ? own?.dueAt : null, embargoEnd].flatMap((at) => (at ? [at.getTime()] : []));
  return instants.length === 0 ? null : new Date(Math.min(...instants));
}

/** By deadline, those without one last; then what changed last. */
export function byDeadline(left: TodayTaskType, right: TodayTaskType): number {
  const at = ({ dueAt }: TodayTaskType) => dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
  if (at(left) !== at(right)) return at(left) < at(right) ? -1 : 1;
  return right.bulletin.updatedAt.getTime() - left.bulletin.updatedAt.getTime() || (left.id < right.id ? -1 : 1);
}
