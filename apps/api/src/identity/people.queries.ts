import type { UserType } from './user.type';
import { deputyshipInForceSql, membershipValidSql } from './actor-query';

/** A person as a JSON value of the shape `UserType`; `alias` is a row of users. */
export function userJsonSql(alias: string): string {
  return `jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'email', ${alias}.email,
    'isSuspended', ${alias}.suspended_at is not null)`;
}

/** Memberships that a condition on `m` picks, by name. `$1`: now. */
export function membersSql(condition: string): string {
  return `
    select m.id, m.office_id as "officeId", ${userJsonSql('u')} as user, m.role, m.title,
      m.valid_from::text as "validFrom", m.valid_until::text as "validUntil",
      (${membershipValidSql('m', '$1::timestamptz')}) as "isCurrent"
    from memberships m join users u on u.id = m.user_id
    where ${condition} order by u.name collate "tr-TR-x-icu", m.valid_from`;
}

/** Deputyships that a condition on `d` picks, newest first. `$1`: now. */
export function deputyshipsSql(condition: string): string {
  return `
    select d.id, d.office_id as "officeId", ${userJsonSql('p')} as principal, ${userJsonSql('b')} as deputy,
      d.scope, d.reason, d.valid_from as "validFrom", d.valid_until as "validUntil", d.revoked_at as "revokedAt",
      (${deputyshipInForceSql('$1::timestamptz')}) as "isInForce"
    from deputyships d join users p on p.id = d.principal_id join users b on b.id = d.deputy_id
    where ${condition} order by d.valid_from desc, d.id desc`;
}

/** Users that a condition on `u` picks. */
export function usersSql(condition: string): string {
  return `select ${userJsonSql('u')} as user from users u where ${condition}`;
}

export interface UserRow {
  readonly user: UserType;
}
