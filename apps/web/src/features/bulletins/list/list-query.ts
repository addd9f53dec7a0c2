import { graphql, type ResultOf } from '../../../lib/graphql';

export const BulletinRowFragment = graphql(`
  fragment BulletinRow on Bulletin @_unmask {
    id
    state
    kind
    number
    headline
    spot
    updatedAt
    releasedAt
    withdrawnAt
    publicUpdatedAt
    leadOffice {
      id
      name
    }
    embargo {
      at
    }
    embargoLiftedAt
    release {
      at
    }
    correctedBy {
      number
    }
    signatures {
      office {
        id
        name
      }
      status
    }
    viewerCan
  }
`);

export const BulletinListQuery = graphql(
  `
    query BulletinList(
      $filter: BulletinFilterInput
      $counted: BulletinFilterInput
      $orderBy: BulletinOrder!
      $first: Int!
      $after: String
    ) {
      bulletins(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
        edges {
          node {
            ...BulletinRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      bulletinStateCounts(filter: $counted) {
        state
        count
      }
      savedFilters {
        id
        name
        filter
      }
    }
  `,
  [BulletinRowFragment],
);

export type BulletinList = ResultOf<typeof BulletinListQuery>;
export type BulletinRow = BulletinList['bulletins']['edges'][number]['node'];
export type RowAct = BulletinRow['viewerCan'][number];

/** Rows of one page. */
export const pageSize = 50;

/** How many offices gave their olur to the present words, of those that are asked for it; null: nobody is asked. */
export function olurCount({ signatures }: BulletinRow): { readonly given: number; readonly asked: number } | null {
  const asked = signatures.filter(({ status }) => status !== 'DECLINED' && status !== 'EXEMPT');
  if (asked.length === 0) return null;
  return { given: asked.filter(({ status }) => status === 'SIGNED').length, asked: asked.length };
}
