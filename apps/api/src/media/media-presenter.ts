import { mediaActs } from '@domain/media/media.policy';
import type { RequestContext } from '../core/context';
import { officeJsonSql, toOffice, type OfficeJson } from '../offices/office-presenter';
import type { MediaContactType, MediaListType, MediaOutletType } from './media.type';

/** Rows of the guide as SQL gives them; what the viewer may do and see of them is added here. */
export interface OutletRow extends Omit<MediaOutletType, 'office' | 'viewerCan'> {
  readonly office: OfficeJson;
}

export interface ContactRow extends Omit<MediaContactType, 'office' | 'outlet' | 'viewerCan'> {
  readonly office: OfficeJson;
  readonly outlet: OutletRow | null;
  readonly officeId: string;
  readonly sortKey: string;
}

export interface ListRow extends Omit<MediaListType, 'office' | 'sharedWith' | 'isShared' | 'viewerCan'> {
  readonly office: OfficeJson;
  readonly officeId: string;
  readonly sharedWith: OfficeJson[] | null;
}

/** SQL for an outlet `outlet` of office `o` as a JSON value of the shape `OutletRow`. */
export const outletJsonSql = `jsonb_build_object(
  'id', outlet.id, 'version', outlet.version, 'name', outlet.name, 'type', outlet.type, 'scope', outlet.scope,
  'districtCodes', to_jsonb(outlet.district_codes), 'pressDeadline', outlet.press_deadline,
  'preferredChannel', outlet.preferred_channel, 'needs', to_jsonb(outlet.needs), 'phone', outlet.phone,
  'website', outlet.website, 'notes', outlet.notes, 'isActive', outlet.is_active, 'office', ${officeJsonSql})`;

export function presentOutlet(ctx: RequestContext, { office, ...row }: OutletRow): MediaOutletType {
  return {
    ...row,
    office: toOffice(office, ctx.actor),
    notes: isOwn(ctx, office.id) ? row.notes : null,
    viewerCan: acts(ctx, office.id),
  };
}

export function presentContact(ctx: RequestContext, row: ContactRow): MediaContactType {
  const { office, outlet, officeId, sortKey: _, ...rest } = row;
  return {
    ...rest,
    office: toOffice(office, ctx.actor),
    outlet: outlet && presentOutlet(ctx, outlet),
    notes: isOwn(ctx, officeId) ? rest.notes : null,
    viewerCan: acts(ctx, officeId),
  };
}

export function presentList(ctx: RequestContext, { office, officeId, sharedWith, ...row }: ListRow): MediaListType {
  return {
    ...row,
    office: toOffice(office, ctx.actor),
    isShared: sharedWith !== null,
    sharedWith: isOwn(ctx, officeId) ? (sharedWith ?? []).map((borrower) => toOffice(borrower, ctx.actor)) : [],
    viewerCan: acts(ctx, officeId),
  };
}

function isOwn(ctx: RequestContext, officeId: string): boolean {
  return ctx.actor.officeId === officeId;
}

/** The row was visible, so what is not the viewer's own is on loan. */
function acts(ctx: RequestContext, officeId: string): MediaContactType['viewerCan'] {
  const sharedWithOfficeIds = ctx.actor.officeId === null ? [] : [ctx.actor.officeId];
  return mediaActs(ctx.actor, { officeId, sharedWithOfficeIds });
}
