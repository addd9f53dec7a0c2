import { graphql, Refusal } from '../../../../lib/graphql';

/** The decision is the server's; the text of every open editor follows from it. */
export const DecideSuggestions = graphql(
  `
    mutation EditorSuggestionDecide($id: ID!, $sectionId: ID!, $input: BulletinSuggestionDecideInput!) {
      bulletinSuggestionDecide(id: $id, sectionId: $sectionId, input: $input) {
        decisions {
          suggestionId
          decision
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);
