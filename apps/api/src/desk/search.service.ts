import { Injectable } from '@nestjs/common';
import { mayRead } from '@domain/identity/actor';
import { findWords, snippetOf } from '@turkish/find';
import { toPrefixTsquery } from '@turkish/search';
import type { RequestContext } from '../core/context';
import { searchableKinds, searchSql } from './search-sql';
import { SearchKind, type SearchGroupType, type SearchHitType } from './search.type';

interface HitRow {
  readonly kind: SearchKind;
  readonly id: string;
  readonly title: string;
  readonly body: string | null;
  readonly label: string | null;
  readonly officeName: string | null;
}

const pathOf: Readonly<Record<SearchKind, (row: HitRow) => string>> = {
  [SearchKind.BULLETIN]: ({ id }) => `/bultenler/${id}`,
  [SearchKind.CONTACT]: ({ id }) => `/rehber?kisi=${id}`,
  [SearchKind.OUTLET]: ({ id }) => `/rehber/kuruluslar?kurulus=${id}`,
  [SearchKind.LIST]: ({ id }) => `/rehber/listeler/${id}`,
  [SearchKind.PERSON]: () => '/yonetim/uyeler',
  [SearchKind.OFFICE]: () => '/yonetim/birimler',
  [SearchKind.TEMPLATE]: () => '/sablonlar',
};

/** One search over everything that the viewer may see, in one statement. Reading is nobody's business: it stands in no ledger. */
@Injectable()
export class Search {
  /** A group for each kind that has hits, in the order of the kinds; none for a query without words. */
  async find(
    ctx: RequestContext,
    query: string,
    first: number,
    asked: readonly SearchKind[] = Object.values(SearchKind),
  ): Promise<SearchGroupType[]> {
    const tsquery = toPrefixTsquery(query);
    const kinds = searchableKinds(ctx, asked);
    if (tsquery === null || kinds.length === 0 || !mayRead(ctx.actor)) return [];
    const rows: HitRow[] = await ctx.db.query(searchSql(ctx, kinds), [ctx.actor.officeId, tsquery, ctx.now, first + 1]);
    return kinds.flatMap((kind) => {
      const found = rows.filter((row) => row.kind === kind);
      const hits = found.slice(0, first).map((row) => toHit(row, query));
      return hits.length === 0 ? [] : [{ kind, hits, hasMore: found.length > first }];
    });
  }
}

function toHit(row: HitRow, query: string): SearchHitType {
  const { id, kind, title, body, label, officeName } = row;
  return {
    id,
    kind,
    title: { text: title, marks: findWords(title, query) },
    snippet: body === null || body.trim() === '' ? null : snippetOf(body, query),
    label,
    officeName,
    path: pathOf[kind](row),
  };
}
