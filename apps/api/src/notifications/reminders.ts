import { contentHash } from '@domain/canonical';
import { NotificationKind } from '@domain/notifications/notification';
import { SignersRule } from '@domain/signoff/charter';
import { OfficeSignoffStatus, signoffComplete, type OfficeSignoff, type SignoffRound } from '@domain/signoff/signoff';
import { OfficeGroup, type Audience } from './recipients/audience';

/** A reminder that is due, with whom to tell. */
export interface Reminder {
  readonly kind: NotificationKind;
  /** The instant that it is about. */
  readonly dueAt: Date;
  /** The offices that are waited for. */
  readonly officeIds: readonly string[];
  readonly audiences: readonly Audience[];
}

const minute = 60_000;
const hour = 60 * minute;
const dueSoonHours = 4;
const embargoNearMinutes = 30;

/** Has given no answer that stands: a return or a withdrawal is one. */
const silent: ReadonlySet<OfficeSignoffStatus> = new Set([
  OfficeSignoffStatus.PENDING,
  OfficeSignoffStatus.SEEN,
  OfficeSignoffStatus.STALE,
]);

/**
 * What is to be reminded of at the instant of the round: an answer that is due within four hours (or within half of the
 * charter's time, if that is less), an answer whose time is over, and an embargo that ends within 30 minutes while
 * signatures are missing.
 */
export function remindersDue(round: SignoffRound, embargoAt: Date | null): Reminder[] {
  const outcome = signoffComplete(round);
  const isEverybodyAsked = round.rule.signers === SignersRule.ALL_PARTICIPANTS;
  const open = outcome.offices.filter(({ officeId, status }) => {
    const isWaitedFor = outcome.missing.includes(officeId) || (isEverybodyAsked && outcome.leftOut.includes(officeId));
    return isWaitedFor && silent.has(status);
  });
  return [
    ...open.flatMap((office) => deadlineReminders(office, round)),
    ...embargoReminders(outcome.missing, round, embargoAt),
  ];
}

function deadlineReminders({ officeId, dueAt }: OfficeSignoff, round: SignoffRound): Reminder[] {
  if (!dueAt) return [];
  const left = dueAt.getTime() - round.now.getTime();
  const lead = Math.min(dueSoonHours, (round.rule.answerWithinHours ?? 0) / 2) * hour;
  if (left > lead) return [];
  const kind = left > 0 ? NotificationKind.SIGNOFF_DUE_SOON : NotificationKind.SIGNOFF_LAPSED;
  const pointers = { dueAt: dueAt.toISOString(), officeIds: [officeId] };
  const signers: Audience = { kind, pointers, group: OfficeGroup.SIGNERS, officeIds: [officeId] };
  const writers: Audience = { kind, pointers, group: OfficeGroup.WRITERS, officeIds: [round.leadOfficeId] };
  const audiences = kind === NotificationKind.SIGNOFF_LAPSED ? [signers, writers] : [signers];
  return [{ kind, dueAt, officeIds: [officeId], audiences }];
}

function embargoReminders(missing: readonly string[], round: SignoffRound, embargoAt: Date | null): Reminder[] {
  const left = embargoAt ? embargoAt.getTime() - round.now.getTime() : 0;
  if (!embargoAt || missing.length === 0 || left <= 0 || left > embargoNearMinutes * minute) return [];
  const kind = NotificationKind.EMBARGO_ENDS_UNSIGNED;
  const pointers = { dueAt: embargoAt.toISOString(), officeIds: [...missing] };
  return [
    {
      kind,
      dueAt: embargoAt,
      officeIds: [],
      audiences: [
        { kind, pointers, group: OfficeGroup.SIGNERS, officeIds: missing },
        { kind, pointers, group: OfficeGroup.WRITERS, officeIds: [round.leadOfficeId] },
      ],
    },
  ];
}

/**
 * The id under which people are told of a reminder once: the same for the same bulletin, kind, instant and office.
 * A UUID of version 8 made from a SHA-256. Source: RFC 9562 §5.8.
 */
export function reminderId(bulletinId: string, { kind, dueAt, officeIds }: Reminder): string {
  const hash = contentHash({ bulletinId, kind, dueAt: dueAt.toISOString(), officeIds: [...officeIds].sort() });
  const variant = '89ab'[Number.parseInt(hash.charAt(16), 16) % 4] ?? '8';
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ].join('-');
}
