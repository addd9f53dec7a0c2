import { Injectable } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';
import { isId } from '@domain/ids';
import { utcToLocal } from '@turkish/dates';
import { toPrefixTsquery } from '@turkish/search';
import type { RequestContext } from '../core/context';
import type { Conditions } from '../core/database/conditions';
import { decodeCursor, toConnection, type Connection, type PageArgs } from '../core/graphql/connection';
import { officeJsonSql } from '../offices/office-presenter';
import {
  outletJsonSql,
  presentContact,
  presentList,
  presentOutlet,
  type ContactRow,
  type ListRow,
  type OutletRow,
} from './media-presenter';
import { reachableContact } from './media-recipients.service';
import { visibleContacts, visibleLists, visibleOutlets } from './media-visibility';
import type { MediaContactFilterInput, MediaOutletFilterInput } from './media.inputs';
import type { MediaContactType, MediaListType, MediaOutletType } from './media.type';

/** The order of the Turkish alphabet. */
const turkish = 'collate "tr-x-icu"';

const outletOrder = [`outlet.name ${turkish}`, 'outlet.id'] as const;

/** '1' and the outlet's name, or '2' and the own name: the first letter puts contacts without an outlet last. */
const contactSortKey = `(case when outlet.id is null then '2' || coalesce(c.name, '') else '1' || outlet.name end)`;
const contactOrder = [`${contactSortKey} ${turkish}`, `coalesce(c.email, '') collate "C"`, 'c.id'] as const;

/** No refusal of everything, of any office or of the one acted for ($1). */
const notRefused = `not exists (select 1 from media_preferences p where p.address_mark = c.address_mark
  and p.topic is null and (p.office_id is null or p.office_id = $1))`;

/** Reads of the press guide: each root field is one SQL statement that starts from what the viewer may see. */
@Injectable()
export class MediaQueries {
  async outlet(ctx: RequestContext, id: string): Promise<MediaOutletType | null> {
    if (!isId(id)) return null;
    const conditions = visibleOutlets(ctx);
    conditions.add(`outlet.id = ${conditions.param(id)}`);
    const [row] = await this.selectOutlets(ctx, conditions, 1);
    return row ? presentOutlet(ctx, row.outlet) : null;
  }

  /** By name. Refuses INVALID for a broken cursor. */
  async outlets(
    ctx: RequestContext,
    page: PageArgs,
    filter: MediaOutletFilterInput | null,
  ): Promise<Connection<MediaOutletType>> {
    const conditions = visibleOutlets(ctx);
    if (filter?.type) conditions.add(`outlet.type = ${conditions.param(filter.type)}`);
    if (filter?.districtCode) conditions.add(`${conditions.param(filter.districtCode)} = any(outlet.district_codes)`);
    if (filter?.text) addSearch(conditions, 'outlet.search', filter.text);
    after(conditions, page, outletOrder);
    const rows = await this.selectOutlets(ctx, conditions, page.first + 1);
    const nodes = rows.map((row) => presentOutlet(ctx, row.outlet));
    return toConnection(nodes, page.first, ({ name, id }) => [name, id]);
  }

  async contact(ctx: RequestContext, id: string): Promise<MediaContactType | null> {
    if (!isId(id)) return null;
    const conditions = visibleContacts(ctx);
    conditions.add(`c.id = ${conditions.param(id)}`);
    const [row] = await this.selectContacts(ctx, conditions, 1);
    return row ? presentContact(ctx, row) : null;
  }

  /** By name of the outlet, then by address; contacts without an outlet last. Refuses INVALID for a broken cursor. */
  async contacts(
    ctx: RequestContext,
    page: PageArgs,
    filter: MediaContactFilterInput | null,
  ): Promise<Connection<MediaContactType>> {
    const conditions = visibleContacts(ctx);
    if (filter) addContactFilter(ctx, conditions, filter);
    after(conditions, page, contactOrder);
    const rows = await this.selectContacts(ctx, conditions, page.first + 1);
    const keys = new Map(rows.map(({ id, sortKey, email }) => [id, [sortKey, email ?? '', id]]));
    const nodes = rows.map((row) => presentContact(ctx, row));
    return toConnection(nodes, page.first, ({ id }) => keys.get(id) ?? []);
  }

  /** How many contacts the filter finds. */
  async contactCount(ctx: RequestContext, filter: MediaContactFilterInput | null): Promise<number> {
    const conditions = visibleContacts(ctx);
    if (filter) addContactFilter(ctx, conditions, filter);
    const rows: { count: number }[] = await ctx.db.query(
      `select count(*)::int as count from media_contacts c left join media_outlets outlet on outlet.id = c.outlet_id
       where ${conditions.sql}`,
      conditions.values,
    );
    return rows[0]?.count ?? 0;
  }

  async list(ctx: RequestContext, id: string): Promise<MediaListType | null> {
    if (!isId(id)) return null;
    const conditions = visibleLists(ctx);
    conditions.add(`l.id = ${conditions.param(id)}`);
    const [row] = await this.selectLists(ctx, conditions);
    return row ? presentList(ctx, row) : null;
  }

  /** Own lists first, then those on loan, each by name. */
  async lists(ctx: RequestContext): Promise<MediaListType[]> {
    const rows = await this.selectLists(ctx, visibleLists(ctx));
    return rows.map((row) => presentList(ctx, row));
  }

