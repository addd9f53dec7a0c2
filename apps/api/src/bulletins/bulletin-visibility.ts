/**
 * The SQL twin of the policy's VIEW (`isVisible` in `libs/domain/src/bulletins/bulletin-facts.ts`): which bulletins
 * people of an office know of. `bulletin` is the alias of a row, `office` an SQL expression: a parameter or a column.
 * `in` and not `exists`: PostgreSQL would read all participations of the office for one page of the list.
 */
export function visibleToOfficeSql(bulletin: string, office: string): string {
  return `${bulletin}.state in ('RELEASED', 'WITHDRAWN') or ${bulletin}.lead_office_id = ${office}
    or (${bulletin}.shared_at is not null and ${office} in (select p.office_id from bulletin_participants p
      where p.bulletin_id = ${bulletin}.id and p.state <> 'DECLINED'))`;
}
