import { Injectable } from '@nestjs/common';
import { BulletinState } from '@domain/bulletins/bulletin';
import { belongsToOffice, mayRead } from '@domain/identity/actor';
import { isId } from '@domain/ids';
import { toPrefixTsquery } from '@turkish/search';
import { slug } from '@turkish/slug';
import type { RequestContext } from '../core/context';
import { prepared } from '../core/database/prepared-statements';
import { decodeCursor, toConnection, type Connection, type PageArgs } from '../core/graphql/connection';
import { presentBulletin, type PresentedBulletin } from './bulletin-presenter';
import { selectBulletins, wholeCard, type BulletinPart, type BulletinRow } from './bulletin-select';
import { visibleToOfficeSql } from './bulletin-visibility';
import { BulletinOrder, type BulletinFilterInput } from './bulletin.inputs';

/** Collects conditions with their parameters, so that every value reaches PostgreSQL as a parameter. */
class Conditions {
  readonly parts: string[] = [];
  readonly values: unknown[] = [];
  /** Whether one plan serves all values: then it is worth keeping. */
  areSteady = true;

  param(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  add(sql: string): void {
    this.parts.push(sql);
  }

  get sql(): string {
    return this.parts.length === 0 ? 'true' : this.parts.map((part) => `(${part})`).join(' and ');
  }
}

export interface BulletinStateCount {
  readonly state: BulletinState;
  readonly count: number;
}

const statesBeforeRelease = [
  BulletinState.DRAFT,
  BulletinState.IN_REVIEW,
  BulletinState.IN_SIGNOFF,
  BulletinState.SCHEDULED,
];
const sortColumns = { [BulletinOrder.UPDATED]: 'updated_at', [BulletinOrder.RELEASED]: 'released_at' } as const;

/** Reads of bulletins: each root field is one SQL statement that starts from what the viewer may see. */
@Injectable()
export class BulletinQueries {
  /** One bulletin, or null when the viewer may not know of it. */
  async get(
    ctx: RequestContext,
    id: string,
    parts: readonly BulletinPart[] = wholeCard,
  ): Promise<PresentedBulletin | null> {
    if (!isId(id)) return null;
    const conditions = visibleTo(ctx);
    conditions.add(`b.id = ${conditions.param(id)}`);
    const [row] = await this.select(ctx, conditions, { order: 'b.id', limit: 1, parts });
    return row ? presentBulletin(ctx, row) : null;
  }

  /** A page of the list. Refuses INVALID for a broken cursor. */
  async list(
    ctx: RequestContext,
    page: PageArgs,
    filter: BulletinFilterInput | null,
    orderBy: BulletinOrder,
    parts: readonly BulletinPart[] = wholeCard,
  ): Promise<Connection<PresentedBulletin>> {
    const column = sortColumns[orderBy];
    const conditions = visibleTo(ctx);
    if (filter) addFilter(ctx, conditions, filter);
    if (orderBy === BulletinOrder.RELEASED) conditions.add('b.released_at is not null');
    if (page.after) {
      const [at, id] = decodeCursor(page.after, 2);
      conditions.add(`(b.${column}, b.id) < (${conditions.param(at)}::timestamptz, ${conditions.param(id)}::uuid)`);
    }
    const order = `b.${column} desc, b.id desc`;
    const rows = await this.select(ctx, conditions, { order, limit: page.first + 1, parts });
    const keys = new Map(rows.map((row) => [row.id, [(row[column] ?? row.updated_at).toISOString(), row.id]]));
    return toConnection(
      rows.map((row) => presentBulletin(ctx, row)),
      page.first,
      (node) => keys.get(node.id) ?? [],
    );
  }

  /** How many there are in all; asked only when the client wants it. */
  async count(ctx: RequestContext, filter: BulletinFilterInput | null): Promise<number> {
    const conditions = visibleTo(ctx);
    if (filter) addFilter(ctx, conditions, filter);
    const rows: { count: string }[] = await ctx.db.query(
      `select count(*) from bulletins b where ${conditions.sql}`,
      conditions.values,
    );
    return Number(rows[0]?.count ?? 0);
  }

