import { Role } from '@domain/identity/actor';
import type { NotificationKind, StoredPaces } from '@domain/notifications/notification';
import type { RequestContext } from '../core/context';
import { deputyshipInForceSql, membershipValidSql } from '../identity/actor-query';
import type { NotificationPointers } from './notification.entity';
import { OfficeGroup, type Audience } from './recipients/audience';

/** One person to be told, for which office and of what kind. */
export interface Addressee {
  readonly userId: string;
  readonly officeId: string;
  readonly kind: NotificationKind;
  readonly pointers: NotificationPointers;
  readonly paces: StoredPaces;
}

interface PersonRow {
  readonly userId: string;
  readonly officeId: string;
  readonly paces: StoredPaces;
}

const rolesOf: Readonly<Record<OfficeGroup, readonly Role[]>> = {
  [OfficeGroup.SIGNERS]: [Role.PRESS_DIRECTOR],
  [OfficeGroup.HEADS]: [Role.PRESS_DIRECTOR, Role.DEPARTMENT_HEAD],
  [OfficeGroup.WRITERS]: [Role.PRESS_DIRECTOR, Role.DEPARTMENT_HEAD, Role.EDITOR],
};

const personColumns = 'u.id as "userId", o.id as "officeId", u.notification_preferences as paces';
const isPresent = "u.suspended_at is null and o.state <> 'INACTIVE'";

const membersSql = `
  select ${personColumns}
  from memberships m join users u on u.id = m.user_id join offices o on o.id = m.office_id
  where m.office_id = any($1) and m.role = any($2) and ${isPresent} and ${membershipValidSql('m', '$3::timestamptz')}
  order by o.protocol_order, u.id`;

const deputiesSql = `
  select distinct on (o.protocol_order, u.id) ${personColumns}
  from deputyships d join users u on u.id = d.deputy_id join offices o on o.id = d.office_id
  where d.office_id = any($1) and ${isPresent} and ${deputyshipInForceSql('$2::timestamptz')}
  order by o.protocol_order, u.id`;

const namedSql = `
  select distinct on (u.id) ${personColumns}
  from memberships m join users u on u.id = m.user_id join offices o on o.id = m.office_id
  where m.user_id = any($1) and m.office_id = any($2) and ${isPresent} and ${membershipValidSql('m', '$3::timestamptz')}
  order by u.id, o.protocol_order`;

/**
 * The people of these audiences as they stand now: members and deputies of today who are not suspended, of the offices
 * in `officeIds` alone (those that see the work). Everybody once, by the first audience; never the person who acted.
 */
export async function addresseesOf(
  ctx: RequestContext,
  audiences: readonly Audience[],
  within: { readonly officeIds: readonly string[]; readonly actorId: string | null },
): Promise<Addressee[]> {
  const found = new Map<string, Addressee>();
  for (const audience of audiences) {
    for (const person of await peopleOf(ctx, audience, within.officeIds)) {
      if (person.userId === within.actorId || found.has(person.userId)) continue;
      found.set(person.userId, { ...person, kind: audience.kind, pointers: audience.pointers ?? {} });
    }
  }
  return [...found.values()];
}

async function peopleOf(
  ctx: RequestContext,
  audience: Audience,
  officesAtWork: readonly string[],
): Promise<PersonRow[]> {
  if (audience.group === 'PEOPLE') {
    if (audience.userIds.length === 0) return [];
    return ctx.db.query(namedSql, [audience.userIds, officesAtWork, ctx.now]);
  }
  const officeIds = audience.officeIds.filter((officeId) => officesAtWork.includes(officeId));
  if (officeIds.length === 0) return [];
  const members: PersonRow[] = await ctx.db.query(membersSql, [officeIds, rolesOf[audience.group], ctx.now]);
  if (audience.group !== OfficeGroup.SIGNERS) return members;
  const deputies: PersonRow[] = await ctx.db.query(deputiesSql, [officeIds, ctx.now]);
  return [...members, ...deputies];
}