  /** How many addresses a mail of the acting office to these lists would reach now, topics aside. */
  async recipientCount(ctx: RequestContext, listIds: readonly string[]): Promise<number> {
    const conditions = visibleLists(ctx);
    conditions.add(`l.id = any(${conditions.param(listIds.filter(isId))})`);
    const rows: { count: number }[] = await ctx.db.query(
      `select count(distinct c.email)::int as count from media_lists l join media_list_members m on m.list_id = l.id
       join media_contacts c on c.id = m.contact_id where ${conditions.sql} and ${reachableContact} and ${notRefused}`,
      conditions.values,
    );
    return rows[0]?.count ?? 0;
  }

  private selectOutlets(ctx: RequestContext, conditions: Conditions, limit: number): Promise<{ outlet: OutletRow }[]> {
    return ctx.db.query(
      `select ${outletJsonSql} as outlet from media_outlets outlet join offices o on o.id = outlet.office_id
       where ${conditions.sql} order by ${outletOrder.join(', ')} limit ${conditions.param(limit)}`,
      conditions.values,
    );
  }

  private selectContacts(ctx: RequestContext, conditions: Conditions, limit: number): Promise<ContactRow[]> {
    return ctx.db.query(
      `select c.id, c.version, c.office_id as "officeId", c.name, c.unit, c.email, c.phone, c.legal_basis as "legalBasis",
         c.source, c.notice_given_on::text as "noticeGivenOn", c.review_due_on::text as "reviewDueOn",
         c.bounced_at as "bouncedAt", c.bounce_reason as "bounceReason", c.anonymised_at as "anonymisedAt",
         c.is_active as "isActive", c.notes, ${officeJsonSql} as office, ${contactSortKey} as "sortKey",
         case when outlet.id is not null then ${outletJsonSql} end as outlet,
         (select min(p.refused_at) from media_preferences p where p.address_mark = c.address_mark
           and p.topic is null and (p.office_id is null or p.office_id = c.office_id)) as "unsubscribedAt",
         coalesce((select json_agg(json_build_object('id', l.id, 'name', l.name) order by l.name ${turkish})
           from media_list_members m join media_lists l on l.id = m.list_id where m.contact_id = c.id
             and (l.office_id = $1 or exists (select 1 from media_list_shares s where s.list_id = l.id and s.office_id = $1))
         ), '[]') as lists
       from media_contacts c join offices o on o.id = c.office_id left join media_outlets outlet on outlet.id = c.outlet_id
       where ${conditions.sql} order by ${contactOrder.join(', ')} limit ${conditions.param(limit)}`,
      conditions.values,
    );
  }

  private selectLists(ctx: RequestContext, conditions: Conditions): Promise<ListRow[]> {
    return ctx.db.query(
      `select l.id, l.version, l.office_id as "officeId", l.name, l.description, ${officeJsonSql} as office,
         (select json_agg(${officeJsonSql} order by o.protocol_order) from media_list_shares s
           join offices o on o.id = s.office_id where s.list_id = l.id) as "sharedWith",
         counts.members as "memberCount", counts.recipients as "recipientCount"
       from media_lists l join offices o on o.id = l.office_id
       cross join lateral (
         select count(distinct c.email)::int as members,
           (count(distinct c.email) filter (where ${reachableContact} and ${notRefused}))::int as recipients
         from media_list_members m join media_contacts c on c.id = m.contact_id where m.list_id = l.id
       ) counts
       where ${conditions.sql} order by l.office_id <> $1, l.name ${turkish}, l.id`,
      conditions.values,
    );
  }
}

/** Rows after the cursor in this order: each part of it is a text, the last one an id. */
function after(conditions: Conditions, page: PageArgs, order: readonly string[]): void {
  if (!page.after) return;
  const last = decodeCursor(page.after, order.length);
  if (!isId(last.at(-1) ?? '')) throw new DomainError(ErrorCode.INVALID, { path: ['after'] });
  const values = last.map((part, index) => `${conditions.param(part)}::${index === last.length - 1 ? 'uuid' : 'text'}`);
  conditions.add(`(${order.join(', ')}) > (${values.join(', ')})`);
}

function addSearch(conditions: Conditions, document: string, text: string): void {
  const query = toPrefixTsquery(text);
  conditions.add(query === null ? 'false' : `${document} @@ to_tsquery('simple', ${conditions.param(query)})`);
}

function addContactFilter(ctx: RequestContext, conditions: Conditions, filter: MediaContactFilterInput): void {
  if (filter.type) conditions.add(`outlet.type = ${conditions.param(filter.type)}`);
  if (filter.districtCode) conditions.add(`${conditions.param(filter.districtCode)} = any(outlet.district_codes)`);
  if (filter.outletId) conditions.add(`c.outlet_id = ${conditions.param(filter.outletId)}`);
  if (filter.text) addSearch(conditions, `(c.search || coalesce(outlet.search, ''::tsvector))`, filter.text);
  if (filter.listId) {
    const list = conditions.param(filter.listId);
    conditions.add(`exists (select 1 from media_list_members fm join media_lists fl on fl.id = fm.list_id
      where fm.contact_id = c.id and fl.id = ${list} and (fl.office_id = $1
        or exists (select 1 from media_list_shares fs where fs.list_id = fl.id and fs.office_id = $1)))`);
  }
  if (typeof filter.isReviewDue === 'boolean') {
    const today = conditions.param(utcToLocal(ctx.now).slice(0, 10));
    const isDue = `(c.review_due_on <= ${today}::date and c.anonymised_at is null)`;
    conditions.add(filter.isReviewDue ? isDue : `not ${isDue}`);
  }
}
