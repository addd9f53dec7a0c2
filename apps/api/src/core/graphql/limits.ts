import { ApolloArmor } from '@escape.tech/graphql-armor';
import { GraphQLError, Kind, type ASTVisitor, type ParseOptions, type ValidationContext } from 'graphql';

const maxRootFields = 5;

/** Refuses an operation that asks for more root fields than any of our screens: no 1,000 sign-ins in one request. */
export function limitRootFields(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const fields = operation.selectionSet.selections.filter((selection) => selection.kind === Kind.FIELD).length;
      if (fields > maxRootFields) {
        context.reportError(new GraphQLError(`More than ${maxRootFields} root fields`, { nodes: [operation] }));
      }
    },
  };
}

/** Words and signs that a document may have; reading stops at the next one. */
export const parseOptions: ParseOptions = { maxTokens: 1_500 };

/** Depth, aliases, directives and cost of an operation, refused before it runs. */
export const limits = new ApolloArmor({
  maxDepth: { n: 10 },
  maxAliases: { n: 15 },
  maxDirectives: { n: 20 },
  maxTokens: { enabled: false }, // the parser counts them itself: a plugin that throws before it makes every broken text a 500
  costLimit: { maxCost: 5_000, objectCost: 2, scalarCost: 1, depthCostFactor: 1.3, ignoreIntrospection: true },
  blockFieldSuggestion: { enabled: true },
}).protect();

/** The rules for HTTP and WebSocket alike. */
export const validationRules = [...limits.validationRules, limitRootFields];
