import { NotificationKind } from '@domain/notifications/notification';
import type { RequestContext } from '../core/context';
import type { EventEntity } from '../core/ledger/ledger.entity';

const invitations = [NotificationKind.INVITED];
const signatures = [
  NotificationKind.SIGNATURE_NEEDED,
  NotificationKind.SIGNATURE_VOIDED,
  NotificationKind.SIGNATURE_REMINDED,
  NotificationKind.SIGNOFF_DUE_SOON,
  NotificationKind.SIGNOFF_LAPSED,
];
const everything = [
  ...invitations,
  ...signatures,
  NotificationKind.RELEASE_REFUSED,
  NotificationKind.EMBARGO_ENDS_UNSIGNED,
  NotificationKind.SUGGESTIONS_WAITING,
];

/** What an event does away with: for the office that acted, or for all. */
const settled: ReadonlyMap<string, { readonly kinds: readonly NotificationKind[]; readonly isForAll?: true }> = new Map(
  [
    ['bulletin.accepted', { kinds: invitations }],
    ['bulletin.declined', { kinds: [...invitations, ...signatures] }],
    ['bulletin.signed', { kinds: signatures }],
    ['bulletin.returned', { kinds: signatures }],
    ['bulletin.reopened', { kinds: signatures, isForAll: true }],
    ['bulletin.discarded', { kinds: everything, isForAll: true }],
    ['bulletin.releaseApproved', { kinds: everything, isForAll: true }],
    ['bulletin.released', { kinds: everything, isForAll: true }],
  ],
);

const decided = 'bulletin.suggestionDecided';
const restored = 'bulletin.restored';

/** The events that may do away with something. */
export const settlingEvents: readonly string[] = [...settled.keys(), decided, restored];

/**
 * Marks as done what this event did: once one of an office signed, nobody else of it need look. What was told after
 * the event stays open, so that a late retry closes nothing new.
 */
export async function settle(ctx: RequestContext, event: EventEntity): Promise<void> {
  if (event.name === decided) await settleSuggestions(ctx, event);
  if (event.name === restored) await reopenInvitations(ctx, event);
  const rule = settled.get(event.name);
  if (!rule) return;
  await ctx.db.query(
    `update notifications n set done_at = $1
     where n.subject_type = $2 and n.subject_id = $3 and n.kind = any($4) and n.done_at is null and n.created_at <= $1
       and ($5::text is null or n.office_id::text = $5 or n.data -> 'officeIds' ? $5)`,
    [event.at, event.subjectType, event.subjectId, rule.kinds, rule.isForAll ? null : (event.officeId ?? '')],
  );
}

/** Whoever was asked to take part is asked again when the draft comes back; a signature is asked for when it is offered. */
async function reopenInvitations(ctx: RequestContext, event: EventEntity): Promise<void> {
  await ctx.db.query(
    `update notifications n set done_at = null
     where n.subject_type = $1 and n.subject_id = $2 and n.kind = any($3)
       and n.done_at = (select max(e.at) from events e
         where e.subject_type = $1 and e.subject_id = $2 and e.name = 'bulletin.discarded')`,
    [event.subjectType, event.subjectId, invitations],
  );
}

/** Nothing waits in a section whose last open suggestion was decided. */
async function settleSuggestions(ctx: RequestContext, event: EventEntity): Promise<void> {
  await ctx.db.query(
    `update notifications n set done_at = $1
     where n.subject_type = $2 and n.subject_id = $3 and n.kind = $4 and n.done_at is null and n.created_at <= $1
       and n.data ->> 'sectionId' = $5
       and not exists (select from bulletin_sections s where s.id::text = $5 and s.open_suggestion_count > 0)`,
    [event.at, event.subjectType, event.subjectId, NotificationKind.SUGGESTIONS_WAITING, event.data['sectionId']],
  );
}
