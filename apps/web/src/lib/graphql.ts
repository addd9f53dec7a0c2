/** Typed GraphQL documents: `graphql(...)` reads its types from the committed schema (`npm run codegen`). */
import { initGraphQLTada } from 'gql.tada';
import type { introspection } from '../graphql-env';

export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { DateTime: string; ID: string };
}>();

export { readFragment } from 'gql.tada';
export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';

/** Why a mutation was refused: every payload's `errors` are read with it (lib/errors.ts). */
export const Refusal = graphql(`
  fragment Refusal on UserError @_unmask {
    code
    path
    details
    message
  }
`);