  /** How many are in each state before the release; states without any are left out. Those released are never counted. */
  async stateCounts(ctx: RequestContext, filter: BulletinFilterInput | null): Promise<BulletinStateCount[]> {
    const conditions = visibleTo(ctx);
    if (filter) addFilter(ctx, conditions, filter);
    conditions.add(`b.state = any(${conditions.param(statesBeforeRelease)})`);
    return ctx.db.query(
      `select b.state, count(*)::int as count from bulletins b where ${conditions.sql} group by b.state`,
      conditions.values,
    );
  }

  /**
   * One prepared statement; with a filter two, since how to find a page hangs on what is looked for and must be planned
   * each time, which is quick for ids alone. `limit` is a checked number and stands in the text: the planner must know
   * how little is wanted.
   */
  private async select(
    ctx: RequestContext,
    conditions: Conditions,
    { order, limit, parts }: { order: string; limit: number; parts: readonly BulletinPart[] },
  ): Promise<BulletinRow[]> {
    const page = `select b.id from bulletins b where ${conditions.sql} order by ${order} limit ${limit}`;
    if (conditions.areSteady) return ctx.db.query(prepared(selectBulletins(page, order, parts)), conditions.values);
    const found: { id: string }[] = await ctx.db.query(page, conditions.values);
    if (found.length === 0) return [];
    const whole = selectBulletins('select unnest($1::uuid[]) as id', order, parts);
    return ctx.db.query(prepared(whole), [found.map(({ id }) => id)]);
  }
}

/** The SQL twin of the policy's VIEW: gate 2, where every read starts. A test proves the two equal. */
export function visibleTo(ctx: RequestContext): Conditions {
  const conditions = new Conditions();
  if (!belongsToOffice(ctx.actor) || !mayRead(ctx.actor)) {
    conditions.add('false');
    return conditions;
  }
  conditions.add(visibleToOfficeSql('b', conditions.param(ctx.actor.officeId)));
  return conditions;
}

function addFilter(ctx: RequestContext, conditions: Conditions, filter: BulletinFilterInput): void {
  conditions.areSteady = false;
  if (filter.states) conditions.add(`b.state = any(${conditions.param(filter.states)})`);
  if (filter.kinds) conditions.add(`b.kind = any(${conditions.param(filter.kinds)})`);
  if (filter.from) conditions.add(`b.updated_at >= ${conditions.param(filter.from)}`);
  if (filter.to) conditions.add(`b.updated_at < ${conditions.param(filter.to)}`);
  if (filter.tag) {
    const tag = conditions.param(slug(filter.tag));
    conditions.add(`exists (select 1 from bulletin_tags t where t.bulletin_id = b.id and t.slug = ${tag})`);
  }
  if (filter.officeCode) {
    const code = conditions.param(filter.officeCode);
    conditions.add(`exists (select 1 from offices o where o.code = ${code} and (o.id = b.lead_office_id
      or exists (select 1 from bulletin_participants p where p.bulletin_id = b.id and p.office_id = o.id and p.state <> 'DECLINED')))`);
  }
  if (filter.text) {
    const query = toPrefixTsquery(filter.text);
    conditions.add(query === null ? 'false' : `b.search @@ to_tsquery('simple', ${conditions.param(query)})`);
  }
  if (filter.isJoint) {
    conditions.add(
      `exists (select 1 from bulletin_participants p where p.bulletin_id = b.id and p.state <> 'DECLINED')`,
    );
  }
  if (filter.isWaitingForMe) conditions.add(waitingSql(conditions.param(ctx.actor.officeId)));
}

/** Invited and not answered, or offered for signature without a standing signature of the office. */
function waitingSql(office: string): string {
  const takesPart = (state: string) => `exists (select 1 from bulletin_participants p
    where p.bulletin_id = b.id and p.office_id = ${office} and p.state = '${state}')`;
  return `(b.shared_at is not null and b.state in ('IN_REVIEW', 'IN_SIGNOFF', 'SCHEDULED') and ${takesPart('INVITED')})
    or (b.state in ('IN_SIGNOFF', 'SCHEDULED') and (b.lead_office_id = ${office} or ${takesPart('ACCEPTED')})
      and not exists (select 1 from signatures s where s.subject_type = 'bulletin' and s.subject_id = b.id
        and s.office_id = ${office} and s.verdict = 'SIGNED' and s.withdrawn_at is null and s.voided_at is null))`;
}
