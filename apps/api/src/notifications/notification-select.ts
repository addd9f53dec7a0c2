import type { BulletinState } from '@domain/bulletins/bulletin';
import type { NotificationKind } from '@domain/notifications/notification';
import { visibleToOfficeSql } from '../bulletins/bulletin-visibility';
import { deputyshipInForceSql, membershipValidSql } from '../identity/actor-query';

/** A notification with what its words are made of. Everything about the bulletin is null when it is out of sight. */
export interface NotificationRow {
  readonly id: string;
  readonly userId: string;
  readonly kind: NotificationKind;
  readonly createdAt: Date;
  readonly readAt: Date | null;
  readonly doneAt: Date | null;
  readonly office: { readonly id: string; readonly code: string; readonly name: string };
  readonly commentId: string | null;
  readonly sectionId: string | null;
  readonly snoozedUntil: Date | null;
  /** How many more the person was told about the same thing for the same office, and how many of them all are unread. */
  readonly othersCount: number;
  readonly unreadCount: number;
  /** Told because the person follows the bulletin. */
  readonly isFollowed: boolean;
  /** The remark names the office, not the person. */
  readonly isForOffice: boolean;
  readonly dueAt: string | null;
  /** How suggestions were decided; null where it is not about that. */
  readonly decision: 'ACCEPTED' | 'REJECTED' | null;
  /** How many were decided at once. */
  readonly suggestionCount: number;
  /** Names of the offices that are waited for. */
  readonly waitedFor: readonly string[];
  readonly actor: { readonly name: string | null; readonly officeName: string | null } | null;
  readonly bulletin: {
    readonly id: string;
    readonly state: BulletinState;
    readonly headline: string;
    readonly number: string | null;
    readonly leadOffice: { readonly id: string; readonly name: string };
    readonly isUnderEmbargo: boolean;
    readonly refusal: readonly string[];
  } | null;
}

/** The person still belongs to the office for which they were told, and the office still sees the bulletin. */
const isInSight = `(
    exists (select 1 from memberships m where m.user_id = n.user_id and m.office_id = n.office_id
      and ${membershipValidSql('m', '$1::timestamptz')})
    or exists (select 1 from deputyships d where d.deputy_id = n.user_id and d.office_id = n.office_id
      and ${deputyshipInForceSql('$1::timestamptz')}))
  and o.state <> 'INACTIVE' and (${visibleToOfficeSql('b', 'n.office_id')})`;

/**
 * Selects notifications with the facts of their words, judged at the instant `$1`; one statement. `where` may use `n`
 * and the parameters from `$2` on.
 */
export function selectNotifications(where: string, limit: string): string {
  return `
  with page as materialized (
    select * from notifications n where ${where} order by n.created_at desc, n.id desc limit ${limit}
  )
  select n.id, n.user_id as "userId", n.kind, n.created_at as "createdAt", n.read_at as "readAt", n.done_at as "doneAt",
    n.snoozed_until as "snoozedUntil", same.others as "othersCount", same.unread as "unreadCount", coalesce((n.data ->> 'isFollowed')::boolean, false) as "isFollowed",
    coalesce((n.data ->> 'isForOffice')::boolean, false) as "isForOffice",
    json_build_object('id', o.id, 'code', o.code, 'name', o.name) as office,
    n.data ->> 'commentId' as "commentId", n.data ->> 'sectionId' as "sectionId", n.data ->> 'dueAt' as "dueAt",
    e.data ->> 'decision' as decision,
    coalesce(jsonb_array_length(e.data -> 'suggestionIds'), 0) as "suggestionCount",
    coalesce((select json_agg(w.name order by w.protocol_order) from offices w
      where n.data -> 'officeIds' ? w.id::text), '[]') as "waitedFor",
    case when e.actor_id is not null then json_build_object('name', actor.name, 'officeName', ao.name) end as actor,
    case when b.id is not null then json_build_object('id', b.id, 'state', b.state, 'headline', b.headline,
      'number', b.number, 'leadOffice', json_build_object('id', lead.id, 'name', lead.name),
      'isUnderEmbargo', b.released_at is null and b.embargo_at > $1::timestamptz and b.embargo_lifted_at is null,
      'refusal', coalesce(e.data -> 'reasons', '[]')) end as bulletin
  from page n join offices o on o.id = n.office_id
  cross join lateral (select count(*)::int - 1 as others,
      (count(*) filter (where t.read_at is null and t.done_at is null))::int as unread
    from notifications t where t.user_id = n.user_id and t.office_id = n.office_id
      and t.subject_type = n.subject_type and t.subject_id = n.subject_id) same
  left join bulletins b on n.subject_type = 'bulletin' and b.id = n.subject_id and ${isInSight}
  left join offices lead on lead.id = b.lead_office_id
  left join events e on e.id = n.event_id
  left join users actor on actor.id = e.actor_id
  left join offices ao on ao.id = e.office_id
  order by n.created_at desc, n.id desc`;
}
