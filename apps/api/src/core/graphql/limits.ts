import { ApolloArmor } from '@escape.tech/graphql-armor';
import { GraphQLError, Kind, type ASTVisitor, type ValidationContext } from 'graphql';

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

/** Depth, aliases, tokens, directives and cost of an operation, refused before it runs. */
export const limits = new ApolloArmor({
  maxDepth: { n: 10 },
  maxAliases: { n: 15 },
  maxDirectives: { n: 20 },
  maxTokens: { n: 1_500 },
  costLimit: { maxCost: 5_000, objectCost: 2, scalarCost: 1, depthCostFactor: 1.3, ignoreIntrospection: true },
  blockFieldSuggestion: { enabled: true },
}).protect();

/** The rules for HTTP and WebSocket alike. */
export const validationRules = [...limits.validationRules, limitRootFields];
