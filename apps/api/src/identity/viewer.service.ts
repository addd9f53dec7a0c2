import { Injectable } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';
import { roleOf, type Actor, type Role, type TokenScope } from '@domain/identity/actor';
import { allPaces } from '@domain/notifications/notification';
import type { RequestContext } from '../core/context';
import { officeJsonSql, toOffice, type OfficeJson } from '../offices/office-presenter';
import type { ApiTokenType, SessionType, ViewerType } from './account.type';
import { deputyshipInForceSql, membershipValidSql, sessionIdleDays } from './actor-query';
import type { DeputyshipType } from './deputyship.type';
import { userJsonSql } from './people.queries';
import type { UserType } from './user.type';

/** A row of the viewer's statement: dates within JSON values are texts. */
type Texts<T> = {
  readonly [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};

interface ViewerRow {
  readonly user: UserType;
  readonly locale: string;
  readonly notificationPreferences: Record<string, string>;
  readonly isTwoFactorOn: boolean;
  readonly recoveryCodesLeft: number;
  readonly officeId: string | null;
  readonly offices: OfficeJson[];
  readonly memberships: {
    id: string;
    officeId: string;
    role: Role;
    title: string;
    validFrom: string;
    validUntil: string | null;
  }[];
  readonly deputyships: Texts<DeputyshipType>[];
  readonly sessions: Texts<SessionType>[];
  readonly apiTokens: (Omit<Texts<ApiTokenType>, 'scopes'> & { readonly scopes: TokenScope[] })[];
}

const now = '$2::timestamptz';

const viewerSql = `
  select ${userJsonSql('u')} as user, u.locale, u.notification_preferences as "notificationPreferences",
    u.totp_enabled_at is not null as "isTwoFactorOn",
    (select count(*)::int from recovery_codes r where r.user_id = u.id and r.used_at is null) as "recoveryCodesLeft",
    (select s.office_id from sessions s where s.id = $3) as "officeId",
    (select jsonb_agg(${officeJsonSql}) from offices o) as offices,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', m.id, 'officeId', m.office_id, 'role', m.role, 'title', m.title,
        'validFrom', m.valid_from, 'validUntil', m.valid_until) order by o.protocol_order)
      from memberships m join offices o on o.id = m.office_id
      where m.user_id = u.id and o.state <> 'INACTIVE' and ${membershipValidSql('m', now)}
    ), '[]') as memberships,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', d.id, 'officeId', d.office_id, 'principal', ${userJsonSql('p')},
        'deputy', ${userJsonSql('b')}, 'scope', d.scope, 'reason', d.reason, 'validFrom', d.valid_from,
        'validUntil', d.valid_until, 'revokedAt', d.revoked_at, 'isInForce', (${deputyshipInForceSql(now)}))
        order by d.valid_from, d.id)
      from deputyships d join users p on p.id = d.principal_id join users b on b.id = d.deputy_id
      where u.id in (d.deputy_id, d.principal_id) and d.revoked_at is null and d.valid_until > $2
    ), '[]') as deputyships,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', s.id, 'createdAt', s.created_at, 'lastSeenAt', s.last_seen_at,
        'expiresAt', s.expires_at, 'ip', s.ip, 'userAgent', s.user_agent, 'isCurrent', s.id is not distinct from $3)
        order by s.created_at desc, s.id desc)
      from sessions s where s.user_id = u.id and s.revoked_at is null and s.expires_at > $2
        and s.last_seen_at > ${now} - interval '${sessionIdleDays} days'
    ), '[]') as sessions,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'officeId', t.office_id, 'scopes', t.scopes,
        'createdAt', t.created_at, 'expiresAt', t.expires_at, 'lastUsedAt', t.last_used_at, 'revokedAt', t.revoked_at)
        order by t.created_at desc, t.id desc)
      from api_tokens t where t.user_id = u.id and t.revoked_at is null and t.expires_at > $2
    ), '[]') as "apiTokens"
  from users u where u.id = $1`;

/** Everything that the person behind a request may know about themselves, in one statement. */
@Injectable()
export class Viewers {
  /** Refuses UNAUTHENTICATED when there is nobody. */
  async get(ctx: RequestContext): Promise<ViewerType> {
    const [row]: ViewerRow[] = await ctx.db.query(viewerSql, [ctx.actor.userId, ctx.now, ctx.sessionId]);
    if (!row) throw new DomainError(ErrorCode.UNAUTHENTICATED);
    return toViewer(row, actingFor(ctx, row));
  }
}

/** The actor with the office that the session names now: a mutation in this request may just have switched it. */
function actingFor({ actor, sessionId }: RequestContext, row: ViewerRow): Actor {
  if (!sessionId) return actor;
  const belongs = [...actor.memberships, ...actor.deputyships].some((tie) => tie.officeId === row.officeId);
  return { ...actor, officeId: belongs ? row.officeId : null };
}

function toViewer(row: ViewerRow, actor: Actor): ViewerType {
  const offices = new Map(row.offices.map((json) => [json.id, toOffice(json, actor)]));
  return {
    user: row.user,
    isOperator: actor.isOperator,
    office: offices.get(actor.officeId ?? '') ?? null,
    role: roleOf(actor),
    memberships: row.memberships.flatMap(({ officeId, ...membership }) => {
      const office = offices.get(officeId);
      return office ? [{ ...membership, office }] : [];
    }),
    deputyships: row.deputyships.map((deputyship) => ({
      ...deputyship,
      validFrom: new Date(deputyship.validFrom),
      validUntil: new Date(deputyship.validUntil),
      revokedAt: instant(deputyship.revokedAt),
    })),
    sessions: row.sessions.map((session) => ({
      ...session,
      createdAt: new Date(session.createdAt),
      lastSeenAt: new Date(session.lastSeenAt),
      expiresAt: new Date(session.expiresAt),
    })),
    apiTokens: row.apiTokens.map((token) => ({
      ...token,
      createdAt: new Date(token.createdAt),
      expiresAt: new Date(token.expiresAt),
      lastUsedAt: instant(token.lastUsedAt),
      revokedAt: instant(token.revokedAt),
    })),
    isTwoFactorOn: row.isTwoFactorOn,
    recoveryCodesLeft: row.recoveryCodesLeft,
    preferences: { locale: row.locale, notifications: allPaces(row.notificationPreferences) },
  };
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
