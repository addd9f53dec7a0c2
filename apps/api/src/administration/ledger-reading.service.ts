import { Injectable } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';
import { isId } from '@domain/ids';
import { mayOnOffice, OfficeAct } from '@domain/identity/identity.policy';
import { authorize } from '@domain/policy';
import { visibleToOfficeSql } from '../bulletins/bulletin-visibility';
import type { RequestContext } from '../core/context';
import { Conditions } from '../core/database/conditions';
import { decodeCursor, toConnection, type Connection, type PageArgs } from '../core/graphql/connection';
import { chainOf } from '../core/ledger/chain';
import { verifyOfficeChain } from '../core/ledger/ledger-verifier';
import { OfficeEntity, OfficeState } from '../offices/office.entity';
import type { LedgerEntryType, LedgerFilterInput, LedgerVerificationType } from './ledger.type';

interface EntryRow extends Omit<LedgerEntryType, 'authority' | 'from' | 'to' | 'facts'> {
  readonly data: Readonly<Record<string, unknown>>;
}

/** Headlines are shown to the office itself, as far as it sees the bulletin: `$2` is null for operators. */
const entriesSql = (condition: string, limit: string): string => `
  select e.id, e.chain_seq::text as position, e.at, e.name, e.subject_type as "subjectType", e.subject_id as "subjectId",
    e.data, e.request_id as "requestId", encode(e.hash, 'hex') as hash,
    case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as actor,
    coalesce(nullif(b.headline, ''), subject.name, o.name) as "subjectLabel"
  from events e left join users u on u.id = e.actor_id
  left join bulletins b on e.subject_type = 'bulletin' and b.id = e.subject_id and $2::uuid is not null
    and (${visibleToOfficeSql('b', '$2::uuid')})
  left join users subject on e.subject_type = 'user' and subject.id = e.subject_id
  left join offices o on e.subject_type = 'office' and o.id = e.subject_id
  where e.chain = $1 and ${condition} order by e.chain_seq desc limit ${limit}`;

/** The ledger of an office as people read it. */
@Injectable()
export class LedgerReading {
  /** Newest first. Refuses: NOT_FOUND, FORBIDDEN, INVALID for a broken cursor. */
  async list(
    ctx: RequestContext,
    officeId: string,
    page: PageArgs,
    filter: LedgerFilterInput | null,
  ): Promise<Connection<LedgerEntryType>> {
    await this.authorize(ctx, officeId);
    const rows = await this.read(ctx, officeId, filter, positionOf(page.after), page.first + 1);
    return toConnection(rows, page.first, ({ position }) => [position]);
  }

  /** Computes the chain of the office anew. Refuses: NOT_FOUND, FORBIDDEN. */
  async verify(ctx: RequestContext, officeId: string): Promise<LedgerVerificationType> {
    await this.authorize(ctx, officeId);
    const { events, broken } = await verifyOfficeChain(ctx.db, officeId);
    return {
      isWhole: broken === null,
      eventCount: events,
      brokenPosition: broken?.position ?? null,
      brokenEventId: broken?.eventId ?? null,
      reason: broken?.reason ?? null,
      verifiedAt: ctx.now,
    };
  }

  /** A page of entries before a position; the caller has authorized it. */
  async read(
    ctx: RequestContext,
    officeId: string,
    filter: LedgerFilterInput | null,
    before: string | null,
    limit: number,
  ): Promise<LedgerEntryType[]> {
    const conditions = new Conditions();
    conditions.param(chainOf(officeId));
    conditions.param(ctx.actor.officeId === officeId ? officeId : null);
    if (filter) addFilter(conditions, filter);
    if (before !== null) conditions.add(`e.chain_seq < ${conditions.param(before)}::bigint`);
    const sql = entriesSql(conditions.sql, conditions.param(limit));
    const rows: EntryRow[] = await ctx.db.query(sql, conditions.values);
    return rows.map(toEntry);
  }

  /** Refuses: NOT_FOUND, FORBIDDEN. */
  async authorize(ctx: RequestContext, officeId: string): Promise<void> {
    const office = isId(officeId) ? await ctx.db.findOneBy(OfficeEntity, { id: officeId }) : null;
    if (!office) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['officeId'] });
    const facts = {
      id: office.id,
      isActive: office.state !== OfficeState.INACTIVE,
      isShadow: office.state === OfficeState.SHADOW,
    };
    authorize(mayOnOffice(ctx.actor, OfficeAct.VIEW_LEDGER, facts), ['officeId']);
  }
}

function addFilter(conditions: Conditions, filter: LedgerFilterInput): void {
  if (filter.name) conditions.add(`starts_with(e.name, ${conditions.param(filter.name)})`);
  if (filter.subjectType) conditions.add(`e.subject_type = ${conditions.param(filter.subjectType)}`);
  if (filter.subjectId) conditions.add(`e.subject_id = ${conditions.param(filter.subjectId)}`);
  if (filter.actorId) conditions.add(`e.actor_id = ${conditions.param(filter.actorId)}`);
  if (filter.from) conditions.add(`e.at >= ${conditions.param(filter.from)}`);
  if (filter.to) conditions.add(`e.at < ${conditions.param(filter.to)}`);
}

function positionOf(after: string | null | undefined): string | null {
  if (!after) return null;
  const [position = ''] = decodeCursor(after, 1);
  if (!/^\d{1,18}$/.test(position)) throw new DomainError(ErrorCode.INVALID, { path: ['after'] });
  return position;
}

function toEntry({ data, ...row }: EntryRow): LedgerEntryType {
  const { authority, from, to, ...facts } = data;
  return {
    ...row,
    authority: textOf(authority),
    from: textOf(from),
    to: textOf(to),
    facts: Object.entries(facts).map(([name, value]) => ({ name, value: textOf(value) ?? JSON.stringify(value) })),
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
