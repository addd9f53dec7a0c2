import type { SectionKind } from '@domain/bulletins/bulletin';
import { editionHash } from '@domain/bulletins/derive-edition';
import { inPageOrder } from '@domain/bulletins/section-hash';
import { defaultCharterRules, inNameOrder, type NameOrder } from '@domain/signoff/charter';
import { presentSections, type SignoffRound } from '@domain/signoff/signoff';

/** A section as far as the hash of the whole text needs it. */
export interface HashedPart {
  readonly id: string;
  readonly kind: SectionKind;
  readonly officeId: string | null;
  readonly position: number;
  readonly hash: string;
  /** The owner's; null for what is shared. */
  readonly officeName: string | null;
  readonly protocolOrder: number | null;
}

/** The columns of `textHashSql`. */
export interface TextHashColumns {
  name_order: NameOrder | null;
  hashed: HashedPart[];
}

/** What the hash of the text of the bulletin `b` is reckoned from. */
export const textHashSql = `
  (select rules ->> 'nameOrder' from charters c
    where c.id = b.charter_id or (b.charter_id is null and c.state = 'IN_FORCE')) as name_order,
  coalesce((select json_agg(json_build_object('id', c.id, 'kind', c.kind, 'officeId', c.office_id, 'position', c.position,
      'hash', c.hash, 'officeName', o.name, 'protocolOrder', o.protocol_order))
    from bulletin_sections c left join offices o on o.id = c.office_id where c.bulletin_id = b.id), '[]') as hashed`;

/**
 * The hash of the text as it stands, of all offices that have not left: the same for everybody who looks at it, and
 * the hash of the edition that goes out if nothing changes until then (`deriveEdition`).
 */
export function textHash(
  { leadOfficeId, parties }: Pick<SignoffRound, 'leadOfficeId' | 'parties'>,
  { hashed = [], name_order }: Partial<TextHashColumns>,
): string {
  const present = presentSections(leadOfficeId, parties, hashed);
  const owners = new Map(
    present.flatMap(({ officeId, officeName, protocolOrder }) =>
      officeId === null
        ? []
        : [[officeId, { id: officeId, name: officeName ?? '', protocolOrder: protocolOrder ?? 0 }] as const],
    ),
  );
  const order = inNameOrder([...owners.values()], leadOfficeId, name_order ?? defaultCharterRules.nameOrder);
  return editionHash(
    inPageOrder(
      present,
      order.map(({ id }) => id),
    ),
  );
}
