import { anonymous, type Actor, type Deputyship, type Membership, type TokenScope } from '@domain/identity/actor';
import { prepared } from '../core/database/prepared-statements';

/** Days without a request after which a session is over; it is over in any case at its `expires_at`. */
export const sessionIdleDays = 7;

/** What the database answers about a session or token that is valid now. */
export interface ActorRow {
  readonly sessionId: string | null;
  readonly userId: string;
  readonly isOperator: boolean;
  readonly officeId: string | null;
  readonly scopes: TokenScope[] | null;
  readonly memberships: Membership[];
  readonly deputyships: Deputyship[];
}

/**
 * The condition that a deputyship `d` is in force at an instant: its span, and that the deputy and the principal
 * belong to the office, the principal as its press director. `at` is an SQL expression, an instant.
 */
export function deputyshipInForceSql(at: string): string {
  return `d.revoked_at is null and d.valid_from <= ${at} and d.valid_until > ${at}
    and exists (
      select from memberships p join users pu on pu.id = p.user_id
      where p.user_id = d.principal_id and p.office_id = d.office_id and p.role = 'PRESS_DIRECTOR'
        and pu.suspended_at is null and ${membershipValidSql('p', at)})
    and exists (
      select from memberships b
      where b.user_id = d.deputy_id and b.office_id = d.office_id and ${membershipValidSql('b', at)})`;
}

/** The condition that a membership is valid on the day that `at` falls on in Istanbul. */
export function membershipValidSql(alias: string, at: string): string {
  const today = `(${at} at time zone 'Europe/Istanbul')::date`;
  return `${alias}.valid_from <= ${today} and (${alias}.valid_until is null or ${alias}.valid_until >= ${today})`;
}

const factsSql = `
  coalesce((
    select jsonb_agg(jsonb_build_object('id', m.id, 'officeId', m.office_id, 'role', m.role) order by o.protocol_order)
    from memberships m join offices o on o.id = m.office_id
    where m.user_id = u.id and o.state <> 'INACTIVE' and ${membershipValidSql('m', '$2::timestamptz')}
  ), '[]') as memberships,
  coalesce((
    select jsonb_agg(jsonb_build_object(
      'id', d.id, 'officeId', d.office_id, 'principalId', d.principal_id, 'scope', d.scope) order by d.id)
    from deputyships d join offices o on o.id = d.office_id
    where d.deputy_id = u.id and o.state <> 'INACTIVE' and ${deputyshipInForceSql('$2::timestamptz')}
  ), '[]') as deputyships`;

const sessionIsOpen = `revoked_at is null and expires_at > $2
    and last_seen_at > $2::timestamptz - interval '${sessionIdleDays} days'`;
const tokenIsGood = 'revoked_at is null and expires_at > $2';

/** Notes the visit of what is still good, and of nothing else: a session that is over is not woken by knocking. */
const touchSessionSql = `
  with touched as (
    update sessions set last_seen_at = $2
    where token_hash = $1 and ${sessionIsOpen} and last_seen_at < $2::timestamptz - interval '1 minute'
  )`;

const touchTokenSql = `
  with touched as (
    update api_tokens set last_used_at = $2
    where token_hash = $1 and ${tokenIsGood}
      and (last_used_at is null or last_used_at < $2::timestamptz - interval '1 minute')
  )`;

const bySessionSql = `
  select s.id as "sessionId", u.id as "userId", u.is_operator as "isOperator", s.office_id as "officeId",
    null::text[] as scopes, ${factsSql}
  from sessions s join users u on u.id = s.user_id
  where s.token_hash = $1 and ${sessionIsOpen} and u.suspended_at is null`;

const byTokenSql = `
  select null::uuid as "sessionId", u.id as "userId", u.is_operator as "isOperator", t.office_id as "officeId",
    t.scopes, ${factsSql}
  from api_tokens t join users u on u.id = t.user_id
  where t.token_hash = $1 and ${tokenIsGood} and u.suspended_at is null`;

/** A person in an office as they are now; without a row: suspended or unknown. `$1`: person, `$2`: now, `$3`: office. */
export const actorInOfficeSql = `
  select null::uuid as "sessionId", u.id as "userId", u.is_operator as "isOperator", $3::uuid as "officeId",
    array['READ'] as scopes, ${factsSql}
  from users u where u.id = $1 and u.suspended_at is null`;

/** One statement that answers who calls and notes the visit, once a minute. `$1`: hash of the secret, `$2`: now. */
export const actorSql = {
  session: prepared(touchSessionSql + bySessionSql),
  token: prepared(touchTokenSql + byTokenSql),
} as const;

/**
 * The actor of a row. The office acted for is the chosen one as long as the actor still belongs to it, else none:
 * nobody slides into another office unasked.
 */
export function toActor(row: ActorRow | undefined): Actor {
  if (!row) return anonymous;
  const belongs = [...row.memberships, ...row.deputyships].some((tie) => tie.officeId === row.officeId);
  return {
    kind: 'user',
    userId: row.userId,
    officeId: belongs ? row.officeId : null,
    memberships: row.memberships,
    deputyships: row.deputyships,
    isOperator: row.isOperator,
    scopes: row.scopes,
  };
}
