import type { Actor } from '@domain/identity/actor';
import { officeActs, type OfficeFacts } from '@domain/identity/identity.policy';
import { OfficeState, type OfficeEntity } from './office.entity';
import type { OfficeType } from './office.type';

/** What policies ask about an office. */
export function officeFacts(office: Pick<OfficeEntity, 'id' | 'state'>): OfficeFacts {
  return {
    id: office.id,
    isActive: office.state !== OfficeState.INACTIVE,
    isShadow: office.state === OfficeState.SHADOW,
  };
}

/** An office as the database gives it in one JSON value (`officeJsonSql`): dates are texts. */
export interface OfficeJson extends Omit<OfficeType, 'joinedAt' | 'viewerCan'> {
  readonly joinedAt: string | null;
}

/** SQL for one office `o` with its district as a JSON value of the shape `OfficeJson`. */
export const officeJsonSql = `jsonb_build_object(
  'id', o.id, 'code', o.code, 'name', o.name, 'nameGenitive', o.name_genitive, 'shortCode', o.short_code,
  'pressUnit', o.press_unit, 'level', o.level, 'state', o.state, 'protocolOrder', o.protocol_order,
  'contact', jsonb_build_object('name', o.contact_name, 'phone', o.contact_phone, 'email', o.contact_email),
  'mailDomain', o.mail_domain, 'website', o.website, 'colour', o.colour, 'logoFileId', o.logo_file_id,
  'joinedAt', o.joined_at, 'version', o.version,
  'district', (select jsonb_build_object('code', d.code, 'name', d.name, 'zone', d.zone, 'isKorfez', d.is_korfez,
      'lat', d.lat, 'lon', d.lon) from districts d where d.code = o.district_code))`;

/** The office of a JSON value, with what the actor may do with it. */
export function toOffice(json: OfficeJson, actor: Actor): OfficeType {
  return {
    ...json,
    joinedAt: json.joinedAt ? new Date(json.joinedAt) : null,
    viewerCan: officeActs(actor, officeFacts(json)),
  };
}
