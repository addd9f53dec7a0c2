import { seesMedia } from '@domain/media/media.policy';
import { belongsToOffice, mayRead } from '@domain/identity/actor';
import { visibleToOfficeSql } from '../bulletins/bulletin-visibility';
import type { RequestContext } from '../core/context';
import { membershipValidSql } from '../identity/actor-query';
import { visibleContacts, visibleLists, visibleOutlets } from '../media/media-visibility';
import { SearchKind } from './search.type';

/** The columns of every part: kind, id, title, body, label, office_name, rank, sort. */
type PartSql = (ctx: RequestContext) => string;

/** `$1`: the office acted for. `$2`: the words, for `to_tsquery('simple', …)`. `$3`: now. */
const words = `to_tsquery('simple', $2)`;
const named = (text: string) => `to_tsvector('simple', tr_search_text(${text}))`;

/** At most these are ranked; the newest, where there are more. */
const RANKED = 200;

/** Words of a draft are shown to those at work on it; of a withdrawn text its headline alone. */
const bulletins: PartSql = (ctx) => `
  select 'BULLETIN' as kind, c.id, c.headline as title,
    case when c.is_own or c.state = 'RELEASED' then left(c.spot || E'\\n' || c.body_text, 20000) end as body,
    c.number as label, o.name as office_name, ts_rank(c.search, ${words}) as rank, c.updated_at::text as sort
  from (
    select b.*, b.lead_office_id = $1::uuid or (b.shared_at is not null and exists (select 1 from bulletin_participants p
        where p.bulletin_id = b.id and p.office_id = $1::uuid and p.state <> 'DECLINED')) as is_own
    from bulletins b
    where ${belongsToOffice(ctx.actor) && mayRead(ctx.actor) ? `(${visibleToOfficeSql('b', '$1::uuid')})` : 'false'}
      and b.state <> 'DISCARDED' and b.search @@ ${words}
    order by b.updated_at desc limit ${RANKED}
  ) c join offices o on o.id = c.lead_office_id`;

const contacts: PartSql = (ctx) => `
  select 'CONTACT' as kind, c.id, coalesce(c.name, c.unit, c.email) as title,
    concat_ws(' · ', nullif(outlet.name, ''), c.unit, c.email) as body, null as label, o.name as office_name,
    ts_rank(c.search || coalesce(outlet.search, ''::tsvector), ${words}) as rank, coalesce(c.name, '') as sort
  from media_contacts c join offices o on o.id = c.office_id left join media_outlets outlet on outlet.id = c.outlet_id
  where ${visibleContacts(ctx).sql} and c.anonymised_at is null
    and (c.search || coalesce(outlet.search, ''::tsvector)) @@ ${words}`;

const outlets: PartSql = (ctx) => `
  select 'OUTLET' as kind, outlet.id, outlet.name as title, outlet.website as body, null as label,
    o.name as office_name, ts_rank(outlet.search, ${words}) as rank, outlet.name as sort
  from media_outlets outlet join offices o on o.id = outlet.office_id
  where ${visibleOutlets(ctx).sql} and outlet.search @@ ${words}`;

const lists: PartSql = (ctx) => `
  select 'LIST' as kind, l.id, l.name as title, nullif(l.description, '') as body, null as label,
    o.name as office_name, 1 as rank, l.name as sort
  from media_lists l join offices o on o.id = l.office_id
  where ${visibleLists(ctx).sql} and ${named("l.name || ' ' || l.description")} @@ ${words}`;

/** Members of today: of the own office; operators see those of all. */
const people: PartSql = ({ actor }) => `
  select 'PERSON' as kind, m.id, u.name as title, m.title as body, null as label, o.name as office_name,
    1 as rank, u.name as sort
  from memberships m join users u on u.id = m.user_id join offices o on o.id = m.office_id
  where ${actor.isOperator ? 'true' : belongsToOffice(actor) ? 'm.office_id = $1::uuid' : 'false'}
    and ${membershipValidSql('m', '$3::timestamptz')} and ${named("u.name || ' ' || m.title")} @@ ${words}`;

const offices: PartSql = () => `
  select 'OFFICE' as kind, o.id, o.name as title, o.press_unit as body, o.code as label, null as office_name,
    1 as rank, o.name as sort
  from offices o where ${named("o.name || ' ' || o.press_unit || ' ' || o.short_code")} @@ ${words}`;

const templates: PartSql = ({ actor }) => `
  select 'TEMPLATE' as kind, t.id, t.name as title, null as body, null as label, o.name as office_name,
    1 as rank, t.name as sort
  from bulletin_templates t join offices o on o.id = t.office_id
  where ${belongsToOffice(actor) ? 't.office_id = $1::uuid' : 'false'} and ${named('t.name')} @@ ${words}`;

const parts: Readonly<Record<SearchKind, PartSql>> = {
  [SearchKind.BULLETIN]: bulletins,
  [SearchKind.CONTACT]: contacts,
  [SearchKind.OUTLET]: outlets,
  [SearchKind.LIST]: lists,
  [SearchKind.PERSON]: people,
  [SearchKind.OFFICE]: offices,
  [SearchKind.TEMPLATE]: templates,
};

/** Kinds that need a role: nothing of the press guide is looked up for those who do not see it. */
const guide: readonly SearchKind[] = [SearchKind.CONTACT, SearchKind.OUTLET, SearchKind.LIST];

/** The kinds of those asked for that the viewer can find anything of. */
export function searchableKinds(ctx: RequestContext, asked: readonly SearchKind[]): SearchKind[] {
  return Object.values(SearchKind).filter(
    (kind) => asked.includes(kind) && (!guide.includes(kind) || seesMedia(ctx.actor)),
  );
}

/** One statement for all kinds, one row more of each than wanted. `$1` office, `$2` words, `$3` now, `$4` rows of each kind. */
export function searchSql(ctx: RequestContext, kinds: readonly SearchKind[]): string {
  const each = kinds.map(
    (kind) => `(select * from (${parts[kind](ctx)}) part
    order by part.rank desc, part.sort ${kind === SearchKind.BULLETIN ? 'desc' : 'asc'}, part.id limit $4)`,
  );
  return `select kind, id, title, body, label, office_name as "officeName" from (${each.join(' union all ')}) hit
    where $1::uuid is not distinct from $1 and $3::timestamptz is not null`;
}
