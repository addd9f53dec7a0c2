import { ParticipantState } from '@domain/bulletins/bulletin';
import type { BulletinFacts } from '@domain/bulletins/bulletin-facts';
import type { NotificationKind } from '@domain/notifications/notification';
import { officeStatus, type SignoffRound } from '@domain/signoff/signoff';
import type { NotificationPointers } from '../notification.entity';

/** Who of an office. */
export enum OfficeGroup {
  /** Press directors, and their deputies of the day. */
  SIGNERS = 'SIGNERS',
  /** Who answers for the office: press directors and department heads. */
  HEADS = 'HEADS',
  /** Who writes for the office: heads and editors. */
  WRITERS = 'WRITERS',
}

/** Some of the people who are told, and of what kind of thing. The first audience that names a person counts. */
export type Audience = {
  readonly kind: NotificationKind;
  readonly pointers?: NotificationPointers;
} & (
  | { readonly group: OfficeGroup; readonly officeIds: readonly string[] }
  | { readonly group: 'PEOPLE'; readonly userIds: readonly string[] }
);

/** What the recipients of an event are told from. */
export interface RecipientFacts {
  readonly event: {
    readonly name: string;
    /** The office that acted. */
    readonly officeId: string | null;
    readonly facts: Readonly<Record<string, unknown>>;
  };
  /** The bulletin as it is now; the world may have moved on since the event. */
  readonly bulletin: BulletinFacts;
  readonly round: SignoffRound;
  /** Whether the invited offices saw the bulletin already when it happened. */
  readonly wasShared: boolean;
  /** Offices whose answer this event voided. */
  readonly voidedOfficeIds: readonly string[];
  /** Who wrote in the thread that the event is about. */
  readonly threadUserIds: readonly string[];
}

export type RecipientRule = (facts: RecipientFacts) => Audience[];

/** The offices that see the work: the lead, and once it is shared all partners that have not declined. */
export function officesAtWork({ leadOfficeId, sharedAt, participants }: BulletinFacts): string[] {
  const partners = sharedAt === null ? [] : participants.filter(({ state }) => state !== ParticipantState.DECLINED);
  return [leadOfficeId, ...partners.map(({ officeId }) => officeId)];
}

/** The lead's writers. */
export function leadWriters(kind: NotificationKind, { bulletin }: RecipientFacts): Audience {
  return { kind, group: OfficeGroup.WRITERS, officeIds: [bulletin.leadOfficeId] };
}

/** The writers of every office at work. */
export function allWriters(kind: NotificationKind, { bulletin }: RecipientFacts): Audience {
  return { kind, group: OfficeGroup.WRITERS, officeIds: officesAtWork(bulletin) };
}

/** Who signs for each of these offices, with its own last instant to answer. */
export function signersOf(kind: NotificationKind, round: SignoffRound, officeIds: readonly string[]): Audience[] {
  return officeIds.map((officeId) => {
    const { dueAt } = officeStatus(officeId, round);
    return {
      kind,
      group: OfficeGroup.SIGNERS,
      officeIds: [officeId],
      pointers: dueAt ? { dueAt: dueAt.toISOString() } : {},
    };
  });
}

/** Invited offices that have not answered. */
export function unansweredInvitations({ participants }: BulletinFacts): string[] {
  return participants.filter(({ state }) => state === ParticipantState.INVITED).map(({ officeId }) => officeId);
}
