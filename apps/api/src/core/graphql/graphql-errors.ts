import type { GraphQLFormattedError } from 'graphql';
import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { DomainError, DomainErrors, ErrorCode } from '@domain/errors';
import type { GraphqlContext } from '../context';
import type { Logger } from '../logger';

const clientFaults = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** Under which request an error came up: Apollo formats errors without saying for whom. */
const requestIds = new WeakMap<object, string>();

/** Notes whose errors they are, before they are formatted. */
export const errorsByRequest: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors: ({ errors, contextValue: { ctx } }) => {
        for (const error of errors) requestIds.set(error, ctx.requestId);
        return Promise.resolve();
      },
    }),
};

/**
 * One shape for every top-level error: `extensions.code`, and for surprises only a code and the request id.
 * Engine text, values of variables and stacks stay here.
 */
export function formatGraphqlError(logger: Logger) {
  return (
    formatted: GraphQLFormattedError,
    thrown: unknown,
    requestId: string | undefined = requestIdOf(thrown),
  ): GraphQLFormattedError => {
    const error = unwrapResolverError(thrown);
    const refusal = error instanceof DomainErrors ? error.errors[0] : error;
    if (refusal instanceof DomainError) {
      return {
        message: refusal.message,
        ...(formatted.path ? { path: formatted.path } : {}),
        extensions: { code: refusal.code, path: refusal.path },
      };
    }
    const code = formatted.extensions?.['code'];
    if (typeof code === 'string' && clientFaults.has(code)) {
      return {
        message: withoutValues(formatted.message),
        ...(formatted.locations ? { locations: formatted.locations } : {}),
        extensions: { code: code === 'BAD_USER_INPUT' ? ErrorCode.INVALID : code },
      };
    }
    const detail = error instanceof Error ? { reason: error.message, stack: error.stack } : { reason: String(error) };
    logger.error('unexpected error', { ...detail, requestId });
    return {
      message: 'Unexpected error',
      ...(formatted.path ? { path: formatted.path } : {}),
      extensions: { code: 'INTERNAL', ...(requestId ? { requestId } : {}) },
    };
  };
}

function requestIdOf(thrown: unknown): string | undefined {
  return typeof thrown === 'object' && thrown !== null ? requestIds.get(thrown) : undefined;
}

/**
 * What was sent is not said back: `Variable "$x" got invalid value "secret"; Int cannot represent non-integer value:
 * "secret"`. The limits speak of syntax errors too, and may say what they are.
 */
function withoutValues(message: string): string {
  return message
    .replace(/got invalid value .*?(?=( at "[^"]*")?; )/s, 'got an invalid value')
    .replace(/ value: .*/s, ' value')
    .replace(/Value ".*" does not exist/s, 'The value does not exist')
    .replace(/^Syntax Error: (.* limit of \d+ exceeded, found \d+)\.?$/, '$1')
    .replace(/Syntax Error: .*/s, 'Syntax error');
}
