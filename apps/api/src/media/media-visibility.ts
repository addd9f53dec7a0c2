import { seesMedia } from '@domain/media/media.policy';
import type { RequestContext } from '../core/context';
import { Conditions } from '../core/database/conditions';

/** The SQL twins of the policy's VIEW: gate 2, where every read of the guide starts. A test proves them equal. */

/** Conditions that hold for what the viewer's office owns or has on loan; `$1` is the office. */
function scope(ctx: RequestContext, sql: string): Conditions {
  const conditions = new Conditions();
  conditions.param(ctx.actor.officeId);
  conditions.add('$1::uuid is not null');
  conditions.add(seesMedia(ctx.actor) ? sql : 'false');
  return conditions;
}

const lentContact = (alias: string) => `exists (select 1 from media_list_members vm
  join media_list_shares vs on vs.list_id = vm.list_id and vs.office_id = $1 where vm.contact_id = ${alias}.id)`;

/** Of contacts `c`: the own ones, and those on a list that is lent to the viewer's office. */
export function visibleContacts(ctx: RequestContext): Conditions {
  return scope(ctx, `c.office_id = $1 or ${lentContact('c')}`);
}

/** Of outlets `outlet`: the own ones, and those of a visible contact. */
export function visibleOutlets(ctx: RequestContext): Conditions {
  return scope(
    ctx,
    `outlet.office_id = $1 or exists (select 1 from media_contacts vc where vc.outlet_id = outlet.id and ${lentContact('vc')})`,
  );
}

/** Of lists `l`: the own ones, and those lent to the viewer's office. */
export function visibleLists(ctx: RequestContext): Conditions {
  return scope(
    ctx,
    `l.office_id = $1 or exists (select 1 from media_list_shares vs where vs.list_id = l.id and vs.office_id = $1)`,
  );
}
