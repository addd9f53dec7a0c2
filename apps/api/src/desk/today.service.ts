import { Injectable } from '@nestjs/common';
import { BulletinState } from '@domain/bulletins/bulletin';
import { belongsToOffice, mayRead } from '@domain/identity/actor';
import { NotificationKind } from '@domain/notifications/notification';
import { OfficeSignoffStatus } from '@domain/signoff/signoff';
import { localToUtc, utcToLocal } from '@turkish/dates';
import { presentBulletin } from '../bulletins/bulletin-presenter';
import { selectBulletins, wholeCard, type BulletinRow } from '../bulletins/bulletin-select';
import { visibleToOfficeSql } from '../bulletins/bulletin-visibility';
import type { BulletinType } from '../bulletins/bulletin.type';
import type { RequestContext } from '../core/context';
import { byDeadline, taskOf } from './today-tasks';
import { TodayReason, type TodayReleaseType, type TodayTaskType, type TodayType } from './today.type';

const maxTasks = 50;
const maxReleases = 50;
const day = 24 * 60 * 60_000;
const nothing: TodayType = { tasks: [], releases: [], draftCount: 0, followed: [] };

/**
 * What may matter today, the newest 300: what the office works on and is not out, what went out today, what a remark
 * names the viewer in, and what they follow. `$1`: the office. `$2`: the person. `$3`: the first instant of the day.
 */
const candidatesSql = `
  select b.id from bulletins b
  where (${visibleToOfficeSql('b', '$1::uuid')}) and (
    ((b.state in ('IN_REVIEW', 'IN_SIGNOFF', 'SCHEDULED') or (b.state = 'DRAFT' and b.kind = 'CORRECTION')
        or (b.state = 'RELEASED' and b.released_at >= $3))
      and (b.lead_office_id = $1::uuid or $1::uuid in (select p.office_id from bulletin_participants p
        where p.bulletin_id = b.id and p.state <> 'DECLINED')))
    or b.id in (select n.subject_id from notifications n where n.user_id = $2 and n.office_id = $1::uuid
      and n.kind = '${NotificationKind.MENTIONED}' and n.read_at is null and n.done_at is null)
    or b.id in (select f.bulletin_id from bulletin_follows f where f.user_id = $2 and f.is_followed))
  order by b.updated_at desc, b.id desc limit 300`;

/** The rest of the day as one row: counts, marks and ids. `$1`: the office. `$2`: the person. */
const restSql = `
  select
    (select count(*)::int from bulletins b where b.lead_office_id = $1::uuid and b.state = 'DRAFT') as "draftCount",
    coalesce((select json_agg(f.bulletin_id) from bulletin_follows f where f.user_id = $2 and f.is_followed), '[]')
      as "followedIds",
    coalesce((select json_agg(m) from (
      select distinct on (n.subject_id) n.subject_id as "bulletinId", n.data ->> 'commentId' as "commentId"
      from notifications n where n.user_id = $2 and n.office_id = $1::uuid and n.kind = '${NotificationKind.MENTIONED}'
        and n.read_at is null and n.done_at is null
      order by n.subject_id, n.created_at desc limit ${maxTasks}) m), '[]') as mentions`;

interface RestRow {
  readonly draftCount: number;
  readonly followedIds: readonly string[];
  readonly mentions: readonly { readonly bulletinId: string; readonly commentId: string | null }[];
}

/** The start page, in two statements. Reading is nobody's business: it stands in no ledger. */
@Injectable()
export class TodayDesk {
  /** The day of the office acted for; empty for those who act for none. */
  async get(ctx: RequestContext): Promise<TodayType> {
    const { actor, now } = ctx;
    if (!belongsToOffice(actor) || !mayRead(actor)) return nothing;
    const dayStart = localToUtc(`${utcToLocal(now).slice(0, 10)}T00:00`);
    const person = [actor.officeId, actor.userId];
    const sql = selectBulletins(candidatesSql, 'b.updated_at desc, b.id desc', wholeCard);
    const rows: BulletinRow[] = await ctx.db.query(sql, [...person, dayStart]);
    const [rest]: RestRow[] = await ctx.db.query(restSql, person);
    const bulletins = rows.map((row): BulletinType => presentBulletin(ctx, row));
    const followed = new Set(rest?.followedIds);
    return {
      tasks: [...tasksOf(ctx, bulletins), ...mentionsOf(bulletins, rest)].sort(byDeadline).slice(0, maxTasks),
      releases: releasesOf(ctx, bulletins, dayStart),
      draftCount: rest?.draftCount ?? 0,
      followed: bulletins.filter(({ id }) => followed.has(id)).slice(0, 10),
    };
  }
}

function tasksOf({ actor, now }: RequestContext, bulletins: readonly BulletinType[]): TodayTaskType[] {
  return bulletins.flatMap((bulletin) => taskOf(bulletin, actor.officeId, now) ?? []);
}

function mentionsOf(bulletins: readonly BulletinType[], rest: RestRow | undefined): TodayTaskType[] {
  return (rest?.mentions ?? []).flatMap(({ bulletinId, commentId }) => {
    const bulletin = bulletins.find(({ id }) => id === bulletinId);
    if (!bulletin) return [];
    const reason = TodayReason.MENTIONED;
    return [{ id: `${bulletinId}:${reason}`, reason, bulletin, dueAt: null, commentId }];
  });
}

function releasesOf({ actor }: RequestContext, bulletins: readonly BulletinType[], dayStart: Date): TodayReleaseType[] {
  return bulletins
    .flatMap((bulletin) => {
      const at = outAt(bulletin);
      const isToday = at !== null && at >= dayStart && at.getTime() < dayStart.getTime() + day;
      const isOwn = bulletin.signatures.some(({ office }) => office.id === actor.officeId);
      return isToday && isOwn ? [{ bulletin, at, ...countsOf(bulletin) }] : [];
    })
    .sort((left, right) => left.at.getTime() - right.at.getTime() || (left.bulletin.id < right.bulletin.id ? -1 : 1))
    .slice(0, maxReleases);
}

/** When it went out or, as planned now, will at the earliest: the later of plan and embargo. */
function outAt({ state, releasedAt, release, embargo, embargoLiftedAt }: BulletinType): Date | null {
  if (state === BulletinState.RELEASED) return releasedAt;
  const instants = [release?.at, embargoLiftedAt ? null : embargo?.at].filter((at) => at instanceof Date);
  return instants.length === 0 ? null : new Date(Math.max(...instants.map((at) => at.getTime())));
}

function countsOf({ signatures }: BulletinType): Pick<TodayReleaseType, 'signedCount' | 'officeCount'> {
  const { SIGNED, DECLINED, EXEMPT } = OfficeSignoffStatus;
  return {
    signedCount: signatures.filter(({ status }) => status === SIGNED).length,
    officeCount: signatures.filter(({ status }) => status !== DECLINED && status !== EXEMPT).length,
  };
}
