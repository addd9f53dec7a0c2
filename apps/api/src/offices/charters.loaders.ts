import DataLoader from 'dataloader';
import type { RequestContext } from '../core/context';
import type { CharterType } from './charter.type';
import { chartersSql, toCharters, type ChartersRow } from './charters.queries';

/** Versions of the charter by id, for members of offices, who may read them all. */
export const charterById = (ctx: RequestContext): DataLoader<string, CharterType | null> =>
  new DataLoader(async (ids) => {
    const rows: ChartersRow[] = await ctx.db.query(chartersSql('c.id = any($1)'), [ids]);
    const charters = rows.flatMap((row) => toCharters(row, ctx.actor));
    return ids.map((id) => charters.find((charter) => charter.id === id) ?? null);
  });
