import type { RequestContext } from '../core/context';
import { membershipValidSql } from './actor-query';

/** Whether somebody who may sign in is the office's press director today, leaving one membership out of account. */
export async function hasDirector(
  ctx: RequestContext,
  officeId: string,
  exceptMembershipId: string | null = null,
): Promise<boolean> {
  const rows: object[] = await ctx.db.query(
    `select 1 from memberships m join users u on u.id = m.user_id
     where m.office_id = $2 and m.role = 'PRESS_DIRECTOR' and u.suspended_at is null
       and m.id is distinct from $3 and ${membershipValidSql('m', '$1::timestamptz')} limit 1`,
    [ctx.now, officeId, exceptMembershipId],
  );
  return rows.length > 0;
}
