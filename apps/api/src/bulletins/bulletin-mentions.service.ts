import { Injectable } from '@nestjs/common';
import { BulletinAct, mayOnBulletin } from '@domain/bulletins/bulletin.policy';
import { ParticipantState } from '@domain/bulletins/bulletin';
import { DomainError, ErrorCode } from '@domain/errors';
import { authorize } from '@domain/policy';
import { toPrefixTsquery } from '@turkish/search';
import type { RequestContext } from '../core/context';
import { membershipValidSql } from '../identity/actor-query';
import type { MentionableType } from './bulletin-act.type';
import { BulletinLoading, officeOrder, type LockedBulletin } from './bulletin-loading.service';

/** Offices first; a query without words lists all. `$1`: offices. `$2`: now. `$3`: words or null. `$4`: the viewer. */
const mentionablesSql = `
  select * from (
    select 'OFFICE' as kind, o.id, o.name, o.code as "officeCode", o.press_unit as detail, 0 as place, o.protocol_order
    from offices o where o.id = any($1)
      and ($3::text is null or to_tsvector('simple', tr_search_text(o.name || ' ' || o.short_code)) @@ to_tsquery('simple', $3))
    union all
    select 'PERSON', u.id, u.name, o.code, m.title, 1, o.protocol_order
    from memberships m join users u on u.id = m.user_id join offices o on o.id = m.office_id
    where m.office_id = any($1) and ${membershipValidSql('m', '$2::timestamptz')} and u.suspended_at is null
      and u.id is distinct from $4
      and ($3::text is null or to_tsvector('simple', tr_search_text(u.name)) @@ to_tsquery('simple', $3))
  ) found order by place, protocol_order, name collate "tr-x-icu", id limit 20`;

/** Who can be named in a remark: people and offices that work on the bulletin. */
@Injectable()
export class BulletinMentions {
  constructor(private readonly loading: BulletinLoading) {}

  /** At most 20, offices before people. Refuses: NOT_FOUND, FORBIDDEN. */
  async find(ctx: RequestContext, bulletinId: string, query: string): Promise<MentionableType[]> {
    const locked = await this.loading.readVisible(ctx, bulletinId);
    authorize(mayOnBulletin(ctx.actor, BulletinAct.VIEW_WORK, locked.facts));
    const words = toPrefixTsquery(query);
    if (words === null && query.trim() !== '') return [];
    return ctx.db.query(mentionablesSql, [officesAtWork(locked), ctx.now, words, ctx.actor.userId]);
  }
}

/** The lead and, once it is shared, the partners that have not declined: only they may be named. */
function officesAtWork(locked: LockedBulletin): string[] {
  const { leadOfficeId, sharedAt } = locked.bulletin;
  const partners = locked.participants.filter(({ state }) => state !== ParticipantState.DECLINED);
  return [leadOfficeId, ...(sharedAt ? partners.map(({ officeId }) => officeId) : [])];
}

/** Refuses INVALID for an office that takes no part. */
export function expectOffices(locked: LockedBulletin, officeIds: readonly string[]): void {
  const offices = new Set(officeOrder(locked));
  if (officeIds.every((id) => offices.has(id))) return;
  throw new DomainError(ErrorCode.INVALID, { path: ['input', 'mentionedOfficeIds'] });
}
